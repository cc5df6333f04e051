"""Days as other programs write them: of a whole column it is told whether days or months come first."""

import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from enum import StrEnum

from vaultgoals.core.loose_date import read_loose_date
from vaultgoals.core.years import YEARS
from vaultgoals.intake.entry import MIDNIGHT

_TIME = re.compile(
    r"(?P<day>.*?[0-9])(?:T|,? +)(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?::[0-9]{2}(?:[.,][0-9]+)?)?"
    r" ?(?P<half>[AaPp]\.?[Mm]\.?)?(?: ?(?:Z|UTC|GMT|[+-][0-9]{2}:?(?:[0-9]{2})?))?"
)
_CLOCK = re.compile(r"(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?::[0-9]{2})? ?(?P<half>[AaPp]\.?[Mm]\.?)?")
_STAMP = re.compile(r"[0-9]{4}(?:0[1-9]|1[0-2])[0-3][0-9]")
_SECONDS = re.compile(r"[0-9]{9,10}(?:[0-9]{3})?(?:\.[0-9]+)?")
_SLASHED = re.compile(r"([0-9]{1,2})([/-])([0-9]{1,2})\2((?:[0-9]{2})?[0-9]{2})")
_DOTTED = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.((?:[0-9]{2})?[0-9]{2})\.?")


class Order(StrEnum):
    """Which of two numbers is the day."""

    DAY_FIRST = "d/m"
    MONTH_FIRST = "m/d"


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, and the time on it where one is given."""

    on: date
    at: time = MIDNIGHT


def moment(text: str, order: Order | None, zone: tzinfo | None, ends_at: time = MIDNIGHT) -> Moment | None:
    """The moment that a cell says, None where it says none; seconds since 1970 are seen from a zone.

    A time before `ends_at` belongs to the day before. Dates with dots begin with the day; those with slashes
    are read in the order given, and without one only where they can mean one day.
    """
    plain = text.strip()
    if _SECONDS.fullmatch(plain) and not _STAMP.fullmatch(plain):
        seconds = float(plain) / (1000 if len(plain.partition(".")[0]) > 10 else 1)
        with suppress(ValueError, OverflowError, OSError):
            return _settled(datetime.fromtimestamp(seconds, zone), ends_at)
        return None
    timed = _TIME.fullmatch(plain)
    day = _day(timed["day"] if timed else plain, order)
    at = clock(plain[len(timed["day"]) :].lstrip("T, ")) if timed else MIDNIGHT
    if day is None or at is None:
        return None
    return _settled(datetime.combine(day, at), ends_at) if timed else Moment(day)


def clock(text: str) -> time | None:
    """A time of day: `9:05`, `21:05:10`, `9:05 pm`; midnight for an empty cell, None where it is none."""
    match = _CLOCK.match(text.strip())
    if match is None:
        return None if text.strip() else MIDNIGHT
    hour, half = int(match["hour"]), (match["half"] or "")[:1].lower()
    hour = hour % 12 + 12 * (half == "p") if half else hour
    with suppress(ValueError):
        return time(hour, int(match["minute"]))
    return None


def _settled(moment: datetime, ends_at: time) -> Moment | None:
    at = moment.time().replace(second=0, microsecond=0, tzinfo=None)
    day = moment.date() - timedelta(days=1) if at < ends_at and moment.date() > date.min else moment.date()
    return Moment(day, at) if day.year in YEARS else None


def _day(text: str, order: Order | None) -> date | None:
    if _STAMP.fullmatch(text):
        return _made(text[:4], text[4:6], text[6:])
    if dotted := _DOTTED.fullmatch(text):
        return _made(dotted[3], dotted[2], dotted[1])
    slashed = _SLASHED.fullmatch(text)
    if slashed is None:
        found = read_loose_date(text)
        return found if found and found.year in YEARS else None
    one, two, year = slashed[1], slashed[3], slashed[4]
    days = {Order.DAY_FIRST: _made(year, two, one), Order.MONTH_FIRST: _made(year, one, two)}
    if order:
        return days[order]
    known = {day for day in days.values() if day}
    return known.pop() if len(known) == 1 else None


def _made(year: str, month: str, day: str) -> date | None:
    with suppress(ValueError):
        made = date(int(year) + (2000 if len(year) == 2 else 0), int(month), int(day))
        return made if made.year in YEARS else None
    return None


@dataclass(frozen=True, slots=True)
class Told:
    """What a column tells of its order: the cells that can only be read in it, and one that fits in both."""

    tells: dict[Order, str]
    either: str | None

    @classmethod
    def by(cls, cells: Iterable[str]) -> "Told":
        """What some cells tell."""
        tells: dict[Order, str] = {}
        either: str | None = None
        for cell in cells:
            found = [order for order in Order if moment(cell, order, None)]
            if len(found) == 1:
                tells.setdefault(found[0], cell)
            elif found and moment(cell, None, None) is None:
                either = either or cell
        return cls(tells, either)
