"""When a link of a goal is called ambiguous, and when it is not."""

from datetime import date

import pytest

from vaultgoals.core.finding import Finding
from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note
from vaultgoals.rules import check

OUTCOME = '---\ntype: outcome\nunit: "%"\nbaseline: 80\ntarget: 90\nstart: 2026-11-16\ndue: 2027-06-30\n---\n'


def process(link: str, status: str = "active") -> str:
    return f"---\ntype: process\noutcome: {link}\nstatus: {status}\ncadence: daily\nbecause: it shows\n---\n"


def ambiguous(notes: dict[str, str], files: tuple[str, ...] = ()) -> list[Finding]:
    vault = Vault.of((read_note(Source.of(path, text)) for path, text in notes.items()), files=files)
    return [finding for finding in check(vault, today=date(2026, 11, 20)) if finding.code == "VG205"]


@pytest.mark.parametrize(
    ("link", "stands_in", "taken"),
    [
        ('"[[Stay]]"', "Goals/Call.md", "Goals/Stay.md"),
        ('"[[Stay]]"', "Do/Call.md", "Goals/Stay.md"),
        ('"[[stay.md|us]]"', "Old goals/Call.md", "Old goals/Stay.md"),
        ('"[x](Stay.md)"', "Call.md", "Goals/Stay.md"),
        ("Stay", "Call.md", "Goals/Stay.md"),
    ],
)
def test_a_link_that_only_nearness_or_length_settles_is_ambiguous(
    link: str, stands_in: str, taken: str
) -> None:
    notes = {"Goals/Stay.md": OUTCOME, "Old goals/Stay.md": "minutes\n", stands_in: process(link)}
    (finding,) = ambiguous(notes)
    (other,) = {"Goals/Stay.md", "Old goals/Stay.md"} - {taken}
    assert finding.path == stands_in
    assert finding.message == f"`outcome` could mean several notes: “{taken}” is taken, not “{other}”"
    assert finding.hint == f'write the path of the one that you mean: "[[{taken.removesuffix(".md")}]]"'


@pytest.mark.parametrize("link", ['"[[Goals/Stay]]"', '"[[/Goals/Stay]]"', '"[[./Stay]]"', "Goals/Stay"])
def test_a_whole_path_means_one_note_only(link: str) -> None:
    notes = {"Goals/Stay.md": OUTCOME, "Old/Stay.md": OUTCOME, "Goals/Call.md": process(link)}
    assert ambiguous(notes) == []


def test_the_note_at_the_root_is_meant_by_its_name_alone() -> None:
    assert (
        ambiguous({"Stay.md": OUTCOME, "Old/Stay.md": OUTCOME, "Goals/Call.md": process('"[[Stay]]"')}) == []
    )


def test_a_path_that_is_the_end_of_two_is_ambiguous() -> None:
    notes = {
        "a/Goals/Stay.md": OUTCOME,
        "b/Goals/Stay.md": OUTCOME,
        "Call.md": process('"[[Goals/Stay]]"'),
    }
    assert [finding.path for finding in ambiguous(notes)] == ["Call.md"]


def test_a_file_that_is_left_out_is_no_rival() -> None:
    notes = {"Goals/Stay.md": OUTCOME, "Call.md": process('"[[Stay]]"')}
    assert ambiguous(notes, files=("Templates/Stay.md",)) == []


def test_names_that_differ_in_case_alone_are_not_told_apart_by_a_path() -> None:
    notes = {"Goals/Stay.md": OUTCOME, "Goals/stay.md": OUTCOME, "Call.md": process('"[[Stay]]"')}
    assert ambiguous(notes) == []


@pytest.mark.parametrize("status", ["draft", "done", "dropped"])
def test_a_draft_and_a_closed_goal_are_left_in_peace(status: str) -> None:
    notes = {"a/Stay.md": OUTCOME, "b/Stay.md": OUTCOME, "Call.md": process('"[[Stay]]"', status)}
    assert ambiguous(notes) == []


def test_of_many_rivals_three_are_named() -> None:
    notes = {f"{letter}/Stay.md": OUTCOME for letter in "abcdef"} | {"Call.md": process('"[[Stay]]"')}
    (finding,) = ambiguous(notes)
    assert "not “b/Stay.md”, “c/Stay.md”, “d/Stay.md” or 2 more" in finding.message


def test_a_name_that_no_link_can_hold_is_to_be_changed() -> None:
    notes = {"Stay #1.md": OUTCOME, "Call.md": process('"[[Stay #1]]"')}
    vault = Vault.of(read_note(Source.of(path, text)) for path, text in notes.items())
    hints = [one.hint for one in check(vault, today=date(2026, 11, 20)) if one.code == "VG202"]
    assert hints == ["rename the note “Stay #1”: no link can hold its name"]
