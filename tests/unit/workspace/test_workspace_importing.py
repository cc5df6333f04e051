"""Entries of other programs as check-in notes: each is read as what is meant, known ones are left."""

from collections.abc import Iterable
from datetime import date, time, timedelta

import hostile_words
import pytest
from hypothesis import given, settings

from vaultgoals.core.config import Config
from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.errors import UsageError
from vaultgoals.intake.entry import Entry
from vaultgoals.markdown import read_note
from vaultgoals.workspace.importing import Import, plan_import

DAY = date(2026, 11, 20)
GOALS = {
    "Calls.md": "---\ntype: process\ncadence: daily\n---\n",
    "Runs.md": "---\ntype: process\ncadence: 30 min per day\nunit: min\n---\n",
    "Weight.md": "---\ntype: outcome\nunit: kg\ntarget: 70\n---\n",
}


def vault_of(texts: dict[str, str], config: Config | None = None) -> Vault:
    notes = (read_note(Source.of(path, text)) for path, text in texts.items())
    return Vault.of(notes, config or Config())


def imported(entries: Iterable[Entry], goal: str = "Calls.md", more: dict[str, str] | None = None) -> Import:
    vault = vault_of({**GOALS, **(more or {})})
    return plan_import(vault, ((entry, vault.goals[goal]) for entry in entries))


def entry(value: str = "", comment: str = "", *, on: date = DAY, at: time = time(0), line: int = 2) -> Entry:
    return Entry(on=on, at=at, value=value, comment=comment, line=line)


def written(found: Import) -> dict[str, str]:
    return {one.plan.path: one.plan.text for one in found.planned}


def test_an_entry_becomes_a_check_in_note_named_by_its_day_time_and_goal() -> None:
    found = imported([entry("12", "two meetings", at=time(9, 15))])
    assert written(found) == {
        "Check-ins/2026/2026-11-20 0915 Calls.md": (
            '---\ntype: checkin\ngoal: "[[Calls]]"\ndate: 2026-11-20\nvalue: 12\n---\ntwo meetings\n'
        )
    }


def test_two_entries_of_a_day_are_two_notes_and_no_note_is_written_over() -> None:
    there = {"Check-ins/2026/2026-11-20 0000 Calls.md": "mine"}
    found = imported([entry("1"), entry("1")], more=there)
    names = [path.rpartition("/")[2] for path in written(found)]
    assert names == ["2026-11-20 0000 Calls 2.md", "2026-11-20 0000 Calls 3.md"]


def test_what_the_vault_has_already_is_not_written_again() -> None:
    entries = [
        entry("1", "a"),
        entry("1", "a"),
        entry("2", "a", on=DAY - timedelta(days=1)),
        entry("", "words"),
    ]
    first = imported(entries)
    again = imported(entries, more=written(first))
    assert (len(first.planned), again.planned, again.known) == (4, (), {"Calls.md": 4})
    more = imported([*entries, entry("1", "a")], more=written(first))
    assert len(more.planned) == 1


def test_what_was_logged_in_another_way_is_known_too() -> None:
    logged = {"Calls.md": "---\ntype: process\ncadence: daily\n---\n## Log\n\n- 2026-11-20: 3, with Ana\n"}
    assert imported([entry("3", "with Ana")], more=logged).planned == ()
    assert len(imported([entry("3")], more=logged).planned) == 1


@pytest.mark.parametrize(
    ("value", "goal", "told"),
    [
        ("abc", "Calls.md", "it says “abc”, which is no value"),
        ("yes", "Runs.md", "it says “yes”, which is no duration"),
        ("9/10", "Weight.md", "it says “9/10”, which is a ratio, but this goal is measured by a number"),
    ],
)
def test_a_value_that_the_goal_does_not_count_is_said_with_its_line(value: str, goal: str, told: str) -> None:
    found = imported([entry(value, line=7), entry("5", line=8)], goal)
    (unread,) = found.unread
    assert unread.words == f"Line 7: {told}"
    assert len(found.planned) == 1


def test_a_skip_keeps_its_reason() -> None:
    found = imported([Entry(on=DAY, skip="ill: a cold", line=1), Entry(on=DAY, skip="", line=2)])
    assert {one.checkin.skip for one in found.planned} == {"ill: a cold", ""}


HOSTILE = [
    "- [x] call [[Calls]] ✅ 2026-11-20",
    "<!-- vaultgoals:begin next -->",
    "%% hidden %%",
    "<!-- hidden -->",
    "---\ntype: outcome\n---",
    "```\n",
    "<<<<<<< HEAD",
]


@pytest.mark.parametrize("comment", HOSTILE)
def test_a_comment_that_would_come_alive_is_written_so_that_it_does_not(comment: str) -> None:
    found = imported([entry("1", comment)])
    assert (len(found.planned), found.unread) == (1, ())
    again = imported([entry("1", comment)], more=written(found))
    assert (again.planned, again.known) == ((), {"Calls.md": 1})
    ahead = vault_of({**GOALS, **written(found)})
    assert [(str(one.value), one.goal) for one in ahead.checkins] == [("1", "Calls.md")]
    assert not ahead.actions
    assert set(ahead.goals) == set(GOALS)


@settings(max_examples=40, deadline=None)
@given(hostile_words.WORDS)
def test_no_comment_breaks_a_note_or_says_more_than_itself(words: str) -> None:
    comment = words.replace("\0", " ").replace("\r", "\n").strip()
    found = imported([entry("1", comment, line=2), entry("2", line=3)])
    assert len(found.planned) + len(found.unread) == 2
    ahead = vault_of({**GOALS, **written(found)})
    values = sorted(one.value for one in ahead.checkins if one.value is not None)
    assert values == ([1, 2] if len(found.planned) == 2 else [2])
    assert not ahead.actions
    assert not ahead.unread_checkins
    again = plan_import(ahead, [(one.entry, ahead.goals["Calls.md"]) for one in found.planned])
    assert again.planned == ()


def test_where_notes_of_check_ins_are_left_out_nothing_is_planned() -> None:
    vault = vault_of(GOALS, Config(ignore=("Check-ins/",)))
    with pytest.raises(UsageError, match="would be left out by `ignore`"):
        plan_import(vault, [(entry("1"), vault.goals["Calls.md"])])


def test_thousands_of_entries_are_planned_at_once() -> None:
    days = [DAY - timedelta(days=number) for number in range(2000)]
    found = imported(entry("1", on=day) for day in days)
    assert len({one.plan.path for one in found.planned}) == 2000
