"""The frame of a chart: the days along it, what they are called, and the range of its values."""

from collections.abc import Iterable, Sequence
from datetime import date
from fractions import Fraction

from vaultgoals.core.plan import shifted
from vaultgoals.core.show import MONTHS

_STEPS = ((1, 15), (7, 15), (14, 15), (28, 15), (91, 8), (182, 8), (364, 8))
"""Days between two points, and how many points a chart then has at most: their labels must fit side by side
on a phone.
"""

_INTERVALS = 5  # roughly so many round steps make up the range of values
_FINER = 100  # points are drawn so many times finer than these


def days_shown(first: date, last: date, *, now: date) -> tuple[date, ...]:
    """Days at equal distances, `now` among them, from `first` on and far enough to hold `last`.

    The axis of a Mermaid chart knows no time: only equal distances draw a straight plan straight. They are a
    day, 1, 2, 4, 13, 26 or 52 weeks, the least that does not need too many points. None where all of them do,
    or where `first` is still to come.
    """
    before, after = (now - first).days, max((last - now).days, 0)
    if before < 0:
        return ()
    for step, most in _STEPS:
        back, on = before // step, -(-after // step)
        if back + on < most:
            # Beyond the end of the calendar several places would be the same day.
            return tuple(dict.fromkeys(shifted(now, step * place) for place in range(-back, on + 1)))
    return ()


def labels_of(days: Sequence[date]) -> tuple[str, ...]:
    """What stands below each point: the day, `27`, `4`; the month, `Oct`; or month and year, `Oct 26`.

    No two are alike, since these would be one place on the axis: the second says more, or the day instead.
    """
    step = (days[1] - days[0]).days if len(days) > 1 else 1
    taken: list[str] = []
    for day in days:
        month, number = MONTHS[day.month - 1][:3], str(day.day)
        dated = f"{number} {month}"
        short = number if step < 28 else month if step == 28 else f"{month} {day.year % 100:02}"
        ways = (short, number, dated, f"{dated} {day.year}")
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
