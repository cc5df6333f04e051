"""Which column of a table holds what: by its name, else by what stands in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from vaultgoals.core.naming import log_key
from vaultgoals.core.number import parse_number
from vaultgoals.core.unreadable import Unreadable
from vaultgoals.intake.days import Order, moment
from vaultgoals.intake.entry import Unclear
from vaultgoals.intake.grid import Row

_NAMES: Mapping[str, tuple[str, ...]] = {
    "date": ("date", "day", "daystamp", "datum", "tag", "when", "datetime", "timestamp"),
    "time": ("time", "clock", "uhrzeit", "zeit"),
    "value": ("value", "amount", "count", "quantity", "number", "reading", "wert", "anzahl", "menge", "zahl"),
    "comment": (
        *("comment", "comments", "note", "notes", "remark", "text"),
        *("kommentar", "notiz", "notizen", "bemerkung"),
    ),
    "subject": ("goal", "goalslug", "goal-slug", "slug", "habit", "name", "ziel"),
}
_FEW = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """The number of each column, counted from 0, None where there is none; `header` says whether names stand
    in the first row.
    """

    header: bool
    date: int
    value: int | None
    time: int | None = None
    comment: int | None = None
    subject: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """The columns that a person names, by what stands in the first row or by number, counted from 1."""

    date: str | None = None
    value: str | None = None
    comment: str | None = None


def columns_of(rows: Sequence[Row], named: Named = Named()) -> Columns | Unclear:
    """Which column holds what; Unclear where nothing tells, or more than one could."""
    if not rows:
        return Unclear("There is nothing in the file.")
    first, body = rows[0], rows[1:]
    header = not any(map(_is_day, first.cells)) and not _is_moment(first, named.date)
    found: dict[str, int | None] = {what: _by_name(first, what) if header else None for what in _NAMES}
    for what, name in (("date", named.date), ("value", named.value), ("comment", named.comment)):
        if name is not None:
            at = _meant(first, name)
            if at is None:
                return Unclear(f"There is no column “{name}”.", f"There are {', '.join(first.cells)}.")
            found[what] = at
    rest = body if header else rows
    return _guessed(found, first, rest[:_FEW], header=header)


def _guessed(
    found: Mapping[str, int | None], first: Row, rows: Sequence[Row], *, header: bool
) -> Columns | Unclear:
    width = max((len(row.cells) for row in rows), default=len(first.cells))
    day = found["date"]
    if day is None:
        days = [at for at in range(width) if any(_is_day(row.cell(at)) for row in rows)]
        if len(days) != 1:
            why = "No column holds dates." if not days else "Several columns hold dates."
            return Unclear(why, "Name the column: --date-column NAME, or its number.")
        day = days[0]
    value, taken = found["value"], {day, *found.values()}
    if value is None:
        figures = [at for at in range(width) if at not in taken and _holds_figures(rows, at)]
        if len(figures) > 1:
            names = " and ".join(first.cell(at) if header else str(at + 1) for at in figures)
            return Unclear(f"The columns {names} both hold numbers.", "Name the one: --value-column NAME.")
        value = next(iter(figures), None)
    comment = found["comment"]
    if comment is None and not header:
        texts = [at for at in range(width) if at not in {day, value}]
        comment = texts[0] if len(texts) == 1 else None
    if value is None and comment is None:
        return Unclear("No column holds values.", "Name the column: --value-column NAME, or its number.")
    time, subject = found["time"], found["subject"]
    return Columns(header=header, date=day, value=value, time=time, comment=comment, subject=subject)


def _by_name(first: Row, what: str) -> int | None:
    """The column whose name is the first of those that such a column has."""
    names = [log_key(cell) for cell in first.cells]
    return next((names.index(name) for name in _NAMES[what] if name in names), None)


def _meant(first: Row, name: str) -> int | None:
    number = int(name) if name.isdecimal() and len(name) < 5 else 0
    if 0 < number <= len(first.cells):
        return number - 1
    names = [log_key(cell) for cell in first.cells]
    return names.index(log_key(name)) if log_key(name) in names else None


def _is_day(cell: str) -> bool:
    return not cell.isdecimal() and any(moment(cell, order, None) for order in Order)


def _is_moment(first: Row, name: str | None) -> bool:
    """Whether the first row has a moment where a person says that moments are, so that it has no names."""
    at = _meant(first, name) if name else None
    return any(moment(first.cell(at), order, None) for order in Order) if at is not None else False


def _holds_figures(rows: Sequence[Row], at: int) -> bool:
    cells = [row.cell(at) for row in rows if row.cell(at)]
    numbers = [cell for cell in cells if not isinstance(parse_number(cell), Unreadable)]
    return len(numbers) * 2 > len(cells)
