"""Confidence: how sure somebody is, from 0 to 1."""

from fractions import Fraction
from functools import lru_cache

from vaultgoals.core.number import parse_number
from vaultgoals.core.unreadable import Unreadable

_WORDS = {
    **dict.fromkeys(("on track", "green"), Fraction(8, 10)),
    **dict.fromkeys(("at risk", "amber", "yellow"), Fraction(5, 10)),
    **dict.fromkeys(("off track", "red"), Fraction(2, 10)),
}


@lru_cache(maxsize=1024)
def parse_confidence(text: str) -> Fraction | Unreadable:
    """The confidence of a check-in: a percentage, tenths without a decimal mark, a share with one, or a word.

    A bare `1` cannot be read: editors save 1.0 as 1, so it may be a tenth or all.
    """
    plain = " ".join(text.casefold().replace("-", " ").split())
    if plain in _WORDS:
        return _WORDS[plain]
    if text.strip() == "1":
        return Unreadable("confidence", text)
    tenths = not any(mark in text for mark in ".,%")
    return _share(text, whole=10 if tenths else 1, expected="confidence")


def parse_share(text: str) -> Fraction | Unreadable:
    """The confidence of a lever: a plain number up to 1 or a percentage, never tenths."""
    return _share(text, whole=1, expected="share")


def _share(text: str, *, whole: int, expected: str) -> Fraction | Unreadable:
    number = text.strip()
    if number.endswith("%"):
        number, whole = number.removesuffix("%"), 100
    value = parse_number(number)
    if isinstance(value, Unreadable) or not 0 <= value <= whole:
        return Unreadable(expected, text)
    return value / whole
