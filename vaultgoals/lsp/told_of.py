"""What an editor was told of a vault, so that it is told again only of what is new."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TypeAlias

from vaultgoals.core.finding import Finding
from vaultgoals.core.note import Note

Found: TypeAlias = Mapping[str, tuple[Finding, ...]]
"""The findings in a vault, by the notes that they stand in."""


class ToldOf:
    """Remembers what was last found in a vault, and which of its notes an editor was told of."""

    def __init__(self) -> None:
        self._found: Found | None = None
        self._day: date | None = None
        self._shown: dict[str, tuple[Note | None, tuple[Finding, ...]]] = {}

    def take(
        self, opened: Mapping[str, Note], found: Found, day: date
    ) -> Iterator[tuple[str, tuple[Finding, ...]]]:
        """The notes to tell of, each with what is found there now.

        These are the open ones that changed or that have other findings, those that were closed, which have
        none then, and of all others those whose findings changed with the notes, not with the day.
        """
        reached = self._reached(found, day)
        self._found, self._day = found, day
        for path in sorted({*opened, *self._shown, *reached}):
            note, findings = opened.get(path), found.get(path, ())
            known, told = self._shown.get(path, (None, None))
            if note is None and known:
                del self._shown[path]
                yield path, ()
            elif (note or path in reached) and not (note is known and findings == told):
                self._shown[path] = (note, findings)
                yield path, findings

    def _reached(self, found: Found, day: date) -> frozenset[str]:
        """The notes in which something else is found than before, on the same day."""
        before = self._found
        if before is None or self._day != day:
            return frozenset()
        return frozenset(path for path in {*found, *before} if found.get(path) != before.get(path))
