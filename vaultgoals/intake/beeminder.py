"""The data points that Beeminder exports: with names above the columns, or without."""

from dataclasses import replace

from vaultgoals.intake.columns import Named
from vaultgoals.intake.entry import Taken, Unclear
from vaultgoals.intake.grid import decoded, rows_of
from vaultgoals.intake.plain_csv import AS_TOLD, Form, read_csv


def read_beeminder(data: bytes, form: Form = AS_TOLD) -> Taken | Unclear:
    """What the data points say.

    Their day is the one that Beeminder counts them on, `daystamp`, where that is there; else that of their
    time, in seconds since 1970. Without names the columns are day or time, value and comment.
    """
    rows = rows_of(decoded(data), form.delimiter)
    if not rows:
        return Unclear("There is nothing in the file.")
    names = [cell.lower() for cell in rows[0].cells]
    if "value" not in names and form.columns == Named():
        form = replace(form, columns=Named(date="1", value="2", comment="3" if len(names) > 2 else None))
    return read_csv(data, form)
