"""Which goal a typed word means."""

import pytest

from vaultgoals.core.goals_named import goals_named
from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note

GOALS = {
    "Goals/Outbound calls.md": "field: outbound",
    "Goals/Onboarding calls.md": "aliases: [First talks]",
    "Goals/Trial conversion.md": "",
    "Goals/Calls at night.md": "status: dropped",
    "Goals/Überblick.md": "",
    "Old/Trial conversion.md": "status: done",
}


def meant(word: str) -> tuple[list[str], bool]:
    notes = (read_note(Source.of(path, f"---\ntype: process\n{more}\n---\n")) for path, more in GOALS.items())
    named = goals_named(Vault.of(notes).goals.values(), word)
    return [goal.path for goal in named.goals], named.in_part


@pytest.mark.parametrize(
    ("word", "path", "in_part"),
    [
        ("Outbound calls", "Goals/Outbound calls.md", False),
        ("  outbound   CALLS ", "Goals/Outbound calls.md", False),
        ("outbound", "Goals/Outbound calls.md", False),
        ("outbound-calls", "Goals/Outbound calls.md", False),
        ("first talks", "Goals/Onboarding calls.md", False),
        ("onb", "Goals/Onboarding calls.md", True),
        ("conv", "Goals/Trial conversion.md", True),
        ("nvers", "Goals/Trial conversion.md", True),
        ("u\u0308berblick", "Goals/Überblick.md", False),
        ("night", "Goals/Calls at night.md", True),
    ],
)
def test_a_name_or_a_part_of_a_title_means_one_goal(word: str, path: str, *, in_part: bool) -> None:
    assert meant(word) == ([path], in_part)


def test_of_several_that_fit_those_under_way_go_before_the_closed_ones() -> None:
    assert meant("Trial conversion") == (["Goals/Trial conversion.md"], False)
    assert meant(" calls")[0] == ["Goals/Calls at night.md"]  # which begins so, and is the only one


def test_where_several_fit_equally_all_are_named() -> None:
    assert meant("ing")[0] == ["Goals/Onboarding calls.md"]
    assert meant("ound") == (["Goals/Outbound calls.md"], True)
    assert meant("o")[0] == ["Goals/Onboarding calls.md", "Goals/Outbound calls.md"]


@pytest.mark.parametrize("word", ["", "  ", "xyz", "outbound callsx", "#"])
def test_a_word_in_no_name_means_none(word: str) -> None:
    assert meant(word) == ([], False)
