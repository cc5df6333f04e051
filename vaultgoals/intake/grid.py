"""Bytes as rows of cells: what encoding and which delimiter, as the text itself tells."""

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

DELIMITERS = ",;\t|"
_SAMPLE = 50
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff]")
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_SEP = re.compile(r'"?sep=(.)"?\n', re.IGNORECASE)
"""The first line by which Excel is told what parts the columns."""
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


@dataclass(frozen=True, slots=True)
class Row:
    """A row that is not empty: the number of its first line, and its cells without blanks around them.

    It is `torn` where a quotation mark in it is never closed, so that it holds all that follows.
    """

    line: int
    cells: tuple[str, ...]
    torn: bool = False

    def cell(self, at: int | None) -> str:
        """The cell in a column, empty where there is none."""
        return self.cells[at] if at is not None and at < len(self.cells) else ""


def decoded(data: bytes) -> str:
    """Bytes as text: by their mark, else UTF-8, else as Windows wrote it in Western Europe. Never raises.

    Controls that no note can hold become blanks.
    """
    return _CONTROL.sub(" ", _text(data))


def _text(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def rows_of(text: str, delimiter: str | None = None) -> Sequence[Row]:
    """The rows of a text, its cells parted by `delimiter`, else by the sign that parts them most evenly."""
    lines = _LINE.findall(text.replace("\r\n", "\n").replace("\r", "\n"))
    said = _SEP.fullmatch(lines[0]) if lines else None
    if said:
        lines[0] = "\n"
    return tuple(_rows(lines, delimiter or (said[1] if said else _delimiter(lines))))


def _delimiter(lines: Sequence[str]) -> str:
    """The sign that parts most rows into as many cells as most others, and into more than one."""

    def evenly(sign: str) -> tuple[int, int]:
        widths = Counter(len(row.cells) for row in _rows(lines[:_SAMPLE], sign))
        width, rows = max(widths.items(), key=lambda found: (found[1], found[0]), default=(1, 0))
        return (rows, width) if width > 1 else (0, 0)

    return max(DELIMITERS, key=evenly)


def _rows(lines: Sequence[str], delimiter: str) -> Iterator[Row]:
    reader = csv.reader(lines, delimiter=delimiter, skipinitialspace=True)
    line = 1
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:  # a cell of more than 131,072 characters
            cells = []
        if any(map(str.strip, cells)):
            torn = reader.line_num == len(lines) and _is_torn(lines[line - 1 :], delimiter)
            yield Row(line, tuple(map(str.strip, cells)), torn)
        line = reader.line_num + 1


def _is_torn(lines: Sequence[str], delimiter: str) -> bool:
    """Whether the text ends within quotation marks."""
    try:
        return not [*csv.reader(lines, delimiter=delimiter, skipinitialspace=True, strict=True)]
    except csv.Error as error:
        return str(error) == "unexpected end of data"
