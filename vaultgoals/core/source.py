"""Text with a place: the bytes of a note as read, spans into them, and edits to them."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

# Lines end at \n, \r\n and \r only; str.splitlines() also splits at U+2028, U+0085, VT and FF.
_LINE_END = re.compile(r"\r\n|\r|\n")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points in a source's text."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Position:
    """A line and a column, both counted from 1, the column in code points."""

    line: int
    column: int


@dataclass(frozen=True, kw_only=True)
class Source:
    """One note's text as it stands on the disk.

    `path` is relative to the vault, with `/`. `text` is without the encoding mark (`bom` says whether there
    was one) and keeps its newlines. `digest` is the SHA-256 of the bytes as read; an edit names it, so that
    a change is never applied to something else than it was computed on. `unreadable` says why there is no
    text, where there is none.
    """

    path: str
    text: str
    digest: str = ""
    bom: bool = False
    unreadable: str | None = None

    @classmethod
    def of(cls, path: str, text: str) -> "Source":
        """A source of text that stands in memory."""
        return cls(path=path, text=text, digest=digest_of(text.encode("utf-8", "surrogatepass")))

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """The offset at which each line begins."""
        return (0, *(match.end() for match in _LINE_END.finditer(self.text)))

    @property
    def newline(self) -> str:
        """The newline that most lines end with."""
        crlf = self.text.count("\r\n")
        return "\r\n" if crlf * 2 > self.text.count("\n") else "\n"

    def position(self, offset: int) -> Position:
        """The line and column of an offset."""
        line = bisect_right(self.line_starts, offset)
        return Position(line, offset - self.line_starts[line - 1] + 1)

    def line_at(self, offset: int) -> int:
        """The number of the line that an offset is in; quick near the beginning, and nothing is kept."""
        if "\r" in self.text:
            return self.position(offset).line
        return self.text.count("\n", 0, offset) + 1

    def line(self, number: int) -> str:
        """The text of a line, counted from 1, without its newline."""
        start = self.line_starts[number - 1]
        end = self.line_starts[number] if number < len(self.line_starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")

    def cut(self, span: Span) -> str:
        """The text that a span covers."""
        return self.text[span.start : span.end]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """A change that somebody wants: `text` in place of `span`, computed on the bytes with this `digest`."""

    path: str
    span: Span
    text: str
    digest: str


def digest_of(data: bytes) -> str:
    """The SHA-256 of some bytes, in hex."""
    return sha256(data).hexdigest()


def misplaced(path: str) -> str | None:
    """Why a path may not be written to, in words that follow it; None where it lies inside the vault.

    Both kinds of slash separate, since a vault's settings travel between systems.
    """
    parts = path.replace("\\", "/").split("/")
    if parts[0] == "" or re.match(r"[A-Za-z]:[/\\]", path):
        return "is no path inside the vault"
    if ".." in parts:
        return "leads out of the vault"
    if any(part.startswith(".") for part in parts):
        return "lies in a hidden folder or is a hidden file"
    if "" in parts or _CONTROL.search(path):
        return "is no file name"
    return None


def apply_edits(text: str, edits: list[Edit]) -> str:
    """The text after all edits, which must not overlap."""
    pieces, at = [], 0
    for edit in sorted(edits, key=lambda edit: edit.span):
        if edit.span.start < at:
            raise ValueError(f"edits overlap at {edit.span.start}")
        pieces += [text[at : edit.span.start], edit.text]
        at = edit.span.end
    return "".join([*pieces, text[at:]])
