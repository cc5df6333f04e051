"""Dates, lags, pauses, milestones, and days as a page shows them."""

import json
from datetime import date, time
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from vaultgoals.core.dates import add_months, parse_date, parse_lag, parse_milestone, parse_pause
from vaultgoals.core.goal import Milestone
from vaultgoals.core.period import Calendar, Period
from vaultgoals.core.show import show_day, show_range, show_weekday
from vaultgoals.core.unreadable import Unreadable

VECTORS = json.loads(Path(__file__).parents[2].joinpath("vectors.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", VECTORS["date_parse"], ids=lambda case: case["name"])
def test_a_date_is_plain_a_moment_of_a_day_or_a_daily_note(case: dict[str, Any]) -> None:
    ends = time.fromisoformat(case["input"].get("day_ends_at", "00:00"))
    read = parse_date(case["input"]["text"], day_ends_at=ends)
    if case["expected"] == {"error": True}:
        assert isinstance(read, Unreadable)
    else:
        assert read == date.fromisoformat(case["expected"]["date"])


@pytest.mark.parametrize(
    ("link", "daily"),
    [
        ("[[20.11.2026]]", "Tage/DD.MM.YYYY"),
        ("[[Tage/20.11.2026|Freitag]]", "Tage/DD.MM.YYYY"),
        ("[[2026/11/20]]", "YYYY/MM/DD"),
        ("[[Log/2026/11/20.md#Evening]]", "Log/YYYY/MM/DD"),
        ("[[Friday 20th November 2026]]", "YYYY/[Days]/dddd Do MMMM YYYY"),
        ("[[2026-11-20]]", "DD.MM.YYYY"),
        ("[[Old/2026-11-20]]", "no format at all"),
    ],
)
def test_a_link_to_a_daily_note_is_a_date_as_the_vault_names_them(link: str, daily: str) -> None:
    assert parse_date(link, daily=daily) == date(2026, 11, 20)


@pytest.mark.parametrize("case", VECTORS["lag_parse"], ids=lambda case: case["name"])
def test_a_lag_is_counted_in_days(case: dict[str, Any]) -> None:
    read = parse_lag(case["input"]["text"])
    if case["expected"] == {"error": True}:
        assert isinstance(read, Unreadable)
    else:
        assert read == case["expected"]["days"]


@pytest.mark.parametrize("case", VECTORS["month_add"], ids=lambda case: case["name"])
def test_months_are_counted_from_one_anchor(case: dict[str, Any]) -> None:
    anchor = date.fromisoformat(case["input"]["anchor"])
    days = [add_months(anchor, months).isoformat() for months in case["input"]["months"]]
    assert days == case["expected"]


def test_months_go_backwards_and_stay_within_the_calendar() -> None:
    assert add_months(date(2026, 3, 31), -1) == date(2026, 2, 28)
    assert add_months(date(2026, 1, 1), 12 * 9000) == date.max
    assert add_months(date(2026, 1, 1), -12 * 9000) == date.min


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-20T25:00",
        "2026-11-20T10",
        "2026-11-20 Friday",
        "0000-01-01",
        "[[Standup]]",
        "[[2026-W47]]",
        "",
    ],
)
def test_a_date_followed_by_anything_else_is_unreadable(text: str) -> None:
    assert isinstance(parse_date(text), Unreadable)


def test_a_link_to_a_daily_note_is_read_in_the_format_of_the_vault() -> None:
    assert parse_date("[[Daily/20.11.2026|Friday]]", daily="[Daily]/DD.MM.YYYY") == date(2026, 11, 20)
    assert parse_date("[[2026-11-20.md]]", daily="DD.MM.YYYY") == date(2026, 11, 20)


def test_no_day_is_before_the_first() -> None:
    assert isinstance(parse_date("0001-01-01T00:10", day_ends_at=time(4)), Unreadable)


def test_a_pause_has_both_its_ends() -> None:
    assert parse_pause("2026-08-01..2026-08-14") == Period(date(2026, 8, 1), date(2026, 8, 15))
    assert parse_pause(" 2026-08-01 .. 2026-08-01 ") == Period(date(2026, 8, 1), date(2026, 8, 2))


def test_a_single_date_is_a_pause_of_one_day() -> None:
    assert parse_pause("2026-08-01") == Period(date(2026, 8, 1), date(2026, 8, 2))


@pytest.mark.parametrize(
    "text", ["", "..", "2026-08-14..2026-08-01", "2026-08-01..", "2026-08-01-2026-08-14"]
)
def test_a_pause_that_ends_before_it_begins_is_unreadable(text: str) -> None:
    assert isinstance(parse_pause(text), Unreadable)


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("2026-10-31: 7", None, "7"),
        ("2026-10-31: 7 %", "%", "7"),
        ("2026-10-31: 52:30", "min", "52.5"),
        ("[[2026-10-31]]: €1.2m", "EUR", "1200000"),
    ],
)
def test_a_milestone_is_a_day_and_a_value_in_the_unit_of_its_goal(
    text: str, unit: str | None, value: str
) -> None:
    assert parse_milestone(text, unit) == Milestone(date(2026, 10, 31), Fraction(value))


@pytest.mark.parametrize("text", ["2026-10-31", "7: 2026-10-31", "2026-10-31: 7 kg", "2026-10-31: soon", ""])
def test_a_milestone_without_day_or_value_is_unreadable(text: str) -> None:
    assert isinstance(parse_milestone(text, "%"), Unreadable)


def test_a_day_is_shown_with_its_year_only_where_it_is_another() -> None:
    assert show_day(date(2026, 11, 18)) == "18 Nov"
    assert show_day(date(2026, 11, 18), 2026) == "18 Nov"
    assert show_day(date(2025, 11, 18), 2026) == "18 Nov 2025"
    assert show_weekday(date(2026, 11, 19)) == "Thu 19"


@pytest.mark.parametrize(
    ("label", "shown"),
    [
        ("2026-W47", "16–22 November"),
        ("2026-W49", "30 November – 6 December 2026"),
        ("2026-W53", "28 December 2026 – 3 January 2027"),
        ("2026-11-20", "20 November"),
    ],
)
def test_a_range_says_each_month_once(label: str, shown: str) -> None:
    period = Calendar().read(label)
    assert period is not None
    assert show_range(period) == shown
