"""Blocks as most people write them, read without a Markdown parser: text, headings, lists, quotes, code.

A fast path beside the parser, which it never differs from: whatever it is not sure of, it leaves to that.
"""

import re
from itertools import accumulate, takewhile
from typing import NamedTuple


class Block(NamedTuple):
    """Where a block of a body begins, or a list item or quote ends; `kind` is what markdown-it calls it.

    `level` counts the blocks around it, `first` is the number of its first line, `rank` that of a heading,
    which is `ruled` where it is underlined. `lines` are for each of its lines the offset at which it begins,
    past `>`, bullets and indentation, and the one at which it ends; of what hides text only the outermost.
    """

    kind: str
    level: int
    first: int
    lines: list[tuple[int, int]]
    rank: int = 0
    ruled: bool = False


_ODD = re.compile(r"[\0-\t\v-\x1f\x7f-\x9f]")
# What begins a line of text, whatever stands above or below it.
_TEXT = re.compile(
    r"[^-+*_>#`~<|$%=:\d ]|\d+(?![\d.)])|\d+[.)](?=\S)|[*_]{1,3}(?=[^\s*_])|`{1,2}(?!`)|#(?=[^\s#])"
    r"|\$(?!\$)|%(?!%)|%%.*%%|\$\$.*\$\$"
)
_BULLET = re.compile(r"(?:[-*+]|([0-9]{1,9})[.)]) (?=\S)")
_HEADING = re.compile(r"(#{1,6})(?: |$)")
_FENCE = re.compile(r"(`{3,})[^`]*$|(~{3,})")
_QUOTE = re.compile(r"> ?")
_RULE = re.compile(r"-{3,} *$")
_HEAD = re.compile(r"\|[^\\]*\| *$")
_DIVIDED = re.compile(r"\|(?: *:?-+:? *\|)+ *$")
_HOLDS_PERCENTS = re.compile(".*%%")
_HOLDS_ARROW = re.compile(".*-->")
_DEEPEST = 20


def read_plain_blocks(body: str) -> list[Block] | None:
    """The blocks of a text whose lines end at `\n` only; None where it takes a parser."""
    if _ODD.search(body):
        return None
    lines = body.removesuffix("\n").split("\n")
    plain = _Plain(lines, [0, *accumulate(len(line) + 1 for line in lines)])
    return plain.blocks if plain.read() else None


class _Plain:
    """From lines to blocks; each step goes past the lines that it takes, and answers whether they are plain.

    They begin at these offsets, and stand within `level` quotes, without the marks of these, from the line
    `first` on. `inside` are the columns at which the text of the open list items begins, `text` are the lines
    of the paragraph that the next line may go on with.
    """

    def __init__(self, lines: list[str], begins: list[int], *, level: int = 0, first: int = 0) -> None:
        self.lines, self.begins, self.level, self.first = lines, begins, level, first
        self.blocks: list[Block] = []
        self.inside: list[int] = []
        self.text: list[tuple[int, int]] | None = None
        self.at = 0

    def read(self) -> bool:
        while self.at < len(self.lines):
            line = self.lines[self.at]
            written = line.lstrip(" ")
            if not written:
                self.text = None
                self.at += 1
            elif not self.step(line, written, len(line) - len(written)):
                return False
        self.close_to(0)
        return True

    def step(self, line: str, written: str, indent: int) -> bool:
        bullet = _BULLET.match(written)
        if bullet:
            return self.item(bullet, indent)
        if not _TEXT.match(written):
            return indent == 0 and self.unindented(line)
        if self.text is None:
            return self.fits(indent) and self.paragraph(indent)
        self.text.append(self.next(indent))
        return True

    def next(self, skipped: int | None = None) -> tuple[int, int]:
        """Go to the next line; the place of this one, past its first blanks or so many characters."""
        begin, line = self.begins[self.at], self.lines[self.at]
        before = len(line) - len(line.lstrip(" ")) if skipped is None else skipped
        self.at += 1
        return begin + before, begin + len(line)

    def opens(
        self, kind: str, level: int = 0, lines: list[tuple[int, int]] | None = None, rank: int = 0
    ) -> None:
        self.blocks.append(Block(kind, self.level + level, self.first + self.at, lines or [], rank))

    def closes(self, kind: str, level: int = 0) -> None:
        self.blocks.append(Block(kind, self.level + level, 0, []))

    def fits(self, indent: int) -> bool:
        """Close the list items that an indentation does not reach; whether it is none of code."""
        self.close_to(indent)
        return indent - (self.inside[-1] if self.inside else 0) < 4 and len(self.inside) < _DEEPEST

    def close_to(self, indent: int) -> None:
        while self.inside and self.inside[-1] > indent:
            self.inside.pop()
            self.closes("list_item_close", 2 * len(self.inside) + 1)

    def paragraph(self, skipped: int) -> bool:
        self.text = []
        self.blocks.append(
            Block("paragraph_open", self.level + 2 * len(self.inside), self.first + self.at, self.text)
        )
        self.text.append(self.next(skipped))
        return True

    def item(self, bullet: re.Match[str], indent: int) -> bool:
        depth = len(self.inside)
        if not self.fits(indent) or not _TEXT.match(bullet.string, bullet.end()):
            return False
        # Within a paragraph a number begins a list only if it is 1, or that of the next item.
        goes_on = self.text is not None and len(self.inside) == depth
        if goes_on and bullet[1] not in (None, "1"):
            return False
        self.opens("list_item_open", 2 * len(self.inside) + 1)
        self.inside.append(indent + bullet.end())
        return self.paragraph(self.inside[-1])

    def unindented(self, line: str) -> bool:
        """A line at the margin that is no text and no list item: it ends whatever stands above it."""
        after_text, self.text = self.text is not None, None
        in_item = after_text and bool(self.inside)
        self.close_to(0)
        if heading := _HEADING.match(line):
            return self.heading(len(heading[1]))
        if fence := _FENCE.match(line):
            mark = fence[1] or fence[2]
            return self.hiding("fence", re.compile(rf" {{0,3}}{mark[0]}{{{len(mark)},}} *$"), besides=1)
        if line.startswith("<!--"):
            return self.hiding("html_block", _HOLDS_ARROW)
        if line.startswith(">"):
            return self.quote()
        # The others go on with the text of a list item.
        if line.startswith("%%"):
            return not in_item and self.hiding("comment", _HOLDS_PERCENTS, besides=1)
        if line.startswith("|"):
            return not in_item and self.table()
        return not after_text and self.rule(line)

    def heading(self, rank: int) -> bool:
        self.opens("heading_open", 0, [], rank)
        self.blocks[-1].lines.append(self.next())
        return True

    def rule(self, line: str) -> bool:
        self.opens("hr")
        self.at += 1
        return _RULE.match(line) is not None

    def hiding(self, kind: str, closing: re.Pattern[str], *, besides: int = 0) -> bool:
        """What hides text, up to the line that closes it, `besides` so many; whether there is one."""
        lines = self.lines[self.at + besides :]
        count = next((count for count, line in enumerate(lines, besides + 1) if closing.match(line)), 0)
        if count:
            self.opens(kind)
            places = [self.next() for _ in range(count)]
            self.blocks[-1].lines.extend(places if kind == "comment" else [(places[0][0], places[-1][1])])
        return count > 0

    def table(self) -> bool:
        """Rows that begin with `|`, the second of which divides the first from the others."""
        self.opens("table_open")
        rows = [*takewhile(lambda line: line.startswith("|"), self.lines[self.at :])]
        self.blocks[-1].lines.extend(self.next() for _ in rows)
        self.closes("table_close")
        head, divided = [*rows, ""][:2]
        is_one = _HEAD.match(head) and _DIVIDED.match(divided) and head.count("|") == divided.count("|")
        return bool(is_one) and (self.at == len(self.lines) or _ends(self.lines[self.at]))

    def quote(self) -> bool:
        """Lines that begin with `>`, read as if they stood there without it."""
        quoted = [*takewhile(lambda line: not _ends(line), self.lines[self.at :])]
        marks = [mark for line in quoted if (mark := _QUOTE.match(line))]
        begins = [begin + mark.end() for begin, mark in zip(self.begins[self.at :], marks, strict=False)]
        inner = _Plain(
            [mark.string[mark.end() :] for mark in marks],
            begins,
            level=self.level + 1,
            first=self.first + self.at,
        )
        self.opens("blockquote_open")
        self.at += len(quoted)
        if len(marks) < len(quoted) or inner.level > _DEEPEST or not inner.read():
            return False
        self.blocks += inner.blocks
        self.closes("blockquote_close")
        return True


def _ends(line: str) -> bool:
    """Whether a line surely ends a quote or table above it: it is blank, or an HTML comment."""
    return not line.strip(" ") or line.startswith("<!--")
