"""What a person writes as a value: a quantity, yes or no, a ratio or a skip, and the comment after it."""

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from vaultgoals.core.duration import is_duration_unit, leading_duration, parse_duration, unit_minutes
from vaultgoals.core.number import parse_number
from vaultgoals.core.plain_text import without_emphasis
from vaultgoals.core.unit import CURRENCY_SIGNS, agrees, leading_amount
from vaultgoals.core.unreadable import Unreadable

_ANSWERS = {"yes": True, "true": True, "x": True, "done": True, "no": False, "false": False}
_ANSWER = re.compile(r"(?:yes|true|x|done|no|false)(?![\w'’/-])", re.IGNORECASE)
_SKIP = re.compile(r"skip(?:\s*:\s*(?P<reason>.*)|\s*)", re.IGNORECASE | re.DOTALL)
_RATIO = re.compile(r"([0-9]+(?:[.,][0-9]+)?) ?/ ?([0-9]+(?:[.,][0-9]+)?)(?![0-9]*[.,/]?[0-9])")
# In words a ratio is one for events only: of what is measured `12 of them came` is 12.
_RATIO_IN_WORDS = re.compile(
    r"([0-9]+(?:[.,][0-9]+)?) +(?:(?:out +)?of|von) +([0-9]+(?:[.,][0-9]+)?)(?![0-9]*[.,/]?[0-9])",
    re.IGNORECASE,
)
# Emphasis that ends where the value does goes with it.
_SEPARATOR = re.compile(r"^(?:\*{1,3}|_{1,3}|==)?\s*(?:[,:;.]|[-–—](?=\s|$))?\s*")
_GLUED_DIGIT = re.compile(r"\S*[0-9¼½¾⅐-⅞]")
# A duration that more of it follows: `45'`, `1 hour and a half`, `1h 30`, `1 1/2 h`.
_GOES_ON = re.compile(
    r"['’′\"”″]|\s*(?:(?:and|und|&|\+)\s+(?:[0-9]|(?:an?|half|one|eine?)\b)|[0-9]+\s*$|[0-9]+/[0-9])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number and the unit that was written with it; a currency's unit is its sign.

    Where the goal's unit is a duration, `value` is in that unit and `unit` is it.
    """

    value: Fraction
    unit: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A logged value, or a skip with its reason (which may be empty).

    `of` is the total of a ratio: `9/10` is value 9, of 10. `yes_no` tells yes (1) and no (0) from numbers.
    """

    value: Fraction | None = None
    of: Fraction | None = None
    skip: str | None = None
    yes_no: bool = False


@lru_cache(maxsize=4096)
def parse_quantity(text: str, unit: str | None = None) -> Quantity | Unreadable:
    """The quantity that the whole text is, for a goal with this unit, with which its own must agree."""
    minutes, duration = unit_minutes(unit), parse_duration(text, unit)
    if minutes and not isinstance(duration, Unreadable):
        return Quantity(duration / minutes, unit)
    found = leading_amount(text.strip(), unit, spaced=True)
    if found is None:
        return Unreadable("quantity", text)
    value, currency, rest = found[0], found[1], found[2].strip()
    if not rest:
        return Quantity(value, currency)
    if currency or not agrees(rest, unit):
        return Unreadable("quantity", text)
    return Quantity(value, CURRENCY_SIGNS.get(rest.upper(), rest))


def parse_yes_no(text: str) -> bool | Unreadable:
    """Whether the text says yes (`yes`, `true`, `x`, `done`) or no (`no`, `false`)."""
    answer = _ANSWERS.get(text.strip().casefold())
    return Unreadable("yes or no", text) if answer is None else answer


@lru_cache(maxsize=4096)
def read_value(text: str, unit: str | None = None, *, event: bool = False) -> Entry | Unreadable:
    """The entry that the whole text is, for a goal with this unit: a property's value or a table's cell.

    `event`: a ratio may be in words, `3 of 4`.
    """
    text = without_emphasis(text.strip())
    skip, answer = _SKIP.fullmatch(text), parse_yes_no(text)
    if skip:
        return Entry(skip=skip["reason"] or "")
    if isinstance(answer, bool):
        return _answer(text, unit)
    ratio = _leading_ratio(text, unit, event=event)
    if ratio:
        entry, rest = ratio
        return Unreadable("value", text) if _without_unit(rest, unit).strip() else entry
    quantity = parse_quantity(text, unit)
    return Unreadable("value", text) if isinstance(quantity, Unreadable) else Entry(value=quantity.value)


def parse_entry(
    text: str, unit: str | None = None, *, lone_answer: bool = False, event: bool = False
) -> tuple[Entry, str] | Unreadable:
    """The entry that a logged line begins with, for a goal with this unit, and the comment after it.

    A unit that agrees with the goal's belongs to the number, any other word begins the comment. Digits that
    stick to the value (`2026-11-20`, `1e3`, `12-15`) make it unreadable. `lone_answer`: yes and no count only
    without a comment, since for what is measured `no data` is no 0. `event`: a ratio may be in words.
    """
    text = without_emphasis(text.strip())
    if skip := _SKIP.fullmatch(text):
        return Entry(skip=skip["reason"] or ""), ""
    if answer := _ANSWER.match(text):
        said, comment = _answer(answer.group(), unit), _comment(text[answer.end() :])
        if lone_answer and comment:
            return Unreadable("value", text)
        return said if isinstance(said, Unreadable) else (said, comment)
    found = _leading_ratio(text, unit, event=event) or _leading_amount(text, unit)
    if found is None:
        return Unreadable("value", text)
    rest = _without_unit(found[1], unit)
    goes_on = _GLUED_DIGIT.match(rest) or (is_duration_unit(unit) and _GOES_ON.match(rest))
    return Unreadable("value", text) if goes_on else (found[0], _comment(rest))


def _answer(text: str, unit: str | None) -> Entry | Unreadable:
    yes = _ANSWERS[text.strip().casefold()]
    # A yes does not say how long it took.
    if yes and is_duration_unit(unit):
        return Unreadable("duration", text)
    return Entry(value=Fraction(yes), yes_no=True)


def _leading_ratio(text: str, unit: str | None, *, event: bool) -> tuple[Entry, str] | None:
    match = _RATIO.match(text) or (_RATIO_IN_WORDS.match(text) if event else None)
    if match is None:
        return None
    done, total = parse_number(match[1]), parse_number(match[2])
    if isinstance(done, Unreadable) or isinstance(total, Unreadable):
        return None
    if total == 0 and (done or unit == "%"):
        return None
    entry = Entry(value=100 * done / total) if unit == "%" else Entry(value=done, of=total)
    return entry, text[match.end() :]


def _leading_amount(text: str, unit: str | None) -> tuple[Entry, str] | None:
    minutes = unit_minutes(unit)
    duration = leading_duration(text, unit, spaced=False) if minutes else None
    if minutes and duration:
        return Entry(value=duration[0] / minutes), duration[1]
    amount = leading_amount(text, unit, spaced=False)
    return None if amount is None else (Entry(value=amount[0]), amount[2])


def _without_unit(rest: str, unit: str | None) -> str:
    words = len(unit.split()) if unit else 0
    match = re.match(rf"\s*\S+(?:\s+\S+){{{words - 1}}}", rest) if words else None
    if unit is None or match is None:
        return rest
    written = match.group().rstrip(",;:.)!*_=")
    return rest[len(written) :] if agrees(written, unit) else rest


def _comment(rest: str) -> str:
    return _SEPARATOR.sub("", rest, count=1)
