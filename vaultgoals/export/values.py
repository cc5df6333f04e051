"""JSON values: how figures and dates are written for other programs."""

import json
import re
from datetime import date
from fractions import Fraction
from typing import TypeAlias

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"

# Controls beyond those that JSON escapes anyway, line ends that are none, marks that turn the reading order
# around, and halves of characters.
_STEERING = re.compile(r"[\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")

SCHEMA = 1
"""The version of every JSON document that vaultgoals prints."""


def number(value: Fraction | None) -> int | float | None:
    """A figure as a JSON number: whole where it is, else rounded half-even to six decimals."""
    if value is None:
        return None
    rounded = round(value, 6)
    return int(rounded) if rounded.denominator == 1 else float(rounded)


def day(value: date | None) -> str | None:
    """A date as ISO writes it."""
    return value.isoformat() if value else None


def dumps(document: Json) -> str:
    """A document as text. What cannot be printed is escaped, and so is what would steer a terminal."""
    text = json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False)
    return _STEERING.sub(lambda char: f"\\u{ord(char[0]):04x}", text)
