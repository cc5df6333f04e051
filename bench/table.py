"""The table of goals: what is promised, what was measured, and whether that is so."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

WIDTH = 80
HEADINGS = ("goal", "what", "bound", "measured", "")
BEGIN, END = "<!-- measured -->", "<!-- end of what was measured -->"


class Verdict(StrEnum):
    """Whether a goal is reached."""

    OK = "ok"
    NOT_YET = "not yet"
    UNKNOWN = "–"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the table. `note` says what a figure does not, or why there is none."""

    goal: str
    what: str
    bound: str
    measured: str = ""
    verdict: Verdict = Verdict.UNKNOWN
    note: str = ""


def at_most(goal: str, what: str, value: float, limit: float, unit: str) -> Row:
    """A row of a figure that is to be small."""
    return _compared(goal, what, value, f"≤ {_shown(limit)} {unit}", holds=value <= limit)


def at_least(goal: str, what: str, value: float, limit: float, unit: str) -> Row:
    """A row of a figure that is to be large."""
    return _compared(goal, what, value, f"≥ {_shown(limit)} {unit}", holds=value >= limit)


def exactly(goal: str, what: str, value: int, wanted: int, unit: str) -> Row:
    """A row of a count that is to be one number and no other."""
    return _compared(goal, what, value, f"{wanted:,} {unit}", holds=value == wanted)


def said(goal: str, what: str, bound: str, measured: str, *, holds: bool, note: str = "") -> Row:
    """A row of what is no figure."""
    verdict = Verdict.OK if holds else Verdict.NOT_YET
    return Row(goal=goal, what=what, bound=bound, measured=measured, verdict=verdict, note=note)


def not_measured(goal: str, what: str, bound: str, why: str) -> Row:
    """A row without a figure."""
    return Row(goal=goal, what=what, bound=bound, note=why)


def _compared(goal: str, what: str, value: float, bound: str, *, holds: bool) -> Row:
    return said(goal, what, bound, _shown(value), holds=holds)


def _shown(value: float) -> str:
    """Three figures that mean something: `0.434`, `12.7`, `1,500`."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def as_text(rows: Sequence[Row]) -> str:
    """The table for a terminal, 80 columns wide; below it the notes."""
    cells = [HEADINGS, *map(_cells, rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(HEADINGS))]
    widths[1] = WIDTH - sum(widths) + widths[1] - 2 * (len(widths) - 1)
    lines = [
        "  ".join(_fitted(cell, width) for cell, width in zip(row, widths, strict=True)) for row in cells
    ]
    lines.insert(1, "  ".join("─" * width for width in widths))
    notes = [_fitted(f"{row.goal} {row.what}: {row.note}", WIDTH) for row in rows if row.note]
    return "\n".join(line.rstrip() for line in [*lines, *([""] if notes else []), *notes])


def _fitted(cell: str, width: int) -> str:
    return cell.ljust(width) if len(cell) <= width else f"{cell[: width - 1]}…"


def _cells(row: Row) -> tuple[str, ...]:
    return (row.goal, row.what, row.bound, row.measured, row.verdict)


def as_markdown(rows: Sequence[Row]) -> str:
    """The same table for a page, with the notes in it."""
    cells = [HEADINGS, ("---",) * len(HEADINGS), *map(_cells_with_note, rows)]
    return "\n".join(f"| {' | '.join(row)} |".replace("|  |", "| |") for row in cells)


def _cells_with_note(row: Row) -> tuple[str, ...]:
    note = row.note.replace("|", "\\|")
    measured = f"{row.measured} ({note})" if row.measured and note else row.measured or note
    return (row.goal, row.what, row.bound, measured, row.verdict)


def kept(page: str, goals: Collection[str]) -> list[str]:
    """The lines of the table on a page that are about other goals than these."""
    lines = page.partition(BEGIN)[2].partition(END)[0].split("\n")
    return [line for line in lines if line.startswith("| P") and line.split()[1] not in goals]


def with_others(table: str, others: Sequence[str]) -> str:
    """A Markdown table with lines of another one put where their goals belong."""
    head, lines = table.split("\n")[:2], [*table.split("\n")[2:], *others]
    return "\n".join([*head, *sorted(lines, key=lambda line: int(line[3:].partition(" ")[0]))])


def replaced(page: str, content: str) -> str:
    """The page with other content between the two markers. Raises ValueError where it has not got them."""
    pattern = re.compile(f"{re.escape(BEGIN)}.*?{re.escape(END)}", re.DOTALL)
    if len(pattern.findall(page)) != 1:
        raise ValueError(f"the page does not hold {BEGIN} and {END} once each")
    return pattern.sub(lambda _: f"{BEGIN}\n{content}\n{END}", page)
