"""What the value of a setting may look like: TOML's value in, ours out, or an `Unreadable`."""

import re
from collections.abc import Callable, Collection, Mapping
from datetime import time
from fractions import Fraction
from types import MappingProxyType
from typing import TypeAlias

from vaultgoals.core.config import Limits
from vaultgoals.core.finding import Severity
from vaultgoals.core.kinds import KIND_PROPERTIES, KIND_WORDS
from vaultgoals.core.periodic import DEFAULTS, note_format
from vaultgoals.core.source import misplaced
from vaultgoals.core.unreadable import Unreadable

Reader: TypeAlias = Callable[[object], object]
"""Turns a value as TOML gives it into ours, or into an `Unreadable` that says what was expected."""


def nearest(word: str, known: Collection[str]) -> str:
    """The known word that is most like it, however unlike it is."""
    from difflib import get_close_matches

    return get_close_matches(word.lower().replace("_", "-"), known, n=1, cutoff=0)[0]


def shown(value: object) -> str:
    """A value in few characters, for a message."""
    match value:
        case bool():
            return str(value).lower()
        case int() if value.bit_length() > 64:
            return "a number that long"  # may be too long for Python to write
        case list():
            return "a list of that"
        case dict():
            return "a table"
        case _:
            return str(value)[:60]


def text(value: object) -> str | Unreadable:
    """A text."""
    return value if isinstance(value, str) else Unreadable("a text", shown(value))


def texts(value: object) -> tuple[str, ...] | Unreadable:
    """A list of texts."""
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(value)
    return Unreadable("a list of texts", shown(value))


def whole(least: int, most: int) -> Reader:
    """A whole number between two bounds, both included."""

    def read(value: object) -> int | Unreadable:
        if isinstance(value, int) and not isinstance(value, bool) and least <= value <= most:
            return value
        return Unreadable(f"a whole number from {least} to {most}", shown(value))

    return read


def share(value: object) -> Fraction | Unreadable:
    """A share, exact."""
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1:
        # Through the shortest text that means this float, so that 0.95 is 95/100 and nothing else.
        return Fraction(str(value))
    return Unreadable("a share from 0 to 1", shown(value))


def one_of(choices: Collection[str]) -> Reader:
    """One of some words."""

    def read(value: object) -> str | Unreadable:
        if isinstance(value, str) and value in choices:
            return value
        return Unreadable("one of " + ", ".join(choices), shown(value), nearest(shown(value), choices))

    return read


def some_of(choices: Collection[str]) -> Reader:
    """A list of some words."""
    one = one_of(choices)

    def read(value: object) -> tuple[str, ...] | Unreadable:
        listed = texts(value)
        if isinstance(listed, Unreadable):
            return Unreadable("a list of " + ", ".join(choices), shown(value))
        return next((bad for bad in map(one, listed) if isinstance(bad, Unreadable)), listed)

    return read


def severity(value: object) -> Severity | Unreadable:
    """A severity."""
    read = one_of(tuple(Severity))(value)
    return read if isinstance(read, Unreadable) else Severity(str(read))


def kind_or_false(value: object) -> object:
    """A word for a kind of note; false gives the vault's own word back."""
    return None if value is False else one_of(tuple(KIND_WORDS))(value)


def word_tag_or_folder(name: object) -> object:
    """A `type`, a `#tag` or a `folder/`: no tag holds a gap, and no note lies outside or is hidden."""
    text = str(name)
    if text.startswith("#"):
        can_match = re.fullmatch(r"#[^\s,#]+", text) is not None
    else:
        can_match = not text.endswith("/") or re.search(r"(^|/)\.", text) is None
    if can_match:
        return name
    return Unreadable('a type, a "#tag" without a gap, or a "folder/" in the vault', shown(name))


def property_name(value: object) -> str | Unreadable:
    """The name of a property of ours."""
    known = {"type"}.union(*KIND_PROPERTIES.values())
    if isinstance(value, str) and value in known:
        return value
    return Unreadable(
        "the name of a property that is known here", shown(value), nearest(shown(value), sorted(known))
    )


def clock(value: object) -> time | Unreadable:
    """A time of day, `HH:MM`."""
    if isinstance(value, str) and re.fullmatch(r"([01][0-9]|2[0-3]):[0-5][0-9]", value, re.ASCII):
        return time.fromisoformat(value)
    return Unreadable('a time such as "04:00"', shown(value))


def _measured(value: object, units: Mapping[str, Fraction]) -> Fraction | None:
    """A plain decimal and a unit, in the base unit."""
    match = re.fullmatch(r"([0-9]{1,9}(?:\.[0-9]{1,9})?) ?([A-Za-z]+)", str(value), re.ASCII)
    factor = units.get(match[2]) if match else None
    return Fraction(match[1]) * factor if match and factor else None


_SIZES = MappingProxyType(
    {
        "B": Fraction(1),
        "kB": Fraction(1000),
        "KiB": Fraction(1024),
        "MB": Fraction(10**6),
        "MiB": Fraction(2**20),
    }
)
_TIMES = MappingProxyType({"ms": Fraction(1, 1000), "s": Fraction(1)})


def note_size(value: object) -> int | Unreadable:
    """Only ever smaller than the default: a vault that comes from someone else must not raise the limit."""
    size = _measured(value, _SIZES)
    if size is not None and 0 < size <= Limits().note_size:
        return int(size)
    return Unreadable('a size up to "5 MiB"', shown(value))


def quiet(value: object) -> float | Unreadable:
    """A time in seconds."""
    seconds = _measured(value, _TIMES)
    if seconds is not None and Fraction(1, 100) <= seconds <= 60:
        return float(seconds)
    return Unreadable('a time from "10 ms" to "60 s"', shown(value))


def page(default: str, holding: str = "") -> Reader:
    """A page's path, which holds the placeholder `holding` and no other; true is the default."""
    expected = (
        f"true, false, or a path in the vault that ends in .md{' and holds ' + holding if holding else ''}"
    )

    def read(value: object) -> str | Unreadable | None:
        if isinstance(value, bool):
            return default if value else None
        bare = str(value).replace(holding, "x") if holding else str(value)
        fits = bare != value if holding else bare == value
        if isinstance(value, str) and fits and bare.endswith(".md") and _is_place(bare):
            return value
        return Unreadable(expected, shown(value))

    return read


def folder(value: object) -> str | Unreadable:
    """A folder in the vault, empty for its root."""
    if isinstance(value, str) and (value == "" or _is_place(value.rstrip("/").replace("{year}", "x"))):
        return value.rstrip("/")
    return Unreadable("a folder in the vault; {year} stands for the year", shown(value))


def _is_place(path: str) -> bool:
    return misplaced(path) is None and not re.search(r"[{}]", path)


def moment_format(kind: str) -> Reader:
    """A moment.js format for the daily, weekly, … notes, which stays inside the vault and makes dates."""

    def read(value: object) -> str | Unreadable:
        if isinstance(value, str) and misplaced(value) is None and note_format(kind, value):
            return value
        expected = f'a format that tells {kind} notes apart, such as "Notes/{getattr(DEFAULTS, kind)}"'
        return Unreadable(expected, shown(value))

    return read
