"""Durations, and which units are one."""

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from vaultgoals.core.duration import is_duration_unit, parse_duration
from vaultgoals.core.unreadable import Unreadable

VECTORS = json.loads(
    Path(__file__).parents[2].joinpath("vectors.json").read_text(encoding="utf-8"),
    parse_float=Fraction,
    parse_int=Fraction,
)


@pytest.mark.parametrize("case", VECTORS["duration_parse"], ids=lambda case: case["name"])
def test_a_duration_is_read_in_minutes(case: dict[str, Any]) -> None:
    read = parse_duration(**case["input"])
    if case["expected"] == {"error": True}:
        assert isinstance(read, Unreadable)
    else:
        assert read == case["expected"]["minutes"]


@pytest.mark.parametrize(
    ("text", "unit", "minutes"),
    [
        ("-1h30m", None, -90),
        ("−0:30", "min", Fraction(-1, 2)),
        ("+1:30", "h", 90),
        ("1 h 5 min 30 s", None, Fraction(131, 2)),
        ("1H", None, 60),
        ("120:00", "min", 120),
    ],
)
def test_a_duration_may_have_a_sign_and_three_parts(text: str, unit: str | None, minutes: Fraction) -> None:
    assert parse_duration(text, unit) == minutes


@pytest.mark.parametrize(
    "text", ["", "1h-30m", "1h 1h", "1h30", "1:30", "1:2:3", "1:02:75", "5k", "1 hour of it", "1:02:30:40"]
)
def test_what_is_no_duration_is_unreadable(text: str) -> None:
    assert isinstance(parse_duration(text, "s"), Unreadable)


@pytest.mark.parametrize("unit", ["h", "hr", "Hours", "min", "mins", "minutes", "s", "sec", "seconds"])
def test_time_is_measured_in_hours_minutes_or_seconds(unit: str) -> None:
    assert is_duration_unit(unit)


@pytest.mark.parametrize("unit", ["m", "M", "days", "calls", "", None])
def test_metres_and_days_are_no_durations(unit: str | None) -> None:
    assert not is_duration_unit(unit)
