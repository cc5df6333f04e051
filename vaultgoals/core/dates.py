"""Days as people write them: dates, links to daily notes, pauses, lags and milestones."""

import re
from calendar import monthrange
from datetime import date, time, timedelta
from functools import lru_cache
from urllib.parse import unquote

from vaultgoals.core.goal import Milestone
from vaultgoals.core.period import Calendar, Period
from vaultgoals.core.periodic import note_format
from vaultgoals.core.quantity import parse_quantity
from vaultgoals.core.unreadable import Unreadable

_MIDNIGHT = time(0, 0)
_ISO_FORMAT = "YYYY-MM-DD"

_DATE = re.compile(
    r"(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})"
    r"(?:[T ](?P<hour>[01][0-9]|2[0-3]):(?P<minute>[0-5][0-9])(?::[0-5][0-9](?:\.[0-9]+)?)?"
    r" ?(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?"
)
_WIKILINK = re.compile(r"\[\[(?P<path>[^\[\]|#]+)(?:[#|][^\[\]]*)?\]\]")
_MARKDOWN_LINK = re.compile(
    r"\[[^\[\]]*\]\((?:<(?P<pointed>[^<>#:]+)(?:#[^<>]*)?>|(?P<plain>[^\s()<>#:]+)(?:#[^\s()]*)?)\)"
)
_LAG = re.compile(r"([0-9]{1,4}) ?(days?|weeks?|months?|d|w)", re.IGNORECASE)
_LAG_DAYS = {"d": 1, "w": 7, "m": 30}


def parse_date(
    text: str,
    *,
    day_ends_at: time = _MIDNIGHT,
    daily: str = _ISO_FORMAT,
    calendar: Calendar = Calendar(),
) -> date | Unreadable:
    """The day of a date, a date-time or a link to a daily note, of either kind.

    A time before `day_ends_at` belongs to the day before; an offset is ignored. `daily` is the format of the
    daily notes, which a link may give without their folder; ISO names are read beside it.
    """
    plain = text.strip()
    path = _link_path(plain)
    day = _linked(path, daily, calendar) if path else _written(plain, day_ends_at)
    return day or Unreadable("date", text)


def parse_lag(text: str) -> int | Unreadable:
    """The days of `10 days`, `4 weeks`, `2 months` (of 30 days), `4w` or `28d`."""
    match = _LAG.fullmatch(text.strip())
    if match is None:
        return Unreadable("lag", text)
    return int(match[1]) * _LAG_DAYS[match[2][0].lower()]


def parse_pause(text: str) -> Period | Unreadable:
    """The days of `2026-08-01..2026-08-14`, both ends included, or of a single date."""
    first_text, dots, last_text = text.partition("..")
    first = parse_date(first_text)
    last = parse_date(last_text) if dots else first
    if isinstance(first, Unreadable) or isinstance(last, Unreadable) or last < first:
        return Unreadable("pause", text)
    return Period(first, Calendar().day_of(last).stop)


def parse_milestone(text: str, unit: str | None = None) -> Milestone | Unreadable:
    """The day and value of `2026-10-31: 7`, for a goal with this unit."""
    day_text, _, value_text = text.partition(":")
    day, quantity = parse_date(day_text), parse_quantity(value_text, unit)
    if isinstance(day, Unreadable) or isinstance(quantity, Unreadable):
        return Unreadable("milestone", text)
    return Milestone(day, quantity.value)


def add_months(anchor: date, months: int) -> date:
    """The same day some months later, or the last of a month that is shorter.

    Count from one anchor: 31 October, 30 November, 31 December. Years stay between 1 and 9999.
    """
    year, month = divmod(anchor.year * 12 + anchor.month - 1 + months, 12)
    if not date.min.year <= year <= date.max.year:
        return date.min if year < date.min.year else date.max
    return date(year, month + 1, min(anchor.day, monthrange(year, month + 1)[1]))


@lru_cache(maxsize=4096)
def _written(text: str, day_ends_at: time) -> date | None:
    match = _DATE.fullmatch(text)
    day = Calendar().read(match["day"]) if match else None
    if match is None or day is None:
        return None
    if match["hour"] and time(int(match["hour"]), int(match["minute"])) < day_ends_at:
        return None if day.start == date.min else day.start - timedelta(days=1)
    return day.start


def _link_path(text: str) -> str | None:
    """Where a link leads, if the text is one; a Markdown link is percent-encoded."""
    if wikilink := _WIKILINK.fullmatch(text):
        return wikilink["path"]
    link = _MARKDOWN_LINK.fullmatch(text)
    return unquote(link["pointed"] or link["plain"]) if link else None


def _linked(path: str, daily: str, calendar: Calendar) -> date | None:
    bare = path.strip().removesuffix(".md")
    form = note_format("daily", daily)
    day = (form.named(bare, calendar) if form else None) or calendar.read(bare.rpartition("/")[2])
    return day.start if day and day.days == 1 else None
