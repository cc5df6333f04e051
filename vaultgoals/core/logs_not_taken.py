"""Why a line, a task, a field or a property is no reading, although it looks like one."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from vaultgoals.core.goal import Goal, Kind
from vaultgoals.core.goal_log import column_names, day_and_entry, log_sections, within
from vaultgoals.core.log_names import LOGGED, log_key
from vaultgoals.core.lookalike import NotTaken
from vaultgoals.core.note import ListItem, Malformed, Note, Table
from vaultgoals.core.properties import read_day
from vaultgoals.core.source import Span
from vaultgoals.core.tasks_not_taken import tasks_not_taken
from vaultgoals.core.unreadable import Unreadable
from vaultgoals.core.vault import Vault

_NO_PERIOD = "this is no periodic note: its name is no date as the vault writes them"
_NO_PAGE = "this is a page that vaultgoals writes, which is no periodic note, whatever its name"
_NO_VALUE = "the table has no column `Value`, nor one named like the goal, its metric or its unit"
_UNDER_NO_HEADING = "it stands under no heading `Check-ins` or `Log`"


def logs_not_taken(vault: Vault, note: Note) -> Iterator[NotTaken]:
    """All of a note's lines, tables, tasks, fields and properties that log nothing, each with its reason."""
    logs = _Logs(vault=vault, note=note)
    yield from logs.unread()
    if goal := vault.goals.get(note.path):
        yield from logs.lines()
        yield from logs.tables(goal)
    else:
        yield from logs.properties()
    yield from tasks_not_taken(vault, note, taken=logs.taken, log=logs.log)
    yield from logs.fields()


@dataclass(frozen=True, kw_only=True)
class _Logs:
    """One note, and what was taken from it."""

    vault: Vault
    note: Note

    @cached_property
    def taken(self) -> frozenset[Span]:
        """The places of what was read, or is reported as unreadable."""
        path = self.note.path
        read = {checkin.span for checkin in self.vault.checkins if checkin.path == path}
        return frozenset(read | {trouble.span for trouble in self.troubles})

    @property
    def troubles(self) -> tuple[Malformed, ...]:
        return self.vault.unread_checkins.get(self.note.path, ())

    @cached_property
    def log(self) -> tuple[Span, ...]:
        return log_sections(self.note)

    def unread(self) -> Iterator[NotTaken]:
        for trouble in self.troubles:
            yield NotTaken(trouble.span, "reading", _why_unread(trouble))

    def lines(self) -> Iterator[NotTaken]:
        """The list items of a goal's note that its log might hold."""
        for item in self.note.items:
            if item.span not in self.taken:
                why = self._why_no_line(item)
                if why:
                    yield NotTaken(item.span, "reading", why)

    def _why_no_line(self, item: ListItem) -> str | None:
        written, entry = day_and_entry(item.text)
        day = written and not isinstance(read_day(written, self.vault.config), Unreadable)
        if not within(self.log, item.span.start):
            return _UNDER_NO_HEADING if day and not item.task else None
        if not day:
            top = item.parent is None and item.text and not item.task
            return "it does not begin with a date such as 2026-11-20" if top else None
        if item.task and not item.task.ticked:
            return "its box is not ticked"
        return None if entry else "nothing stands after the date"

    def tables(self, goal: Goal) -> Iterator[NotTaken]:
        for table in self.note.tables:
            names = column_names(goal, table)
            dated, valued = "date" in names, "value" in names
            if within(self.log, table.span.start):
                if not dated:
                    yield NotTaken(_header(table), "reading", "the table has no column `Date`")
                elif not valued and "" in names:
                    yield NotTaken(_header(table), "reading", _NO_VALUE)
            elif dated and valued:
                yield NotTaken(_header(table), "reading", _UNDER_NO_HEADING)

    def properties(self) -> Iterator[NotTaken]:
        """The properties that are named like a goal and log nothing."""
        for prop in self.note.properties:
            why = self._why_no_property(log_key(prop.name), periodic=self.note.path in self.vault.periods)
            if why:
                yield NotTaken(Span(prop.key_span.start, prop.value.span.end), "reading", why)

    def _why_no_property(self, key: str, *, periodic: bool) -> str | None:
        """A goal's `field` logs in periodic notes only, and its other names not as properties."""
        if key in self.vault.log_names.properties:
            return None if periodic else self.no_period
        goals = self.vault.log_names.fields.get(key) if periodic else None
        if not goals:
            return None
        goal = goals[0]
        instead = f"its is `{goal.field}`" if goal.field else "it has none yet"
        return f"a property logs by a goal's `field`, and “{goal.title}” has another name: {instead}"

    @property
    def no_period(self) -> str:
        return _NO_PAGE if self.vault.kinds.get(self.note.path) is Kind.REVIEW else _NO_PERIOD

    def fields(self) -> Iterator[NotTaken]:
        for field in self.vault.log_names.fields_in(self.note):
            named = log_key(field.key) in self.vault.log_names.fields
            if named and self.taken.isdisjoint((field.span, field.value_span)):
                if self.note.path not in self.vault.periods:
                    why = self.no_period
                elif field.value:
                    why = "it belongs to a task that is not ticked"
                else:
                    why = "nothing stands behind it"
                yield NotTaken(field.span, "reading", why)
        yield from self._fields_of_others()

    def _fields_of_others(self) -> Iterator[NotTaken]:
        """The fields of a periodic note that are named like a goal without figures of its own."""
        if self.note.path in self.vault.periods:
            for field in (*self.note.fields, *self.note.loose_fields):
                key = log_key(field.key)
                goal = self._unlogged.get(key) if key not in self.vault.log_names.fields else None
                if goal:
                    why = f"“{goal.title}” is a goal of type `{goal.kind.value}`, which has no readings"
                    yield NotTaken(field.span, "reading", why)

    @cached_property
    def _unlogged(self) -> dict[str, Goal]:
        goals = [goal for goal in self.vault.goals.values() if goal.kind not in LOGGED]
        names = ((name, goal) for goal in goals for name in (goal.title, *goal.aliases, goal.field) if name)
        return {log_key(name): goal for name, goal in names}


def _why_unread(trouble: Malformed) -> str:
    if trouble.what == "checkin-goal":
        return "it leads to no goal" if trouble.text else "it names no goal"
    if trouble.what == "checkin-period":
        return f"the goal counts by the {trouble.reason}, and this note is about a longer time"
    return f"its {trouble.property or 'value'} cannot be read, see the findings"


def _header(table: Table) -> Span:
    return Span(table.span.start, table.header[-1].span.end if table.header else table.span.start)
