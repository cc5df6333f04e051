"""What a month says of a belief is what the week says of it."""

from datetime import date, timedelta

import pytest

from vaultgoals.core.period import Calendar
from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note
from vaultgoals.review.beliefs import beliefs_in
from vaultgoals.review.overview import Overview
from vaultgoals.review.text import plain

TODAY = date(2026, 11, 29)
FLAT = "- 2026-10-30: 6.4\n- 2026-11-27: 6.4\n"
SLOW = "- 2026-10-30: 6.4\n- 2026-11-27: 6.9\n"


def overview(readings: str, calls: int) -> Overview:
    mondays = (date(2026, 9, 28) + timedelta(weeks=week) for week in range(9))
    texts = {
        "Trials.md": "---\ntype: outcome\nbaseline: 6\ntarget: 8\nstart: 2026-09-28\ndue: 2026-12-20\n---\n"
        f"## Check-ins\n\n{readings}",
        "Calls.md": '---\ntype: process\noutcome: "[[Trials]]"\ncadence: 10 per week\nstart: 2026-09-28\n'
        "because: it helps\n---\n## Check-ins\n\n" + "".join(f"- {monday}: {calls}\n" for monday in mondays),
    }
    vault = Vault.of(read_note(Source.of(path, text)) for path, text in texts.items())
    return Overview.of(vault, asof=TODAY, today=TODAY)


@pytest.mark.parametrize(
    ("readings", "calls", "came"),
    [
        (SLOW, 6, "Half tested so far."),
        (FLAT, 6, "Half tried so far."),
        (FLAT, 2, "Not really tried yet."),
    ],
)
def test_a_belief_that_was_not_tested_in_full_is_told_in_one_way(
    readings: str, calls: int, came: str
) -> None:
    found = overview(readings, calls)
    (month,) = beliefs_in(found, Calendar().month_of(TODAY)).lines.shown
    assert plain(month) == f"Calls: “it helps” {came}"
    (week,) = found.sections
    assert came in " ".join([week.title, *map(plain, week.lines)])
