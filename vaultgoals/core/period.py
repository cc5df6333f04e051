"""Stretches of time: half-open ranges of calendar dates with a label."""

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """The days from `start` up to, but not including, `stop`; `label` is `2026-W47`, `2026-11`, …"""

    start: date
    stop: date
    label: str = ""

    @property
    def last(self) -> date:
        """The last day, inclusive."""
        return self.stop - timedelta(days=1)

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.stop - self.start).days

    def __contains__(self, day: date) -> bool:
        return self.start <= day < self.stop
