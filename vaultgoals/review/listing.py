"""Things in a line, and those that are too many for it."""

from collections.abc import Sequence
from dataclasses import dataclass

from vaultgoals.review.text import Text

IN_A_LINE = 8
"""How many things are named in one line; the others are folded."""


@dataclass(frozen=True, slots=True)
class Listing:
    """What is `shown` in a line, and what is `folded` below it."""

    shown: tuple[Text, ...] = ()
    folded: tuple[Text, ...] = ()

    @classmethod
    def of(cls, items: Sequence[Text]) -> "Listing":
        """A listing of what is not empty."""
        told = tuple(item for item in items if item)
        return cls(told[:IN_A_LINE], told[IN_A_LINE:])
