"""The check-ins of a stretch of time, as lines for a page."""

from datetime import date

import pytest

from vaultgoals.core.period import Calendar
from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note
from vaultgoals.review.log import log_lines
from vaultgoals.review.text import plain

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("cadence", "properties", "words"),
    [
        ("5 calls per week", "value: 5\nskip: ill", "5, skip: ill"),
        ("5 calls per week", "value: 5\nskip: yes", "5, skip"),
        ("5 calls per week", "skip: ill\nconfidence: 7", "skipped: ill · confidence 7 of 10"),
        ("5 calls per week", "skip: yes", "skipped"),
        ("every demo", "value: 3/4\nskip: ill", "3 of 4, skip: ill"),
        ("daily", "value: yes\nskip: half of it", "done, skip: half of it"),
    ],
)
def test_a_line_says_the_value_and_the_skip(cadence: str, properties: str, words: str) -> None:
    notes = {
        "Calls.md": f"---\ntype: process\ncadence: {cadence}\n---\n",
        "C.md": f"---\ntype: checkin\ngoal: Calls\ndate: 2026-11-19\n{properties}\n---\n",
    }
    vault = Vault.of(read_note(Source.of(path, text)) for path, text in notes.items())
    (line,) = log_lines(vault, Calendar().week_of(TODAY), asof=TODAY, today=TODAY)
    assert plain(line.words) == words
