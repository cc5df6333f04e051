"""New notes from values: a header that Obsidian and every reader of YAML take for the same, and a body.

Only for text that is not there yet; what a person wrote is changed by `splice`.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from fractions import Fraction
from typing import TypeAlias

Value: TypeAlias = "str | bool | int | Fraction | date | Sequence[str]"
"""What a property may say. A text is always read back as that text, also where it looks like a number."""

# What is text without quotes to YAML 1.1 and 1.2 alike: `Ana Lopez`, `12 calls per week`, a pause.
_PLAIN = re.compile(
    r"(?:[^\W\d_]|[1-9][0-9]{0,8}(?:x/| )[^\W\d_])(?:[\w /,-]*\w)?"
    r"|[0-9]{4}-[0-9]{2}-[0-9]{2}\.\.[0-9]{4}-[0-9]{2}-[0-9]{2}"
)
_NO_TEXT = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
# Quotes, and what not every reader of YAML takes as it stands.
_ESCAPED = re.compile(
    r'["\\\0-\x1f\x7f-\xa0\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff\U0001fffe-\U0001ffff'
    r"\U000ffe00-\U000fffff\U0010fffe-\U0010ffff]"
)


def scalar(text: str) -> str:
    """A text as one YAML scalar on one line: plain where that is safe everywhere, else in double quotes."""
    if _PLAIN.fullmatch(text) and text.lower() not in _NO_TEXT:
        return text
    return f'"{_ESCAPED.sub(_escape, text)}"'


def wikilink(target: str) -> str:
    """The text of a link to a note, by its title or its path without `.md`; see `Names.shortest`."""
    return f"[[{target}]]"


def header(properties: Iterable[tuple[str, Value]]) -> str:
    """The frontmatter with its fences: a property a line, a list an item a line; an empty list is none.

    A number that has no end in decimals raises ValueError.
    """
    return "".join(["---\n", *(lines(name, value) for name, value in properties), "---\n"])


def new_text(properties: Iterable[tuple[str, Value]], body: str = "") -> str:
    """The whole text of a new note; `body` is Markdown, taken as it is, its last line closed."""
    end = "\n" if body and not body.endswith("\n") else ""
    return header(properties) + body + end


def lines(name: str, value: Value) -> str:
    """A property as it stands in a header, its last line closed; an empty list is none."""
    if isinstance(value, Sequence) and not isinstance(value, str):
        items = "".join(f"  - {scalar(item)}\n" for item in value)
        return f"{scalar(name)}:\n{items}" if items else ""
    return f"{scalar(name)}: {_one(value)}\n"


def _one(value: "str | bool | int | Fraction | date") -> str:
    match value:
        case str():
            return scalar(value)
        case bool():
            return "true" if value else "false"
        case date():
            return value.isoformat()
        case int() | Fraction():
            return decimal(Fraction(value))


def decimal(number: Fraction) -> str:
    """A number exactly, as YAML reads it: `6.4`; raises ValueError for one without an end, such as 1/3."""
    twos = fives = 0
    rest = number.denominator
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    if rest != 1:
        raise ValueError(f"{number} has no end in decimals")
    places = max(twos, fives)
    digits = f"{abs(number) * 10**places}".zfill(places + 1)
    sign = "-" if number < 0 else ""
    return sign + (f"{digits[:-places]}.{digits[-places:]}" if places else digits)


def _escape(match: re.Match[str]) -> str:
    char = match[0]
    if char in _ESCAPES:
        return _ESCAPES[char]
    code = ord(char)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
