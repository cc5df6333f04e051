"""Comments that nobody sees, and emphasis that is read through."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaultgoals.core.plain_text import without_comments, without_emphasis


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("two %% private %% meetings", "two meetings"),
        ("<!-- secret --> x", "x"),
        ("one\n\n%% two\nlines %%\n\nthree", "one\n\n \n\nthree"),
        ("a %%b%%<!--c-->", "a"),
        ("half %% open", "half %% open"),
        ("half <!-- open", "half <!-- open"),
        (" no comment ", " no comment "),
    ],
)
def test_comments_are_not_seen(text: str, seen: str) -> None:
    assert without_comments(text) == seen


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("**12** calls", "12 calls"),
        ("_2026-11-20_: 3", "2026-11-20: 3"),
        ("***12***", "12"),
        ("==12==", "12"),
        ("~~12~~", "~~12~~"),
        ("12 **calls**", "12 **calls**"),
        ("* 12 *", "* 12 *"),
        ("**12", "**12"),
        ("****", "****"),
    ],
)
def test_emphasis_around_the_beginning_is_read_through(text: str, read: str) -> None:
    assert without_emphasis(text) == read


@given(st.text("ab %<!->*_=\n"))
def test_neither_adds_anything(text: str) -> None:
    assert len(without_comments(text)) <= len(text)
    assert len(without_emphasis(text)) <= len(text)
