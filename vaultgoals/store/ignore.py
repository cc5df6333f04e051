"""Which notes the settings leave out: patterns such as `Templates/`, `Archive/**` and `**/*.draft.md`."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import fnmatchcase


@dataclass(frozen=True, slots=True)
class Ignore:
    """Patterns that begin at the vault's root.

    `*` and `?` stay within a name, `**` stands for any number of folders, and a pattern that covers a folder
    covers everything in it. `plain` are the patterns without wildcards, each with a slash at its end, `wild`
    the others, as the names between their slashes.
    """

    plain: tuple[str, ...] = ()
    wild: tuple[tuple[str, ...], ...] = ()

    @classmethod
    def of(cls, patterns: Iterable[str]) -> "Ignore":
        """Patterns as they are written in the settings."""
        trimmed = [_normal(pattern).removesuffix("/**").strip("/") for pattern in patterns]
        return cls(
            plain=tuple(f"{pattern}/" for pattern in trimmed if not _is_wild(pattern)),
            wild=tuple(tuple(pattern.split("/")) for pattern in trimmed if _is_wild(pattern)),
        )

    @property
    def any(self) -> bool:
        """Whether there is any pattern."""
        return bool(self.plain or self.wild)

    def __contains__(self, path: str) -> bool:
        path = _normal(path)
        if f"{path}/".startswith(self.plain):
            return True
        return bool(self.wild) and any(_covers(pattern, path.split("/")) for pattern in self.wild)


def _normal(path: str) -> str:
    return path if path.isascii() else unicodedata.normalize("NFC", path)


def _is_wild(pattern: str) -> bool:
    return any(mark in pattern for mark in "*?[")


def _covers(pattern: tuple[str, ...], names: list[str]) -> bool:
    """Walk the path once with all places in the pattern that it may have come to: nothing to backtrack."""
    places = _past_any({0}, pattern)
    for name in names:
        on = {at + 1 for at in places if at < len(pattern) and fnmatchcase(name, pattern[at])}
        stay = {at for at in places if at < len(pattern) and pattern[at] == "**"}
        places = _past_any(on | stay, pattern)
        if len(pattern) in places:
            return True
    return False


def _past_any(places: set[int], pattern: tuple[str, ...]) -> set[int]:
    """The same places, and those behind every `**` that may stand for no folder at all."""
    reached = set(places)
    for at in places:
        while at < len(pattern) and pattern[at] == "**":
            at += 1
            reached.add(at)
    return reached
