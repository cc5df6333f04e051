"""Ticked task → check-in: one thing done for a goal that the task links to."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from vaultgoals.core.actions import Action
from vaultgoals.core.duration import is_duration_unit
from vaultgoals.core.goal import Aggregate, CheckIn, Goal, Kind, Way
from vaultgoals.core.logged import Logged, unread
from vaultgoals.core.note import Note
from vaultgoals.core.period import Calendar, Period
from vaultgoals.core.periodic_log import placed, too_long

_METRICS = frozenset({Kind.OUTPUT, Kind.INDICATOR, Kind.GUARDRAIL})
_ADDING = frozenset({Aggregate.SUM, Aggregate.COUNT})


def counts_tasks(goal: Goal) -> bool:
    """Whether ticked tasks are readings of a goal: never of an outcome, nor of what is counted in time.

    Each counts 1, which says something of other metrics only where their readings are added.
    """
    adds = goal.kind in _METRICS and goal.aggregate in _ADDING
    return (goal.kind is Kind.PROCESS or adds) and not is_duration_unit(goal.unit)


def task_log(action: Action, goal: Goal, note: Note, period: Period | None) -> Iterator[Logged]:
    """What a task logs: 1 on its done date, or else on the date of the periodic note that it stands in.

    Without either nobody can say when it was done, and it counts nowhere.
    """
    task, span = action.task, action.item.span
    if not action.linked or not task.ticked or task.cancelled or not counts_tasks(goal):
        return
    wrong = next((trouble for trouble in task.misdated if trouble.reason == "done"), None)
    if wrong:
        yield unread("date", wrong.span, wrong.text)
    elif task.done:
        day = Calendar().day_of(task.done)
        yield _counted(placed(note, span, Way.TASK, goal, day), goal, action)
    elif period:
        trouble = too_long(note, span, goal, period)
        yield trouble or _counted(placed(note, span, Way.TASK, goal, period), goal, action)


def _counted(checkin: CheckIn, goal: Goal, action: Action) -> CheckIn:
    """One thing done; one event that occurred and was done."""
    of = Fraction(1) if goal.cadence and goal.cadence.event else None
    return replace(checkin, value=Fraction(1), of=of, comment=action.text, by=action.owner)
