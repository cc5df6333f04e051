"""The shape of a body: its texts, list items, headings and tables, each with its place."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from vaultgoals.core.note import Cell, Heading, Table
from vaultgoals.core.source import Span
from vaultgoals.markdown.blocks import HIDING, read_blocks
from vaultgoals.markdown.bounds import MAX_NESTING, quoted_too_much, too_long
from vaultgoals.markdown.plain_blocks import Block

_BLANK = " \t"
_BULLET = re.compile(r"[ \t>]*(?:[-*+]|[0-9]+[.)])")
_PIPE = re.compile(r"(?<!\\)\|")
_NO_NEWLINE = re.compile(r"[^\n]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """A text that no block structure divides: a paragraph, heading, cell, or comment of several lines.

    `text` is as long as what it stands for, from offset `at`, with blanks for the `>` and indentation of its
    further lines. `item` is the number of the list item whose own text it is.
    """

    kind: str
    at: int
    text: str
    item: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hidden:
    """A block in which nothing, or in a `comment` not everything, is read: `code`, `math`, `HTML`."""

    kind: str
    span: Span


@dataclass(slots=True, kw_only=True)
class Shape:
    """A body's texts in order, the parent of each list item, its headings, tables, and what hides text.

    `too_deep` is the first line of what is nested too deep to be read, `too_long` the line at which reading
    stopped since there is too much in the note, and `unread` all from where it stopped for either.
    """

    leaves: list[Leaf] = field(default_factory=list)
    parents: list[int | None] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    hidden: list[Hidden] = field(default_factory=list)
    too_deep: Span | None = None
    too_long: Span | None = None
    unread: Span | None = None

    @property
    def code(self) -> list[Span]:
        """The blocks of code, in order."""
        return [hidden.span for hidden in self.hidden if hidden.kind == "code"]

    @property
    def perhaps_code(self) -> list[Span]:
        """The blocks of code, and what was not read, where any text may be code."""
        return self.code if self.unread is None else [*self.code, self.unread]


def emptied(flat: str, spans: Iterable[Span]) -> str:
    """The text with blanks in place of some spans, in order; its lines and offsets stay."""
    pieces, at = [], 0
    for span in spans:
        pieces += [flat[at : span.start], _NO_NEWLINE.sub(" ", flat[span.start : span.end])]
        at = span.end
    return "".join([*pieces, flat[at:]])


def read_shape(flat: str, start: int) -> Shape:
    """The shape of the body that begins at `start`; `flat` is the note's text with `\\n` for a newline."""
    body = flat[start:]
    quoted, long = quoted_too_much(body), too_long(body)
    limit = min((stop for stop in (quoted, long) if stop is not None), default=None)
    shape = _Walk(body[:limit], start).over()
    if limit is None:
        return shape
    stop, end = start + limit, flat.find("\n", start + limit)
    line = Span(stop, end if end >= 0 else len(flat))
    shape.unread = Span(stop, len(flat))
    if limit == long:
        shape.too_long = line
    else:
        shape.too_deep = shape.too_deep or line
    return shape


class _Walk:
    """From a body's blocks to its shape."""

    def __init__(self, body: str, start: int) -> None:
        self.body = body
        self.start = start
        self.shape = Shape()
        self.open_items: list[int] = []

    def over(self) -> Shape:
        blocks = read_blocks(self.body)
        for index, block in enumerate(blocks):
            if block.kind == "paragraph_open":
                self.paragraph(block, first=blocks[index - 1].kind == "list_item_open")
            elif block.kind == "heading_open":
                self.heading(block)
            elif block.kind == "list_item_open":
                self.item(block, blocks[index + 1])
            elif block.kind == "list_item_close":
                self.open_items.pop()
            elif block.kind == "table_open":
                self.table(block.lines)
            elif block.kind in HIDING:
                self.hidden(block)
            if block.level + 1 >= MAX_NESTING and block.kind in ("list_item_open", "blockquote_open"):
                self.shape.too_deep = self.shape.too_deep or self.first_line(block)
        return self.shape

    def paragraph(self, block: Block, *, first: bool) -> None:
        """A paragraph; where it comes first in a list item it is the item's own text."""
        item = self.open_items[-1] if first and self.open_items else None
        self.shape.leaves.append(self.leaf("paragraph", block.lines, item))

    def item(self, block: Block, after: Block) -> None:
        """A list item; its own text is the paragraph that comes first in it, or else nothing."""
        number = len(self.shape.parents)
        self.shape.parents.append(self.open_items[-1] if self.open_items else None)
        self.open_items.append(number)
        if after.kind != "paragraph_open":
            line = self.first_line(block)
            bullet = _BULLET.match(self.body, line.start - self.start)
            at = self.start + bullet.end() if bullet else line.end
            self.shape.leaves.append(Leaf(kind="paragraph", at=at, text="", item=number))

    def hidden(self, block: Block) -> None:
        """A block that hides what stands in it; in a comment links and tags count all the same."""
        span = Span(self.start + block.lines[0][0], self.start + block.lines[-1][1])
        self.shape.hidden.append(Hidden(kind=HIDING[block.kind], span=span))
        if block.kind == "comment":
            self.shape.leaves.append(self.leaf("comment", block.lines))

    def heading(self, block: Block) -> None:
        """A heading without its marks; one in a quote or list is a text, but no heading of the note."""
        begin, end = block.lines[0][0], block.lines[-1][1]
        lines = block.lines[:-1] if block.ruled else [_without_marks(self.body, begin, end)]
        leaf = self.leaf("heading", lines)
        self.shape.leaves.append(leaf)
        if block.level == 0:
            span = Span(self.start + begin, self.start + len(self.body[:end].rstrip(_BLANK)))
            text = "\n".join(line.strip(_BLANK) for line in leaf.text.split("\n"))
            self.shape.headings.append(Heading(text=text, level=block.rank, span=span))

    def table(self, lines: list[tuple[int, int]]) -> None:
        rows = [self.row(*lines[0]), *(self.row(*line) for line in lines[2:])]
        span = Span(self.start + lines[0][0], self.start + lines[-1][1])
        self.shape.tables.append(Table(header=rows[0], rows=tuple(rows[1:]), span=span))

    def row(self, begin: int, end: int) -> tuple[Cell, ...]:
        """A row's cells, cut at each `|` that no backslash precedes; `\\|` is a pipe within a cell."""
        edges = [begin - 1, *(match.start() for match in _PIPE.finditer(self.body, begin, end)), end]
        bounds = [(left + 1, right) for left, right in pairwise(edges)]
        for outer in (0, -1):
            if bounds and not self.body[slice(*bounds[outer])].strip(_BLANK):
                bounds.pop(outer)
        leaves = [self.leaf("cell", [bound]) for bound in bounds]
        self.shape.leaves += leaves
        return tuple(
            Cell(text=leaf.text.replace("\\|", "|"), span=Span(leaf.at, leaf.at + len(leaf.text)))
            for leaf in leaves
        )

    def leaf(self, kind: str, lines: list[tuple[int, int]], item: int | None = None) -> Leaf:
        begin = at = lines[0][0]
        pieces: list[str] = []
        for left, right in lines:
            if pieces:
                pieces.append("\n" + " " * (left - at - 1))
            pieces.append(self.body[left:right])
            at = right
        text = "".join(pieces).rstrip(" \t\n")
        inner = text.lstrip(_BLANK)
        return Leaf(kind=kind, at=self.start + begin + len(text) - len(inner), text=inner, item=item)

    @cached_property
    def line_ends(self) -> list[int]:
        return [*(match.start() for match in re.finditer("\n", self.body)), len(self.body)]

    def first_line(self, block: Block) -> Span:
        """The line that a block begins on."""
        number = block.first
        begin = self.line_ends[number - 1] + 1 if number else 0
        line = self.body[begin : self.line_ends[number]].rstrip(_BLANK)
        return Span(self.start + begin, self.start + begin + len(line))


def _without_marks(body: str, begin: int, end: int) -> tuple[int, int]:
    """The bounds of an ATX heading's text: without its `#` and those that close it."""
    line = body[begin:end].rstrip(_BLANK)
    left = len(line) - len(line.lstrip("#"))
    bare = line.rstrip("#")
    right = len(bare) if bare[left:].endswith((" ", "\t")) else len(line)
    return begin + left, begin + max(left, right)
