"""A sentence as it is read, with the person's own words in it."""

import pytest

from vaultgoals.review.text import Said, plain, unlinked


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("Ask [[Ana]].", "Ask Ana."),
        ("Ask [[People/Ana]].", "Ask Ana."),
        ("Ask [[People/Ana|her]] and [[Ben]].", "Ask her and Ben."),
        ("See [[Plan#Next/later]].", "See Plan."),
        ("See [[#Next]].", "See Next."),
        ("See ![[chart.png]].", "See chart.png."),
        ("No [[link and [one] ]].", "No [[link and [one] ]]."),
        ("Nothing [[]] there.", "Nothing [[]] there."),
    ],
)
def test_a_link_in_the_person_s_words_is_read_by_its_alias_or_bare_name(words: str, read: str) -> None:
    assert unlinked(words) == read
    assert plain((Said(words),)) == f"“{read}”"
