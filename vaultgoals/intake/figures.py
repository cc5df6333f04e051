"""Figures as other programs write them: of a whole column it is told which mark is the decimal one."""

import re
from collections.abc import Iterable
from enum import StrEnum

_COMMA = re.compile(r"[-+−]?[0-9]+(?:\.[0-9]{3})*,(?:[0-9]{1,2}|[0-9]{4,})(?![0-9,.])")
_POINT = re.compile(r"[-+−]?[0-9]+(?:,[0-9]{3})*\.(?:[0-9]{1,2}|[0-9]{4,})(?![0-9,.])")
_EITHER = re.compile(r"[-+−]?[1-9][0-9]{0,2}[.,][0-9]{3}(?![0-9,.])")


class Decimal(StrEnum):
    """The mark before the decimals."""

    COMMA = "comma"
    POINT = "point"


def _figure(group: str, mark: str) -> re.Pattern[str]:
    """A figure at the beginning of a cell, behind its sign or currency, whose groups are all of three."""
    return re.compile(
        rf"\W*?((?:[1-9][0-9]{{0,2}}(?:{group}[0-9]{{3}})+|[0-9]+)(?:{mark}[0-9]+)?)(?![0-9.,])"
    )


_FIGURES = {Decimal.COMMA: _figure(r"\.", ","), Decimal.POINT: _figure(",", r"\.")}


def told_by(cells: Iterable[str]) -> tuple[Decimal | None, str | None]:
    """The decimal mark that a column tells by some cell, and the first cell that fits both marks.

    None where no cell tells it, and where one tells this mark and another that.
    """
    cells = list(cells)
    comma, point = (any(map(form.match, cells)) for form in (_COMMA, _POINT))
    told = None if comma == point else Decimal.COMMA if comma else Decimal.POINT
    return told, next((cell for cell in cells if _EITHER.match(cell)), None)


def plain(cell: str, decimal: Decimal | None) -> str:
    """A cell whose figure is written with a decimal point and nothing that groups.

    One that cannot be written with this decimal mark stays as it is, to be read as in a note: of 6,4 no point
    makes 64.
    """
    figure = _FIGURES[decimal].match(cell) if decimal else None
    if figure is None:
        return cell
    mark, group = (",", ".") if decimal is Decimal.COMMA else (".", ",")
    written = figure[1].replace(group, "").replace(mark, ".")
    return f"{cell[: figure.start(1)]}{written}{cell[figure.end(1) :]}"
