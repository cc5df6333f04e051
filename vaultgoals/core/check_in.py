"""When a reading of a metric is due, by its `check-in`: how often somebody should look at the number."""

from datetime import date
from fractions import Fraction

from vaultgoals.core.cadence import Cadence, period_of
from vaultgoals.core.config import Config
from vaultgoals.core.goal import Goal, History, Kind, Status
from vaultgoals.core.period import Calendar, Period
from vaultgoals.core.plan import ActiveDays, shifted

_WEEKLY = Cadence(amount=Fraction(1), period="week", text="weekly")


def answered_on(history: History, until: date) -> list[date]:
    """The days up to `until` on which a goal was read, or skipped with a reason, in order."""
    logs = (log for log in history.checkins if log.value is not None or log.skip is not None)
    return [log.on for log in logs if log.on <= until]


def overdue_since(history: History, *, today: date, config: Config) -> Period | None:
    """The last closed check-in period, where there is no reading in it nor since; else None.

    A goal is asked from the first period on that closes after its `start`, or after its first reading.
    """
    asked = _asked(history.goal, today=today, config=config, closed=True)
    answers = answered_on(history, today)
    begin = history.goal.start or next(iter(answers), None)
    if asked is None or begin is None or begin > asked.start:
        return None
    return None if any(day >= asked.start for day in answers) else asked


def awaited_by(history: History, *, today: date, config: Config) -> Period | None:
    """The check-in period that is open, where there is no reading in it yet; else None."""
    asked = _asked(history.goal, today=today, config=config, closed=False)
    if asked is None or (history.goal.start and history.goal.start > today):
        return None
    return None if any(day >= asked.start for day in answered_on(history, today)) else asked


def _asked(goal: Goal, *, today: date, config: Config, closed: bool) -> Period | None:
    """The check-in period that is open today, or the last closed one, of a goal that is under way then."""
    usual = _WEEKLY if goal.kind in (Kind.OUTCOME, Kind.INDICATOR) else None
    cadence, days = goal.check_in or usual, ActiveDays.of(goal)
    at_rest = not days.count(today, today)  # paused, not begun, or past due, when no reading counts any more
    if goal.status is not Status.ACTIVE or cadence is None or at_rest:
        return None
    calendar = Calendar(week=config.week)
    asked = period_of(cadence, today, start=goal.start, calendar=calendar)
    if closed:
        asked = _last_closed(cadence, goal, today, calendar)
    return asked if asked and days.count(asked.start, asked.last) else None


def _last_closed(cadence: Cadence, goal: Goal, today: date, calendar: Calendar) -> Period | None:
    """The last period that is over. Four steps back are enough for a weekend and a period still open."""
    day = today
    for _ in range(4):
        day = shifted(day, -1)
        period = period_of(cadence, day, start=goal.start, calendar=calendar)
        if period and period.last < today:
            return period
        day = period.start if period else day
    return None
