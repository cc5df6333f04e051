"""Values as plain data: all that a template ever sees, and how a text comes back out of it.

Templates may be a stranger's, so they get no objects of ours: nothing but text, numbers, yes and no, lists,
and mappings by name.
"""

from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from fractions import Fraction
from typing import TypeAlias

from vaultgoals.render.last_time import LastTime
from vaultgoals.review.text import Code, Mention, Name, Part, Said, Strong, Text, text

Plain: TypeAlias = "str | int | float | bool | list[Plain] | dict[str, Plain] | None"
"""What JSON can hold."""

PARTS: Mapping[str, type[Said | Name | Strong | Code | Mention]] = {
    "said": Said,
    "name": Name,
    "strong": Strong,
    "code": Code,
    "link": Mention,
}
"""What a part of a text says of itself under `part`."""

_PART_NAMES: Mapping[type, str] = {of: name for name, of in PARTS.items()}


def plain(value: object, known: LastTime[Plain] | None = None) -> Plain:
    """A value and all that is in it as plain data; what is `known` from the last time stays the same.

    A dataclass becomes a mapping of its fields and properties, a part of a text one that also says under
    `part` what it is. Days are written as 2026-11-20, fractions become numbers.
    """
    known = LastTime() if known is None else known

    def of(value: object) -> Plain:
        match value:
            case None | bool() | float():
                return value
            case str():
                return str(value)
            case int():
                return int(value)
            case Fraction():
                return value.numerator if value.denominator == 1 else float(value)
            case date():
                return value.isoformat()
            case _:
                return known.of(value, made)

    def made(value: object) -> Plain:
        match value:
            case Mapping():
                return {str(name): of(one) for name, one in value.items()}
            case Sequence():
                return [of(one) for one in value]
            case _:
                named = {name: of(getattr(value, name)) for name in _NAMES[type(value)]}
                part = _PART_NAMES.get(type(value))
                return {"part": part, **named} if part else named

    return of(value)


def names_of(of: type) -> tuple[str, ...]:
    """The names under which templates see what a dataclass holds: its fields and its properties.

    Raises TypeError for any other type: it has no place on a page.
    """
    if not is_dataclass(of):
        raise TypeError(f"{of.__name__} is nothing that a template can show")
    properties = (name for name, one in vars(of).items() if isinstance(one, property))
    return (*(one.name for one in fields(of)), *(name for name in properties if name[0] != "_"))


class _Names(dict[type, tuple[str, ...]]):
    """The names of each type, worked out once."""

    def __missing__(self, of: type) -> tuple[str, ...]:
        names = self[of] = names_of(of)
        return names


_NAMES = _Names()


def text_of(said: Plain) -> Text:
    """The text that plain data stands for; a word, a number or a single part is a text too.

    Raises ValueError for what is none.
    """
    match said:
        case list():
            return text(*(text_of(one) for one in said))
        case dict():
            return (_part(said),)
        case bool() | None:
            raise ValueError("this is no text that could be written")
        case _:
            return (str(said),)


def _part(named: Mapping[str, Plain]) -> Part:
    given = {name: one for name, one in named.items() if isinstance(one, str)}
    kind = PARTS.get(given.pop("part", ""))
    if kind is None:
        raise ValueError("this is no text that could be written")
    try:
        return kind(**given)
    except TypeError:
        raise ValueError(f"this part of a text must have {', '.join(names_of(kind))}") from None
