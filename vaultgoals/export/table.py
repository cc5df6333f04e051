"""Tables in a terminal: columns that fit its width, and below a row what there is to say of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vaultgoals.core.health import Health
from vaultgoals.export.excerpt import wide
from vaultgoals.export.lines import Line, Style, fitted, shortened

GAP = "  "
_NAME = 1
_LEAST = 16
"""Columns that a name takes at least before other columns are left out."""

_STYLES = {
    Health.ACHIEVED: Style.WELL,
    Health.ON_TRACK: Style.WELL,
    Health.AT_RISK: Style.DOUBT,
    Health.OFF_TRACK: Style.ILL,
    Health.MISSED: Style.ILL,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row: a mark, a name and other cells. `health` colours the mark, `note` says more."""

    cells: tuple[str, ...]
    health: Health | None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Rows below a title of their own, that of an objective."""

    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table. `columns` name the cells: a mark's is empty, the second is the name's. `spare` are those that
    may be left out where there is little room, the first to go first.

    Nothing in it holds a newline or any other control character.
    """

    title: str
    columns: tuple[str, ...]
    groups: tuple[Group, ...]
    spare: tuple[str, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows of all groups."""
        return tuple(row for group in self.groups for row in group.rows)


def style_of(health: Health | None) -> Style:
    """How a mark looks."""
    return _STYLES.get(health, Style.QUIET) if health else Style.QUIET


def table_lines(table: Table, width: int) -> Iterator[Line]:
    """A table in lines of `width` columns; notes stand beside their rows if all fit there, else below."""
    kept = _columns_that_fit(table, width)
    widths = [_widest(table, column) for column in kept]
    rest = sum(widths) - widths[_NAME] + len(GAP) * (len(kept) - 1)
    widths[_NAME] = max(min(widths[_NAME], width - rest), 1)
    used = rest + widths[_NAME]
    beside = all(used + len(GAP) + wide(row.note) <= width for row in table.rows)
    yield ((table.title, Style.TITLE),)
    yield (("".join(_padded([table.columns[at] for at in kept], widths)), Style.QUIET),)
    for number, group in enumerate(table.groups):
        yield from [()] if number else []
        if group.title:
            yield ((shortened(group.title, width), Style.PLACE),)
        for row in group.rows:
            yield from _row(row, kept, widths, width, beside=beside)


def _columns_that_fit(table: Table, width: int) -> list[int]:
    """The columns that there is room for: the spare ones go, one by one, once names would be too short."""
    kept = list(range(len(table.columns)))
    for name in table.spare:
        widths = [_widest(table, column) for column in kept]
        widths[_NAME] = min(widths[_NAME], _LEAST)
        if sum(widths) + len(GAP) * (len(kept) - 1) <= width:
            break
        kept.remove(table.columns.index(name))
    return kept


def _widest(table: Table, column: int) -> int:
    return max([wide(table.columns[column]), *(wide(row.cells[column]) for row in table.rows)])


def _row(row: Row, kept: Sequence[int], widths: Sequence[int], width: int, *, beside: bool) -> Iterator[Line]:
    mark, *others = _padded([row.cells[column] for column in kept], widths)
    cells: Line = ((mark, style_of(row.health)), ("".join(others), Style.PLAIN))
    if beside and row.note:
        gap = " " * (sum(widths) + len(GAP) * len(widths) - wide("".join((mark, *others))))
        yield (*cells, (gap + row.note, Style.PLAIN))
        return
    yield cells
    if row.note:
        yield from fitted([((row.note, Style.PLAIN),)], width, indent=widths[0] + len(GAP), more=0)


def _padded(cells: Sequence[str], widths: Sequence[int]) -> list[str]:
    """The cells, each with the blanks behind it; nothing ends in blanks."""
    cut = [shortened(cell, room) for cell, room in zip(cells, widths, strict=True)]
    padded = [cell + " " * (room - wide(cell)) + GAP for cell, room in zip(cut, widths, strict=True)]
    last = max((at for at, cell in enumerate(cut) if cell), default=0)
    return [*padded[:last], cut[last]]
