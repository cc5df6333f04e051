"""The rules' own pages as text: with headings, code and wrapped prose at a terminal, plain in a pipe."""

import re
from collections.abc import Iterable, Iterator
from enum import Enum, auto
from itertools import groupby

from vaultgoals.export.lines import Line, Style, fitted, wrapped
from vaultgoals.rules.rule import Rule

_FENCE = "```"
_HEADING = "## "
_EXAMPLE = "    "
_ITEM = "- "
_CODE = re.compile(r"(`[^`]+`)")
# Less room than this is too narrow for what a rule finds to stand beside its name.
_BESIDE = 24


class _Kind(Enum):
    """What a line of a page is."""

    HEADING = auto()
    EXAMPLE = auto()
    PROSE = auto()


def rule_page(rule: Rule, width: int | None = None) -> list[Line]:
    """A rule's page below its code and name, each example set in below the path of its note.

    For a terminal of `width` columns prose is wrapped and headings look like some; for a pipe (None) the
    lines are as the page has them.
    """
    first: Line = ((f"{rule.code} {rule.name}", Style.TITLE), (f" ({rule.loudness})", Style.PLAIN))
    lines = _lines(rule.page)
    if width is None:
        return [first, (), *(_styled_as(text, Style.PLAIN) for text, _ in lines)]
    return [first, (), *_at_a_terminal(lines, width)]


def rule_table(rules: Iterable[Rule], width: int | None = None) -> list[Line]:
    """A line for each rule: code, severity, name, and what it finds, which goes on below itself."""
    rows = [(rule, f"{rule.code}  ", f"{rule.severity:<7}", f"  {rule.name}") for rule in rules]
    indent = max((sum(map(len, known)) for _, *known in rows), default=0) + 2
    lines: list[Line] = []
    for rule, code, severity, name in rows:
        style = Style(rule.severity.value)
        known: Line = ((code, Style.PLAIN), (severity, style), (name, Style.PLAIN))
        lines += _beside(known, indent, _finds(rule), width)
    return lines


def _finds(rule: Rule) -> str:
    return rule.title if rule.default else f"{rule.title} (off by default)"


def _beside(known: Line, indent: int, finds: str, width: int | None) -> Iterator[Line]:
    room = len(finds) if width is None else width - indent
    if room < min(_BESIDE, len(finds)):
        yield known
        yield from fitted([((finds, Style.PLAIN),)], width or 0, indent=len(_EXAMPLE))
        return
    first, *more = wrapped(((finds, Style.PLAIN),), room)
    gap = indent - sum(len(text) for text, _ in known)
    yield (*known, (" " * gap, Style.PLAIN), *first)
    yield from (((" " * indent, Style.PLAIN), *line) for line in more)


def _lines(page: str) -> Iterator[tuple[str, _Kind]]:
    """The lines of a page, those of its examples set in instead of fenced."""
    inside = False
    for line in page.split("\n"):
        if line.startswith(_FENCE):
            inside = not inside
            path = line.removeprefix(_FENCE).partition(" ")[2]
            if path:
                yield f"{_EXAMPLE}{path}:", _Kind.EXAMPLE
        elif inside:
            yield f"{_EXAMPLE}{line}".rstrip(), _Kind.EXAMPLE
        else:
            yield line, _Kind.HEADING if line.startswith(_HEADING) else _Kind.PROSE


def _at_a_terminal(lines: Iterable[tuple[str, _Kind]], width: int) -> Iterator[Line]:
    for kind, group in groupby(lines, key=lambda line: line[1]):
        texts = [text for text, _ in group]
        if kind is _Kind.PROSE:
            for text in _paragraphs(texts):
                yield from fitted([_styled(text)], width, more=len(_ITEM) if text.startswith(_ITEM) else 0)
        elif kind is _Kind.HEADING:
            yield from (_styled_as(text.removeprefix(_HEADING), Style.TITLE) for text in texts)
        else:
            yield from (_styled_as(text, Style.PLAIN) for text in texts)


def _paragraphs(lines: Iterable[str]) -> Iterator[str]:
    """The paragraphs and list items, each in one line, with the empty lines between them."""
    paragraph = ""
    for line in lines:
        if not line or line.startswith(_ITEM):
            yield from [paragraph] if paragraph else []
            paragraph = ""
        if not line:
            yield ""
        else:
            paragraph = f"{paragraph} {line.strip()}" if paragraph else line
    yield from [paragraph] if paragraph else []


def _styled_as(text: str, style: Style) -> Line:
    return ((text, style),) if text else ()


def _styled(text: str) -> Line:
    pieces = (piece for piece in _CODE.split(text) if piece)
    return tuple((piece, Style.CODE if piece.startswith("`") else Style.PLAIN) for piece in pieces)
