"""Where a number is heading: the Theil-Sen line through its recent values."""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import combinations
from math import ceil, lcm, sqrt
from typing import TypeAlias

from vaultgoals.core.value import median

Point: TypeAlias = tuple[int, Fraction]
"""The ordinal of a day with a reading, and the value at its end."""

LOOKBACK = 84
"""Days looked back at, the as-of day included."""

LEAST_POINTS = 3
"""With fewer days with a reading there is no forecast."""

_FARTHEST = 3652  # days: ten years
_Z = 1.959963984540054  # the normal quantile at 0.975


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """The line's slope a day with its 95 % interval, and where it leads if nothing changes.

    `at_due` is the value at due, with the range that the interval spans there; None without a due date.
    `target_on` is the first day on which the line has reached the target; None when that is met, or never
    reached, or more than ten years away.
    """

    slope_per_day: Fraction
    slope_low: Fraction
    slope_high: Fraction
    at_due: Fraction | None
    at_due_low: Fraction | None
    at_due_high: Fraction | None
    target_on: date | None


@dataclass(frozen=True, slots=True)
class _Line:
    """A line through the point (day, value)."""

    day: Fraction
    value: Fraction
    slope: Fraction

    def on(self, day: date) -> Fraction:
        return self.value + self.slope * (day.toordinal() - self.day)


def forecast(
    readings: Iterable[tuple[date, Fraction]], *, asof: date, due: date | None, target: Fraction | None
) -> Forecast | None:
    """The forecast from the value on each day with a reading, in order; None after due, or with under 3 days.

    Only the last 84 days count. `target` is None where there is none to reach, or it is met. The slope is the
    median of all pairwise slopes, its interval inverts Kendall's tau (Theil 1950; Sen 1968, as SciPy's
    `theilslopes`); the line runs through the median day and the median value.
    """
    points = [(day.toordinal(), value) for day, value in readings if 0 <= (asof - day).days < LOOKBACK]
    if len(points) < LEAST_POINTS or (due is not None and asof > due):
        return None
    middle, low, high = _slopes(points)
    day = median([Fraction(on) for on, _ in points])
    value = median(sorted(value for _, value in points))
    at_due, at_due_low, at_due_high = (
        _Line(day, value, slope).on(due) if due else None for slope in (middle, low, high)
    )
    return Forecast(
        slope_per_day=middle,
        slope_low=low,
        slope_high=high,
        at_due=at_due,
        at_due_low=at_due_low,
        at_due_high=at_due_high,
        target_on=_reached(_Line(day, value, middle), target, current=points[-1][1], asof=asof),
    )


def _slopes(points: Sequence[Point]) -> tuple[Fraction, Fraction, Fraction]:
    """The median of the pairwise slopes, and the ends of its 95 % interval.

    The slopes are ranked as whole numbers over one common denominator, which is exact and quick.
    """
    values, gaps = lcm(*(value.denominator for _, value in points)), lcm(*range(1, LOOKBACK))
    scaled = [(day, int(value * values)) for day, value in points]
    ranked = sorted((y2 - y1) * (gaps // (x2 - x1)) for (x1, y1), (x2, y2) in combinations(scaled, 2))
    unit = values * gaps
    low, high = _interval(points, len(ranked))
    middle = Fraction(ranked[(len(ranked) - 1) // 2] + ranked[len(ranked) // 2], 2 * unit)
    return middle, Fraction(ranked[low], unit), Fraction(ranked[high], unit)


def _interval(points: Sequence[Point], slopes: int) -> tuple[int, int]:
    """The ranks, among so many slopes, that bound the 95 % interval (Sen 1968, equation 2.6)."""
    tied = _ties(len(points)) - sum(map(_ties, _repeats(value for _, value in points)))
    reach = _Z * sqrt(tied / 18)
    low, high = round((slopes - reach) / 2) - 1, round((slopes + reach) / 2)
    return max(low, 0), min(high, slopes - 1)


def _ties(count: int) -> int:
    return count * (count - 1) * (2 * count + 5)


def _repeats(values: Iterable[Hashable]) -> Iterable[int]:
    return Counter(values).values()


def _reached(line: _Line, target: Fraction | None, *, current: Fraction, asof: date) -> date | None:
    """The first whole day, tomorrow at the earliest, on which the line has reached the target."""
    if target is None or (target - current) * line.slope <= 0:
        return None
    on = max(ceil(line.day + (target - line.value) / line.slope), asof.toordinal() + 1)
    farthest = min(asof.toordinal() + _FARTHEST, date.max.toordinal())
    return date.fromordinal(on) if on <= farthest else None
