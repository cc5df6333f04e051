"""A table of dates, values and comments, as any program exports it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time, tzinfo

from vaultgoals.intake import figures
from vaultgoals.intake.columns import Columns, Named, columns_of
from vaultgoals.intake.days import Order, Told, clock, moment
from vaultgoals.intake.entry import MIDNIGHT, Entry, Taken, Unclear, Unread
from vaultgoals.intake.figures import Decimal
from vaultgoals.intake.grid import Row, decoded, rows_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """What a person says of how a file is written; None where the file is to tell.

    Moments are seen from `zone`, and a time before `ends_at` belongs to the day before.
    """

    columns: Named = Named()
    order: Order | None = None
    decimal: Decimal | None = None
    delimiter: str | None = None
    zone: tzinfo | None = None
    ends_at: time = MIDNIGHT


AS_TOLD = Form()
"""Where the file is to tell all."""


def read_csv(data: bytes, form: Form = AS_TOLD) -> Taken | Unclear:
    """What a table says, row by row; Unclear where it could mean two things."""
    rows = rows_of(decoded(data), form.delimiter)
    columns = columns_of(rows, form.columns)
    if isinstance(columns, Unclear):
        return columns
    body = rows[1:] if columns.header else rows
    order = _order([row.cell(columns.date) for row in body], form)
    if isinstance(order, Unclear):
        return order
    decimal, doubts = _decimal([row.cell(columns.value) for row in body], form)
    found = [_entry(row, columns, form, order[0], decimal) for row in body]
    entries = tuple(one for one in found if isinstance(one, Entry))
    return Taken(
        entries=entries,
        unread=tuple(one for one in found if isinstance(one, Unread)),
        doubts=(*order[1], *doubts),
        subjects=tuple(dict.fromkeys(entry.subject for entry in entries)),
    )


def _order(cells: Sequence[str], form: Form) -> tuple[Order | None, tuple[str, ...]] | Unclear:
    """Whether days or months come first, and what to say of it."""
    if form.order:
        return form.order, ()
    told = Told.by(cells)
    if not told.either:
        return None, ()
    if len(told.tells) != 1:
        why = "nothing in the file tells which" if not told.tells else "the file has dates of both kinds"
        return Unclear(
            f"“{told.either}” may be a day and a month or a month and a day, and {why}.",
            "Say which: --dates d/m or --dates m/d.",
        )
    [(order, cell)] = told.tells.items()
    which = "the day" if order is Order.DAY_FIRST else "the month"
    return order, (f"Dates are read with {which} first, as “{cell}” tells; --dates says otherwise.",)


def _decimal(cells: Sequence[str], form: Form) -> tuple[Decimal | None, tuple[str, ...]]:
    """The decimal mark, and what to say of it; without one, values are read as those in notes are."""
    told, either = figures.told_by(cells)
    if form.decimal or either is None:
        return form.decimal or told, ()
    mark = told or Decimal.POINT
    value = figures.plain(either, mark)
    other = Decimal.POINT if mark is Decimal.COMMA else Decimal.COMMA
    return mark, (
        f"“{either}” is read as {value}; if it is {figures.plain(either, other)}, add --decimal {other}.",
    )


def _entry(
    row: Row, columns: Columns, form: Form, order: Order | None, decimal: Decimal | None
) -> Entry | Unread | None:
    """What a row says; None where it says nothing."""
    if row.torn:
        return Unread(line=row.line, reason="a quotation mark is opened in it and never closed")
    value, comment = row.cell(columns.value), row.cell(columns.comment)
    written = row.cell(columns.date)
    if not value and not comment:
        return None
    when, clocked = moment(written, order, form.zone, form.ends_at), row.cell(columns.time)
    if when is None:
        reason = f"“{written}” is no date that can be read" if written else "there is no date"
        return Unread(line=row.line, reason=reason)
    return Entry(
        subject=row.cell(columns.subject),
        on=when.on,
        at=(clock(clocked) if clocked else None) or when.at,
        value=figures.plain(value, decimal),
        comment=comment,
        line=row.line,
    )
