"""Which actions a closed week says were ticked off."""

from datetime import date

import pytest

from vaultgoals.core.period import Calendar
from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note
from vaultgoals.review.text import plain
from vaultgoals.review.ticked import ticked_off

WEEK = Calendar().week_of(date(2026, 11, 10))
TRIALS = "---\ntype: outcome\ntarget: 8\n---\n"
CALLS = '---\ntype: process\noutcome: "[[Trials]]"\ncadence: weekly\n---\n'


def ticked(**notes: str) -> list[str]:
    texts = {"Trials": TRIALS, "Calls": CALLS} | {
        name.replace("_", "-"): {"Trials": TRIALS, "Calls": CALLS}.get(name, "") + text
        for name, text in notes.items()
    }
    vault = Vault.of(read_note(Source.of(f"{path}.md", text)) for path, text in texts.items())
    return [plain(words) for words in ticked_off(vault, WEEK)]


@pytest.mark.parametrize(
    ("task", "told"),
    [
        ("- [x] Book a stand ✅ 2026-11-10", ["Book a stand"]),
        ("- [X] Book a stand [completion:: 2026-11-15]", ["Book a stand"]),
        ("- [x] Book a stand ✅ 2026-11-08", []),
        ("- [x] Book a stand ✅ 2026-11-16", []),
        ("- [x] Book a stand", []),
        ("- [ ] Book a stand ✅ 2026-11-10", []),
        ("- [-] Book a stand ✅ 2026-11-10", []),
    ],
)
def test_an_action_is_told_in_the_week_in_which_it_was_done(task: str, told: list[str]) -> None:
    assert ticked(Trials=f"{task}\n") == told


def test_a_tick_without_a_date_was_done_on_the_day_of_its_daily_note() -> None:
    assert ticked(**{"2026_11_12": "- [x] Book a stand [[Trials]]\n"}) == ["Book a stand"]


def test_what_is_a_process_goal_s_log_is_no_action_too_and_its_own_tasks_are() -> None:
    log = "- [x] Call Acme [[Calls]] ✅ 2026-11-10\n"
    assert ticked(Inbox=log, Calls="- [x] Buy a headset ✅ 2026-11-10\n") == ["Buy a headset"]


def test_actions_are_told_by_day_and_each_once() -> None:
    inbox = (
        "- [x] Second [[Trials]] ✅ 2026-11-11\n- [x] First [[Trials]] ✅ 2026-11-09\n"
        "- [x] [[Trials]] Third [[Trials]] ✅ 2026-11-12\n"
    )
    assert ticked(Inbox=inbox) == ["First", "Second", "Third"]
