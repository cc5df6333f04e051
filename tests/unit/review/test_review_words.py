"""The words of a diagnosis."""

from datetime import date

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
