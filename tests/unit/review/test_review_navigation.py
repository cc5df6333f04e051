"""The ways from a page about a period to those around it."""

from datetime import date
from itertools import pairwise

import pytest

from vaultgoals.core.period import Calendar, Period
from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note
from vaultgoals.review.navigation import navigation_of, parts_of
from vaultgoals.review.pages import PageKind
from vaultgoals.review.text import Text, plain

WEEKLY = [f"Reviews/Weekly/Review 2026-W{week}.md" for week in range(44, 54)]
LONGER = [
    *(f"Reviews/Monthly/Review 2026-{month}.md" for month in range(10, 13)),
    *("Reviews/Quarterly/Review 2026-Q3.md", "Reviews/Quarterly/Review 2026-Q4.md"),
    "Reviews/Yearly/Review 2026.md",
]
EMPTY = Vault.of([])


def period(label: str) -> Period:
    found = Calendar().read(label)
    assert found
    return found


def said(ways: tuple[Text, ...]) -> str:
    return " · ".join(plain(way) for way in ways).replace("Review ", "")


@pytest.mark.parametrize(
    ("label", "across", "below"),
    [
        ("2026-W47", "← 2026-W46 · 2026-11 · 2026-W48 →", ""),
        ("2026-W53", "← 2026-W52", ""),
        (
            "2026-11",
            "← 2026-10 · 2026-Q4 · 2026-12 →",
            "2026-W44 · 2026-W45 · 2026-W46 · 2026-W47 · 2026-W48",
        ),
        ("2026-10", "2026-Q4 · 2026-11 →", ""),
        ("2026-Q4", "← 2026-Q3 · 2026", "2026-10 · 2026-11 · 2026-12"),
        ("2026", "", "2026-Q3 · 2026-Q4"),
        ("2025", "2026 →", ""),
    ],
)
def test_a_page_leads_to_those_around_it_that_are_there(label: str, across: str, below: str) -> None:
    ways = navigation_of(EMPTY, period(label), frozenset([*WEEKLY, *LONGER]))
    assert (said(ways.across), said(ways.below)) == (across, below)


def test_a_page_alone_leads_nowhere() -> None:
    ways = navigation_of(EMPTY, period("2026-11"), frozenset())
    assert (ways.across, ways.below) == ((), ())


def test_a_page_that_was_moved_is_found_where_it_lies() -> None:
    moved = "---\ntype: goal-review\npage: weekly\nperiod: 2026-W46\n---\n"
    vault = Vault.of([read_note(Source.of("Archive/Last week.md", moved))])
    ways = navigation_of(vault, period("2026-W47"), frozenset(vault.notes))
    assert said(ways.across) == "← Last week"


@pytest.mark.parametrize(
    ("label", "kind", "first", "last", "count"),
    [
        ("2026-11", PageKind.MONTHLY, "2026-W44", "2026-W48", 5),
        ("2026-02", PageKind.MONTHLY, "2026-W05", "2026-W08", 4),
        ("2026-01", PageKind.MONTHLY, "2026-W01", "2026-W04", 4),
        ("2027-01", PageKind.MONTHLY, "2026-W53", "2027-W04", 5),
        ("2026-Q4", PageKind.QUARTERLY, "2026-10", "2026-12", 3),
        ("2026", PageKind.YEARLY, "2026-Q1", "2026-Q4", 4),
    ],
)
def test_a_week_belongs_to_the_month_in_which_its_last_day_lies(
    label: str, kind: PageKind, first: str, last: str, count: int
) -> None:
    parts = list(parts_of(Calendar(), period(label), kind))
    assert (parts[0].label, parts[-1].label, len(parts)) == (first, last, count)


@pytest.mark.parametrize("week", ["iso", "sunday", "monday", "saturday"])
def test_every_week_belongs_to_one_month(week: str) -> None:
    calendar = Calendar(week=week)
    months = [calendar.month_of(date(2026, month, 1)) for month in range(1, 13)]
    parts = [part for month in months for part in parts_of(calendar, month, PageKind.MONTHLY)]
    assert len(set(parts)) == len(parts)
    assert all(a.stop == b.start for a, b in pairwise(parts))


def test_a_week_has_no_parts() -> None:
    assert list(parts_of(Calendar(), period("2026-W47"), PageKind.WEEKLY)) == []
