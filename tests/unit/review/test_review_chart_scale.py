"""The frame of a chart: its days, their labels, and the range of its values."""

from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaultgoals.review.chart_scale import Axis, axis_of, labels_of, range_of

START, NOW = date(2026, 9, 27), date(2026, 11, 20)
DAYS = st.dates(date(1990, 1, 1), date(2200, 1, 1))


def axis(first: date, last: date, now: date) -> Axis:
    found = axis_of(first, last, now=now)
    assert found is not None
    return found


def test_a_quarter_is_drawn_by_weeks_from_its_first_day_to_its_last() -> None:
    found = axis(START, date(2026, 12, 20), date(2026, 11, 15))
    assert (found.days[0], found.days[-1]) == (START, date(2026, 12, 20))
    assert found.days[found.now] == date(2026, 11, 15)
    assert {late - early for early, late in pairwise(found.at)} == {7}


def test_today_between_two_weeks_stands_for_the_nearer_one() -> None:
    found = axis(START, date(2026, 12, 20), NOW)
    assert found.days[found.now] == NOW
    assert found.at[found.now] == date(2026, 11, 22).toordinal()
    assert labels_of(found.days, found.now)[7:] == ("15", "‹20›", "29", "6", "13", "20")


@pytest.mark.parametrize(
    ("last", "points"),
    [
        (date(2026, 10, 4), 8),
        (date(2026, 10, 11), 15),
        (date(2026, 11, 1), 15),
        (date(2027, 2, 28), 12),
        (date(2027, 9, 27), 13),
        (date(2028, 3, 1), 8),
        (date(2032, 1, 1), 8),
    ],
)
def test_a_longer_time_has_no_more_points_than_labels_find_room(last: date, points: int) -> None:
    assert len(axis(START, last, START + timedelta(days=2)).days) == points


def test_a_year_is_told_by_its_months() -> None:
    found = axis(date(2025, 12, 31), date(2026, 12, 31), NOW)
    assert labels_of(found.days)[:3] == ("Dec", "Feb", "Mar")
    assert labels_of(found.days)[-1] == "Dec ’26"


def test_some_years_are_told_by_month_and_year() -> None:
    found = axis(date(2022, 12, 31), date(2027, 6, 30), NOW)
    assert labels_of(found.days)[:2] == ("Dec ’22", "Aug ’23")
    assert len(found.days) == 8


def test_a_time_too_long_has_no_axis() -> None:
    assert axis_of(date(1, 1, 1), date(9999, 12, 31), now=NOW) is None


def test_what_has_not_begun_has_no_axis() -> None:
    assert axis_of(NOW + timedelta(days=1), date(2026, 12, 20), now=NOW) is None


def test_the_end_of_the_calendar_is_no_day_twice() -> None:
    found = axis(date(9999, 12, 1), date.max, date(9999, 12, 30))
    assert found.days[-1] == date.max
    assert len(set(labels_of(found.days, found.now))) == len(found.days)


@given(first=DAYS, length=st.integers(0, 4000), now=st.integers(0, 4000))
def test_an_axis_is_even_from_the_first_day_to_the_last_and_today_is_near_its_point(
    first: date, length: int, now: int
) -> None:
    last, today = first + timedelta(days=length), first + timedelta(days=min(now, length))
    found = axis(first, last, today)
    assert (found.at[0], found.at[-1]) == (Fraction(first.toordinal()), Fraction(last.toordinal()))
    assert (found.days[0], found.days[-1]) == (first, last)
    assert len({late - early for early, late in pairwise(found.at)}) <= 1
    assert sorted(set(found.days)) == list(found.days)
    assert len(found.days) <= 15
    assert len(set(labels_of(found.days, found.now))) == len(found.days)
    step = Fraction(length, max(len(found.at) - 1, 1))
    assert abs(today.toordinal() - found.at[found.now]) <= step / 2


@pytest.mark.parametrize(
    ("days", "labels"),
    [
        ([date(2026, 11, 27), date(2026, 12, 4)], ("27", "4")),
        ([date(2027, 2, 1), date(2027, 2, 15), date(2027, 3, 1)], ("1", "15", "1 Mar")),
        ([date(2026, 10, 2), date(2026, 10, 30), date(2027, 5, 27)], ("Oct", "30", "May")),
        ([date(2026, 10, 2), date(2027, 1, 1), date(2027, 10, 29)], ("Oct", "Jan", "Oct ’27")),
        ([date(2026, 10, 2), date(2027, 1, 1), date(2027, 11, 2)], ("Oct ’26", "Jan ’27", "Nov ’27")),
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
