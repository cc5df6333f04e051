"""Editors count lines and characters in their own way; no place is lost on the way there and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaultgoals.core.source import Source, Span
from vaultgoals.lsp.ruler import Encoding, Mark, Ruler

TEXTS = st.lists(
    st.sampled_from(
        [*'ab-:[]"', "\n", "\r\n", "\r", "é", "e\u0301", "€", "😀", "👩‍👩‍👧", "\u2028", "\x85", "\x0c"]
    ),
    max_size=40,
).map("".join)
UNITS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}


@pytest.mark.parametrize(
    ("text", "offset", "encoding", "mark"),
    [
        ("", 0, "utf-16", (0, 0)),
        ("ab\ncd", 4, "utf-16", (1, 1)),
        ("ab\r\ncd", 4, "utf-16", (1, 0)),
        ("ab\r\ncd", 3, "utf-16", (0, 2)),
        ("ab\rcd", 3, "utf-16", (1, 0)),
        ("a\u2028b", 2, "utf-16", (0, 2)),
        ("😀b", 1, "utf-16", (0, 2)),
        ("😀b", 1, "utf-8", (0, 4)),
        ("😀b", 1, "utf-32", (0, 1)),
        ("e\u0301€", 3, "utf-8", (0, 6)),
        ("e\u0301€", 3, "utf-16", (0, 3)),
    ],
)
def test_places_are_counted_as_an_editor_counts_them(
    text: str, offset: int, encoding: str, mark: tuple[int, int]
) -> None:
    assert Ruler(Source.of("x.md", text), Encoding(encoding)).mark(offset) == Mark(*mark)


@given(text=TEXTS, encoding=st.sampled_from(Encoding), marked=st.booleans())
def test_a_place_is_found_again_by_its_mark(text: str, encoding: Encoding, *, marked: bool) -> None:
    source = Source.of("x.md", text)
    ruler = Ruler(source, encoding, marked=marked)
    for offset in range(len(text) + 1):
        within_newline = text[offset - 1 : offset + 1] == "\r\n" and offset > 0
        assert ruler.offset(ruler.mark(offset)) == offset - within_newline


@given(text=TEXTS, encoding=st.sampled_from(Encoding), marked=st.booleans())
def test_characters_are_the_units_that_the_editor_itself_would_count(
    text: str, encoding: Encoding, *, marked: bool
) -> None:
    source = Source.of("x.md", text)
    codec, size = UNITS[encoding]
    for offset in range(len(text) + 1):
        mark = Ruler(source, encoding, marked=marked).mark(offset)
        lead = "\ufeff" if marked and mark.line == 0 else ""
        line = source.line(mark.line + 1)
        before = line[: offset - source.line_starts[mark.line]]
        assert mark.character == len((lead + before).encode(codec)) // size


@given(TEXTS, st.integers(-2, 50), st.integers(-2, 50), st.sampled_from(Encoding))
def test_any_mark_is_some_place_in_the_text(text: str, line: int, character: int, encoding: Encoding) -> None:
    offset = Ruler(Source.of("x.md", text), encoding).offset(Mark(line, character))
    assert 0 <= offset <= len(text)


def test_a_mark_amid_a_character_is_its_beginning() -> None:
    assert Ruler(Source.of("x.md", "😀b")).offset(Mark(0, 1)) == 0


def test_a_stretch_may_be_given_from_its_end() -> None:
    ruler = Ruler(Source.of("x.md", "abc"))
    assert ruler.span(Mark(0, 2), Mark(0, 1)) == Span(1, 2)
