"""Dates in other forms than ours, where each of them can mean one day only."""

import re
from datetime import date

_MONTHS = (
    ("january", "januar", "jänner"),
    ("february", "februar"),
    ("march", "märz"),
    ("april",),
    ("may", "mai"),
    ("june", "juni"),
    ("july", "juli"),
    ("august",),
    ("sept", "september"),
    ("october", "oktober"),
    ("november",),
    ("december", "dezember"),
)
_SHORTEST = 3

_YEAR_FIRST = re.compile(r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})")
_YEAR_LAST = re.compile(r"([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{4})")
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th|\.)?"
_NAME = r"(?P<name>[^\W\d_]+)\.?"
_NAMED = (
    re.compile(rf"{_DAY}[ -]{_NAME},?[ -](?P<year>[0-9]{{4}})", re.IGNORECASE),
    re.compile(rf"{_NAME} {_DAY},? (?P<year>[0-9]{{4}})", re.IGNORECASE),
)


def read_loose_date(text: str) -> date | None:
    """The day of `2026/11/20`, `20.11.2026`, `11/20/2026`, `20 Nov 2026`, `Nov 20, 2026` or `20. März 2026`.

    None where it could be two days: of two numbers up to 12 nobody knows which is the month, unless they are
    the same. None also where there is no such day.
    """
    plain = text.strip()
    if match := _YEAR_FIRST.fullmatch(plain):
        return _day(match[1], int(match[3]), match[4])
    if match := _YEAR_LAST.fullmatch(plain):
        one, two, year = match[1], match[3], match[4]
        days = {day for day in (_day(year, int(one), two), _day(year, int(two), one)) if day}
        return days.pop() if len(days) == 1 else None
    for form in _NAMED:
        if (match := form.fullmatch(plain)) and (month := _month(match["name"])):
            return _day(match["year"], month, match["day"])
    return None


def _month(word: str) -> int | None:
    """The month that a name or the beginning of one means; the first letters of two are none."""
    name = word.lower()
    if len(name) < _SHORTEST:
        return None
    found = {month for month, names in enumerate(_MONTHS, 1) if any(n.startswith(name) for n in names)}
    return found.pop() if len(found) == 1 else None


def _day(year: str, month: int, day: str) -> date | None:
    try:
        return date(int(year), month, int(day))
    except ValueError:
        return None
