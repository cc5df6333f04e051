from dataclasses import replace
from datetime import date

import pytest

from vaultgoals.core.config import Config, Pages
from vaultgoals.core.period import Calendar, Period
from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note
from vaultgoals.review.pages import Page, PageKind, is_past, page_in, page_kind, page_of, page_path


def period(label: str, config: Config = Config()) -> Period:
    found = Calendar(week=config.week).read(label)
    assert found
    return found


def vault_of(*paths: str, config: Config = Config(), page: str = "weekly", period: str = "2026-W47") -> Vault:
    """A vault of notes that all say they are one page."""
    text = f"---\ntype: goal-review\npage: {page}\nperiod: {period}\n---\n"
    return Vault.of((read_note(Source.of(path, text)) for path in paths), config)


@pytest.mark.parametrize(
    ("label", "kind", "path"),
    [
        ("2026-W47", PageKind.WEEKLY, "Reviews/Weekly/Review 2026-W47.md"),
        ("2026-W53", PageKind.WEEKLY, "Reviews/Weekly/Review 2026-W53.md"),
        ("2026-11", PageKind.MONTHLY, "Reviews/Monthly/Review 2026-11.md"),
        ("2026-Q4", PageKind.QUARTERLY, "Reviews/Quarterly/Review 2026-Q4.md"),
        ("2026", PageKind.YEARLY, "Reviews/Yearly/Review 2026.md"),
        ("2026-11-20", None, None),
    ],
)
def test_a_period_has_its_kind_of_page_at_its_place(
    label: str, kind: PageKind | None, path: str | None
) -> None:
    assert page_kind(Config(), period(label)) is kind
    assert page_path(vault_of(), period(label)) == path


def test_a_fortnight_has_no_page() -> None:
    assert page_path(vault_of(), Calendar().fortnight_of(date(2026, 11, 20))) is None


@pytest.mark.parametrize("week", ["sunday", "monday", "saturday"])
def test_weeks_are_those_of_the_vault(week: str) -> None:
    config = Config(week=week)
    assert (
        page_path(vault_of(config=config), period("2026-W47", config)) == "Reviews/Weekly/Review 2026-W47.md"
    )
    assert page_path(vault_of(config=config), period("2026-W47")) is None or week == "monday"


def test_a_page_about_today_has_no_period() -> None:
    assert page_of(Config(), PageKind.DASHBOARD) == Page(kind=PageKind.DASHBOARD, path="Reviews/Dashboard.md")


@pytest.mark.parametrize("kind", PageKind)
def test_every_kind_can_be_switched_off(kind: PageKind) -> None:
    config = replace(Config(), pages=replace(Pages(), **{kind.value: None}))
    assert page_of(config, kind) is None


@pytest.mark.parametrize(
    ("today", "kept"), [("2026-11-16", "open"), ("2026-11-22", "open"), ("2026-11-23", "past")]
)
def test_a_page_is_past_a_week_after_its_last_day(today: str, kept: str) -> None:
    assert is_past(Config(), period("2026-W46"), date.fromisoformat(today)) is (kept == "past")


AT_HOME = "Reviews/Weekly/Review 2026-W47.md"


@pytest.mark.parametrize(
    ("paths", "found"),
    [
        ((), AT_HOME),
        (("Archive/Review 2026-W47.md",), "Archive/Review 2026-W47.md"),
        (("My week.md",), "My week.md"),
        (("My week.md", "A/Other.md"), "A/Other.md"),
        (("My week.md", AT_HOME), AT_HOME),
        (("My week.sync-conflict-20261120-143000-ABCDEFG.md",), AT_HOME),
    ],
)
def test_a_page_is_found_where_it_was_moved_as_long_as_its_place_is_free(
    paths: tuple[str, ...], found: str
) -> None:
    assert page_path(vault_of(*paths), period("2026-W47")) == found


@pytest.mark.parametrize(("page", "label"), [("weekly", "2026-W46"), ("monthly", "2026-W47"), ("", "")])
def test_a_note_that_says_it_is_another_page_is_not_this_one(page: str, label: str) -> None:
    assert page_path(vault_of("My week.md", page=page, period=label), period("2026-W47")) == AT_HOME


def test_a_board_is_found_where_it_was_moved() -> None:
    moved = page_in(vault_of("Home.md", page="dashboard", period=""), PageKind.DASHBOARD)
    assert moved
    assert moved.path == "Home.md"
