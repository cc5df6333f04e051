"""Numbers as people write them, read exactly: `1,250.5`, `1 250`, `6,5`, `−3`, `12k`."""

import re
from fractions import Fraction

from vaultgoals.core.unreadable import Unreadable

_MINUS = ("-", "−")
_SIGNS = ("+", *_MINUS)

_MULTIPLIERS = {"k": 10**3, "m": 10**6, "bn": 10**9}
_MULTIPLIER = re.compile(r"(?:k|m|bn)(?![^\W\d_])", re.IGNORECASE)

_MARKS = "'’\u00a0\u202f"

# Digits with single marks between them; a plain space only where the whole text is the number.
_RUN = re.compile(rf"[0-9](?:[.,{_MARKS}]?[0-9])*|\.[0-9]+")
_SPACED_RUN = re.compile(rf"[0-9](?:[.,{_MARKS} ]?[0-9])*|\.[0-9]+")

# Which marks group, and which one is decimal: the first shape that fits tells.
_SHAPES = tuple(
    re.compile(whole + decimals)
    for whole, decimals in (
        (r"(?P<whole>[1-9][0-9]{0,2},[0-9]{3})", ""),
        (r"(?P<whole>[0-9]{1,3}(?:,[0-9]{3}){2,})", ""),
        (r"(?P<whole>[0-9]{1,3}(?:\.[0-9]{3}){2,})", ""),
        (r"(?P<whole>[0-9]{1,3}(?:,[0-9]{3})+)", r"\.(?P<decimals>[0-9]+)"),
        (r"(?P<whole>[0-9]{1,3}(?:\.[0-9]{3})+)", r",(?P<decimals>[0-9]+)"),
        (
            rf"(?P<whole>[0-9]{{1,3}}(?P<mark>[{_MARKS} ])[0-9]{{3}}(?:(?P=mark)[0-9]{{3}})*)",
            r"(?:[.,](?P<decimals>[0-9]+))?",
        ),
        (r"(?P<whole>[0-9]*)", r"[.,](?P<decimals>[0-9]+)"),
        (r"(?P<whole>[0-9]+)", ""),
    )
)

_LONGEST = 40
"""More characters than any figure has; a longer run of digits is no number."""


def parse_number(text: str) -> Fraction | Unreadable:
    """The number that the whole text is, `k`, `m` and `bn` included; NaN, inf and exponents are none."""
    found = leading_number(text.strip(), spaced=True)
    return Unreadable("number", text) if found is None or found[1] else found[0]


def leading_number(text: str, *, spaced: bool, multiply: bool = True) -> tuple[Fraction, str] | None:
    """The number that the text begins with, and what follows it.

    `spaced`: a plain space groups digits too. `multiply`: `k`, `m` and `bn` directly after the digits count.
    """
    sign, unsigned = split_sign(text)
    found = unsigned_number(unsigned, spaced=spaced, multiply=multiply)
    return None if found is None else (sign * found[0], found[1])


def split_sign(text: str) -> tuple[int, str]:
    """1 or -1, and the text without its sign."""
    return (-1 if text[:1] in _MINUS else 1), text[1:] if text[:1] in _SIGNS else text


def unsigned_number(text: str, *, spaced: bool, multiply: bool) -> tuple[Fraction, str] | None:
    """As `leading_number`, for a text without a sign."""
    run = (_SPACED_RUN if spaced else _RUN).match(text)
    value = _exact(run.group()) if run else None
    if run is None or value is None:
        return None
    multiplier = _MULTIPLIER.match(text, run.end()) if multiply else None
    if multiplier is None:
        return value, text[run.end() :]
    return value * _MULTIPLIERS[multiplier.group().lower()], text[multiplier.end() :]


def _exact(run: str) -> Fraction | None:
    if len(run) > _LONGEST:
        return None
    if run.isdigit():
        return Fraction(int(run))
    shape = next((match for shape in _SHAPES if (match := shape.fullmatch(run))), None)
    if shape is None:
        return None
    parts = shape.groupdict()
    whole = re.sub(r"[^0-9]", "", parts["whole"])
    return Fraction(f"{whole or 0}.{parts.get('decimals') or 0}")
