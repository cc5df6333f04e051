"""What is being typed is known from the lines around the cursor, however broken they are."""

import pytest
from at_cursor import without_cursor
from hypothesis import given
from hypothesis import strategies as st

from vaultgoals.core.source import Source, Span
from vaultgoals.lsp.typed import (
    LineStart,
    LinkTarget,
    PropertyName,
    PropertyValue,
    header_of,
    typed_at,
)


def told(text: str) -> str:
    """What is being typed, and what would be replaced, as `Kind(…)`."""
    plain, offset = without_cursor(text)
    typed = typed_at(Source.of("x.md", plain), offset)
    replaced = plain[typed.span.start : typed.span.end] if typed else ""
    match typed:
        case PropertyName(named=named):
            return f"name <{replaced}>{' named' if named else ''}"
        case PropertyValue(name=name, gap=gap, flow=flow):
            return f"{name} <{replaced}>{' gap' if gap else ''}{' flow' if flow else ''}"
        case LinkTarget(name=name, whole=whole, value=value, gap=gap):
            signs = (" whole" if whole else "") + (" value" if value else "") + (" gap" if gap else "")
            return f"link {name or '-'} <{replaced}>{signs}"
        case LineStart():
            return f"line <{replaced}>"
        case None:
            return "nothing"


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        # names of properties
        ("---\nty‸\n---\n", "name <ty>"),
        ("---\n‸\n---\n", "name <>"),
        ("---\ntype: process\nca‸", "name <ca>"),
        ("---\ntype: process\n‸\nbody", "name <>"),
        ("---\nca‸dence: daily\n---\n", "name <cadence> named"),
        ("---\n  ca‸\n---\n", "nothing"),
        ("---\r\nty‸\r\n---\r\n", "name <ty>"),
        # values
        ("---\nstatus: ‸\n---\n", "status <>"),
        ("---\nstatus:‸\n---\n", "status <> gap"),
        ("---\nstatus: ac‸tive\n---\n", "status <active>"),
        ('---\nstatus: "ac‸\n---\n', 'status <"ac>'),
        ("---\nowner:\n  - ‸\n---\n", "owner <>"),
        ("---\nowner:\n  - Ana\n  - B‸\n---\n", "owner <B>"),
        ("---\nowner:\n  -‸\n---\n", "owner <> gap"),
        ("---\nowner: [Ana, B‸]\n---\n", "owner <B> flow"),
        ("---\nowner: [A‸na, Ben]\n---\n", "owner <Ana> flow"),
        ("---\nbecause: |‸\n---\n", "nothing"),
        # links in properties
        ("---\noutcome: [[‸\n---\n", "link outcome <[[> whole value"),
        ("---\noutcome: [[Tri‸]]\n---\n", "link outcome <[[Tri]]> whole value"),
        ('---\noutcome: "[[Tri‸"\n---\n', 'link outcome <"[[Tri"> whole value'),
        ('---\noutcome: "[[Tri‸]]"\n---\n', 'link outcome <"[[Tri]]"> whole value'),
        ('---\noutcome: "[[Tr‸ial]]"\n---\n', 'link outcome <"[[Trial]]"> whole value'),
        ('---\noutcome: "[[Tr‸i|shown]]"\n---\n', "link outcome <Tri>"),
        ("---\noutcome:[[‸\n---\n", "link outcome <[[> whole value gap"),
        ('---\noutcome: ["[[A]]", "[[B‸"]\n---\n', 'link outcome <"[[B"> whole value'),
        ("---\noutcome:\n  - [[B‸\n---\n", "link outcome <[[B> whole value"),
        ("---\nbecause: see [[B‸\n---\n", "link because <[[B> whole"),
        # the body
        ("see [[Tri‸", "link - <[[Tri> whole"),
        ("see [[Tri‸]] and more", "link - <[[Tri]]> whole"),
        ("see [[Tri‸al#Now]]", "link - <Trial>"),
        ("see [[Tri]] ‸", "nothing"),
        ("Outbound ca‸", "line <Outbound ca>"),
        ("- Outb‸", "line <Outb>"),
        ("Outb‸ound calls:: 4", "line <Outbound calls>"),
        ("- [ ] Outb‸", "nothing"),
        ("# Outb‸", "nothing"),
        ("‸", "nothing"),
        ("Outb‸ound calls (two)", "nothing"),
        # words and comments behind the cursor are not exchanged
        ("Outb‸ound", "line <Outbound>"),
        ("Ou‸ some more words", "nothing"),
        ("---\nca‸ 10 per week\n---\n", "nothing"),
        ("---\nstatus: a‸ # why\n---\n", "status <a>"),
        ("---\nstatus: 'a‸'  # why\n---\n", "status <'a'>"),
        ("---\nstatus: ‸  # why\n---\n", "nothing"),
        ("---\nstatus: active # w‸hy\n---\n", "nothing"),
        ("---\nowner: [Ana, B‸] # why\n---\n", "owner <B> flow"),
        ("---\nowner:\n  - B‸ # why\n---\n", "owner <B>"),
        ('---\nmetric: "a # b‸"\n---\n', 'metric <"a # b">'),
    ],
)
def test_what_is_typed_is_told_from_the_lines(text: str, typed: str) -> None:
    assert told(text) == typed


def test_a_header_that_is_not_closed_ends_at_a_blank_line() -> None:
    header = header_of(Source.of("x.md", "---\ntype: process\n\n# Title\nstatus: draft\n"))
    assert header.entries == (("type", "process"),)
    assert header.value("Type") == "process"


def test_a_note_without_a_header_has_none() -> None:
    assert header_of(Source.of("x.md", "# Title\n---\ntype: x\n---\n")).lines == range(0)


PIECES = [*"-:#|[]\"' \n", "\r\n", "---\n", "type: ", "outcome: ", "[[", "]]", "a😀"]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


@given(TEXTS, st.integers(0, 60))
def test_whatever_stands_there_what_would_be_replaced_is_in_the_cursors_line(text: str, at: int) -> None:
    source = Source.of("x.md", text)
    offset = min(at, len(text))
    typed = typed_at(source, offset)
    if typed:
        start, end = source.position(typed.span.start), source.position(typed.span.end)
        assert start.line == end.line
        assert typed.span.start <= offset or isinstance(typed, PropertyName)
        assert Span(typed.span.start, typed.span.end) == typed.span
        assert "\n" not in source.cut(typed.span)
