"""A chart as a value: lines over days, between two ends, and the same in words."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from fractions import Fraction

from vaultgoals.core.period import Period
from vaultgoals.core.plan import shifted
from vaultgoals.core.show import show_range
from vaultgoals.review.chart_scale import labels_of, range_of
from vaultgoals.review.text import Text


class Stroke(StrEnum):
    """How a line is drawn, so that no colour has to tell it from the others."""

    SOLID = "solid"
    DASHED = "dashed"
    DOTTED = "dotted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a chart, from its first day on; one with fewer values than days ends before the chart.

    `ends` are its first and last value as they are, where `values` are rounded to be drawn.
    """

    name: str
    stroke: Stroke
    values: tuple[Fraction, ...]
    ends: tuple[Fraction, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """Lines over days at equal distances, the lowermost first; values are in `unit`, and rounded.

    `dates` says which days these are, `labels` name each of them, `low` and `high` are the ends of the other
    axis. `words` say what is to be seen, for whoever cannot see it.
    """

    dates: str
    labels: tuple[str, ...]
    unit: str
    low: Fraction
    high: Fraction
    lines: tuple[Line, ...]
    words: Text

    @classmethod
    def of(
        cls,
        days: Sequence[date],
        lines: Sequence[Line],
        *,
        now: int,
        unit: str,
        words: Text,
        ends: tuple[Fraction, ...] = (),
    ) -> "Chart":
        """A chart whose axes hold its lines, and `ends` where the whole range tells how much a change is.

        `now` is the point at which the values end: today, or the day on which a goal was closed.
        """
        low, high, places = range_of([*ends, *(value for line in lines for value in line.values)])
        rounded = (
            replace(
                line,
                values=tuple(round(value, places) for value in line.values),
                ends=(line.values[0], line.values[-1]),
            )
            for line in lines
        )
        return cls(
            dates=show_range(Period(days[0], shifted(days[-1], 1))),
            labels=labels_of(days, now),
            unit=unit,
            low=low,
            high=high,
            lines=tuple(rounded),
            words=words,
        )
