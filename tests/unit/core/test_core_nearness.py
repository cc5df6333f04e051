"""Words that are one edit apart, found without a look at each."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaultgoals.core.nearness import Neighbours, one_edit_apart

WORDS = st.lists(st.text("ab-", max_size=5), max_size=8)


@given(WORDS, st.text("ab-", max_size=5))
def test_the_neighbours_of_a_word_are_all_that_are_one_edit_away(words: list[str], word: str) -> None:
    assert Neighbours(words).of(word) == sorted({other for other in words if one_edit_apart(word, other)})


@pytest.mark.parametrize("word", ["calls", "cals", "calsl", "calles", "xalls", "callsx"])
def test_a_slip_of_any_kind_is_near(word: str) -> None:
    assert Neighbours(["calls"]).of(word) == ([] if word == "calls" else ["calls"])


def test_very_long_words_have_no_neighbours() -> None:
    assert Neighbours(["a" * 100_000]).of("a" * 99_999) == []
