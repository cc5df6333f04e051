"""A series of values as a row of bars, each one column wide."""

from collections.abc import Sequence
from fractions import Fraction

BARS = "▁▂▃▄▅▆▇█"


def sparkline(values: Sequence[Fraction], *, low: Fraction, high: Fraction) -> str:
    """A bar for each value: the least at `low`, the highest at `high`, all of the middle one where these
    are the same. Values beyond them are drawn at the edge.
    """
    if high <= low:
        return BARS[len(BARS) // 2] * len(values)
    top = len(BARS) - 1
    return "".join(BARS[min(max(round((value - low) * top / (high - low)), 0), top)] for value in values)
