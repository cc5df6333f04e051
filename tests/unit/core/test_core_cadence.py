"""The grammar of a cadence, and the periods that it has."""

import json
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from vaultgoals.core.cadence import CADENCE_HELP, Cadence, parse_cadence, period_of, periods_between, quota
from vaultgoals.core.period import Calendar
from vaultgoals.core.unreadable import Unreadable

VECTORS = json.loads(
    Path(__file__).parents[2].joinpath("vectors.json").read_text(encoding="utf-8"), parse_float=Fraction
)
ISO = Calendar()


def cadence(text: str) -> Cadence:
    read = parse_cadence(text)
    assert not isinstance(read, Unreadable)
    return read


@pytest.mark.parametrize("case", VECTORS["cadence_parse"], ids=lambda case: case["name"])
def test_a_cadence_is_read_as_people_say_it(case: dict[str, Any]) -> None:
    read = parse_cadence(case["input"]["text"])
    if case["expected"] == {"error": True}:
        assert isinstance(read, Unreadable)
    else:
        assert not isinstance(read, Unreadable)
        expected = {**case["expected"], "days": tuple(case["expected"]["days"])}
        assert {name: getattr(read, name) for name in expected} == expected


@pytest.mark.parametrize("case", VECTORS["period_of"], ids=lambda case: case["name"])
def test_a_day_is_in_the_period_of_its_cadence(case: dict[str, Any]) -> None:
    given, expected = case["input"], case["expected"]
    start = date.fromisoformat(given["start"]) if given["start"] else None
    day = date.fromisoformat(given["date"])
    period = period_of(cadence(given["cadence"]), day, start=start, calendar=ISO)
    if expected is None:
        assert period is None
    else:
        assert period is not None
        assert (period.label, period.start.isoformat(), period.last.isoformat()) == (
            expected["label"],
            expected["start"],
            expected["end"],
        )


@pytest.mark.parametrize(
    ("text", "amount", "unit"),
    [
        ("10 000 steps per day", 10000, "steps"),
        ("10k steps/day", 10000, "steps"),
        ("€500 per month", 500, "€"),
        ("2h/week", 2, "h"),
        ("50 m2 per week", 50, "m2"),
        ("3 every 2 weeks", 3, None),
        ("1,5 hours a week", "1.5", "hours"),
        ("3 TIMES PER WEEK", 3, None),
    ],
)
def test_an_amount_is_a_quantity(text: str, amount: int | str, unit: str | None) -> None:
    read = cadence(text)
    assert (read.amount, read.unit) == (Fraction(amount), unit)


@pytest.mark.parametrize(
    ("text", "goal_unit", "amount", "unit"),
    [
        # Times, where the goal or the cadence is measured in time.
        ("90m per day", "min", 90, "min"),
        ("90 m per day", "hours", 90, "min"),
        ("90 min per day", "h", 90, "min"),
        ("90 per day", "min", 90, "min"),
        ("2 hours per week", "min", 2, "hours"),
        ("1h30m per day", "min", 90, "min"),
        ("1h30m per day", "h", "1.5", "h"),
        ("1h30m per day", None, "1.5", "h"),
        ("2 hours 15 min a week", None, "2.25", "hours"),
        ("1m30s per day", None, "1.5", "min"),
        ("1:30:00 per day", "min", 90, "min"),
        ("1:30:00 per day", None, "1.5", "h"),
        ("1:30 per day", "h", "1.5", "h"),
        ("7:30 per day", "min", "7.5", "min"),
        ("at most 1h30m per day", "min", 90, "min"),
        ("1 min 30 s per day", "s", 90, "s"),
        # Letters that multiply, unless the goal counts them.
        ("5m per day", "m", 5, "m"),
        ("5 m per day", "m", 5, "m"),
        ("5k per day", "K", 5, "k"),
        ("5k per day", "m", 5000, None),
        ("5m per day", None, 5_000_000, None),
        ("5 m per day", None, 5, "m"),
        # Whether the two agree is for the reader of the goal to say.
        ("20 km per week", "m", 20, "km"),
        ("5 calls per week", "min", 5, "calls"),
        ("3x/week", "min", 3, None),
    ],
)
def test_an_amount_is_read_in_the_goals_unit(
    text: str, goal_unit: str | None, amount: int | str, unit: str | None
) -> None:
    read = parse_cadence(text, goal_unit)
    assert not isinstance(read, Unreadable)
    assert (read.amount, read.unit) == (Fraction(amount), unit)


@pytest.mark.parametrize(
    "text",
    [
        *("1h30x per day", "30m1h per day", "5 h30m walks per day", "10x10 push-ups per day"),
        *("5 2 calls per week", "0h per day", "-1h per day", "1:30 per day"),
    ],
)
def test_a_unit_holds_no_second_amount(text: str) -> None:
    assert isinstance(parse_cadence(text), Unreadable)


def test_a_suggestion_knows_the_goals_unit() -> None:
    assert parse_cadence("1:30 per wek", "h") == Unreadable("cadence", "1:30 per wek", "1:30 per week")


def test_what_was_written_is_kept_without_spare_spaces() -> None:
    assert cadence("  every   2 weeks ").text == "every 2 weeks"
    assert cadence("every Acme Demo").event == "Acme Demo"


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("every moth", "every month"),
        ("every wek", "every week"),
        ("every days", "every day"),
        ("every Fridey", "every Friday"),
        ("weekyl", "weekly"),
        ("50 calls per wek", "50 calls per week"),
        ("every other week", None),
        ("sometimes", None),
        ("", None),
    ],
)
def test_a_cadence_one_edit_away_is_suggested(text: str, near: str | None) -> None:
    assert parse_cadence(text) == Unreadable("cadence", text, near)


@pytest.mark.parametrize(
    "text",
    [
        *("every Mon and Thurs", "every weekends", "every second Friday", "every third demo", "every minute"),
        *("every two weeks", "every Twelve hours", "every one", "every ten calls", "every 3 demos"),
        *("every working day", "every sales weeks", "every last mnth", "every demo quarter"),
        *("every one two three four", "at most daily", "€5 EUR per week", "3 per week per week"),
        "every " + "x" * 200,
    ],
)
def test_what_says_when_rather_than_what_is_no_event(text: str) -> None:
    assert isinstance(parse_cadence(text), Unreadable)


def test_a_suggestion_in_the_help_can_be_read() -> None:
    for said in ("every 2 weeks", "every Friday", "Mon, Wed, Fri", "3x/week", "50 calls per week"):
        assert said in CADENCE_HELP
        assert not isinstance(parse_cadence(said), Unreadable)


def test_reps_multiply_only_what_is_per_rep() -> None:
    assert quota(cadence("50 per week per rep"), Fraction(4)) == 200
    assert quota(cadence("50 per week"), Fraction(4)) == 50
    assert quota(cadence("every demo"), Fraction(4)) is None


def labels(text: str, first: date, last: date, start: date | None = None) -> list[str]:
    return [p.label for p in periods_between(cadence(text), first, last, start=start, calendar=ISO)]


def test_periods_between_two_days_are_those_that_hold_any_of_them() -> None:
    assert labels("weekly", date(2026, 11, 20), date(2026, 11, 23)) == ["2026-W47", "2026-W48"]
    assert labels("monthly", date(2026, 11, 30), date(2026, 12, 1)) == ["2026-11", "2026-12"]
    assert labels("daily", date(2026, 11, 20), date(2026, 11, 19)) == []


def test_weekdays_leave_out_the_weekend() -> None:
    assert labels("weekdays", date(2026, 11, 20), date(2026, 11, 23)) == ["2026-11-20", "2026-11-23"]


def test_fortnights_run_from_the_start() -> None:
    days = date(2026, 11, 1), date(2026, 11, 16)
    assert labels("fortnightly", *days, date(2026, 11, 4)) == [
        "2026-W43..2026-W44",
        "2026-W45..2026-W46",
        "2026-W47..2026-W48",
    ]


@pytest.mark.parametrize(
    "text", ["daily", "weekdays", "weekly", "fortnightly", "monthly", "quarterly", "yearly"]
)
def test_periods_end_with_the_calendar(text: str) -> None:
    assert len(labels(text, date(9999, 12, 1), date.max)) >= 1
    assert len(labels(text, date.min, date(1, 1, 10))) >= 1


def test_a_week_follows_the_calendar_of_the_vault() -> None:
    sunday = date(2026, 11, 22)
    period = period_of(cadence("weekly"), sunday, start=None, calendar=Calendar("sunday"))
    assert period is not None
    assert period.start == sunday
    assert replace(period, label="") == replace(Calendar("sunday").week_of(sunday), label="")


def test_what_is_proposed_in_place_of_a_cadence_is_no_longer_than_one_may_be() -> None:
    text, longer = f"2 {'x' * 110} per da", f"2 {'x' * 111} per da"
    assert parse_cadence(text) == Unreadable("cadence", text, near=f"{text}y")
    assert parse_cadence(longer) == Unreadable("cadence", longer)
