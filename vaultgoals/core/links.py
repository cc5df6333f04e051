"""Where a link leads: Obsidian's resolution of link paths, tier by tier.

The tiers are those of Obsidian's `getLinkpathDest`: literal file name, exact path from the root, then the
notes whose path ends in the link's path, those below the source's own folder first, shortest path first.
Where Obsidian compares raw prefixes and suffixes, whole path segments are compared here; where Obsidian
leaves a tie to chance, the first in alphabetical order wins, and the rivals are named.
"""

import posixpath
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple
from unicodedata import normalize


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a link leads to. `rivals` are the other notes that only nearness, length or letters ruled out."""

    path: str | None
    rivals: tuple[str, ...] = ()


UNRESOLVED = Resolution(None)


def folded(text: str) -> str:
    """A path or name as it is compared: NFC, no-break spaces as spaces, lower case."""
    return normalize("NFC", text.replace("\u00a0", " ").replace("\u202f", " ")).lower()


class _File(NamedTuple):
    """A file, and its path as it is compared, from the root's `/` on."""

    path: str
    plain: str


class Names:
    """All files of a vault by name, to resolve links among them."""

    def __init__(self, paths: Iterable[str]) -> None:
        self._files: dict[str, list[_File]] = {}
        for path in sorted(paths, key=_length):
            file = _File(path, f"/{folded(path)}")
            self._files.setdefault(file.plain.rpartition("/")[2], []).append(file)

    def resolve(self, target: str, source: str) -> Resolution:
        """The file that `target`, written in the note `source`, leads to."""
        link = folded(target.strip())
        if not link:
            return Resolution(source)
        link, candidates = self._candidates(link)
        if not candidates:
            return UNRESOLVED
        if "/" not in link and len(candidates) == 1:
            return Resolution(candidates[0].path)
        if link.startswith(("./", "../")):
            return _exact(posixpath.normpath(posixpath.join(_folder(folded(source)), link)), candidates)
        exact = _exact(link.lstrip("/"), candidates)
        if exact.path or link.startswith("/"):
            return exact
        return _nearest(link, _folder(folded(source)), candidates)

    def shortest(self, path: str) -> str:
        """How a wikilink names a note: its title where that is unique in the vault, else its whole path."""
        name = path.rpartition("/")[2]
        unique = len(self._files.get(folded(name), ())) == 1
        return (name if unique else path).removesuffix(".md")

    def _candidates(self, link: str) -> tuple[str, list[_File]]:
        """The files of that name, shortest path first, and the link with the ending that found them."""
        name = link.rpartition("/")[2]
        if "." in name and name in self._files:
            return link, self._files[name]
        return link + ".md", self._files.get(name + ".md", [])


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
