"""JSON values: how figures and dates are written for other programs."""

import json
from datetime import date
from fractions import Fraction
from typing import TypeAlias

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"

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
    """A document as text. What cannot be printed, such as half of a surrogate pair, is escaped."""
    text = json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False)
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
