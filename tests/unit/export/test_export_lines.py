"""Lines wrapped for a terminal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaultgoals.export.excerpt import visible, wide
from vaultgoals.export.lines import Line, Style, fitted, plain, wrapped

WORDS = st.lists(st.text(st.sampled_from("ab漢 é`"), max_size=12), min_size=1, max_size=12)


def line(text: str) -> Line:
    return ((text, Style.PLAIN),) if text else ()


def as_text(lines: list[Line]) -> list[str]:
    return plain(lines).splitlines()


@pytest.mark.parametrize(
    ("text", "width", "less", "lines"),
    [
        ("one two three", 20, 0, ["one two three"]),
        ("one two three", 13, 0, ["one two three"]),
        ("one two three", 12, 0, ["one two", "three"]),
        ("one two three", 7, 0, ["one two", "three"]),
        ("one two three", 3, 0, ["one", "two", "three"]),
        ("one two three", 7, 3, ["one two", "three"]),
        ("one two three four", 9, 0, ["one two", "three", "four"]),
        ("incomprehensibilities yes", 10, 0, ["incomprehensibilities", "yes"]),
        ("  hint: one two", 11, 0, ["  hint: one", "two"]),
        ("漢字 漢字 漢字", 9, 0, ["漢字 漢字", "漢字"]),
        ("", 10, 0, [""]),
    ],
)
def test_a_line_is_cut_at_the_last_blank_that_fits(
    text: str, width: int, less: int, lines: list[str]
) -> None:
    assert as_text([*wrapped(line(text), width, less=less)]) == lines


def test_the_pieces_of_a_line_keep_their_styles_where_it_is_cut() -> None:
    whole: Line = (("3:1:", Style.PLACE), (" error VG201", Style.ERROR), (" leads nowhere", Style.PLAIN))
    assert [*wrapped(whole, 18)] == [
        (("3:1:", Style.PLACE), (" error VG201", Style.ERROR)),
        (("leads nowhere", Style.PLAIN),),
    ]


def test_what_goes_on_is_set_in_further_and_an_excerpt_is_not_cut() -> None:
    excerpt: Line = (("2 | ", Style.GUTTER), ("type: process or so", Style.PLAIN))
    lines = [*fitted([line("one two three"), excerpt, ()], 10, indent=2)]
    assert as_text(lines) == ["  one two", "    three", "  2 | type: process or so", ""]


def test_a_hint_goes_on_below_itself() -> None:
    hint: Line = (("  hint: ", Style.HINT), ("add a cadence to it", Style.PLAIN))
    assert as_text([*fitted([hint], 20, indent=2)]) == [
        "    hint: add a",
        "          cadence to",
        "          it",
    ]


@given(words=WORDS, width=st.integers(5, 40), indent=st.integers(0, 4))
def test_wrapping_loses_no_word_and_stays_within_the_width(words: list[str], width: int, indent: int) -> None:
    text = visible(" ".join(words))
    lines = as_text([*fitted([line(text)], width, indent=indent)])
    assert " ".join(lines).split() == text.split()
    longest = max((wide(word) for word in text.split()), default=0)
    assert all(wide(one.strip()) <= max(width - indent, longest) for one in lines)
