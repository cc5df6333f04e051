"""The block parser, each of its rules asked only where its block may begin: most lines are plain text.

That changes nothing but the time it takes: markdown-it asks a dozen rules about every line.
"""

import re
from collections.abc import Callable
from typing import TypeAlias

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

Rule: TypeAlias = Callable[[StateBlock, int, int, bool], bool]

# The marks of which one begins the first line of each block that has any.
_MARKS = {
    "fence": "`~",
    "comment": "%",
    "math": "$",
    "blockquote": ">",
    "hr": "*-_",
    "list": "*+-0123456789",
    "html_block": "<",
    "heading": "#",
}
# How a line ends that may make a heading of those above it.
_UNDERLINE = re.compile(r"[-=][^\S\n]*$", re.MULTILINE)
_UNDERLINED = "underlined"


def quickened(parser: MarkdownIt) -> MarkdownIt:
    """The parser, made quick; it takes what `told` says of a text as its `env`."""
    ruler = parser.block.ruler
    rules = {rule.name: rule.fn for rule in ruler.__rules__}
    for name, marks in _MARKS.items():
        _exchange(parser, name, _where_marked(rules[name], tuple(marks)))
    _exchange(parser, "table", _where_piped(rules["table"]))
    _exchange(parser, "lheading", _where_underlined(rules["lheading"]))
    ruler.before("table", "lone_line", _lone_line(rules["paragraph"]))
    return parser


def told(body: str) -> dict[str, bool]:
    """What is told of a text at a glance."""
    return {_UNDERLINED: _UNDERLINE.search(body) is not None}


def _exchange(parser: MarkdownIt, name: str, rule: Rule) -> None:
    """Another rule in place of one; it interrupts what that interrupted."""
    alt = next(known.alt for known in parser.block.ruler.__rules__ if known.name == name)
    parser.block.ruler.at(name, rule, {"alt": alt})


def _where_marked(rule: Rule, marks: tuple[str, ...]) -> Rule:
    def marked(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 (called by markdown-it)
        begin = state.bMarks[start] + state.tShift[start]
        return state.src.startswith(marks, begin) and rule(state, start, end, silent)

    return marked


def _where_piped(rule: Rule) -> Rule:
    def piped(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 (called by markdown-it)
        has_pipe = state.src.find("|", state.bMarks[start], state.eMarks[start]) >= 0
        return has_pipe and rule(state, start, end, silent)

    return piped


def _where_underlined(rule: Rule) -> Rule:
    def underlined(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 (called by markdown-it)
        return state.env[_UNDERLINED] and rule(state, start, end, silent)

    return underlined


def _lone_line(paragraph: Rule) -> Rule:
    """A line that begins with a letter and has none below it is a paragraph, whatever else there is."""

    def lone_line(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 (called by markdown-it)
        begin = state.bMarks[start] + state.tShift[start]
        is_lone = start + 1 >= state.lineMax or state.isEmpty(start + 1)
        is_text = state.src[begin].isalpha() and not state.is_code_block(start)
        return is_lone and is_text and paragraph(state, start, end, silent)

    return lone_line
