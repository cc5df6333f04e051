"""How often a process goal is due: the grammar of `cadence`."""

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class Cadence:
    """`amount` of `unit` in every `every` `period`s.

    `period` is day, weekday, week, month, quarter or year; a fortnight is `week`, `every` 2. `days` are named
    weekdays (`mon` …), due within a week. `event` is the noun of an event cadence, whose `amount` is None:
    its quota is all that occurred. `at_most` turns the quota into a ceiling; `per_rep` multiplies by `reps`.
    `text` is what was written.
    """

    amount: Fraction | None
    period: str
    unit: str | None = None
    every: int = 1
    at_most: bool = False
    days: tuple[str, ...] = ()
    event: str | None = None
    per_rep: bool = False
    text: str = ""
