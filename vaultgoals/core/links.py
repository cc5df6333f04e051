"""Where a link leads: Obsidian's resolution of link paths, tier by tier.

The tiers are those of Obsidian's `getLinkpathDest`: literal file name, exact path from the root, then the
notes whose path ends in the link's path, those below the source's own folder first, shortest path first.
Where Obsidian compares raw prefixes and suffixes, whole path segments are compared here; where Obsidian
leaves a tie to chance, the first in alphabetical order wins, and the rivals are named.
"""

import posixpath
from collections.abc import Iterable
from dataclasses import dataclass
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


class Names:
    """All files of a vault by name, to resolve links among them."""

    def __init__(self, paths: Iterable[str]) -> None:
        self._paths: dict[str, list[str]] = {}
        for path in sorted(paths):
            self._paths.setdefault(folded(path.rpartition("/")[2]), []).append(path)

    def resolve(self, target: str, source: str) -> Resolution:
        """The file that `target`, written in the note `source`, leads to."""
        link = folded(target.strip())
        if not link:
            return Resolution(source)
        link, candidates = self._candidates(link)
        if not candidates:
            return UNRESOLVED
        if "/" not in link and len(candidates) == 1:
            return Resolution(candidates[0])
        if link.startswith(("./", "../")):
            return _exact(posixpath.normpath(posixpath.join(_folder(folded(source)), link)), candidates)
        exact = _exact(link.lstrip("/"), candidates)
        if exact.path or link.startswith("/"):
            return exact
        return _nearest(link, _folder(folded(source)), candidates)

    def shortest(self, path: str) -> str:
        """How a wikilink names a note: its title where that is unique in the vault, else its whole path."""
        name = path.rpartition("/")[2]
        unique = len(self._paths.get(folded(name), ())) == 1
        return (name if unique else path).removesuffix(".md")

    def _candidates(self, link: str) -> tuple[str, list[str]]:
        """The files of that name, and the link with the ending that found them."""
        name = link.rpartition("/")[2]
        if "." in name and name in self._paths:
            return link, self._paths[name]
        return link + ".md", self._paths.get(name + ".md", [])


def _folder(path: str) -> str:
    return path.rpartition("/")[0]


def _exact(wanted: str, candidates: list[str]) -> Resolution:
    """The candidate of exactly that path; of several that differ only in case or encoding, the first."""
    same = [path for path in candidates if folded(path) == wanted]
    return Resolution(same[0], tuple(same[1:])) if same else UNRESOLVED


def _nearest(link: str, folder: str, candidates: list[str]) -> Resolution:
    pool = [path for path in candidates if f"/{folded(path)}".endswith(f"/{link}")]
    if not pool:
        return UNRESOLVED
    own = f"/{folder}/" if folder else "/"
    ranked = sorted(pool, key=lambda path: (not f"/{folded(path)}".startswith(own), *_length(path)))
    return Resolution(ranked[0], tuple(ranked[1:]))


def _length(path: str) -> tuple[int, str, str]:
    """Shortest first, then by alphabet: in NFC, since some disks take accents apart and others do not."""
    composed = normalize("NFC", path)
    return len(composed), composed, path
