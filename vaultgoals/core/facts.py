"""What each note says by itself, by path, looked at again only for the notes that changed."""

from collections.abc import Callable, Collection, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import Generic, TypeVar, cast

from vaultgoals.core.config import Config
from vaultgoals.core.goal import Goal, Kind
from vaultgoals.core.kinds import kind_of
from vaultgoals.core.links import Names
from vaultgoals.core.log_names import LogNames
from vaultgoals.core.mentions import links_in_tasks
from vaultgoals.core.note import Malformed, Note
from vaultgoals.core.period import Period
from vaultgoals.core.periodic import period_of_note
from vaultgoals.core.reading import read_goal

T = TypeVar("T", covariant=True)

_NO_NOTES: Mapping[str, Note] = MappingProxyType({})


class _Table(Generic[T]):
    """One fact of all notes that have it, in the order of their paths."""

    def __init__(self, of: Callable[["Facts", str], T | None]) -> None:
        self._of = of

    def __get__(self, facts: "Facts", owner: type) -> Mapping[str, T]:
        if self not in facts.tables:
            facts.tables[self] = self._made(facts, facts.notes)
        return cast(Mapping[str, T], facts.tables[self])

    def _made(self, facts: "Facts", paths: Collection[str]) -> dict[str, T]:
        found = ((path, self._of(facts, path)) for path in paths if path in facts.notes)
        return {path: fact for path, fact in found if fact is not None}

    def patched(
        self, old: Mapping[str, object], changed: Collection[str], facts: "Facts"
    ) -> Mapping[str, object]:
        """The same with some paths looked at again; the old table where they say what they said."""
        new = self._made(facts, changed)
        if all(old.get(path) == new.get(path) for path in changed):
            return old
        kept = {path: fact for path, fact in old.items() if path not in changed or new.get(path) == fact}
        merged = {**new, **kept}
        return merged if merged.keys() == old.keys() == kept.keys() else dict(sorted(merged.items()))


class Facts:
    """What follows from a note and the settings alone, or from all files' names.

    A table is made when it is first asked for; those of facts `after` others are the same where they can be.
    """

    def __init__(
        self,
        notes: Mapping[str, Note] = _NO_NOTES,
        config: Config = Config(),
        files: frozenset[str] = frozenset(),
    ) -> None:
        self.notes, self.config, self.files = notes, config, files
        self.tables: dict[_Table[object], Mapping[str, object]] = {}

    def after(self, notes: Mapping[str, Note], config: Config, files: frozenset[str]) -> "Facts":
        """The facts of other notes or files; where the settings are others, nothing is taken over."""
        if notes is self.notes and config is self.config and files is self.files:
            return self
        new = Facts(notes, config, files)
        if config != self.config:
            return new
        changed = {path for path, note in notes.items() if self.notes.get(path) is not note}
        changed |= self.notes.keys() - notes.keys()
        for table, known in self.tables.items():  # in the order in which they are made of each other
            new.tables[table] = table.patched(known, changed, new)
        ours = self.__dict__
        if "log_names" in ours and new.goals is self.goals:
            new.log_names = self.log_names
        if "names" in ours:
            same = files is self.files
            new.names = (
                self.names if same else self.names.after(gone=self.files - files, come=files - self.files)
            )
        return new

    @_Table
    def kinds(self, path: str) -> Kind | None:
        """What a note is."""
        return kind_of(self.notes[path], self.config)

    @_Table
    def goals(self, path: str) -> Goal | None:
        """The goal that a note is; drafts and closed ones too."""
        kind = self.kinds.get(path)
        return read_goal(self.notes[path], kind, self.config) if kind and kind.is_goal else None

    @_Table
    def periods(self, path: str) -> Period | None:
        """The day, week, month, quarter or year that a periodic note is about."""
        return period_of_note(self.notes[path], self.kinds.get(path), self.config)

    @_Table
    def mentions(self, path: str) -> frozenset[str] | None:
        """The names of the notes that links behind a task's box lead to."""
        return links_in_tasks(self.notes[path].source.text) or None

    @_Table
    def troubles(self, path: str) -> tuple[Malformed, ...] | None:
        """What is wrong in a note; what a body is troubled by concerns us in goals only."""
        note = self.notes[path]
        return (note.malformed if path in self.goals else note.troubles) or None

    @cached_property
    def log_names(self) -> LogNames:
        """The goals by the names that periodic notes log them by."""
        return LogNames.of(self.goals.values())

    @cached_property
    def names(self) -> Names:
        """The index that links resolve by."""
        return Names(self.files)
