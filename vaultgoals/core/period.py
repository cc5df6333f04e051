"""Stretches of time: half-open ranges of calendar dates, and the calendar that names them."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from vaultgoals.core.years import YEARS as YEARS


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


_FIRST_FORTNIGHT = date(2026, 1, 5)

# A week rule is its first weekday (Monday 0) and the day of January that its week 1 holds.
_WEEK_RULES = {"iso": (0, 4), "monday": (0, 1), "sunday": (6, 1), "saturday": (5, 1)}

_LABEL = re.compile(
    r"(?P<year>[0-9]{4})"
    r"(?:-W(?P<week>[0-9]{2})|-Q(?P<quarter>[1-4])|-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?"
)


@dataclass(frozen=True, slots=True)
class Calendar:
    """Days, weeks, fortnights, months, quarters and years as a vault counts them.

    `week` is `iso`, `sunday` (from Sunday, as in the US), `monday` or `saturday`; week 1 of the latter three
    holds 1 January. Periods that reach beyond the years 1 and 9999 are cut off there.
    """

    week: str = "iso"

    def day_of(self, day: date) -> Period:
        """The day itself, `2026-11-20`."""
        return _between(day.toordinal(), day.toordinal() + 1, day.isoformat())

    def week_of(self, day: date) -> Period:
        """The week that holds a day, `2026-W47`, the year being the week's own."""
        first = self._week_start(day.toordinal())
        year, number = self.week_number(day)
        return _between(first, first + 7, f"{year:04}-W{number:02}")

    def week_number(self, day: date) -> tuple[int, int]:
        """The week's own year, and its number in that year."""
        first = self._week_start(day.toordinal())
        year = _day(first + 6).year
        if first < self._week_one(year):
            year -= 1
        return year, (first - self._week_one(year)) // 7 + 1

    def fortnight_of(self, day: date, start: date | None = None) -> Period:
        """The two ISO weeks, counted from the one that holds `start`: `2026-W53..2027-W01`."""
        iso = Calendar()
        anchor = iso._week_start((start or _FIRST_FORTNIGHT).toordinal())
        first = day.toordinal() - (day.toordinal() - anchor) % 14
        weeks = (iso.week_of(_day(at)).label for at in (first, first + 7))
        return _between(first, first + 14, "..".join(weeks))

    def month_of(self, day: date) -> Period:
        """The month that holds a day, `2026-11`."""
        return _months(day.year, day.month, 1, f"{day.year:04}-{day.month:02}")

    def quarter_of(self, day: date) -> Period:
        """The quarter that holds a day, `2026-Q4`."""
        quarter = (day.month + 2) // 3
        return _months(day.year, quarter * 3 - 2, 3, f"{day.year:04}-Q{quarter}")

    def year_of(self, day: date) -> Period:
        """The year that holds a day, `2026`."""
        return _months(day.year, 1, 12, f"{day.year:04}")

    def read(self, label: str) -> Period | None:
        """The day, week, month, quarter or year of that label, None where there is none."""
        match = _LABEL.fullmatch(label)
        if match is None or match["year"] == "0000":
            return None
        year = int(match["year"])
        if match["week"]:
            found = self.week_of(_day(self._week_one(year) + 7 * int(match["week"]) - 7))
        elif match["quarter"]:
            found = self.quarter_of(date(year, int(match["quarter"]) * 3, 1))
        elif match["month"]:
            found = self._read_month(year, int(match["month"]), match["day"])
        else:
            found = self.year_of(date(year, 1, 1))
        return found if found.label == label else None

    def _read_month(self, year: int, month: int, day: str | None) -> Period:
        first = date(year, min(max(month, 1), 12), 1)
        return self.month_of(first) if day is None else self.day_of(_day(first.toordinal() + int(day) - 1))

    def _week_start(self, ordinal: int) -> int:
        # Ordinal 1 is a Monday.
        return ordinal - (ordinal - 1 - _WEEK_RULES[self.week][0]) % 7

    def _week_one(self, year: int) -> int:
        return self._week_start(date(year, 1, _WEEK_RULES[self.week][1]).toordinal())


def _day(ordinal: int) -> date:
    return date.fromordinal(min(max(ordinal, 1), date.max.toordinal()))


def _between(first: int, stop: int, label: str) -> Period:
    return Period(_day(first), _day(stop), label)


def _months(year: int, month: int, count: int, label: str) -> Period:
    last = month + count - 1
    first, end = date(year, month, 1), date(year, last, monthrange(year, last)[1])
    return _between(first.toordinal(), end.toordinal() + 1, label)
