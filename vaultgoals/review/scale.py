"""How one goal's numbers are written on a page: alike, in its unit, changes with their sign."""

from dataclasses import dataclass
from fractions import Fraction

from vaultgoals.core.duration import unit_minutes
from vaultgoals.core.goal import Goal
from vaultgoals.core.show import show_clock, show_number


@dataclass(frozen=True, slots=True)
class Scale:
    """Writes a goal's values; `clock` where they are times to the second or minute, `52:24`."""

    unit: str | None
    clock: bool = False

    @classmethod
    def of(cls, goal: Goal, *values: Fraction | None) -> "Scale":
        """The scale that fits all these values, and the goal's own."""
        known = [value for value in (goal.baseline, goal.target, *values) if value is not None]
        clock = unit_minutes(goal.unit) is not None and any(value.denominator != 1 for value in known)
        return cls(goal.unit, clock)

    def say(self, value: Fraction) -> str:
        """A value with its unit: `6.4 %`, `52:24`, `12 calls`."""
        return show_clock(value, self.unit) if self.clock else show_number(value, self.unit)

    def bare(self, value: Fraction) -> str:
        """A value where its unit has just been said."""
        return show_clock(value, self.unit) if self.clock else show_number(value)

    def change(self, value: Fraction) -> str:
        """A change, with its sign; of a percentage in points: `+0.1 points`, `−0:28`."""
        sign = "+" if value > 0 else "−" if value < 0 else "±"
        if self.clock:
            return sign + show_clock(abs(value), self.unit)
        if self.unit == "%":
            number = show_number(abs(value))
            return f"{sign}{number} point" if number == "1" else f"{sign}{number} points"
        return sign + show_number(abs(value), self.unit)
