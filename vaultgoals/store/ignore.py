"""Which notes the settings leave out: patterns such as `Templates/`, `Archive/**` and `**/*.draft.md`."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import fnmatchcase


@dataclass(frozen=True, slots=True)
class Ignore:
    """Patterns, each as the names between its slashes.

    They begin at the vault's root. `*` and `?` stay within a name, `**` stands for any number of folders, and
    a pattern that covers a folder covers everything in it.
    """

    patterns: tuple[tuple[str, ...], ...] = ()

    @classmethod
    def of(cls, patterns: Iterable[str]) -> "Ignore":
        """Patterns as they are written in the settings."""
        return cls(tuple(_names(pattern) for pattern in patterns))

    def __contains__(self, path: str) -> bool:
        return bool(self.patterns) and any(_covers(pattern, _names(path)) for pattern in self.patterns)


def _names(path: str) -> tuple[str, ...]:
    return tuple(unicodedata.normalize("NFC", path).strip("/").split("/"))


def _covers(pattern: tuple[str, ...], names: tuple[str, ...]) -> bool:
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
