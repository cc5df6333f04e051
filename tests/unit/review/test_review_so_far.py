"""How much of this week's work is done, beside the marks of the weeks before."""

from datetime import date

import pytest

from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note
from vaultgoals.review.overview import Overview
from vaultgoals.review.so_far import so_far
from vaultgoals.review.text import plain

TODAY = date(2026, 11, 20)


def said(cadence: str, log: str, *, asof: date = TODAY, more: str = "start: 2026-09-28") -> str:
    lines = "".join(f"- {line}\n" for line in log.splitlines())
    text = f"---\ntype: process\ncadence: {cadence}\n{more}\n---\n## Check-ins\n\n{lines}"
    overview = Overview.of(Vault.of([read_note(Source.of("Calls.md", text))]), asof=asof, today=TODAY)
    return plain(so_far(overview.card, overview.processes[0]))


@pytest.mark.parametrize(
    ("cadence", "log", "done"),
    [
        ("10 calls per week", "2026-11-17: 4", "4 of 10 this week"),
        ("6 hours per week", "2026-11-17: 1h 30m", "1:30 of 6 hours this week"),
        ("at most 5 per week", "2026-11-17: 3", "3 of at most 5 this week"),
        ("every weekday", "2026-11-16: yes\n2026-11-17: no\n2026-11-18: yes", "2 of 5 days this week"),
        ("daily", "2026-11-16: yes\n2026-11-17: skip: flu", "1 of 6 days this week"),
        ("2 hours per day", "2026-11-16: 2h\n2026-11-17: 1h 30m", "3:30 of 14 hours this week"),
        ("Mon, Wed, Fri", "2026-11-17: yes", "1 of 3 this week"),
        ("12 demos per quarter", "2026-10-02: 5", "5 of 12 demos this quarter"),
        ("every 2 weeks", "2026-11-09: 1", "1 of 1 this fortnight"),
    ],
)
def test_what_was_done_is_said_of_what(cadence: str, log: str, done: str) -> None:
    assert said(cadence, log) == done


@pytest.mark.parametrize(
    ("cadence", "log"),
    [
        ("10 calls per week", ""),
        ("10 calls per week", "2026-11-13: 4"),
        ("10 calls per week", "2026-11-17: skip: flu"),
        ("every demo", "2026-11-17: 1/2"),
        ("at most 2 per day", "2026-11-17: 1"),
        ("every weekday", "2026-11-16: no"),
    ],
)
def test_nothing_done_and_what_nobody_can_count_is_not_said(cadence: str, log: str) -> None:
    assert said(cadence, log) == ""


def test_a_goal_that_rests_and_a_week_that_is_over_say_nothing() -> None:
    assert said("10 calls per week", "2026-11-17: 4", more="status: paused") == ""
    assert said("10 calls per week", "2026-11-10: 4", asof=date(2026, 11, 15)) == ""
