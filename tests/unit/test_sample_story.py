"""The sample vault tells one story, whatever day it is unpacked on."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from vaultgoals.core.finding import Severity
from vaultgoals.core.goal import Kind, Way
from vaultgoals.core.scorecard import Scorecard
from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note
from vaultgoals.rules import check
from vaultgoals.store.sample import PINNED, sample_notes

ROOT = Path(__file__).resolve().parents[2]

MEANS = {
    "Trial conversion": "assumption-to-revisit",
    "10 km in 50 min": "execution-gap",
    "First reply time": "working",
    "Minutes with Avó": "working",
    "Customers who leave": "moves-without-it",
    "Plans that need repair": "early-sign",
    "Pilot clinics": "too-early",
    "Dinners at one table": "log-first",
}
"""What the figures of each active outcome mean: seven of the ten diagnoses, the four main ones among them."""

MONDAY = PINNED - timedelta(days=PINNED.weekday())
DAYS = [MONDAY + timedelta(weeks=weeks, days=n) for weeks in (0, 6, 31) for n in range(7)]


def vault_on(today: date) -> Vault:
    notes = sample_notes(today)
    return Vault.of(read_note(Source.of(path, text)) for path, text in notes.items() if path.endswith(".md"))


@pytest.mark.parametrize("today", DAYS, ids=lambda day: f"{day:%G-W%V-%a}")
def test_on_any_day_the_story_means_the_same(today: date) -> None:
    card = Scorecard.of(vault_on(today), asof=today, today=today)
    standings = card.standings.values()
    assert {one.goal.title: str(one.diagnosis.kind) for one in standings if one.diagnosis} == MEANS


def test_every_kind_of_goal_and_every_way_to_log_is_in_it() -> None:
    vault = vault_on(PINNED)
    assert set(vault.kinds.values()) >= set(Kind) - {Kind.REVIEW}
    assert {checkin.way for checkin in vault.checkins} == set(Way)
    weeks = {checkin.on.isocalendar().week for checkin in vault.checkins}
    assert weeks == set(range(36, 48))


@pytest.mark.parametrize("today", DAYS, ids=lambda day: f"{day:%G-W%V-%a}")
def test_on_any_day_nothing_but_the_one_fault_wants_to_be_mended(today: date) -> None:
    found = [
        finding for finding in check(vault_on(today), today=today) if finding.severity is not Severity.INFO
    ]
    assert [finding.code for finding in found] == ["VG201"]


def test_the_page_that_the_readme_shows_is_the_sample_s() -> None:
    page = (ROOT / "sample-vault/Reviews/Weekly/Review 2026-W47.md").read_text("utf-8")
    _, _, shown = (ROOT / "README.md").read_text("utf-8").partition("```markdown\n# Week 47")
    shown, _, _ = shown.partition("```")
    assert shown
    assert [line for line in shown.splitlines()[1:] if line not in page.splitlines()] == []
