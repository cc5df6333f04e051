"""The tokens of moment.js formats: what each writes for a day, and how it is read back."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from vaultgoals.core.period import Calendar
from vaultgoals.core.show import MONTHS, WEEKDAYS


@dataclass(frozen=True, slots=True)
class Token:
    """One token: the expression that it matches, and what it writes for a day.

    `part` is what it says of a date, and `read` turns its text into that number; it is empty where the token
    only confirms what others say. `timed` tokens are of the time of day, which a date has not.
    """

    pattern: str
    write: Callable[[date, Calendar], str]
    part: str = ""
    read: Callable[[str], int] = int
    timed: bool = False


_ONE_OR_TWO, _TWO, _FOUR = "[0-9]{1,2}", "[0-9]{2}", "[0-9]{4}"
_UP_TO_THREE = "[0-9]{1,3}"
_TH = "(?i:st|nd|rd|th)"

_ISO = Calendar()
_EPOCH = date(1970, 1, 1).toordinal()


def _th(number: int) -> str:
    suffix = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"


def _ordinal(text: str) -> int:
    return int(text[:-2])


def _short_year(text: str) -> int:
    # moment's rule: 68 is 2068, 69 is 1969.
    return int(text) + (2000 if int(text) <= 68 else 1900)


def _month(text: str) -> int:
    return next(n for n, month in enumerate(MONTHS, 1) if month.casefold().startswith(text.casefold()))


def _confirmed(_: str) -> int:
    return 0


def _names(names: tuple[str, ...], letters: int | None = None) -> str:
    return f"(?i:{'|'.join(name[:letters] for name in names)})"


def _weekday(day: date, letters: int | None = None) -> str:
    return WEEKDAYS[day.weekday()][:letters]


def _sunday_first(day: date) -> int:
    return day.isoweekday() % 7


def _from_week_start(day: date, calendar: Calendar) -> int:
    return (day - calendar.week_of(day).start).days


def _day_of_year(day: date) -> int:
    return day.timetuple().tm_yday


def _quarter(day: date) -> int:
    return (day.month + 2) // 3


def _seconds(day: date) -> int:
    return (day.toordinal() - _EPOCH) * 86400


_DATE_TOKENS = {
    "YYYY": Token(_FOUR, lambda day, _: f"{day.year:04}", "year"),
    "YY": Token(_TWO, lambda day, _: f"{day.year % 100:02}", "year", _short_year),
    "Q": Token("[1-4]", lambda day, _: f"{_quarter(day)}", "quarter"),
    "Qo": Token(f"[1-4]{_TH}", lambda day, _: _th(_quarter(day)), "quarter", _ordinal),
    "M": Token(_ONE_OR_TWO, lambda day, _: f"{day.month}", "month"),
    "Mo": Token(_ONE_OR_TWO + _TH, lambda day, _: _th(day.month), "month", _ordinal),
    "MM": Token(_TWO, lambda day, _: f"{day.month:02}", "month"),
    "MMM": Token(_names(MONTHS, 3), lambda day, _: MONTHS[day.month - 1][:3], "month", _month),
    "MMMM": Token(_names(MONTHS), lambda day, _: MONTHS[day.month - 1], "month", _month),
    "D": Token(_ONE_OR_TWO, lambda day, _: f"{day.day}", "day"),
    "Do": Token(_ONE_OR_TWO + _TH, lambda day, _: _th(day.day), "day", _ordinal),
    "DD": Token(_TWO, lambda day, _: f"{day.day:02}", "day"),
    "DDD": Token(_UP_TO_THREE, lambda day, _: f"{_day_of_year(day)}", "day-of-year"),
    "DDDo": Token(_UP_TO_THREE + _TH, lambda day, _: _th(_day_of_year(day)), "day-of-year", _ordinal),
    "DDDD": Token("[0-9]{3}", lambda day, _: f"{_day_of_year(day):03}", "day-of-year"),
}

_WEEK_TOKENS = {
    "GGGG": Token(_FOUR, lambda day, _: f"{_ISO.week_number(day)[0]:04}", "iso-year"),
    "GG": Token(_TWO, lambda day, _: f"{_ISO.week_number(day)[0] % 100:02}", "iso-year", _short_year),
    "W": Token(_ONE_OR_TWO, lambda day, _: f"{_ISO.week_number(day)[1]}", "iso-week"),
    "Wo": Token(_ONE_OR_TWO + _TH, lambda day, _: _th(_ISO.week_number(day)[1]), "iso-week", _ordinal),
    "WW": Token(_TWO, lambda day, _: f"{_ISO.week_number(day)[1]:02}", "iso-week"),
    "gggg": Token(_FOUR, lambda day, weeks: f"{weeks.week_number(day)[0]:04}", "year-of-week"),
    "gg": Token(
        _TWO, lambda day, weeks: f"{weeks.week_number(day)[0] % 100:02}", "year-of-week", _short_year
    ),
    "w": Token(_ONE_OR_TWO, lambda day, weeks: f"{weeks.week_number(day)[1]}", "week"),
    "wo": Token(_ONE_OR_TWO + _TH, lambda day, weeks: _th(weeks.week_number(day)[1]), "week", _ordinal),
    "ww": Token(_TWO, lambda day, weeks: f"{weeks.week_number(day)[1]:02}", "week"),
    "d": Token("[0-6]", lambda day, _: f"{_sunday_first(day)}", "weekday"),
    "do": Token(f"[0-6]{_TH}", lambda day, _: _th(_sunday_first(day)), "weekday", _ordinal),
    "dd": Token(_names(WEEKDAYS, 2), lambda day, _: _weekday(day, 2), "weekday", _confirmed),
    "ddd": Token(_names(WEEKDAYS, 3), lambda day, _: _weekday(day, 3), "weekday", _confirmed),
    "dddd": Token(_names(WEEKDAYS), lambda day, _: _weekday(day), "weekday", _confirmed),
    "E": Token("[1-7]", lambda day, _: f"{day.isoweekday()}", "weekday"),
    "e": Token("[0-6]", lambda day, weeks: f"{_from_week_start(day, weeks)}", "weekday"),
}

_TIMESTAMPS = {
    "X": Token("-?[0-9]{1,12}", lambda day, _: f"{_seconds(day)}"),
    "x": Token("-?[0-9]{1,15}", lambda day, _: f"{_seconds(day) * 1000}"),
}

# What the time of day writes at midnight UTC, and matches.
_MIDNIGHT = {
    **dict.fromkeys(("H", "m", "s"), ("0", _ONE_OR_TWO)),
    **dict.fromkeys(("HH", "mm", "ss"), ("00", _TWO)),
    "h": ("12", _ONE_OR_TWO),
    "hh": ("12", _TWO),
    "k": ("24", _ONE_OR_TWO),
    "kk": ("24", _TWO),
    "S": ("0", "[0-9]"),
    "SS": ("00", _TWO),
    "SSS": ("000", "[0-9]{3}"),
    "A": ("AM", "(?i:[AP]M)"),
    "a": ("am", "(?i:[AP]M)"),
    "Z": ("+00:00", "Z|[+-][0-9]{2}:[0-9]{2}"),
    "ZZ": ("+0000", "Z|[+-][0-9]{4}"),
}


def _timed(text: str, pattern: str) -> Token:
    return Token(pattern, lambda *_: text, timed=True)


TOKENS = {
    **_DATE_TOKENS,
    **_WEEK_TOKENS,
    **_TIMESTAMPS,
    **{token: _timed(text, pattern) for token, (text, pattern) in _MIDNIGHT.items()},
}

LONG_FORMATS = {
    "LT": "h:mm A",
    "LTS": "h:mm:ss A",
    "L": "MM/DD/YYYY",
    "LL": "MMMM D, YYYY",
    "LLL": "MMMM D, YYYY h:mm A",
    "LLLL": "dddd, MMMM D, YYYY h:mm A",
    "l": "M/D/YYYY",
    "ll": "MMM D, YYYY",
    "lll": "MMM D, YYYY h:mm A",
    "llll": "ddd, MMM D, YYYY h:mm A",
}
"""Tokens that stand for whole formats, in US English."""
