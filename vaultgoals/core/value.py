"""What a metric stood at on a day: its readings, folded as its goal says."""

from bisect import bisect_right, insort
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import accumulate

from vaultgoals.core.goal import Aggregate, CheckIn, Goal, History, Kind

_ADDING = frozenset({Aggregate.SUM, Aggregate.COUNT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """A metric's readings up to a day, and the value that held at the end of each day with one.

    `counted` are the check-ins that count, in order. `baseline` is the one stated, 0 under `sum` and `count`,
    else the first reading that counts; None without any.
    """

    counted: tuple[CheckIn, ...]
    baseline: Fraction | None
    days: tuple[date, ...]
    values: tuple[Fraction, ...]

    @property
    def current(self) -> Fraction | None:
        """The value after all readings; the baseline before the first."""
        return self.values[-1] if self.values else self.baseline

    def on(self, day: date) -> tuple[date, Fraction] | None:
        """The last day with a reading up to and including `day`, and the value then."""
        passed = bisect_right(self.days, day)
        return (self.days[passed - 1], self.values[passed - 1]) if passed else None


def course_of(history: History, asof: date) -> Course:
    """The course of a metric up to the end of `asof`; later check-ins change nothing."""
    goal = history.goal
    counted = _counted(history, asof)
    readings = [(checkin.on, checkin.value) for checkin in counted if checkin.value is not None]
    stated = stated_baseline(goal)
    folded = running(goal.aggregate, [value for _, value in readings], base=stated or Fraction(0))
    by_day = dict(zip((on for on, _ in readings), folded, strict=True))
    return Course(
        counted=counted,
        baseline=readings[0][1] if stated is None and readings else stated,
        days=tuple(by_day),
        values=tuple(by_day.values()),
    )


def value_at(history: History, day: date) -> Fraction | None:
    """The current value at the end of a day: the baseline before the first reading, None without either."""
    return course_of(history, day).current


def stated_baseline(goal: Goal) -> Fraction | None:
    """The baseline that stands without any reading: the goal's own, else 0 where readings are added to it."""
    return Fraction(0) if goal.baseline is None and goal.aggregate in _ADDING else goal.baseline


def starts_too_early(goal: Goal, checkin: CheckIn) -> bool:
    """Whether a reading lies before `start` and so does not count; only `last` looks further back."""
    return goal.start is not None and checkin.on < goal.start and goal.aggregate is not Aggregate.LAST


def _counted(history: History, asof: date) -> tuple[CheckIn, ...]:
    """The readings that count: a metric stands still at `due`, but for a guardrail, which holds on."""
    goal = history.goal
    frozen = goal.due if goal.kind is not Kind.GUARDRAIL else None
    until = min(asof, frozen) if frozen else asof
    return tuple(
        checkin
        for checkin in history.checkins
        if checkin.value is not None and checkin.on <= until and not starts_too_early(goal, checkin)
    )


def running(aggregate: Aggregate, values: Sequence[Fraction], *, base: Fraction) -> Iterator[Fraction]:
    """The folded value after each of `values`; `sum` and `count` are added to `base`."""
    match aggregate:
        case Aggregate.LAST:
            yield from values
        case Aggregate.SUM:
            yield from (base + total for total in accumulate(values))
        case Aggregate.COUNT:
            yield from (base + total for total in accumulate(int(value != 0) for value in values))
        case Aggregate.MEAN:
            yield from (total / number for number, total in enumerate(accumulate(values), 1))
        case Aggregate.MIN:
            yield from accumulate(values, min)
        case Aggregate.MAX:
            yield from accumulate(values, max)
        case Aggregate.MEDIAN:
            yield from _running_median(values)


def median(ordered: Sequence[Fraction]) -> Fraction:
    """The middle of an ordered sequence, or the mean of its two middle values."""
    half, odd = divmod(len(ordered), 2)
    return ordered[half] if odd else (ordered[half - 1] + ordered[half]) / 2


def _running_median(values: Sequence[Fraction]) -> Iterator[Fraction]:
    ordered: list[Fraction] = []
    for value in values:
        insort(ordered, value)
        yield median(ordered)
