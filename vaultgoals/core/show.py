"""Figures and days as a person reads them on an English page."""

import re
from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from vaultgoals.core.duration import unit_minutes
from vaultgoals.core.period import Period
from vaultgoals.core.unit import CURRENCY_SIGNS

# Not `studies`, `boxes`, `matches`, `gas`, `bus`, `tennis`.
_PLURAL = re.compile(r"[a-z]*[aeiou][a-z]*(?:[bcdfgklmnprtw]|[glt]e)s")

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def show_number(value: Fraction, unit: str | None = None) -> str:
    """A figure with its unit: `6.4 %`, `1,250`, `12 calls`, `€5`, `−3`, `51:36`.

    At most two decimals, or one from 10 upward unless two are exact. A currency sign stands before the
    number, any other unit after it; minutes and hours that are not whole are written as a clock does, hours
    with seconds where these are exact.
    """
    if value.denominator != 1 and unit_minutes(unit) in (1, 60):
        return show_clock(value, unit, seconds=has_seconds(value))
    exact = 100 % value.denominator == 0
    number = _decimal(abs(value), 1 if abs(value) >= 10 and not exact else 2)
    sign = "−" if value < 0 and number != "0" else ""
    if unit in CURRENCY_SIGNS.values():
        return f"{sign}{unit}{number}"
    return f"{sign}{number} {_singular(unit) if number == '1' else unit}" if unit else sign + number


def show_clock(value: Fraction, unit: str | None, *, seconds: bool = False) -> str:
    """Minutes as minutes and seconds, `51:36`; hours as hours and minutes, `1:30 h`; else `show_number`.

    Hours have `seconds` too where these are wanted: `1:51:06 h`.
    """
    minutes = unit_minutes(unit)
    if minutes not in (1, 60):
        return show_number(value, unit)
    fine = seconds and minutes == 60
    large, small = divmod(round(abs(value) * (3600 if fine else 60)), 60)
    sign = "−" if value < 0 and (large or small) else ""
    whole = f"{large // 60}:{large % 60:02}" if fine else f"{large}"
    return f"{sign}{whole}:{small:02}" + (" h" if minutes == 60 else "")


def has_seconds(hours: Fraction) -> bool:
    """Whether hours are whole seconds, and no whole minutes."""
    return (hours * 60).denominator != 1 and (hours * 3600).denominator == 1


def show_day(day: date, today_year: int | None = None) -> str:
    """A day, `18 Nov`; with its year, `18 Nov 2025`, where that is not the year of today."""
    shown = f"{day.day} {MONTHS[day.month - 1][:3]}"
    return shown if today_year in (None, day.year) else f"{shown} {day.year}"


def show_weekday(day: date) -> str:
    """A day near today, `Thu 19`."""
    return f"{WEEKDAYS[day.weekday()][:3]} {day.day}"


def show_range(period: Period) -> str:
    """A period's days: `16–22 November`, `30 November – 6 December 2026`.

    The year stands where the period leaves the month, at both ends where it leaves the year.
    """
    first, last = period.start, period.last
    end = f"{last.day} {MONTHS[last.month - 1]}"
    if first == last:
        return end
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{end}"
    begin = f"{first.day} {MONTHS[first.month - 1]}"
    if first.year != last.year:
        begin += f" {first.year}"
    return f"{begin} – {end} {last.year}"


def show_list(names: Sequence[str]) -> str:
    """Names one after the other: `A`, `A and B`, `A, B and C`."""
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def _singular(unit: str) -> str:
    """`calls` as `call`, `pages` as `page`; a unit stays as it was written where an s may be its own."""
    return unit[:-1] if _PLURAL.fullmatch(unit) else unit


def _decimal(value: Fraction, places: int) -> str:
    whole, part = divmod(round(value * 10**places), 10**places)
    decimals = f"{part:0{places}}".rstrip("0")
    return f"{whole:,}.{decimals}" if decimals else f"{whole:,}"


def show_exact(value: Fraction) -> str:
    """A figure to be recomputed by hand: four decimals at most, `0.7778`."""
    return ("−" if value < 0 else "") + _decimal(abs(value), 4)
