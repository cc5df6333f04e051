"""The days of a vault that belong into a calendar: check-ins that are due, by what rule, and deadlines."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from vaultgoals.core.actions import Action
from vaultgoals.core.cadence import Cadence, periods_between
from vaultgoals.core.goal import Goal, Kind, Status
from vaultgoals.core.period import Calendar
from vaultgoals.core.plan import shifted
from vaultgoals.core.show import show_number
from vaultgoals.core.vault import Vault
from vaultgoals.core.years import YEARS

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_LONGEST_PAUSE = 366
_USUAL = (Kind.OUTCOME, Kind.INDICATOR)


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeat:
    """How an occasion comes again: every so many days, weeks, months or years.

    Of a week on `weekdays` (`mon` …), of a month on its last day where `month_end` says so; up to `until`,
    the last day included, but not on the days in `but`.
    """

    unit: str
    every: int = 1
    weekdays: tuple[str, ...] = ()
    month_end: bool = False
    until: date | None = None
    but: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """A day on which something is due; `what` names it among all of the goal at `path`, whenever it is."""

    path: str
    what: str
    on: date
    title: str
    about: str = ""
    repeat: Repeat | None = None


def occasions(vault: Vault, today: date) -> Iterator[Occasion]:
    """All that is due in the goals that are active: check-ins from `today` on, deadlines and open actions."""
    calendar = Calendar(week=vault.config.week)
    for goal in vault.goals.values():
        if goal.status is not Status.ACTIVE:
            continue
        check_in = _check_in(goal, calendar, today)
        if check_in:
            yield check_in
        if goal.due:
            yield Occasion(
                path=goal.path, what="due", on=goal.due, title=f"Due: {goal.title}", about=_aim(goal)
            )
        yield from _deadlines(vault, goal)


def _aim(goal: Goal) -> str:
    return f"Target: {show_number(goal.target, goal.unit)}" if goal.target is not None else ""


def _deadlines(vault: Vault, goal: Goal) -> Iterator[Occasion]:
    """The deadlines of open actions; of two with the same words the second is told apart by its number."""
    seen: dict[tuple[str, str], int] = {}
    for action in vault.actions_of(goal.path):
        if action.task.open and action.task.due:
            key = action.path, action.text
            seen[key] = seen.get(key, 0) + 1
            yield _deadline(action, action.task.due, goal, seen[key])


def _deadline(action: Action, due: date, goal: Goal, number: int) -> Occasion:
    what = "\n".join(("action", action.path, action.text, str(number)))
    return Occasion(path=goal.path, what=what, on=due, title=action.text, about=f"For {goal.title}")


def _check_in(goal: Goal, calendar: Calendar, today: date) -> Occasion | None:
    """When a reading of a goal is due, or its doing, from today on: on the last day of each period.

    What must not exceed a ceiling, and what nobody schedules, is due on no day.
    """
    does = goal.kind is Kind.PROCESS
    cadence = goal.cadence if does else goal.check_in or (_WEEKLY if goal.kind in _USUAL else None)
    if cadence is None or cadence.event or cadence.at_most:
        return None
    begin = max(today, goal.start or today)
    last = min(goal.due or date(YEARS[-1], 12, 31), shifted(begin, _LONGEST_PAUSE))
    first = next(due_days(cadence, begin, last, goal=goal, calendar=calendar), None)
    if first is None:
        return None
    title = f"{goal.title}: {cadence.text}" if does else f"Reading: {goal.title}"
    about = f"You wrote: {goal.because}" if goal.because else _aim(goal)
    repeat = _repeat(cadence, goal, calendar, first)
    return Occasion(path=goal.path, what="check-in", on=first, title=title, about=about, repeat=repeat)


_WEEKLY = Cadence(amount=Fraction(1), period="week", text="weekly")


def due_days(cadence: Cadence, first: date, last: date, *, goal: Goal, calendar: Calendar) -> Iterator[date]:
    """The days from `first` to `last` on which a cadence is due: each day, named days, or last days."""
    for period in periods_between(cadence, first, last, start=goal.start, calendar=calendar):
        days = [period.last]
        if cadence.days:
            week = (shifted(period.start, number) for number in range(period.days))
            days = [day for day in week if _WEEKDAYS[day.weekday()] in cadence.days]
        yield from (day for day in days if first <= day <= last)


def _repeat(cadence: Cadence, goal: Goal, calendar: Calendar, first: date) -> Repeat:
    """The rule by which the days of `due_days` come again after the first."""
    paused = (
        day
        for pause in sorted(goal.pauses)
        for day in due_days(
            cadence,
            max(pause.start, first),
            min(pause.last, shifted(first, 2 * _LONGEST_PAUSE)),
            goal=goal,
            calendar=calendar,
        )
    )
    until, but = goal.due, tuple(sorted(set(paused)))
    match cadence.period:
        case "day":
            return Repeat(unit="day", until=until, but=but)
        case "weekday":
            return Repeat(unit="week", weekdays=_WEEKDAYS[:5], until=until, but=but)
        case "week":
            return Repeat(unit="week", every=cadence.every, weekdays=cadence.days, until=until, but=but)
        case "month":
            return Repeat(unit="month", month_end=True, until=until, but=but)
        case "quarter":
            return Repeat(unit="month", every=3, month_end=True, until=until, but=but)
        case _:
            return Repeat(unit="year", until=until, but=but)
