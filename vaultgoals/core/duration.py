"""Durations: `1h30m`, `90 min`, `1:02:30`, and `51:36` where the unit says what it means."""

import re
from fractions import Fraction

from vaultgoals.core.number import split_sign, unsigned_number
from vaultgoals.core.unreadable import Unreadable

_MINUTES = {
    **dict.fromkeys(("h", "hr", "hrs", "hour", "hours"), Fraction(60)),
    **dict.fromkeys(("m", "min", "mins", "minute", "minutes"), Fraction(1)),
    **dict.fromkeys(("s", "sec", "secs", "second", "seconds"), Fraction(1, 60)),
}
_WORD = re.compile(r"\s*([^\W\d_]+)")
_WORDS = re.compile(r"[^\W\d_]+")
# Behind a comma the comment begins.
_JOINT = re.compile(r"\s*(?:(?:and|und|&|\+)\s+)?", re.IGNORECASE)
_CLOCK = re.compile(r"([0-9]{1,9}):([0-5][0-9])(?::([0-5][0-9]))?(?![0-9:])")


def unit_minutes(unit: str | None) -> Fraction | None:
    """How many minutes a goal's unit is, None where it is no duration. `m` alone is metres."""
    folded = (unit or "").strip().casefold()
    return None if folded == "m" else _MINUTES.get(folded)


def is_duration_unit(unit: str | None) -> bool:
    """Whether a goal with this unit is measured in time."""
    return unit_minutes(unit) is not None


def parse_duration(text: str, unit: str | None = None) -> Fraction | Unreadable:
    """The minutes that the whole text says.

    A bare number is in `unit`; `a:b` is minutes and seconds where `unit` is minutes, hours and minutes where
    it is hours. Without a unit neither can be read.
    """
    text = text.strip()
    found = leading_duration(text, unit, spaced=True) or _bare(text, unit)
    return Unreadable("duration", text) if found is None or found[1] else found[0]


def counted_duration(text: str, unit: str | None) -> tuple[Fraction, str] | None:
    """The duration that the whole text is, for a goal with this unit, as a number and what it counts.

    It counts what is written, `2 hours` hours, where that is one unit; `1h30m` and `1:30:00` count the goal's
    unit if that is a time, else the largest one written. None where the text is no duration: `90m` is one
    only where the goal is measured in time.
    """
    minutes, words = parse_duration(text, unit), _WORDS.findall(text)
    if isinstance(minutes, Unreadable):
        return None
    own = unit if is_duration_unit(unit) else None
    counted = words[0] if len(words) == 1 else own or next(iter(words), "h")
    if counted.casefold() == "m":
        return (minutes, "min") if own or len(words) > 1 else None
    return minutes / _MINUTES[counted.strip().casefold()], counted


def leading_duration(text: str, unit: str | None, *, spaced: bool) -> tuple[Fraction, str] | None:
    """The minutes that the text begins with, and what follows them; a bare number is no duration."""
    sign, unsigned = split_sign(text)
    clock = _CLOCK.match(unsigned)
    if clock is None:
        minutes, rest = _leading_parts(unsigned, spaced=spaced)
    else:
        minutes, rest = _clock_minutes(clock, unit), unsigned[clock.end() :]
    return None if minutes is None else (sign * minutes, rest)


def _clock_minutes(clock: re.Match[str], unit: str | None) -> Fraction | None:
    first, second, third = (int(part or 0) for part in clock.groups())
    if clock[3] or unit_minutes(unit) == 60:
        return first * 60 + second + Fraction(third, 60)
    return first + Fraction(second, 60) if unit_minutes(unit) == 1 else None


def _leading_parts(text: str, *, spaced: bool) -> tuple[Fraction | None, str]:
    total, larger, rest = None, None, text
    while part := unsigned_number(_JOINT.sub("", rest, 1) if larger else rest, spaced=spaced, multiply=False):
        word = _WORD.match(part[1])
        minutes = _MINUTES.get(word[1].casefold()) if word else None
        if word is None or minutes is None or (larger and minutes >= larger):
            break
        total, larger, rest = (total or 0) + part[0] * minutes, minutes, part[1][word.end() :]
    return total, rest


def _bare(text: str, unit: str | None) -> tuple[Fraction, str] | None:
    sign, unsigned = split_sign(text)
    minutes, found = unit_minutes(unit), unsigned_number(unsigned, spaced=True, multiply=False)
    return None if minutes is None or found is None else (sign * found[0] * minutes, found[1])
