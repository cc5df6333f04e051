"""Lines of styled text for a terminal: what each piece of them is, and how they are wrapped."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import accumulate
from typing import TypeAlias

from vaultgoals.export.excerpt import columns, wide


class Style(StrEnum):
    """What a piece of text is; how that looks is up to whoever prints it."""

    PLAIN = "plain"
    PLACE = "place"
    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    GUTTER = "gutter"
    HINT = "hint"
    SUMMARY = "summary"
    TITLE = "title"
    CODE = "code"
    QUIET = "quiet"
    WELL = "well"
    DOUBT = "doubt"
    ILL = "ill"


Line: TypeAlias = tuple[tuple[str, Style], ...]
"""The pieces of one line, each with its style; none holds a newline or any other control character."""


def plain(lines: Iterable[Line]) -> str:
    """The lines without their styles, each with its newline."""
    return "".join("".join(text for text, _ in line) + "\n" for line in lines)


def fitted(lines: Iterable[Line], width: int, *, indent: int = 0, more: int = 2) -> Iterator[Line]:
    """The lines set in by `indent` columns and wrapped to `width`; what goes on is set in by `more`.

    What follows a label goes on below itself. An excerpt stays as it is, since carets stand below it.
    """
    for line in lines:
        if not line or line[0][1] is Style.GUTTER:
            yield _set_in(line, indent)
            continue
        hang = wide(line[0][0]) if line[0][1] is Style.HINT else more
        first, *others = wrapped(line, width - indent, less=hang)
        yield _set_in(first, indent)
        yield from (_set_in(other, indent + hang) for other in others)


def wrapped_text(words: str, width: int, *, first: str = "", more: str = "") -> list[str]:
    """The words in lines of at most `width` columns: `first` begins the first line, `more` all others.

    One blank is left between two words; only a word that is longer than a line is cut itself.
    """
    line: Line = ((" ".join(words.split()), Style.PLAIN),)
    if not line[0][0]:
        return []
    less = wide(more) - wide(first)
    begin, *others = plain(wrapped(line, width - wide(first), less=less, whole=False)).splitlines()
    return [first + begin, *(more + other for other in others)]


def wrapped(line: Line, width: int, *, less: int = 0, whole: bool = True) -> Iterator[Line]:
    """The line cut at blanks into lines of at most `width` columns, `less` fewer in all but the first.

    A word that is longer than that stays `whole`, or is cut itself.
    """
    text = "".join(piece for piece, _ in line)
    start, room = 0, width
    while True:
        stop = _stop(text, start, room, whole=whole)
        yield _cut(line, start, stop)
        start = stop + len(text[stop:]) - len(text[stop:].lstrip(" "))
        room = width - less
        if start == len(text):
            return


def shortened(text: str, width: int) -> str:
    """A text in at most `width` columns, one at least: what is too long ends in `…`, behind a whole word."""
    if wide(text) <= width:
        return text
    fitting = text[: sum(taken < width for taken in accumulate(map(columns, text)))]
    words, _, cut = fitting.rpartition(" ")
    return (words if len(cut) * 3 < len(words) else fitting).rstrip() + "…"


def _stop(text: str, start: int, room: int, *, whole: bool) -> int:
    """Where the line that begins at `start` ends: at the last blank that fits, or else with its one word."""
    first_word = start + len(text[start:]) - len(text[start:].lstrip(" "))
    taken, last = 0, 0
    for at in range(start, len(text)):
        if text[at] == " " and at > first_word:
            last = at
        taken += columns(text[at])
        if taken > room and (last or (at > first_word and not whole)):
            return last or at
    return len(text)


def _cut(line: Line, start: int, stop: int) -> Line:
    """The pieces of a line between two offsets into its text."""
    pieces, at = [], 0
    for text, style in line:
        part = text[max(start - at, 0) : max(stop - at, 0)]
        if part:
            pieces.append((part, style))
        at += len(text)
    return tuple(pieces)


def _set_in(line: Line, indent: int) -> Line:
    return ((" " * indent, Style.PLAIN), *line) if indent and line else line
