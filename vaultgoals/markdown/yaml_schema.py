"""What a plain scalar means: the core schema of YAML 1.2, with JavaScript's numbers."""

import re
from typing import TypeAlias

Value: TypeAlias = str | int | float | bool | None

# The core schema's words (YAML 1.2, section 10.3.2); everything else that is no number is text.
_WORDS: dict[str, Value] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **dict.fromkeys((".nan", ".NaN", ".NAN"), float("nan")),
    **dict.fromkeys((".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF"), float("inf")),
    **dict.fromkeys(("-.inf", "-.Inf", "-.INF"), float("-inf")),
}
_DECIMAL = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_RADIX = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")


def resolve(text: str) -> Value:
    """What a plain scalar means in the YAML 1.2 core schema, with JavaScript's numbers.

    Whole numbers up to 2^53 are int, all others float, rounded as JavaScript rounds them.
    """
    if text in _WORDS:
        return _WORDS[text]
    if _RADIX.fullmatch(text):
        number = int(text, 0)
        return number if number <= 2**53 else float(number) if number.bit_length() < 1024 else float("inf")
    if _DECIMAL.fullmatch(text):
        value = float(text)
        return int(value) if value.is_integer() and abs(value) <= 2**53 else value
    return text
