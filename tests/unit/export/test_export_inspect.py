"""What `inspect` and `explain` print of a note: values in plain text, in lines that fit."""

from datetime import date

import pytest

from vaultgoals.core.scorecard import Scorecard
from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.export.excerpt import columns
from vaultgoals.export.explain_text import explain_text
from vaultgoals.export.inspect_text import inspect_text
from vaultgoals.export.lines import plain, wrapped_text
from vaultgoals.markdown import read_note
from vaultgoals.markdown.lookalikes import lookalikes
from vaultgoals.review.explain import explain

TODAY = date(2026, 11, 20)
CALLS = "---\ntype: process\ncadence: 5 calls per week\n---\n"


def vault_of(notes: dict[str, str]) -> Vault:
    return Vault.of(read_note(Source.of(path, text)) for path, text in notes.items())


def inspected(path: str, notes: dict[str, str]) -> str:
    vault = vault_of(notes)
    return inspect_text(vault, path, [], lookalikes(vault.notes[path]), today=TODAY)


def part(title: str, text: str) -> list[str]:
    lines = text.partition(f"\n{title}\n")[2].partition("\n\n")[0].split("\n")
    return [line[7:] for line in lines]


def widest(text: str) -> int:
    return max(sum(map(columns, line)) for line in text.split("\n"))


@pytest.mark.parametrize(
    ("yaml", "shown"),
    [
        ("a: true", "a: true"),
        ("a: False", "a: false"),
        ("a:", "a:"),
        ("a: 10.0", "a: 10.0"),
        ("a: [[Uni]]", "a: Uni"),
        ("a: [x, 'y z', 3]", "a: x, y z, 3"),
        ("a:\n  - k: 7", "a: k: 7"),
        ("a: {k: true, l: [1, null]}", "a: k: true, l: 1, "),
    ],
)
def test_a_property_is_shown_in_plain_text(yaml: str, shown: str) -> None:
    assert part("Properties", inspected("Note.md", {"Note.md": f"---\n{yaml}\n---\n"})) == [shown.rstrip(" ")]


@pytest.mark.parametrize(
    ("properties", "shown"),
    [
        ("value: 5\nskip: ill", "5 calls, skip: ill"),
        ("value: 5\nskip: true", "5 calls, skip"),
        ("skip: ill", "skipped: ill"),
        ("skip: yes", "skipped"),
    ],
)
def test_a_value_and_a_skip_are_both_shown(properties: str, shown: str) -> None:
    notes = {
        "Calls.md": CALLS,
        "C.md": f"---\ntype: checkin\ngoal: Calls\ndate: 2026-11-19\n{properties}\n---\n",
    }
    assert part("Readings", inspected("C.md", notes)) == [f"2026-11-19 Calls: {shown}"]
    card = Scorecard.of(vault_of(notes), asof=TODAY, today=TODAY)
    assert f"2026-11-19  {shown:<14}  C.md:" in plain(explain_text(explain(card, card.standings["Calls.md"])))


def test_a_reading_is_shown_with_all_that_was_said() -> None:
    checkin = (
        "---\ntype: checkin\ngoal: Calls\ndate: 2026-11-19\nvalue: 5\nconfidence: 7\n"
        "blocked: no list\nevidence: [a.pdf]\n---\nTwo booked.\n"
    )
    shown = " ".join(part("Readings", inspected("C.md", {"Calls.md": CALLS, "C.md": checkin})))
    assert shown == (
        "2026-11-19 Calls: 5 calls · confidence 7 of 10 · blocked: no list · evidence: a.pdf · Two booked."
    )


def test_a_link_that_leads_nowhere_is_told_once() -> None:
    text = inspected("Note.md", {"Note.md": "See [[Nobody]] and [[Note]], since [[2026-11-03]].\n"})
    assert part("Links", text) == ["[[Note]] → Note.md", "[[2026-11-03]] → no such note"]
    assert part("Not taken", text) == ["[[Nobody]]", "leads nowhere: there is no such note"]


def test_what_is_too_long_to_be_quoted_ends_in_dots() -> None:
    text = inspected("Calls.md", {"Calls.md": f"{CALLS}- 2026-11-19: {'word ' * 60}\n"})
    assert part("Not taken", text)[2].endswith("…")


@pytest.mark.parametrize("text", ["目標" * 60, "x" * 200, "wide 広い " * 30, "https://a.example/" + "b" * 90])
def test_wide_letters_and_long_words_stay_within_eighty_columns(text: str) -> None:
    notes = {"Calls.md": f"{CALLS}# {text}\n\n- [ ] {text}\n\n- 2026-11-19: {text}\n"}
    assert widest(inspected("Calls.md", notes)) <= 80


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ("", []),
        ("one two", ["- one", "  two"]),
        ("a  b\nc", ["- a b", "  c"]),
        ("abcdefgh", ["- abcd", "  efgh"]),
        ("ab cdefgh", ["- ab", "  cdef", "  gh"]),
        ("目標目標", ["- 目標", "  目標"]),
        ("一a二", ["- 一a", "  二"]),
    ],
)
def test_words_are_wrapped_by_columns(words: str, lines: list[str]) -> None:
    assert wrapped_text(words, 6, first="- ", more="  ") == lines
