"""Properties set, added and taken out in a header that is there, by splice: no other byte is touched.

None is the answer where that is not certain: a value of several lines, a header in braces.
"""

import re
from collections.abc import Mapping, Sequence, Set
from datetime import date

from vaultgoals.core.header import Value, header, lines, scalar
from vaultgoals.core.note import Note, Property, Scalar
from vaultgoals.core.note import Sequence as ListOf
from vaultgoals.core.source import Edit, Span
from vaultgoals.core.splice import rewritten

_LINE_END = re.compile(r"\r?\n|\Z")
_COMMENT = re.compile(r"[ \t]*(#.*)?")


def amend(note: Note, sets: Mapping[str, Value], drops: Set[str] = frozenset()) -> tuple[Edit, ...] | None:
    """The edits that give some properties these values and take others out; each named as in the note.

    A property that is not there comes last. A list may have one item more than the one that stands there, or
    others in the place of some, or lack some.
    """
    edits: list[Edit | None] = []
    new = []
    for name, value in sets.items():
        prop = note.property(name)
        if prop is None:
            new.append((name, value))
        elif isinstance(value, Sequence) and not isinstance(value, str):
            edits += _relisted(note, prop, value)
        else:
            edits.append(_rewritten(note, prop, value))
    edits += [_dropped(note, prop) for name in drops if (prop := note.property(name))]
    if new:
        edits.append(_added(note, new))
    done = tuple(edit for edit in edits if edit)
    return done if len(done) == len(edits) else None


def plain(value: Value) -> str:
    """A single value as text."""
    return value.isoformat() if isinstance(value, date) else str(value)


def _rewritten(note: Note, prop: Property, value: Value) -> Edit | None:
    node, text = prop.value, plain(value)
    if isinstance(node, ListOf) and len(node.items) == 1:
        node = node.items[0]
    if not isinstance(node, Scalar):
        return None
    if not len(node.span):
        at = note.source.text.find(":", prop.key_span.end) + 1
        return _edit(note, at, at, f" {text if isinstance(value, date) else scalar(text)}")
    fix = rewritten(note, prop, {node.span: text}, what="")
    return fix.edits[0] if fix else None


def _relisted(note: Note, prop: Property, wanted: Sequence[str]) -> Sequence[Edit | None]:
    """A list with one item more than there are, with others in the place of some, or without some."""
    node = prop.value
    if isinstance(node, Scalar):
        alone = len(wanted) == 1 and len(node.span)
        return [_rewritten(note, prop, wanted[0]) if alone else _made_a_list(note, node, wanted)]
    if not isinstance(node, ListOf):
        return [None]
    there = [item.plain for item in node.items]
    if [*wanted[:-1]] == there:
        return [_appended(note, node, wanted[-1])]
    if len(wanted) == len(there):
        texts = {item.span: text for item, text in zip(node.items, wanted, strict=True) if item.plain != text}
        fix = rewritten(note, prop, texts, what="")
        return fix.edits if fix else [None]
    if [one for one in there if one in wanted] != [*wanted]:
        return [None]
    gone = [at for at, one in enumerate(there) if one not in wanted]
    if note.source.text.startswith("[", node.span.start):
        return [_without_item(note, node, gone[0]) if len(gone) == 1 else None]
    return [_without_line(note, node.items[at].span) for at in gone]


def _made_a_list(note: Note, node: Scalar, wanted: Sequence[str]) -> Edit | None:
    written = note.source.cut(node.span)
    if not written:
        end = _line_end(note, node.span.end)
        items = "".join(f"{note.source.newline}  - {scalar(item)}" for item in wanted)
        return _edit(note, end, end, items)
    if "\n" in written or [*wanted[:-1]] != [node.plain]:
        return None
    return _edit(note, node.span.start, node.span.end, f"[{written}, {scalar(wanted[-1])}]")


def _appended(note: Note, node: ListOf, item: str) -> Edit | None:
    text = note.source.text
    if text.startswith("[", node.span.start):
        end = node.span.end - 1
        return _edit(note, end, end, f"{', ' * bool(node.items)}{scalar(item)}")
    last = node.items[-1].span
    dash = re.fullmatch(r"([ \t]*-[ \t]+).*", text[_line_start(note, last.start) : last.start])
    end = _line_end(note, last.end)
    return _edit(note, end, end, f"{note.source.newline}{dash[1]}{scalar(item)}") if dash else None


def _without_item(note: Note, node: ListOf, at: int) -> Edit | None:
    """A list in brackets without one of its items, of which there are others, and the comma beside it."""
    spans = [item.span for item in node.items]
    start, end = (spans[at - 1].end, spans[at].end) if at else (spans[0].start, spans[1].start)
    return None if "\n" in note.source.text[start:end] else _edit(note, start, end, "")


def _without_line(note: Note, span: Span) -> Edit | None:
    start, end = _line_start(note, span.start), _line_end(note, span.end)
    if "#" in note.source.text[span.end : end]:
        return None
    after = _LINE_END.match(note.source.text, end)
    return _edit(note, start, after.end() if after else end, "")


def _dropped(note: Note, prop: Property) -> Edit | None:
    """Without the lines of a property; a comment behind its value stays, as a line of its own."""
    text, start = note.source.text, _line_start(note, prop.key_span.start)
    last = max(prop.value.span.end, text.find(":", prop.key_span.end) + 1)
    end = _line_end(note, last)
    comment = _COMMENT.fullmatch(text, last, end)
    several = "\n" in text[start:last]
    if text[start : prop.key_span.start].strip() or comment is None or (several and "#" in text[start:end]):
        return None
    if comment[1]:
        return _edit(note, prop.key_span.start, comment.start(1), "")
    after = _LINE_END.match(text, end)
    return _edit(note, start, after.end() if after else end, "")


def _added(note: Note, new: Sequence[tuple[str, Value]]) -> Edit:
    """Further properties at the end of the header, or a header where there is none."""
    newline, text = note.source.newline, note.source.text
    if not note.body.start:
        return _edit(note, 0, 0, header(new).replace("\n", newline))
    fence = text.rfind("---", 0, note.body.start)
    first = note.properties[0].key_span.start if note.properties else fence
    indent = text[_line_start(note, first) : first]
    written = "".join(f"{indent}{line}\n" for name, value in new for line in lines(name, value).splitlines())
    return _edit(note, fence, fence, written.replace("\n", newline))


def _line_start(note: Note, at: int) -> int:
    return note.source.text.rfind("\n", 0, at) + 1


def _line_end(note: Note, at: int) -> int:
    match = _LINE_END.search(note.source.text, at)
    return match.start() if match else len(note.source.text)


def _edit(note: Note, start: int, end: int, text: str) -> Edit:
    return Edit(path=note.path, span=Span(start, end), text=text, digest=note.source.digest)
