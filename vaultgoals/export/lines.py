"""Lines of styled text for a terminal: what each piece of them is, and how they are wrapped."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import TypeAlias

from vaultgoals.export.excerpt import columns


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


Line: TypeAlias = tuple[tuple[str, Style], ...]
"""The pieces of one line, each with its style; none holds a newline or any other control character."""


def plain(lines: Iterable[Line]) -> str:
    """The lines without their styles, each with its newline."""
    return "".join("".join(text for text, _ in line) + "\n" for line in lines)


def fitted(lines: Iterable[Line], width: int, *, indent: int = 0, more: int = 2) -> Iterator[Line]:
    """The lines set in by `indent` columns and wrapped to `width`; what goes on is set in by `more`.

    An excerpt stays as it is, since carets stand below it.
    """
    for line in lines:
        if not line or line[0][1] is Style.GUTTER:
            yield _set_in(line, indent)
            continue
        first, *others = wrapped(line, width - indent, less=more)
        yield _set_in(first, indent)
        yield from (_set_in(other, indent + more) for other in others)


def wrapped(line: Line, width: int, *, less: int = 0) -> Iterator[Line]:
    """The line cut at blanks into lines of at most `width` columns, `less` fewer in all but the first.

    A word that is longer than that stays whole.
    """
    text = "".join(piece for piece, _ in line)
    start, room = 0, width
    while True:
        stop = _stop(text, start, room)
        yield _cut(line, start, stop)
        start = stop + len(text[stop:]) - len(text[stop:].lstrip(" "))
        room = width - less
        if start == len(text):
            return


def _stop(text: str, start: int, room: int) -> int:
    """Where the line that begins at `start` ends: at the last blank that fits, or else after one word."""
    first_word = start + len(text[start:]) - len(text[start:].lstrip(" "))
    taken, last = 0, 0
    for at in range(start, len(text)):
        if text[at] == " " and at > first_word:
            last = at
        taken += columns(text[at])
        if taken > room and last:
            return last
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
