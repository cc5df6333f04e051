"""How often a process goal is due: the grammar of `cadence`, and the periods that it has."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from vaultgoals.core.duration import counted_duration
from vaultgoals.core.nearness import nearest, one_edit_apart
from vaultgoals.core.period import Calendar, Period
from vaultgoals.core.unit import leading_amount
from vaultgoals.core.unreadable import Unreadable

CADENCE_HELP = (
    "Write daily, weekdays, weekly, fortnightly, monthly, quarterly or yearly; every day, every 2 weeks, "
    "every Friday or Mon, Wed, Fri; 3x/week, 50 calls per week, 2 hours per weekday or at most 2 per day; "
    "or every demo for something that you do not schedule."
)

_PERIODS = {
    "day": ("day", 1),
    "weekday": ("weekday", 1),
    "week": ("week", 1),
    "fortnight": ("week", 2),
    "2 weeks": ("week", 2),
    "month": ("month", 1),
    "quarter": ("quarter", 1),
    "year": ("year", 1),
}
_ADVERBS = {
    "daily": "day",
    "weekdays": "weekday",
    "weekly": "week",
    "fortnightly": "fortnight",
    "monthly": "month",
    "quarterly": "quarter",
    "yearly": "year",
}
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAYS = {name: day[:3] for day in _WEEKDAYS for name in (day, day[:3])}

# Words that say when, or how many, rather than what: an event does not begin with one.
_NO_EVENTS = (
    *("one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("other", "second", "third", "once", "time", "minute", "hour"),
    *("morning", "noon", "evening", "night", "weekend"),
)
_EVENT = re.compile(r"[^\W\d_][\w'’-]*(?: [^\W\d_][\w'’-]*){0,2}")

_PER = r"\s*(?:/|\b(?:per|a|each|every)\b)\s*"
_AMOUNT = re.compile(
    rf"(?P<at_most>at most )?(?P<amount>.+?){_PER}(?P<period>[\w ]+?)(?P<per_rep>{_PER}rep)?", re.IGNORECASE
)
_LONGEST = 120  # characters; a longer text is prose
_TIMES = frozenset({"", "x", "time", "times"})
# A unit may end in a digit (`m2`); one that goes on after it is a second amount.
_UNIT = re.compile(r"(?!.*(?:\d\w|\s\d))[^\W\d_.,][^.,]*|[%‰°€$£¥₹]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cadence:
    """`amount` of `unit` in every `every` `period`s.

    `period` is day, weekday, week, month, quarter or year; a fortnight is `week`, `every` 2. `days` are named
    weekdays (`mon` …), due within a week. `event` is the noun of an event cadence, whose `amount` is None:
    its quota is all that occurred. `at_most` turns the quota into a ceiling; `per_rep` multiplies by `reps`.
    `text` is what was written.
    """

    amount: Fraction | None
    period: str
    unit: str | None = None
    every: int = 1
    at_most: bool = False
    days: tuple[str, ...] = ()
    event: str | None = None
    per_rep: bool = False
    text: str = ""


def parse_cadence(text: str, unit: str | None = None) -> Cadence | Unreadable:
    """The cadence that a text says, for a goal with this unit; what can be written stands in `CADENCE_HELP`.

    `Unreadable.near` is the readable text that is one edit away, if there is one.
    """
    plain = " ".join(text.split())
    if len(plain) > _LONGEST:
        return Unreadable("cadence", text)
    return _read(plain, unit) or Unreadable("cadence", text, _correction(plain, unit))


def period_of(cadence: Cadence, day: date, *, start: date | None, calendar: Calendar) -> Period | None:
    """The period that holds a day; None on a weekend where the cadence has weekdays only.

    Fortnights are counted from `start`, the goal's.
    """
    match cadence.period:
        case "day":
            return calendar.day_of(day)
        case "weekday":
            return calendar.day_of(day) if day.weekday() < 5 else None
        case "week":
            return calendar.week_of(day) if cadence.every == 1 else calendar.fortnight_of(day, start)
        case "month":
            return calendar.month_of(day)
        case "quarter":
            return calendar.quarter_of(day)
        case _:
            return calendar.year_of(day)


def periods_between(
    cadence: Cadence, first: date, last: date, *, start: date | None, calendar: Calendar
) -> Iterator[Period]:
    """The periods that hold any of the days from `first` to `last`, both inclusive, in order."""
    day = first
    while day <= last:
        period = period_of(cadence, day, start=start, calendar=calendar)
        if period:
            yield period
        after = period.stop if period else calendar.day_of(day).stop
        if after <= day:
            return
        day = after


def quota(cadence: Cadence, reps: Fraction) -> Fraction | None:
    """What is due in a whole period; None for events, whose quota is all that occurred."""
    if cadence.amount is None:
        return None
    return cadence.amount * reps if cadence.per_rep else cadence.amount


def _read(plain: str, unit: str | None) -> Cadence | None:
    folded = plain.casefold()
    every, _, rest = folded.partition(" ")
    named = rest if every == "every" else _ADVERBS.get(folded)
    if named in _PERIODS:
        period, count = _PERIODS[named]
        return Cadence(amount=Fraction(1), period=period, every=count, text=plain)
    return _named_days(plain) or _amount(plain, unit) or _event(plain)


def _named_days(plain: str) -> Cadence | None:
    names = _list(plain)
    days = {_DAYS[name] for name in names if name in _DAYS}
    if len(days) < len(names):
        return None
    ordered = tuple(day[:3] for day in _WEEKDAYS if day[:3] in days)
    return Cadence(amount=Fraction(len(days)), period="week", days=ordered, text=plain)


def _list(plain: str) -> list[str]:
    return re.split(r" ?, ?(?:and )?| and ", plain.casefold().removeprefix("every "))


def _amount(plain: str, unit: str | None) -> Cadence | None:
    match = _AMOUNT.fullmatch(plain)
    found = _counted(match["amount"], unit) if match else None
    if match is None or found is None or match["period"].casefold() not in _PERIODS:
        return None
    value, counted = found
    if value < 0 or (value == 0 and not match["at_most"]):
        return None
    period, every = _PERIODS[match["period"].casefold()]
    return Cadence(
        amount=value,
        unit=counted,
        period=period,
        every=every,
        at_most=match["at_most"] is not None,
        per_rep=match["per_rep"] is not None,
        text=plain,
    )


def _counted(text: str, unit: str | None) -> tuple[Fraction, str | None] | None:
    """How many of what, for a goal with this unit: a duration, or a number and its unit if it has one."""
    duration = counted_duration(text, unit)
    found = None if duration else leading_amount(text, unit, spaced=True)
    if found is None:
        return duration
    value, currency, written = found[0], found[1], found[2].strip()
    if written.casefold() in _TIMES:
        return value, currency
    return (value, written) if not currency and _UNIT.fullmatch(written) else None


def _event(plain: str) -> Cadence | None:
    every, _, noun = plain.partition(" ")
    folded = noun.casefold()
    if every.casefold() != "every" or not _EVENT.fullmatch(noun):
        return None
    if folded.split()[0].removesuffix("s") in _NO_EVENTS or any(name in _DAYS for name in _list(folded)):
        return None
    last = folded.split()[-1]
    if last in _PERIODS or any(one_edit_apart(last, name) for name in _PERIODS):
        return None
    if any(one_edit_apart(folded, name) for name in _WEEKDAYS):
        return None
    return Cadence(amount=None, period="week", event=noun, text=plain)


def _correction(plain: str, unit: str | None) -> str | None:
    before, space, word = plain.rpartition(" ")
    meant = nearest(word, (*_ADVERBS, *_PERIODS, *map(str.title, _WEEKDAYS)))
    near = f"{before}{space}{meant}"
    if meant is None or len(near) > _LONGEST or near.casefold() == plain.casefold():
        return None
    return near if _read(near, unit) else None
