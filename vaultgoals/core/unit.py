"""Units: when two agree, and the number and currency sign that a text begins with."""

import re
from fractions import Fraction

from vaultgoals.core.number import leading_number

CURRENCY_SIGNS = {"EUR": "€", "USD": "$", "GBP": "£", "JPY": "¥", "INR": "₹"}

_SIGN_FIRST = re.compile(r"([+−-]?)([€$£¥₹])\s?")
_LETTERS = re.compile(r"[^\W\d_]*")
_ONE_WORD = re.compile(r"[^\W\d_]+|[%‰°€$£¥₹]")


def agrees(written: str, unit: str | None) -> bool:
    """Whether a unit as written fits a goal's: whatever the case, a final s, a currency's sign or code.

    For a goal without a unit any single word or sign fits.
    """
    if unit is None:
        return _ONE_WORD.fullmatch(written) is not None
    return _key(written) == _key(unit)


def leading_amount(text: str, unit: str | None, *, spaced: bool) -> tuple[Fraction, str | None, str] | None:
    """The number that the text begins with, the currency sign before it if there is one, and the rest.

    None without a number, or where the sign is of another currency than the goal's unit.
    """
    signed = _SIGN_FIRST.match(text)
    currency = signed[2] if signed else None
    if signed:
        text = signed[1] + text[signed.end() :]
    plain = leading_number(text, spaced=spaced, multiply=False)
    # `5m` is five metres where metres are counted, else five million.
    word = _LETTERS.match(plain[1]) if plain else None
    counted = word is not None and word.group().casefold() == (unit or "").casefold()
    found = plain if counted else leading_number(text, spaced=spaced)
    if found is None or (currency and not agrees(currency, unit)):
        return None
    return found[0], currency, found[1]


def _key(unit: str) -> str:
    folded = " ".join(unit.casefold().split())
    sign = CURRENCY_SIGNS.get(folded.upper(), folded)
    return sign.removesuffix("s") if len(sign) > 2 else sign
