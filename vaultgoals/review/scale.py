"""How one goal's numbers are written on a page: alike, in its unit, as exactly as the person states them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from vaultgoals.core.duration import unit_minutes
from vaultgoals.core.goal import Goal, History
from vaultgoals.core.show import has_seconds, show_clock, show_number

_MOST_PLACES = 2


@dataclass(frozen=True, slots=True)
class Scale:
    """Writes a goal's values with `places` decimals at most; `clock` where they are times, `52:24`.

    `seconds` says whether hours have these too, `1:51:06 h`.
    """

    unit: str | None
    places: int
    clock: bool
    seconds: bool = False

    @classmethod
    def of(cls, history: History, asof: date = date.max) -> "Scale":
        """The scale of all that was stated of a goal up to a day: a later reading changes no figure."""
        goal = history.goal
        stated = [goal.baseline, goal.target, goal.minimum, goal.maximum]
        stated += [checkin.value for checkin in history.checkins if checkin.on <= asof]
        values = [value for value in stated if value is not None]
        clock = unit_minutes(goal.unit) is not None and any(value.denominator != 1 for value in values)
        return cls(goal.unit, _places(values), clock, any(map(has_seconds, values)))

    def say(self, value: Fraction) -> str:
        """A value with its unit: `6.4 %`, `52:24`, `12 calls`."""
        return self._clock(value) if self.clock else show_number(self._rounded(value), self.unit)

    def bare(self, value: Fraction) -> str:
        """A value where its unit is said beside it."""
        return self._clock(value) if self.clock else show_number(self._rounded(value))

    def change(self, value: Fraction) -> str:
        """A change, with its sign; of a percentage in points: `+0.1 points`, `−0:28`."""
        sign = "+" if value > 0 else "−" if value < 0 else "±"
        if self.clock:
            # What is less than half a minute shows no minutes.
            fine = self.seconds or 0 < abs(value) < Fraction(1, 120)
            return sign + show_clock(abs(value), self.unit, seconds=fine)
        size = self._rounded(abs(value)) or abs(value)
        return sign + show_number(size, "points" if self.unit == "%" else self.unit)

    def between(self, low: Fraction, high: Fraction) -> str:
        """A range, `between 6.4 and 6.9 %`; empty where both ends read alike."""
        low, high = min(low, high), max(low, high)
        alike = self.say(low) == self.say(high)
        return "" if alike else f"between {self.bare(low)} and {self.say(high)}"

    def rate(self, value: Fraction) -> str:
        """A change over time, one decimal finer than values are: `+0.25 points`."""
        return replace(self, places=min(self.places + 1, _MOST_PLACES)).change(value)

    def _clock(self, value: Fraction) -> str:
        return show_clock(value, self.unit, seconds=self.seconds)

    def _rounded(self, value: Fraction) -> Fraction:
        return round(value, self.places)


def _places(values: Iterable[Fraction]) -> int:
    """The decimals that these values need, two at most."""
    return next(
        (n for n in range(_MOST_PLACES) if all(10**n % value.denominator == 0 for value in values)),
        _MOST_PLACES,
    )


def amount(goal: Goal, value: Fraction, *, bare: bool = False) -> str:
    """An amount of work, `bare` without its unit, which is left out too where the goal's name says it."""
    unit = goal.unit
    if value.denominator != 1 and unit_minutes(unit):
        return show_number(value, unit).removesuffix(" h" if bare else "")
    named = unit is not None and unit.lower().rstrip("s") in goal.title.lower()
    return show_number(value, None if bare or named else unit)
