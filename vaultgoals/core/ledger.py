"""A process goal's log, read by the period: what was due in each, and what was done."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cached_property
from math import ceil

from vaultgoals.core.cadence import Cadence, period_of, periods_between, quota
from vaultgoals.core.config import Config
from vaultgoals.core.duration import unit_minutes
from vaultgoals.core.goal import CheckIn, Goal, History
from vaultgoals.core.kept import Kept, KeptState, attained, is_log
from vaultgoals.core.period import Calendar, Period
from vaultgoals.core.plan import ActiveDays, shifted
from vaultgoals.core.value import running, starts_too_early

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MEETING = frozenset({KeptState.MET, KeptState.BLANK, KeptState.OPEN})


@dataclass(frozen=True, kw_only=True)
class Ledger:
    """All that was logged for a process goal up to the end of `asof`, ready to be read by the period.

    `logs` are the values and the skips, in order of days. `today` tells whether the last day is over.
    """

    goal: Goal
    cadence: Cadence
    logs: tuple[CheckIn, ...]
    asof: date
    today: date
    calendar: Calendar

    @classmethod
    def of(cls, history: History, *, asof: date, today: date, config: Config) -> "Ledger | None":
        """A history's ledger; None where the goal has no cadence that could be read."""
        cadence = history.goal.cadence
        if cadence is None:
            return None
        return cls(
            goal=history.goal,
            cadence=cadence,
            logs=tuple(log for log in history.checkins if log.on <= asof and is_log(log)),
            asof=asof,
            today=today,
            calendar=Calendar(week=config.week),
        )

    @cached_property
    def active(self) -> ActiveDays:
        """The goal's active days."""
        return ActiveDays.of(self.goal)

    @cached_property
    def begin(self) -> date | None:
        """The first day that periods may hold: `start`, else the first of the period first logged in."""
        if self.goal.start or not self.logs:
            return self.goal.start
        first = self.logs[0].on
        period = self.period_of(first)
        return period.start if period else first

    def period_of(self, day: date) -> Period | None:
        """The calendar's period of a day; None on a weekend where only weekdays are due."""
        return period_of(self.cadence, day, start=self.goal.start, calendar=self.calendar)

    def at(self, day: date) -> Kept | None:
        """The period of a day, None where there is none.

        A goal without `start` or log has not begun, yet this period is there to be done.
        """
        period = self.period_of(day)
        if period is None or self._is_after_due(period) or (self.begin and period.last < self.begin):
            return None
        return self.kept(period)

    def between(self, first: date, last: date) -> Iterator[Kept]:
        """The periods whose last day lies between two days, both included, and not after as-of, in order."""
        if self.begin is None:
            return
        begin, end = max(first, self.begin), min(last, self.asof)
        for period in periods_between(
            self.cadence, begin, end, start=self.goal.start, calendar=self.calendar
        ):
            if first <= period.last <= end and not self._is_after_due(period):
                yield self.kept(period)

    def _is_after_due(self, period: Period) -> bool:
        """Whether the goal was due before a period."""
        return self.goal.due is not None and self.goal.due < period.start

    def back_from(self, day: date) -> Iterator[Kept]:
        """The periods begun by a day, latest first, passing over pauses and weeks without events."""
        begin, at = self.begin, self._latest(day)
        while begin and at and at >= begin:
            period = self.period_of(at)
            if period:
                yield self.kept(period)
            first = period.start if period else at
            at = self._latest(shifted(first, -1)) if first > begin else None

    def _latest(self, day: date) -> date | None:
        """The last active day up to `day`; of events in no later week than the last one logged."""
        if self.cadence.event:
            passed = bisect_right(self._days, day)
            week = self.period_of(self._days[passed - 1]) if passed else None
            if week is None:
                return None
            day = min(day, week.last)
        return self.active.latest(day)

    def kept(self, period: Period) -> Kept:
        """What was done in a period, and what that makes of it."""
        logs = self._logged(period.start, period.last)
        values = [log for log in logs if log.value is not None and not starts_too_early(self.goal, log)]
        skips = [log.skip for log in logs if log.skip is not None]
        active, total = self._active_of(period)
        done, due = self._done(values), self._due(values, active, total)
        meets = done <= due if self.cadence.at_most else 0 < due <= done
        if not active:
            state = KeptState.PAUSED
        elif skips and not values:
            state = KeptState.SKIPPED
        else:
            state = self._state(period, done, due, logged=bool(logs), meets=meets)
        silent = state is KeptState.UNLOGGED
        return Kept(
            period=period,
            done=done,
            quota=due,
            attainment=Fraction(0) if silent else attained(done, due, at_most=self.cadence.at_most),
            met=meets and state in _MEETING,
            state=state,
            logged=bool(logs),
            skip=skips[-1] if skips else None,
        )

    def _state(
        self, period: Period, done: Fraction, due: Fraction, *, logged: bool, meets: bool
    ) -> KeptState:
        """The state of a period that nothing excuses."""
        if not self._closed(period, met=meets):
            return KeptState.OPEN
        if self.cadence.event and not due:
            return KeptState.EVENTLESS
        if not logged:
            return KeptState.BLANK if self._in_logged_week(period) else KeptState.UNLOGGED
        if meets:
            return KeptState.MET
        return KeptState.UNMET if done else KeptState.ZERO

    def _closed(self, period: Period, *, met: bool) -> bool:
        """Closed once its last day is over; on that day once met, where nothing can undo that."""
        if period.last > self.asof:
            return False
        return period.last < self.today or (met and self.settles)

    @property
    def settles(self) -> bool:
        """Whether a period once met stays met: not under a ceiling, and not while events may still occur."""
        return not self.cadence.at_most and not self.cadence.event

    def _in_logged_week(self, period: Period) -> bool:
        """Whether a day stands in an ISO week that holds a log; people tick what they did."""
        if self.cadence.period not in ("day", "weekday"):
            return False
        monday = shifted(period.start, -period.start.weekday())
        return bool(self._logged(monday, shifted(monday, 6)))

    def _done(self, values: Sequence[CheckIn]) -> Fraction:
        """The values alone, folded; nothing is 0. Of events, those that were done."""
        amounts = [log.value for log in values if log.value is not None]
        if self.cadence.event:
            return sum(amounts, Fraction(0))
        return [Fraction(0), *running(self.goal.aggregate, amounts, base=Fraction(0))][-1]

    def _due(self, values: Sequence[CheckIn], active: int, total: int) -> Fraction:
        """The quota, in the goal's unit: of events all that occurred, of a period partly active its share.

        min(quota, ceil(quota × active days / all days)), rounded up in the unit that the cadence is
        written in.
        """
        if self._quota is None:
            return sum((log.of if log.of is not None else Fraction(1) for log in values), Fraction(0))
        if active == total:
            return self._quota * self._scale
        return min(self._quota, Fraction(ceil(self._quota * active / total))) * self._scale

    @cached_property
    def _quota(self) -> Fraction | None:
        return quota(self.cadence, self.goal.reps)

    @cached_property
    def _scale(self) -> Fraction:
        """The cadence's unit in the goal's own: hours where minutes are logged make 60."""
        written, own = unit_minutes(self.cadence.unit), unit_minutes(self.goal.unit)
        return written / own if written and own else Fraction(1)

    def _active_of(self, period: Period) -> tuple[int, int]:
        """How many of a period's days are active, and how many there are; of named days only these."""
        if not self.cadence.days:
            return self.active.count(period.start, period.last), period.days
        days = (shifted(period.start, n) for n in range(period.days))
        named = [day for day in days if _WEEKDAYS[day.weekday()] in self.cadence.days]
        return sum(self.active.count(day, day) for day in named), len(named)

    def _logged(self, first: date, last: date) -> tuple[CheckIn, ...]:
        low = bisect_left(self._days, first)
        return self.logs[low : bisect_right(self._days, last, lo=low)]

    @cached_property
    def _days(self) -> tuple[date, ...]:
        return tuple(log.on for log in self.logs)
