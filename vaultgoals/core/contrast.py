"""Weeks with a process goal against weeks without it: a hint about what moves an outcome, and no proof."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from vaultgoals.core.config import Config
from vaultgoals.core.goal import History
from vaultgoals.core.kept import KeptState
from vaultgoals.core.ledger import Ledger
from vaultgoals.core.period import Calendar, Period
from vaultgoals.core.plan import shifted
from vaultgoals.core.value import Course, course_of, stated_baseline

LEAST_WEEKS = 3
"""Weeks of either sort below which there is nothing to compare."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contrast:
    """The mean weekly change of an outcome, in its unit, in weeks with and without a process goal."""

    weeks_with: int
    change_with: Fraction
    weeks_without: int
    change_without: Fraction


def with_and_without(
    outcome: History, process: History, *, asof: date, today: date, config: Config
) -> Contrast | None:
    """What an outcome did in weeks in which a process goal was met, against weeks in which it was not.

    A closed week counts when the outcome was read in it and in the week before (or never before, but has a
    baseline), and a period of the process goal that is logged closed in it; it is one *with* when all those
    periods were met. None below 3 weeks of either sort.
    """
    ledger = Ledger.of(process, asof=asof, today=today, config=config)
    if ledger is None:
        return None
    changes: dict[bool, list[Fraction]] = {True: [], False: []}
    for week, change in _changes(outcome, course_of(outcome, asof), ledger.calendar, asof):
        ended = ledger.between(week.start, week.last)
        met = [kept.met for kept in ended if kept.counts and kept.state is not KeptState.UNLOGGED]
        if met:  # what was not logged may have been done
            changes[all(met)].append(change)
    if min(len(changes[True]), len(changes[False])) < LEAST_WEEKS:
        return None
    return Contrast(
        weeks_with=len(changes[True]),
        change_with=sum(changes[True], Fraction(0)) / len(changes[True]),
        weeks_without=len(changes[False]),
        change_without=sum(changes[False], Fraction(0)) / len(changes[False]),
    )


def _changes(
    outcome: History, course: Course, calendar: Calendar, asof: date
) -> Iterator[tuple[Period, Fraction]]:
    """The closed weeks with a reading, and by how much the value changed in each.

    After a week without one the change is not of that week alone, so it is left out.
    """
    read = dict.fromkeys(calendar.week_of(day) for day in course.days)
    for week in read:
        eve = shifted(week.start, -1)
        earlier, later = course.on(eve), course.on(week.last)
        before = earlier[1] if earlier else stated_baseline(outcome.goal)
        follows = earlier is None or calendar.week_of(eve) in read
        if follows and week.last <= asof and before is not None and later is not None:
            yield week, later[1] - before
