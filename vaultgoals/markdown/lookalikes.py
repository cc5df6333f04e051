"""What in a note looks like a link, a task or a reading, and is hidden or misspelt."""

import re
from collections.abc import Iterator

from vaultgoals.core.lookalike import Lookalike
from vaultgoals.core.note import Note
from vaultgoals.core.source import Span
from vaultgoals.markdown.fields import read_fields
from vaultgoals.markdown.inline import read_inline
from vaultgoals.markdown.newlines import flat_text
from vaultgoals.markdown.shape import Leaf, emptied, read_shape
from vaultgoals.markdown.tasks import TASK

_LINK = re.compile(r"!?\[\[[^\[\]\n]+\]\]")
_TASK = re.compile(r"[ \t>]*(?:[-*+]|[0-9]+[.)])[ \t]+\[.\][ \t]")
_DAY = re.compile(r"(?:\*\*|\[\[?)?[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])")
_LOGGED = re.compile(r"[ \t>]*[-*+][ \t]+(?:\[[xX]\][ \t]+)?" + _DAY.pattern)
_EMPTY_BOX = re.compile(r"\[\](?=\s|\Z)")
_NARROW_BOX = re.compile(r"\[[ xX/-]\](?=[^\s(\[:])")
_GLUED_BOX = re.compile(r"[-*+]\[.\](?=\s)")
_UNCLOSED = re.compile(r"---\n[^\s:#-][^:\n]*:(?:[ \t\n]|\Z)")
_BY_FIRST = {"`": "code", "$": "math", "<": "HTML"}


def lookalikes(note: Note) -> tuple[Lookalike, ...]:
    """What looks like something and was not read for its place or its spelling, in order."""
    return tuple(sorted(_found(note), key=lambda found: found.span))


def _found(note: Note) -> Iterator[Lookalike]:
    flat = flat_text(note.source.text)
    if note.body.start == 0 and _UNCLOSED.match(flat):
        why = "unclosed" if note.source.text.startswith(("---\n", "---\r\n")) else "lone-cr"
        yield Lookalike(looks_like="properties", why=why, span=Span(0, 3))
    for text in note.generated[:1]:
        begin = flat.rfind("\n", 0, text.start - 1) + 1
        yield Lookalike(looks_like="block", why="block", span=_first_line(flat[begin : text.start], begin))
    shape = read_shape(emptied(flat, note.generated), note.body.start)
    for hidden in shape.hidden:
        yield from _in_hidden(flat, hidden.span, hidden.kind)
    for leaf in shape.leaves:
        for span in read_inline(leaf.text, leaf.at).hidden:
            yield from _in_hidden(flat, _inside(flat, span), _BY_FIRST[flat[span.start]])
        yield from _misspelt(leaf)


def _inside(flat: str, span: Span) -> Span:
    """What stands between the marks of code and math within a text."""
    text = flat[span.start : span.end]
    start = span.start + len(text) - len(text.lstrip("`$"))
    return Span(start, start + len(text.strip("`$")))


def _in_hidden(flat: str, span: Span, kind: str) -> Iterator[Lookalike]:
    """What each line in a hidden stretch looks like first of all; links in a comment do count."""
    begin = span.start
    for line in flat[span.start : span.end].split("\n"):
        yield from _of_line(line, begin, kind)
        begin += len(line) + 1


def _of_line(line: str, begin: int, why: str) -> Iterator[Lookalike]:
    first, end = len(line) - len(line.lstrip(" \t>")), len(line.rstrip())
    whole = Span(begin + first, begin + end)
    if _TASK.match(line):
        yield Lookalike(looks_like="task", why=why, span=whole)
    elif _LOGGED.match(line):
        yield Lookalike(looks_like="reading", why=why, span=whole)
    elif why != "comment":
        for link in _LINK.finditer(line):
            yield Lookalike(looks_like="link", why=why, span=Span(begin + link.start(), begin + link.end()))
    for field in read_fields(line, line, begin, whole_lines=True):
        yield Lookalike(looks_like="reading", why=why, span=field.span, key=field.key)


def _misspelt(leaf: Leaf) -> Iterator[Lookalike]:
    """Boxes that are none, and days that begin a line without a bullet."""
    if leaf.kind != "paragraph":
        return
    if leaf.item is not None:
        if not TASK.match(leaf.text) and (_EMPTY_BOX.match(leaf.text) or _NARROW_BOX.match(leaf.text)):
            why = "box" if _EMPTY_BOX.match(leaf.text) else "no-blank"
            yield Lookalike(looks_like="task", why=why, span=_first_line(leaf.text, leaf.at))
        return
    begin = leaf.at
    for line in leaf.text.split("\n"):
        text = line.lstrip(" ")
        at = begin + len(line) - len(text)
        if _GLUED_BOX.match(text):
            yield Lookalike(looks_like="task", why="no-blank", span=_first_line(text, at))
        elif _DAY.match(text):
            yield Lookalike(looks_like="reading", why="no-item", span=_first_line(text, at))
        begin += len(line) + 1


def _first_line(text: str, at: int) -> Span:
    return Span(at, at + len(text.partition("\n")[0].rstrip()))
