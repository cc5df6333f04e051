"""What a run is about: pages that are due or asked for, and notes with blocks."""

from dataclasses import replace
from datetime import date

import pytest

from vaultgoals.core.config import Config, Pages
from vaultgoals.core.period import Calendar, Period
from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.errors import UsageError
from vaultgoals.markdown import read_note
from vaultgoals.workspace.targets import DUE, Request, notes_meant, pages_meant

TODAY = date(2026, 11, 20)
BLOCK = "<!-- vaultgoals:begin {} -->\n<!-- vaultgoals:end {} -->\n"
GOAL = "---\ntype: outcome\n---\n## Log\n- {}: 3\n"


WEEKS = replace(Config(), pages=Pages(monthly=None, quarterly=None, yearly=None))


def vault(notes: dict[str, str], config: Config = WEEKS) -> Vault:
    return Vault.of((read_note(Source.of(path, text)) for path, text in notes.items()), config)


def page(week: str, *, sealed: str = "false", folder: str = "Reviews/Weekly") -> dict[str, str]:
    return {f"{folder}/Review {week}.md": f"---\ntype: goal-review\nperiod: {week}\nsealed: {sealed}\n---\n"}


def week(label: str) -> Period:
    found = Calendar().read(label)
    assert found
    return found


def names(vault: Vault, request: Request = DUE) -> list[str]:
    pages = pages_meant(vault, request, today=TODAY)
    return [page.path.rpartition("/")[2].removesuffix(".md").removeprefix("Review ") for page in pages]


def test_what_is_due_is_this_week_the_dashboard_and_the_problems() -> None:
    assert names(vault({})) == ["2026-W47", "Dashboard", "Problems"]


def test_earlier_pages_are_due_until_they_are_sealed() -> None:
    notes = page("2026-W45") | page("2026-W44", sealed="true") | page("2026-W46")
    assert names(vault(notes)) == ["2026-W45", "2026-W46", "2026-W47", "Dashboard", "Problems"]


@pytest.mark.parametrize(
    "notes",
    [
        page("2026-W46", folder="Elsewhere"),
        page("2026-W48"),
        page("2026-11"),
        page("0001-W01"),
        page("nonsense"),
        {"Reviews/Weekly/Review 2026-W46.md": "---\nperiod: 2026-W46\n---\n"},
        {"Reviews/Weekly/Review 2026-W46.md": "---\ntype: goal-review\nperiod: [2026-W46]\n---\n"},
    ],
)
def test_no_other_note_is_a_page_that_is_due(notes: dict[str, str]) -> None:
    assert names(vault(notes)) == ["2026-W47", "Dashboard", "Problems"]


def test_what_is_asked_for_is_all_there_is() -> None:
    notes = page("2026-W45") | {"Home.md": BLOCK.format("next", "next")}
    request = Request(periods=(week("2026-W46"), week("2026-W40"), week("2026-W46")))
    assert names(vault(notes), request) == ["2026-W40", "2026-W46"]
    assert notes_meant(vault(notes), request, []) == []


def test_missing_pages_reach_back_to_the_first_check_in() -> None:
    notes = {"A.md": GOAL.format("2026-11-01"), "B.md": GOAL.format("2027-01-01")} | page(
        "2026-W45", sealed="true"
    )
    found = names(vault(notes), Request(missing=True))
    assert found == ["2026-W44", "2026-W45", "2026-W46", "2026-W47", "Dashboard", "Problems"]


def test_without_a_check_in_nothing_is_missing() -> None:
    assert names(vault({}), Request(missing=True)) == ["2026-W47", "Dashboard", "Problems"]


@pytest.mark.parametrize(("year", "refused"), [("2006", ""), ("2005", "A.md")])
def test_nobody_logged_longer_ago_than_twenty_years(year: str, refused: str) -> None:
    logged = vault({"A.md": GOAL.format(f"{year}-06-01")})
    if refused:
        with pytest.raises(UsageError, match=f"dated {year}-06-01, in {refused}"):
            names(logged, Request(missing=True))
    else:
        assert len(names(logged, Request(missing=True))) > 1000


def test_pages_that_are_switched_off_are_left_out() -> None:
    off = replace(Config(), pages=Pages(weekly=None, yearly=None, problems=None))
    notes = {"A.md": GOAL.format("2026-11-01")} | page("2026-W46")
    assert names(vault(notes, off)) == ["2026-11", "2026-Q4", "Dashboard"]


def test_pages_about_longer_periods_begin_with_the_first_check_in() -> None:
    assert names(vault({"A.md": GOAL.format("2026-11-21")}, Config()))[1:] == ["Dashboard", "Problems"]
    notes = {"A.md": GOAL.format("2026-11-20")}
    longer = ["2026-11", "2026-Q4", "2026"]
    assert names(vault(notes, Config())) == ["2026-W47", *longer, "Dashboard", "Problems"]


def test_a_page_about_a_longer_period_that_is_there_is_renewed_though_the_logs_are_gone() -> None:
    there = page("2026-11", folder="Reviews/Monthly")
    assert names(vault(there, Config())) == ["2026-W47", "2026-11", "Dashboard", "Problems"]


@pytest.mark.parametrize("label", ["2026-11", "2026-Q4", "2026", "2025-01"])
def test_a_page_about_a_longer_period_that_is_asked_for_is_made_whatever_was_logged(label: str) -> None:
    assert names(vault({}, Config()), Request(periods=(week(label),))) == [label]


def test_missing_pages_are_of_all_kinds() -> None:
    found = names(vault({"A.md": GOAL.format("2026-09-29")}, Config()), Request(missing=True))
    assert found[0] == "2026-W40"
    assert found[8:] == [
        "2026-09",
        "2026-10",
        "2026-11",
        "2026-Q3",
        "2026-Q4",
        "2026",
        "Dashboard",
        "Problems",
    ]


def test_of_two_pages_at_one_place_the_first_is_written() -> None:
    same = replace(Config(), pages=replace(WEEKS.pages, dashboard="Board.md", problems="Board.md"))
    pages = pages_meant(vault({}, same), Request(), today=TODAY)
    assert [(page.kind, page.path) for page in pages][1:] == [("dashboard", "Board.md")]


@pytest.mark.parametrize(
    ("path", "text", "meant"),
    [
        ("Home.md", BLOCK.format("next", "next"), "yes"),
        ("Home.md", BLOCK.format("headline", "headline"), "no"),
        ("Home.md", BLOCK.format("next", "outcomes"), "yes"),
        ("Home.md", f"```\n{BLOCK.format('next', 'next')}```\n", "no"),
        ("Home.md", "---\ntype: goal-review\n---\n" + BLOCK.format("next", "next"), "no"),
        ("Home.md", "---\nsealed: true\n---\n" + BLOCK.format("next", "next"), "no"),
        ("Home.sync-conflict-20261120-143000-ABCDEFG.md", BLOCK.format("next", "next"), "no"),
        ("Home.md", "Nothing.", "no"),
    ],
)
def test_notes_with_blocks_of_ours_are_meant(path: str, text: str, meant: str) -> None:
    found = notes_meant(vault({path: text}), Request(), [])
    assert [note.path for note in found] == ([path] if meant == "yes" else [])
