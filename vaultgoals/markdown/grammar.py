"""The block grammar: markdown-it with Obsidian's comments and math, noting where each text stands."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Concatenate, ParamSpec

from markdown_it import MarkdownIt
from markdown_it.rules_block import (
    StateBlock,
    code,
    fence,
    heading,
    html_block,
    lheading,
    paragraph,
    table,
)
from markdown_it.token import Token

from vaultgoals.markdown.bounds import MAX_NESTING
from vaultgoals.markdown.quickened import quickened, told

P = ParamSpec("P")

_NOT_BLANK = re.compile(r"\S|[\x1c-\x1f\x85]")  # separators that are blanks to Python, and not to CommonMark
_INTERRUPTING = ["paragraph", "reference", "blockquote", "list"]
_PLACED = {
    *("paragraph_open", "heading_open", "table_open"),
    *("fence", "code_block", "comment", "math", "html_block"),
}


def read_tokens(body: str, *, quick: bool = True) -> list[Token]:
    """The block tokens of a text whose lines end at `\\n` only.

    Paragraphs, headings, tables and what hides text have `meta["lines"]`: for each of their lines the offset
    at which it begins, past `>`, bullets and indentation, and the one at which it ends. `quick` or not, they
    are the same.
    """
    tokens: list[Token] = []
    parser = _QUICK if quick else _PARSER
    parser.block.parse(body, parser, told(body), tokens)
    return tokens


def _placed(rule: Callable[Concatenate[StateBlock, P], bool]) -> Callable[Concatenate[StateBlock, P], bool]:
    """The rule, noting the place of each line on its tokens: only while it runs does the state know."""

    def placed(state: StateBlock, /, *args: P.args, **kwargs: P.kwargs) -> bool:
        known = len(state.tokens)
        found = rule(state, *args, **kwargs)
        for token in state.tokens[known:] if found else ():
            if token.map and token.type in _PLACED:
                token.meta["lines"] = [
                    (state.bMarks[line] + state.tShift[line], state.eMarks[line])
                    for line in range(*token.map)
                ]
        return found

    return placed


@dataclass(frozen=True, slots=True, kw_only=True)
class _Enclosed:
    """The rule of a block from a line that begins with `mark`, once, through the next line that holds it."""

    mark: str
    kind: str

    def __call__(self, state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 (called by markdown-it)
        begin = state.bMarks[start] + state.tShift[start]
        if not state.src.startswith(self.mark, begin) or state.is_code_block(start):
            return False
        if state.src.find(self.mark, begin + len(self.mark), state.eMarks[start]) >= 0:
            return False
        last = _next_line_with(self.mark, state, start + 1, end)
        if last is not None and not silent:
            state.line = last + 1
            state.push(self.kind, "", 0).map = [start, state.line]
        return last is not None


def _next_line_with(mark: str, state: StateBlock, start: int, end: int) -> int | None:
    """The first line that holds `mark`, before the enclosing list item or quote ends."""
    for line in range(start, end):
        if state.sCount[line] < state.blkIndent and not state.isEmpty(line):
            return None
        if state.src.find(mark, state.bMarks[line], state.eMarks[line]) >= 0:
            return line
    return None


def _table(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 (called by markdown-it)
    """The rule of a table: it begins and ends as for markdown-it, but no token is made for each of its cells.

    Those would take a kilobyte each, and where a cell begins and ends is for us to find anyway.
    """
    if not table(state, start, end, silent=True):
        return False
    if silent:
        return True
    around, state.parentType = state.parentType, "table"
    line = start + 2
    while line < end and not _ends_table(state, line, end):
        line += 1
    state.parentType = around
    state.push("table_open", "table", 1).map = [start, line]
    state.push("table_close", "table", -1)
    state.line = line
    return True


def _ends_table(state: StateBlock, line: int, end: int) -> bool:
    """Whether a line is no row any more: a blank one, one further out, or one that begins another block."""
    blank = _NOT_BLANK.search(state.src, state.bMarks[line] + state.tShift[line], state.eMarks[line]) is None
    if blank or state.sCount[line] < state.blkIndent or state.is_code_block(line):
        return True
    others = state.md.block.ruler.getRules("blockquote")
    return any(rule(state, line, end, True) for rule in others)  # noqa: FBT003 (as markdown-it calls them)


def _parser() -> MarkdownIt:
    """Blocks only: what stands within a text is read by a scanner of our own, which knows places.

    Link reference definitions stay text: `[^1]: [[X]]` is a footnote with a link.
    """
    parser = MarkdownIt("commonmark", {"maxNesting": MAX_NESTING}).enable("table").disable("reference")
    ruler = parser.block.ruler
    ruler.at("table", _placed(_table), {"alt": ["paragraph", "reference"]})
    ruler.at("code", _placed(code))
    ruler.at("fence", _placed(fence), {"alt": _INTERRUPTING})
    ruler.at("html_block", _placed(html_block), {"alt": ["paragraph", "reference", "blockquote"]})
    ruler.at("heading", _placed(heading), {"alt": ["paragraph", "reference", "blockquote"]})
    ruler.at("lheading", _placed(lheading))
    ruler.at("paragraph", _placed(paragraph))
    ruler.before("fence", "comment", _placed(_Enclosed(mark="%%", kind="comment")), {"alt": _INTERRUPTING})
    ruler.before("fence", "math", _placed(_Enclosed(mark="$$", kind="math")), {"alt": _INTERRUPTING})
    return parser


_PARSER = _parser()
_QUICK = quickened(_parser())
