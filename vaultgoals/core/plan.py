"""The time that a goal has: which days are active, how much of it has passed, and where the plan stands."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from vaultgoals.core.goal import Goal
from vaultgoals.core.period import Period


def shifted(day: date, days: int) -> date:
    """The date so many days away, held inside the calendar: a lag of a million days is no error."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


@dataclass(frozen=True, slots=True, kw_only=True)
class ActiveDays:
    """The days from `first` to `last`, both included, that no break covers.

    Days are counted by their ordinals, so that the last day of the calendar can be a due date. Breaks are
    half-open, in order, and do not overlap.
    """

    first: int
    last: int
    breaks: tuple[tuple[int, int], ...] = ()

    @classmethod
    def of(cls, goal: Goal, *, start: date | None = None) -> "ActiveDays":
        """A goal's active days; without `start` of its own it begins on the `start` given, if any."""
        return cls(
            first=(goal.start or start or date.min).toordinal(),
            last=(goal.due or date.max).toordinal(),
            breaks=_merged(goal.pauses),
        )

    def count(self, first: date, last: date) -> int:
        """How many days are active from `first` to `last`, both included."""
        return self.between(first.toordinal(), last.toordinal())

    def between(self, first: int, last: int) -> int:
        """The same, for ordinals."""
        low, stop = max(first, self.first), min(last, self.last) + 1
        paused = sum(max(0, min(stop, end) - max(low, begin)) for begin, end in self.breaks)
        return max(0, stop - low) - paused

    def latest(self, day: date) -> date | None:
        """The last active day up to and including `day`, None where there is none."""
        at = min(day.toordinal(), self.last)
        for begin, end in reversed(self.breaks):
            if begin <= at < end:
                at = begin - 1
        return date.fromordinal(at) if at >= self.first else None


def _merged(pauses: Iterable[Period]) -> tuple[tuple[int, int], ...]:
    """Pauses as ordinals; days that two of them cover count once."""
    merged: list[tuple[int, int]] = []
    for pause in sorted(pauses):
        begin, end = pause.start.toordinal(), pause.stop.toordinal()
        if merged and begin <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((begin, end))
    return tuple(merged)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The way from `start` to `due`: time, and the line that the value should follow.

    `points` are (ordinal of a day, value at its end) in order: the eve of `start` with the baseline, the
    milestones, `due` with the target; empty where baseline, target or time are unknown.
    """

    days: ActiveDays
    start: date | None
    due: date | None
    points: tuple[tuple[int, Fraction], ...]

    @classmethod
    def of(cls, goal: Goal, *, baseline: Fraction | None, first_reading: date | None) -> "Plan":
        """A goal's plan; without `start` it begins with the first reading."""
        start = goal.start or first_reading
        days = ActiveDays.of(goal, start=first_reading)
        timed = start is not None and goal.due is not None and days.count(start, goal.due) > 0
        points: tuple[tuple[int, Fraction], ...] = ()
        if timed and baseline is not None and goal.target is not None:
            steps = sorted((stone.on.toordinal(), stone.value) for stone in goal.milestones)
            inner = (step for step in steps if days.first <= step[0] < days.last)
            points = ((days.first - 1, baseline), *inner, (days.last, goal.target))
        return cls(days=days, start=start, due=goal.due, points=points)

    def elapsed(self, asof: date) -> Fraction | None:
        """The share of active days that have passed at the end of `asof`, 0..1.

        Active days of start…min(asof, due) over those of start…due; None without both dates, or when all of
        it is paused.
        """
        if self.start is None or self.due is None:
            return None
        total = self.days.count(self.start, self.due)
        return Fraction(self.days.count(self.start, asof), total) if total else None

    def days_left(self, asof: date) -> int | None:
        """How many active days are left after `asof`, up to and including `due`; None without `due`."""
        return self.days.between(asof.toordinal() + 1, self.due.toordinal()) if self.due else None

    def expected(self, asof: date) -> Fraction | None:
        """Where the value should stand at the end of `asof`, None where that is unknown.

        Linear over active days from each point to the next; inside a pause the last point passed holds.
        Before `start` it is the baseline, after `due` the target.
        """
        return self.expected_at(asof.toordinal()) if self.points else None

    def expected_at(self, day: int) -> Fraction:
        """The same for the ordinal of a day, where there is a line."""
        passed = bisect_right(self.points, day, key=lambda point: point[0])
        if passed in (0, len(self.points)):
            return self.points[max(passed - 1, 0)][1]
        (begin, value), (end, goal) = self.points[passed - 1 : passed + 1]
        length = self.days.between(begin + 1, end)
        return (
            value + (goal - value) * Fraction(self.days.between(begin + 1, day), length) if length else value
        )
