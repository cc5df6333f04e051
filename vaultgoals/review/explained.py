"""One figure of a goal, explained: its name, its value, and how it was worked out."""

from dataclasses import dataclass
from fractions import Fraction

from vaultgoals.core.show import show_exact


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a goal: its name, its value as shown, and how it was worked out."""

    name: str
    value: str
    how: str = ""


def exactly(value: Fraction | None) -> str:
    """A value as exactly as it takes to work it out again by hand."""
    return "unknown" if value is None else show_exact(value)
