"""All that a vault knows as flat tables, for whoever wants to count: the same in every format."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import Generic, TypeAlias, TypeVar

from vaultgoals.export.values import number

T = TypeVar("T")

Known: TypeAlias = str | int | Fraction | date | None
Cell: TypeAlias = str | int | float | date | None
"""What stands in a table; None where nothing is known. Yes and no are bools, which are ints to Python."""


class Type(Enum):
    """What the cells of a column are, all but those that are None."""

    TEXT = "text"
    WHOLE = "whole number"
    NUMBER = "number"
    FLAG = "yes or no"
    DAY = "date"


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A column of a table; `about` says what stands in it, and in which unit.

    `key` says that its cells name the rows of the table; `of` the table whose rows they name.
    """

    name: str
    type: Type
    about: str
    key: bool = False
    of: str | None = None


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """A field, and how its cell is read off a thing."""

    field: Field
    read: Callable[[T], Known]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows of cells, each as many as there are fields, of their types."""

    name: str
    fields: tuple[Field, ...]
    rows: tuple[tuple[Cell, ...], ...]

    @classmethod
    def of(cls, name: str, columns: Iterable[Column[T]], things: Iterable[T]) -> "Table":
        """The table of some things, a row each, in their order."""
        columns = tuple(columns)
        rows = (tuple(_cell(column.read(thing)) for column in columns) for thing in things)
        return cls(name=name, fields=tuple(column.field for column in columns), rows=tuple(rows))


@dataclass(frozen=True, slots=True, kw_only=True)
class Dataset:
    """The tables of the vault that is called `vault`, as of the end of the day `today`, by name."""

    vault: str
    today: date
    tables: Mapping[str, Table]


def text(name: str, about: str, *, key: bool = False, of: str | None = None) -> Field:
    """A field of words."""
    return Field(name=name, type=Type.TEXT, about=about, key=key, of=of)


def whole(name: str, about: str) -> Field:
    """A field of whole numbers."""
    return Field(name=name, type=Type.WHOLE, about=about)


def figure(name: str, about: str) -> Field:
    """A field of figures."""
    return Field(name=name, type=Type.NUMBER, about=about)


def flag(name: str, about: str) -> Field:
    """A field of yes and no."""
    return Field(name=name, type=Type.FLAG, about=about)


def day(name: str, about: str) -> Field:
    """A field of dates."""
    return Field(name=name, type=Type.DAY, about=about)


def _cell(known: Known) -> Cell:
    """A cell: figures as JSON has them, text of whole characters."""
    if isinstance(known, Fraction):
        return number(known)
    return whole_characters(known) if isinstance(known, str) else known


def whole_characters(words: str) -> str:
    """A text with escapes for halves of characters, as names have that are no UTF-8; no format holds them."""
    return words.encode("utf-8", "backslashreplace").decode()


def as_float(cell: Cell) -> float | None:
    """The cell of a figure, for formats whose whole numbers end at 64 bits."""
    return float(cell) if isinstance(cell, (int, float)) else None
