"""What a file of another program says, row by row, before it is known which goal each row is about."""

from dataclasses import dataclass, replace
from datetime import date, time

MIDNIGHT = time(0, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One row that says something: of what, on which day, and each thing as it was written.

    `subject` is the name that the file has for it, empty where it is about one thing only. `skip` is the
    reason of a skip, None where nothing is skipped. `file` and `line` say where it stands.
    """

    subject: str = ""
    on: date
    at: time = MIDNIGHT
    value: str = ""
    skip: str | None = None
    comment: str = ""
    file: str = ""
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """A row that could not be read, and why."""

    reason: str
    file: str = ""
    line: int

    @property
    def words(self) -> str:
        """`Checkmarks.csv, line 12: there is no date`."""
        return (
            f"{self.file}, line {self.line}: {self.reason}"
            if self.file
            else f"Line {self.line}: {self.reason}"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What was taken from a file: rows that say something, rows that cannot be read, and what was doubted.

    `subjects` are all names that it has for things, also of those of which nothing is said.
    """

    entries: tuple[Entry, ...] = ()
    unread: tuple[Unread, ...] = ()
    doubts: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()

    def within(self, file: str) -> "Taken":
        """The same with the name of the file that it stands in."""
        return replace(
            self,
            entries=tuple(replace(entry, file=file) for entry in self.entries),
            unread=tuple(replace(one, file=file) for one in self.unread),
        )


@dataclass(frozen=True, slots=True)
class Unclear:
    """A file that can be read in more than one way, or in none: one sentence, and what settles it."""

    words: str
    way_out: str = ""
