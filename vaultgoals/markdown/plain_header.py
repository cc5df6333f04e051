"""Headers as most people write them, read without a YAML parser: a name and a plain value a line, or a list.

A fast path beside `read_yaml`, which it never differs from: whatever it is not sure of, it leaves to that.
An entry that was read before, at the same place, is the same value again: most are, among notes of one kind.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from vaultgoals.core.note import Link, Node, Property, Scalar, Sequence
from vaultgoals.core.source import Span
from vaultgoals.markdown.property_links import links_in, tags_in
from vaultgoals.markdown.yaml_schema import resolve

_LONGEST = 16 * 1024
_ENTRIES = re.compile(r"[^\s-][^\n]*\n(?:[ -][^\n]*\n)*")

# Tabs, and what not every reader of YAML takes for text.
_ODD = re.compile(r"[\0-\t\v-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff\U000ffe00-\U0010ffff]")

_QUOTED = r"(?:\"[^\"\\\n]*\"|'[^'\n]*') *"
_FIRST = r"(?:[^\s\-?:,\[\]{}#&*!|>'\"%@`]|-(?=[0-9.]))"
_SCALAR = rf"(?:{_QUOTED}|{_FIRST}(?:[^:#\n]|:(?=\S)|(?<=\S)#)*+)"
_FLOW_SCALAR = rf"(?:{_QUOTED}|{_FIRST}[^:#,?\[\]{{}}\n]*+)"

_NAME = re.compile(r"([^\W\d][\w-]{0,60}(?: [\w-]{1,30}){0,5}):(?=[ \n])")
_EMPTY = re.compile(r" *\n")
_ONE = re.compile(rf" +({_SCALAR})\n")
_LIST = re.compile(rf" *\n( *)- +{_SCALAR}\n(?:\1- +{_SCALAR}\n)*+")
_FLOW = re.compile(rf" +(\[ *(?:{_FLOW_SCALAR}(?:, *{_FLOW_SCALAR})*+)?\]) *\n")
_LIST_ITEM = re.compile(rf"\n *(- +({_SCALAR}))")
_FLOW_ITEM = re.compile(_FLOW_SCALAR)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One property, with the links and tags in it."""

    property: Property
    links: tuple[Link, ...]
    tags: tuple[str, ...]


def read_plain(text: str, at: int) -> list[Entry] | None:
    """The entries of a header that stands at offset `at` of its note, None where it takes a YAML parser."""
    if len(text) > _LONGEST:
        return None
    found, names, here = [], set(), at
    for written in _ENTRIES.findall(text):
        entry = _entry(written, here)
        if entry is None:
            return None
        found.append(entry)
        names.add(entry.property.name)
        here += len(written)
    return found if here == at + len(text) and len(names) == len(found) > 0 else None


@lru_cache(maxsize=4096)
def _entry(written: str, at: int) -> Entry | None:
    """The entry that some lines at offset `at` are."""
    name = None if _ODD.search(written) else _NAME.match(written)
    value = _value(written, name.end(), at) if name else None
    if name is None or value is None:
        return None
    prop = Property(name=name[1], value=value, key_span=Span(at, at + name.end(1)))
    may_link = "[[" in written or "](" in written
    links = tuple(link for link, _ in links_in(prop.name, value, written, at)) if may_link else ()
    return Entry(property=prop, links=links, tags=tuple(tags_in(prop)))


def _value(written: str, start: int, at: int) -> Node | None:
    """The value that stands behind the colon at `start`."""
    if one := _ONE.fullmatch(written, start):
        return _scalar(one[1], at + one.start(1))
    if _EMPTY.fullmatch(written, start):
        return Scalar(value=None, text="", span=Span(at + start, at + start))
    if flow := _FLOW.fullmatch(written, start):
        start, end = flow.span(1)
        items = [_scalar(item[0], at + item.start()) for item in _FLOW_ITEM.finditer(written, start + 1, end)]
        return Sequence(items=tuple(items), span=Span(at + start, at + end))
    if _LIST.fullmatch(written, start):
        lines = [*_LIST_ITEM.finditer(written, start)]
        items = [_scalar(line[2], at + line.start(2)) for line in lines]
        return Sequence(items=tuple(items), span=Span(at + lines[0].start(1), items[-1].span.end))
    return None


def _scalar(written: str, at: int) -> Scalar:
    written = written.rstrip(" ")
    span = Span(at, at + len(written))
    if written[0] in "\"'":
        return Scalar(value=written[1:-1], text=written[1:-1], span=span)
    return Scalar(value=resolve(written), text=written, span=span)
