"""A table as CSV (RFC 4180): quoted where it must be, and harmless in a spreadsheet."""

import re
from datetime import date

from vaultgoals.export.dataset import Cell, Table

# What a spreadsheet takes for a formula, in East Asian widths too; it eats an apostrophe before it.
_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_QUOTED = re.compile(r'[",\r\n]|^\s|\s$')


def table_csv(table: Table) -> str:
    """The table with a line of names above it, each line closed by CRLF; what is not known is empty.

    Dates are ISO, yes and no `true` and `false`, figures have a point. A text that a spreadsheet would work
    out stands behind an apostrophe; a number never does.
    """
    names = ",".join(field.name for field in table.fields)
    return "".join(f"{line}\r\n" for line in (names, *(",".join(map(cell_csv, row)) for row in table.rows)))


def cell_csv(cell: Cell) -> str:
    """One cell as it stands in a line of CSV."""
    match cell:
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case str():
            return _quoted(harmless(cell))
        case date():
            return cell.isoformat()
        case int():
            return str(cell)
        case _:
            return f"{cell:.6f}".rstrip("0").rstrip(".")


def harmless(text: str) -> str:
    """The text, behind an apostrophe where a spreadsheet would take it for a formula.

    The first apostrophe before such a sign is always ours: taken off, it leaves the text that was meant.
    """
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text


def _quoted(text: str) -> str:
    doubled = text.replace('"', '""')
    return f'"{doubled}"' if _QUOTED.search(text) else text
