"""Where a link leads: Obsidian's resolution of link paths, tier by tier.

The tiers are those of Obsidian's `getLinkpathDest`: literal file name, exact path from the root, then the
notes whose path ends in the link's path, those below the source's own folder first, shortest path first.
Where Obsidian compares raw prefixes and suffixes, whole path segments are compared here; where Obsidian
leaves a tie to chance, the first in alphabetical order wins, and the rivals are named.
"""

import posixpath
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from typing import NamedTuple
from unicodedata import normalize

from vaultgoals.core.naming import folded as folded


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a link leads to. `rivals` are the other notes that only nearness, length or letters ruled out."""

    path: str | None
    rivals: tuple[str, ...] = ()


UNRESOLVED = Resolution(None)


class _File(NamedTuple):
    """A file that a link may lead to, and its path as it is compared, from the root's `/` on."""

    path: str
    plain: str


class Names:
    """All files of a vault by name, to resolve links among them.

    `by_name` holds for each name, as it is compared, the paths of its files, in any order.
    """

    def __init__(self, paths: Iterable[str]) -> None:
        self.by_name: Mapping[str, tuple[str, ...]] = _by_name(paths)

    @classmethod
    def over(cls, by_name: Mapping[str, tuple[str, ...]]) -> "Names":
        """The same over an index that there is already."""
        names = cls(())
        names.by_name = by_name
        return names

    def after(self, *, gone: Set[str], come: Set[str]) -> "Names":
        """The names once some files are gone and others have come; the same where there are none."""
        if not gone and not come:
            return self
        touched = {_name(path) for path in gone | come}
        there = {path for name in touched for path in self.by_name.get(name, ())}
        index = {**self.by_name, **dict.fromkeys(touched, ()), **_by_name(there - gone | come)}
        for name in touched:
            if not index[name]:
                del index[name]
        return Names.over(index)

    def resolve(self, target: str, source: str) -> Resolution:
        """The file that `target`, written in the note `source`, leads to."""
        link = folded(target.strip())
        if not link:
            return Resolution(source)
        name = link.rpartition("/")[2]
        if "." not in name or name not in self.by_name:
            link, name = f"{link}.md", f"{name}.md"
        paths = self.by_name.get(name, ())
        if not paths:
            return UNRESOLVED
        if link == name and len(paths) == 1:
            return Resolution(paths[0])
        candidates = [_File(path, f"/{folded(path)}") for path in sorted(paths, key=_length)]
        if link.startswith(("./", "../")):
            return _exact(posixpath.normpath(posixpath.join(_folder(folded(source)), link)), candidates)
        exact = _exact(link.lstrip("/"), candidates)
        if exact.path or link.startswith("/"):
            return exact
        return _nearest(link, _folder(folded(source)), candidates)

    def shortest(self, path: str) -> str:
        """How a wikilink names a note: its title where that is unique in the vault, else its whole path."""
        name = path.rpartition("/")[2]
        unique = len(self.by_name.get(folded(name), ())) == 1
        return (name if unique else path).removesuffix(".md")


def _by_name(paths: Iterable[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    namesakes: dict[str, list[str]] = {}
    for path in paths:
        name = _name(path)
        if name in found:
            namesakes.setdefault(name, [*found[name]]).append(path)
        else:
            found[name] = (path,)
    return found | {name: tuple(paths) for name, paths in namesakes.items()}


def _name(path: str) -> str:
    return folded(path.rpartition("/")[2])


def _folder(path: str) -> str:
    return path.rpartition("/")[0]


def _length(path: str) -> tuple[int, str, str]:
    """Shortest first, then by alphabet: in NFC, since some disks take accents apart and others do not."""
    composed = normalize("NFC", path)
    return len(composed), composed, path


def _exact(path: str, candidates: list[_File]) -> Resolution:
    """The candidate of exactly that path; of several that differ only in case or encoding, the first."""
    wanted = f"/{path}"
    return _first([file.path for file in candidates if file.plain == wanted])


def _nearest(link: str, folder: str, candidates: list[_File]) -> Resolution:
    ending, own = f"/{link}", f"/{folder}/" if folder else "/"
    pool = [file for file in candidates if file.plain.endswith(ending)]
    near = [file.path for file in pool if file.plain.startswith(own)]
    far = [file.path for file in pool if not file.plain.startswith(own)]
    return _first([*near, *far])


def _first(ranked: list[str]) -> Resolution:
    return Resolution(ranked[0], tuple(ranked[1:])) if ranked else UNRESOLVED
