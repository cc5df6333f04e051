"""The frame of a chart: its days, their labels, and the range of its values."""

from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaultgoals.review.chart_scale import days_shown, labels_of, range_of

START, NOW = date(2026, 9, 27), date(2026, 11, 20)
DAYS = st.dates(date(1990, 1, 1), date(2200, 1, 1))


def test_a_quarter_is_drawn_by_weeks_around_today() -> None:
    days = days_shown(START, date(2026, 12, 20), now=NOW)
    assert days[0] == date(2026, 10, 2)
    assert NOW in days
    assert days[-1] == date(2026, 12, 25)
    assert {(late - early).days for early, late in pairwise(days)} == {7}


@pytest.mark.parametrize(
    ("last", "step"),
    [
        (date(2026, 10, 4), 1),
        (date(2026, 11, 1), 7),
        (date(2027, 2, 28), 14),
        (date(2027, 9, 27), 28),
        (date(2028, 3, 1), 91),
        (date(2029, 12, 31), 182),
        (date(2032, 1, 1), 364),
    ],
)
def test_a_longer_time_is_drawn_in_longer_steps(last: date, step: int) -> None:
    days = days_shown(START, last, now=START + timedelta(days=2))
    assert (days[1] - days[0]).days == step


def test_a_time_too_long_for_any_step_has_no_days() -> None:
    assert days_shown(date(1, 1, 1), date(9999, 12, 31), now=NOW) == ()


def test_what_has_not_begun_has_no_days() -> None:
    assert days_shown(NOW + timedelta(days=1), date(2026, 12, 20), now=NOW) == ()


def test_the_end_of_the_calendar_is_no_day_twice() -> None:
    days = days_shown(date(9999, 12, 1), date.max, now=date(9999, 12, 30))
    assert days[-1] == date.max
    assert len(set(labels_of(days))) == len(days)


@given(first=DAYS, length=st.integers(0, 4000), now=st.integers(0, 4000))
def test_the_days_hold_today_and_reach_the_end(first: date, length: int, now: int) -> None:
    last, today = first + timedelta(days=length), first + timedelta(days=min(now, length))
    if days := days_shown(first, last, now=today):
        assert first <= days[0] <= today
        assert today in days
        assert days[-1] >= last
        assert len(days) <= 15
        assert len(set(labels_of(days))) == len(days)


@pytest.mark.parametrize(
    ("days", "labels"),
    [
        ([date(2026, 11, 27), date(2026, 12, 4)], ("27", "4")),
        ([date(2027, 2, 1), date(2027, 2, 15), date(2027, 3, 1)], ("1", "15", "1 Mar")),
        ([date(2026, 10, 2), date(2026, 10, 30), date(2026, 11, 27)], ("Oct", "30", "Nov")),
        ([date(2026, 10, 2), date(2027, 1, 1), date(2027, 4, 2)], ("Oct 26", "Jan 27", "Apr 27")),
        ([date(2026, 10, 2)], ("2",)),
    ],
)
def test_labels_are_short_and_never_alike(days: list[date], labels: tuple[str, ...]) -> None:
    assert labels_of(days) == labels


@pytest.mark.parametrize(
    ("values", "ends"),
    [
        (("6", "6.4", "8"), ("6", "8")),
        (("6.1", "7.9"), ("6", "8")),
        (("50", "54"), ("50", "54")),
        (("0", "119999"), ("0", "150000")),
        (("-3", "4"), ("-4", "4")),
        (("7", "7"), ("6", "8")),
        (("0", "0"), ("0", "0.2")),
    ],
)
def test_an_axis_ends_at_round_numbers(values: tuple[str, ...], ends: tuple[str, str]) -> None:
    assert range_of(map(Fraction, values))[:2] == tuple(map(Fraction, ends))


@given(st.lists(st.fractions(), min_size=1))
def test_an_axis_holds_all_values(values: list[Fraction]) -> None:
    low, high, places = range_of(values)
    assert low <= min(values)
    assert max(values) <= high
    assert low < high
    assert all(abs(round(value, places) - value) <= (high - low) / 100 for value in values)
