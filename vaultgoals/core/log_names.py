"""By which names goals are logged in periodic notes: the key of a field or property, and whose it is."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from vaultgoals.core.goal import Goal, Kind, Status
from vaultgoals.core.naming import log_key as log_key
from vaultgoals.core.note import Field, Note

LOGGED = frozenset({Kind.OUTCOME, Kind.INDICATOR, Kind.GUARDRAIL, Kind.OUTPUT, Kind.PROCESS})
"""The kinds of goals that fields and properties are read for: those that have figures of their own."""

_LAST_IN_LINE = (Status.DRAFT, Status.DONE, Status.DROPPED)


@dataclass(frozen=True, slots=True, kw_only=True)
class LogNames:
    """The goals by the keys that they are logged by: in fields all names, in properties only `field`.

    Of goals that share a key those named so by `field` come first, then by title, then by alias; among these
    the ones that are neither drafts nor closed; then the first by path.
    """

    fields: Mapping[str, Sequence[Goal]]
    properties: Mapping[str, Sequence[Goal]]

    def fields_in(self, note: Note) -> Sequence[Field]:
        """The fields of a note, and those of its lines `any text:: value` that are named like a goal.

        A line around a field in brackets for the same goal says nothing of its own.
        """
        fields = sorted(note.fields, key=_place)
        lines = [line for line in note.loose_fields if self._names_a_goal_anew(line, fields)]
        return sorted((*fields, *lines), key=_place) if lines else fields

    def _names_a_goal_anew(self, line: Field, fields: Sequence[Field]) -> bool:
        goals = self.fields.get(log_key(line.key))
        first, end = (bisect_left(fields, at, key=_place) for at in (line.span.start, line.span.end))
        return goals is not None and all(
            self.fields.get(log_key(field.key)) != goals for field in fields[first:end]
        )

    @classmethod
    def of(cls, goals: Iterable[Goal]) -> "LogNames":
        """The names of all goals of the kinds that are logged; `goals` come by path."""
        logged = [goal for goal in goals if goal.kind in LOGGED]
        names = [(rank, key, goal) for goal in logged for rank, key in _keys(goal)]
        names.sort(key=lambda name: (name[0], name[2].status in _LAST_IN_LINE))
        return cls(
            fields=_by_key((key, goal) for _, key, goal in names),
            properties=_by_key((key, goal) for rank, key, goal in names if rank == 0),
        )


def _place(field: Field) -> int:
    return field.span.start


def meant_on(goals: Sequence[Goal], day: date) -> Goal | None:
    """Which of the goals that share a name is meant: the first that was running on that day, or the first."""
    return next((goal for goal in goals if _runs(goal, day)), goals[0]) if goals else None


def _by_key(names: Iterable[tuple[str, Goal]]) -> Mapping[str, tuple[Goal, ...]]:
    """The goals of each key, each once, in order."""
    found: dict[str, dict[str, Goal]] = {}
    for key, goal in names:
        found.setdefault(key, {}).setdefault(goal.path, goal)
    return {key: tuple(goals.values()) for key, goals in found.items()}


def _keys(goal: Goal) -> Iterator[tuple[int, str]]:
    if goal.field:
        yield 0, log_key(goal.field)
    yield 1, log_key(goal.title)
    yield from ((2, log_key(alias)) for alias in goal.aliases)


def _runs(goal: Goal, day: date) -> bool:
    first, last = goal.start or date.min, min(goal.due or date.max, goal.closed or date.max)
    return first <= day <= last
