"""Splices: a property's name or value written anew in its own place, with all else left as it is.

What would need more than that is answered with None: a value of several lines, for the comments that may
stand within it, and a text that YAML holds only with escapes.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping as Map

from vaultgoals.core.fix import Change, Fix
from vaultgoals.core.note import Mapping, Node, Note, Plain, Property, Scalar, Sequence
from vaultgoals.core.source import Edit, Span

# What is text to YAML without quotes, wherever it stands: words, names of notes, dates.
_PLAIN = re.compile(r"[^\W\d_](?:[\w /-]*\w)?|[0-9]{4}-[0-9]{2}-[0-9]{2}")
_NO_TEXT = frozenset({"null", "true", "false", "yes", "no", "on", "off"})
_SEVERAL_LINES = re.compile(r"[\r\n]")
_ESCAPED = re.compile(r"[\0-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


def property_at(note: Note, span: Span) -> Property:
    """The property in whose value something stands that was read there."""
    at = bisect_right(note.properties, span.start, key=lambda prop: prop.value.span.start)
    return note.properties[at - 1]


def renamed(note: Note, prop: Property, name: str, *, what: str, safe: bool = True) -> Fix | None:
    """The property under another name; its value, its quotes and all around it stay."""
    edit = _splice(note, prop.key_span, name)
    return _fix(note, prop, [edit], name, prop.value.plain, what=what, safe=safe) if edit else None


def rewritten(
    note: Note, prop: Property, texts: Map[Span, str], *, what: str, safe: bool = True
) -> Fix | None:
    """The property with other texts in place of some of the values in it, which are named by their spans.

    A text keeps the quotes that stand there. One that has none gets quotes where YAML would take it for
    something else.
    """
    edits = [_splice(note, span, text) for span, text in texts.items()]
    found = [edit for edit in edits if edit]
    if len(found) < len(edits):
        return None
    value = _replaced(prop.value, texts)
    return _fix(note, prop, found, prop.name, value, what=what, safe=safe)


def listed(note: Note, prop: Property, *, what: str, safe: bool = True) -> Fix | None:
    """A property whose value is names with values, a line each, as the list of these lines in quotes."""
    if not isinstance(prop.value, Mapping) or note.source.cut(prop.value.span).startswith("{"):
        return None
    lines = {Span(key.span.start, value.span.end): _line(key, value) for key, value in prop.value.entries}
    edits = [_splice(note, span, text, before="- ") for span, text in lines.items() if text]
    found = [edit for edit in edits if edit]
    if len(found) < len(prop.value.entries):
        return None
    return _fix(note, prop, found, prop.name, [*lines.values()], what=what, safe=safe)


def _line(key: Scalar, value: Node) -> str | None:
    return f"{key.text}: {value.text}" if isinstance(value, Scalar) else None


def _fix(
    note: Note, prop: Property, edits: list[Edit], name: str, value: Plain, *, what: str, safe: bool
) -> Fix:
    at = bisect_left(note.properties, prop.key_span, key=lambda other: other.key_span)
    return Fix(what=what, edits=tuple(edits), change=Change(index=at, name=name, value=value), safe=safe)


def _splice(note: Note, span: Span, text: str, before: str = "") -> Edit | None:
    old = note.source.cut(span)
    new = None if not old or _SEVERAL_LINES.search(old) else _written(text, old[0])
    if new is None:
        return None
    return Edit(path=note.path, span=span, text=before + new, digest=note.source.digest)


def _written(text: str, quote: str) -> str | None:
    """A text as YAML, in the same quotes; None where it takes escapes."""
    if _ESCAPED.search(text):
        return None
    if quote not in "\"'" and _PLAIN.fullmatch(text) and text.lower() not in _NO_TEXT:
        return text
    if quote == "'" or '"' in text or "\\" in text:
        doubled = text.replace("'", "''")
        return f"'{doubled}'"
    return f'"{text}"'


def _replaced(node: Node, texts: Map[Span, str]) -> Plain:
    """A value as Obsidian gives it, with the texts that are meant to stand there."""
    if node.span in texts:
        return texts[node.span]
    if isinstance(node, Sequence):
        return [_replaced(item, texts) for item in node.items]
    if isinstance(node, Mapping):
        return {key.text: _replaced(value, texts) for key, value in node.entries}
    return node.plain
