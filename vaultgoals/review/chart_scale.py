"""The frame of a chart: the days along it, what they are called, and the range of its values."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from vaultgoals.core.plan import shifted
from vaultgoals.core.show import MONTHS

_BY_DAY, _BY_MONTH, _FARTHEST = 196, 392, 14610
"""Up to so many days a point is called by its day, by its month, by month and year; beyond is no axis."""

_UNSEEN = Fraction(1, 40)  # of the axis: nobody sees that today stands so far from its place

_MOST = 14  # parts, when points are called by their days
_INTERVALS = 5  # roughly so many round steps make up the range of values
_FINER = 100  # points are drawn so many times finer than these


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """Points at equal distances: the ordinals `at` which they lie, from the first day to the last exactly.

    `days` are what these are called: the nearest whole ones, and today itself for the point `now` between the
    ends.
    """

    days: tuple[date, ...]
    at: tuple[Fraction, ...]
    now: int


def axis_of(first: date, last: date, *, now: date) -> Axis | None:
    """The axis from `first` to `last`, or to `now` where that is later; None where it is too long, or where
    `first` is still to come.

    The axis of a Mermaid chart knows no time: only equal distances draw a straight plan straight. So the time
    is divided evenly, such that today lies on one of the points, or nearest to one.
    """
    length, passed = (max(last, now) - first).days, (now - first).days
    if passed < 0 or length > _FARTHEST:
        return None
    axes = (_divided(first, length, parts, passed) for parts in _divisions(length))
    return min(axes, key=lambda axis: _unevenness(axis, now))


def _divided(first: date, length: int, parts: int, passed: int) -> Axis:
    at = tuple(first.toordinal() + Fraction(length * place, parts or 1) for place in range(parts + 1))
    now = round(Fraction(passed * parts, length or 1))
    days = [date.fromordinal(round(day)) for day in at]
    if 0 < now < parts:
        days[now] = shifted(first, passed)
    return Axis(days=tuple(days), at=at, now=now)


def _divisions(length: int) -> range:
    """Into how many parts a time can be divided: the labels must fit side by side on a phone."""
    if length <= _MOST:
        return range(length, length + 1)
    if length <= _BY_DAY:
        return range(7, _MOST + 1)
    return range(7, length // 28 + 1) if length <= _BY_MONTH else range(5, 8)


def _unevenness(axis: Axis, now: date) -> tuple[Fraction, int, bool, bool, int]:
    """First today has to be near its point; then short labels, as far as days are named whole weeks or else
    whole days, and many points.
    """
    length, parts = axis.at[-1] - axis.at[0], len(axis.at) - 1
    off = abs(now.toordinal() - axis.at[axis.now]) - length * _UNSEEN
    long = sum(" " in label for label in labels_of(axis.days, axis.now)) if length <= _BY_MONTH else 0
    step = length / (parts or 1) if length <= _BY_DAY else Fraction(0)
    return max(off, Fraction(0)), long, step % 7 != 0, step % 1 != 0, -parts


def labels_of(days: Sequence[date], now: int = 0) -> tuple[str, ...]:
    """What stands below each point: the day, `27`, `4`; the month, `Oct`; or month and year, `Oct ’26`.

    Among days the one at the point `now` between the ends is marked: `‹20›`. No two are alike, since these
    would be one place on the axis: the second says more, or the day instead.
    """
    length = (days[-1] - days[0]).days
    taken: list[str] = []
    for place, day in enumerate(days):
        month, number = MONTHS[day.month - 1][:3], str(day.day)
        dated, yearly = f"{number} {month}", f"{month} ’{day.year % 100:02}"
        marked = f"‹{number}›" if 0 < now == place < len(days) - 1 else number
        short = marked if length <= _BY_DAY else month if length <= _BY_MONTH else yearly
        second = yearly if length > _BY_DAY and day.year != days[0].year else number
        ways = (short, second, dated, f"{dated} {day.year}")
        taken.append(next(way for way in ways if way not in taken))
    return tuple(taken)


def range_of(values: Iterable[Fraction]) -> tuple[Fraction, Fraction, int]:
    """The ends of an axis that holds these values, both round, and the decimals that its points need."""
    known = sorted(values)
    low, high = known[0], known[-1]
    width = (high - low or abs(high) or 1) / Fraction(_INTERVALS)
    power = _power_of_ten(width)
    step = next(power * times for times in (1, 2, 5, 10) if power * times >= width)
    bottom, top = step * (low // step), -step * (-high // step)
    return bottom, max(top, bottom + step), len(str((power / _FINER).denominator)) - 1


def _power_of_ten(width: Fraction) -> Fraction:
    """The largest power of ten that is not above `width`, which is above 0."""
    power = Fraction(1)
    while power > width:
        power /= 10
    while power * 10 <= width:
        power *= 10
    return power
