"""The line of a note that a finding is about, cut to a terminal's width, with carets below the span."""

from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING
from unicodedata import category, combining, east_asian_width

if TYPE_CHECKING:
    from vaultgoals.core.source import Source, Span

WIDTH = 80
"""How many columns a line of the excerpt takes at most, the line number included."""

_TAB = 4
_GUTTER = len(" | ")
# How many columns of a cut line stand before the span, and how many there are at least.
_LEAD = 30
_NARROW = _LEAD + 10
_DIRECTIONS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The source line as a terminal may show it, and as many carets as the span is wide below it."""

    text: str
    carets: str


def visible(text: str) -> str:
    """A text without characters that act on a terminal: these are shown as pictures or as escapes."""
    return "".join(map(_shown, text))


def excerpt(source: "Source", span: "Span", *, width: int = WIDTH) -> Excerpt | None:
    """The first line of a span in its note, with its number in `width` columns; None without any text."""
    if not source.text:
        return None
    at = source.position(span.start)
    line = source.line(at.line)
    room = max(width - len(str(at.line)) - _GUTTER, _NARROW)
    first = min(at.column - 1, len(line))
    stop = min(max(first + len(span), first), len(line))
    # A line may be megabytes long; no more of it can be seen than this.
    low, high = max(first - WIDTH, 0), first + 2 * WIDTH
    cells = _cells(line[low:high])
    return _cut(cells, first - low, min(stop, high) - low, room, before=low > 0, after=high < len(line))


def _cut(
    cells: list[tuple[str, int]], first: int, stop: int, room: int, *, before: bool, after: bool
) -> Excerpt:
    """The cells that fit into `room` columns around those from `first` to `stop`, with `…` where cut."""
    ends = [0, *accumulate(width for _, width in cells)]
    low, high = 0, len(cells)
    if before or after or ends[-1] > room:
        room -= len("……")
        if before or ends[stop] > room:
            low = next(i for i in range(first + 1) if ends[first] - ends[i] <= _LEAD)
        high = max(i for i in range(low, len(ends)) if ends[i] - ends[low] <= room)
    head = "…" if before or low else ""
    tail = "…" if after or high < len(cells) else ""
    text = head + "".join(shown for shown, _ in cells[low:high]) + tail
    lead = len(head) + ends[first] - ends[low]
    return Excerpt(text, " " * lead + "^" * max(ends[min(stop, high)] - ends[first], 1))


def _cells(text: str) -> list[tuple[str, int]]:
    """Each character as it is shown, and how many columns that takes; tabs reach to the next stop."""
    cells, column = [], 0
    for char in text:
        shown = " " * (_TAB - column % _TAB) if char == "\t" else _shown(char)
        width = wide(shown)
        cells.append((shown, width))
        column += width
    return cells


def _shown(char: str) -> str:
    if char < " ":
        return chr(0x2400 + ord(char))
    if char == "\x7f":
        return "␡"
    if char in _DIRECTIONS or category(char) in {"Cc", "Cs", "Zl", "Zp"}:
        return char.encode("ascii", "backslashreplace").decode()
    return char


def wide(text: str) -> int:
    """How many columns of a terminal a text takes."""
    return sum(map(columns, text))


def columns(char: str) -> int:
    """How many columns of a terminal a character takes."""
    if combining(char) or category(char) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if east_asian_width(char) in "WF" else 1
