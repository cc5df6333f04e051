"""The words of a diagnosis."""

from datetime import date

import pytest

from vaultgoals.core.scorecard import Scorecard
from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note
from vaultgoals.review.text import plain
from vaultgoals.review.words import verdict_on

TODAY = date(2026, 11, 21)
OUTCOME = """\
---
type: outcome
baseline: 6
target: 8
start: 2026-09-28
due: 2026-12-20
---
## Check-ins

- 2026-10-30: 6.1
- 2026-11-13: 6.1
"""
PROCESS = """\
---
type: process
outcome: "[[Trials]]"
cadence: 10 per week
because: they see the value
---
## Check-ins

- 2026-11-17: 4
"""


def test_a_belief_is_quoted_before_its_first_period_has_closed() -> None:
    notes = [read_note(Source.of("Trials.md", OUTCOME)), read_note(Source.of("Calls.md", PROCESS))]
    card = Scorecard.of(Vault.of(notes), asof=TODAY, today=TODAY)
    verdict = verdict_on(card, card.standings["Trials.md"])
    assert verdict is not None
    assert (
        plain(verdict.lines[-1])
        == "You began on 17 Nov, so “they see the value” gets its verdict from 1 Dec."
    )


def test_a_number_that_came_after_the_judged_weeks_is_not_called_missing() -> None:
    late = OUTCOME.replace("- 2026-10-30: 6.1\n- 2026-11-13: 6.1\n", "- 2026-11-20: 6.4\n")
    notes = [read_note(Source.of("Trials.md", late)), read_note(Source.of("Calls.md", PROCESS))]
    card = Scorecard.of(Vault.of(notes), asof=TODAY, today=TODAY)
    verdict = verdict_on(card, card.standings["Trials.md"])
    assert verdict is not None
    assert plain(verdict.headline) == (
        "Trials: nobody can tell yet. The reading of 20 Nov is judged once its week is over."
    )
    assert plain(verdict.lines[0]) == (
        "6.4 on 20 Nov, and no reading in the four weeks to 15 Nov that are judged. "
        "This one counts once its week is over."
    )
    assert verdict.advice == ""


@pytest.mark.parametrize(
    ("field", "daily", "said"),
    [
        ("", "2026-11-20", "One number settles it: Trials:: …"),
        ("field: conversion", "2026-11-20", "One number settles it: conversion:: …"),
        ("", "Ideas", "One number settles it."),
    ],
)
def test_a_number_that_is_missing_comes_with_the_line_to_write(field: str, daily: str, said: str) -> None:
    unread = OUTCOME.partition("## Check-ins")[0].replace("baseline: 6", f"baseline: 6\n{field}")
    texts = {"Trials.md": unread, "Calls.md": PROCESS, f"{daily}.md": ""}
    vault = Vault.of(read_note(Source.of(path, text)) for path, text in texts.items())
    card = Scorecard.of(vault, asof=TODAY, today=TODAY)
    verdict = verdict_on(card, card.standings["Trials.md"])
    assert verdict is not None
    assert plain(verdict.lines[0]).endswith(said)
