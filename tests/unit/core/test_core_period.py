"""Weeks, fortnights, months, quarters and years, their labels and their edges."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from vaultgoals.core.nearness import edits, nearest, one_edit_apart
from vaultgoals.core.period import Calendar, Period

VECTORS = json.loads(Path(__file__).parents[2].joinpath("vectors.json").read_text(encoding="utf-8"))
DATED = [case for case in VECTORS["week_labels"] if "date" in case["input"]]
LABELLED = [case for case in VECTORS["week_labels"] if "label" in case["input"]]


@pytest.mark.parametrize("case", DATED, ids=lambda case: case["name"])
def test_a_day_is_in_the_week_of_that_label(case: dict[str, Any]) -> None:
    day = date.fromisoformat(case["input"]["date"])
    assert Calendar().week_of(day).label == case["expected"]["label"]


@pytest.mark.parametrize("case", LABELLED, ids=lambda case: case["name"])
def test_a_label_names_a_week_or_nothing(case: dict[str, Any]) -> None:
    read = Calendar().read(case["input"]["label"])
    if case["expected"] == {"error": True}:
        assert read is None
    else:
        assert read is not None
        assert (read.start.isoformat(), read.last.isoformat()) == (
            case["expected"]["start"],
            case["expected"]["end"],
        )


@pytest.mark.parametrize(
    ("week", "day", "label", "start"),
    [
        ("sunday", date(2024, 12, 29), "2025-W01", date(2024, 12, 29)),
        ("sunday", date(2026, 1, 4), "2026-W02", date(2026, 1, 4)),
        ("sunday", date(2026, 12, 31), "2027-W01", date(2026, 12, 27)),
        ("monday", date(2027, 1, 3), "2027-W01", date(2026, 12, 28)),
        ("monday", date(2026, 12, 27), "2026-W52", date(2026, 12, 21)),
        ("saturday", date(2026, 1, 2), "2026-W01", date(2025, 12, 27)),
        ("saturday", date(2026, 1, 3), "2026-W02", date(2026, 1, 3)),
    ],
)
def test_a_locale_week_holds_the_first_of_january_in_week_one(
    week: str, day: date, label: str, start: date
) -> None:
    period = Calendar(week).week_of(day)
    assert (period.label, period.start, period.days) == (label, start, 7)


@pytest.mark.parametrize(
    ("label", "start", "last"),
    [
        ("2026-11-20", date(2026, 11, 20), date(2026, 11, 20)),
        ("2026-11", date(2026, 11, 1), date(2026, 11, 30)),
        ("2028-02", date(2028, 2, 1), date(2028, 2, 29)),
        ("2026-Q4", date(2026, 10, 1), date(2026, 12, 31)),
        ("2026", date(2026, 1, 1), date(2026, 12, 31)),
    ],
)
def test_a_label_is_read_as_its_period(label: str, start: date, last: date) -> None:
    period = Calendar().read(label)
    assert period is not None
    assert (period.start, period.last, period.label) == (start, last, label)


@pytest.mark.parametrize(
    "label",
    [
        *("", "26", "2026-13", "2026-00", "2026-1", "2026-Q0", "2026-Q5", "2026-02-30", "2026-11-00"),
        *("20261120", "2026-W47-5", "2026-w47", "0000", "0000-W01", "2026-W54", "last week", " 2026"),
    ],
)
def test_a_label_is_read_strictly(label: str) -> None:
    assert Calendar().read(label) is None


@pytest.mark.parametrize("week", ["iso", "sunday", "monday", "saturday"])
@pytest.mark.parametrize("day", [date.min, date(1, 1, 7), date(9999, 12, 26), date.max])
def test_the_first_and_last_days_of_the_calendar_have_periods(week: str, day: date) -> None:
    calendar = Calendar(week)
    periods = [calendar.week_of(day), calendar.fortnight_of(day), calendar.month_of(day)]
    periods += [calendar.day_of(day), calendar.quarter_of(day), calendar.year_of(day)]
    assert all(period.start <= day <= period.stop for period in periods)


def test_a_period_holds_its_days_without_its_stop() -> None:
    week = Period(date(2026, 11, 16), date(2026, 11, 23))
    assert date(2026, 11, 22) in week
    assert date(2026, 11, 23) not in week
    assert (week.last, week.days) == (date(2026, 11, 22), 7)


@pytest.mark.parametrize(
    ("a", "b", "distance"),
    [
        ("", "", 0),
        ("", "abc", 3),
        ("moth", "month", 1),
        ("weekyl", "weekly", 1),
        ("ca", "abc", 3),
        ("kitten", "sitting", 3),
    ],
)
def test_edits_count_swaps_of_neighbours_as_one(a: str, b: str, distance: int) -> None:
    assert edits(a, b) == edits(b, a) == distance


@pytest.mark.parametrize(
    ("a", "b", "near"),
    [
        ("due", "deu", True),
        ("due", "du", True),
        ("due", "dues", True),
        ("due", "dye", True),
        ("a", "", True),
        ("due", "due", False),
        ("due", "eud", False),
        ("abcd", "badc", False),
        ("", "", False),
    ],
)
def test_one_edit_is_neither_none_nor_two(a: str, b: str, *, near: bool) -> None:
    assert one_edit_apart(a, b) is one_edit_apart(b, a) is near


def test_the_nearest_is_the_first_of_those_least_away() -> None:
    assert nearest("Outcme", ["owner", "outcome", "Outcomes"]) == "outcome"
    assert nearest("Outcme", ["owner"]) is None
    assert nearest("cadnece", ["cadence"], within=2) == "cadence"
    assert nearest("cdnece", ["cadence"]) is None
    assert nearest("due", []) is None
