"""Dates in other forms: one day, or none at all."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaultgoals.core.dates import parse_date
from vaultgoals.core.loose_date import read_loose_date
from vaultgoals.core.unreadable import Unreadable

DAY = date(2026, 11, 20)
NUMBERS = ("%d.%m.%Y", "%d/%m/%Y", "%m/%d/%Y", "%d-%m-%Y")
FORMS = (*NUMBERS, "%Y/%m/%d", "%Y.%m.%d", "%d %B %Y", "%d. %b %Y", "%B %d, %Y")


@pytest.mark.parametrize(
    "text",
    [
        "2026/11/20",
        "2026.11.20",
        " 2026/11/20 ",
        "20.11.2026",
        "20/11/2026",
        "11/20/2026",
        "20-11-2026",
        "20 Nov 2026",
        "20 nov. 2026",
        "20-Nov-2026",
        "20 November, 2026",
        "20th November 2026",
        "20. November 2026",
        "Nov 20, 2026",
        "November 20th 2026",
    ],
)
def test_a_form_that_means_one_day_is_read(text: str) -> None:
    assert read_loose_date(text) == DAY


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-3-4", date(2026, 3, 4)),
        ("2026/3/4", date(2026, 3, 4)),
        ("12/12/2026", date(2026, 12, 12)),
        ("4. März 2026", date(2026, 3, 4)),
        ("4 Mai 2026", date(2026, 5, 4)),
        ("1st Sept 2026", date(2026, 9, 1)),
        ("3 Dez 2026", date(2026, 12, 3)),
        ("29 Feb 2028", date(2028, 2, 29)),
    ],
)
def test_short_names_german_ones_and_days_without_a_zero_are_read(text: str, day: date) -> None:
    assert read_loose_date(text) == day


@pytest.mark.parametrize(
    "text",
    [
        "03/04/2026",
        "3.4.2026",
        "12-11-2026",
        "20.11.26",
        "20/11",
        "2026/11",
        "2026/30/02",
        "2026/02/30",
        "31.11.2026",
        "30 Feb 2026",
        "20 Ju 2026",
        "20 Nowember 2026",
        "20.11-2026",
        "2026/11/20 09:30",
        "Friday 20 Nov 2026",
        "next Friday",
        "0000/11/20",
        "",
    ],
)
def test_a_day_is_never_guessed(text: str) -> None:
    assert read_loose_date(text) is None


@given(st.dates(min_value=date(1000, 1, 1)), st.sampled_from(FORMS))
def test_a_day_in_any_form_is_that_day_or_none(day: date, form: str) -> None:
    could_be_two = form in NUMBERS and day.day <= 12 and day.day != day.month
    assert read_loose_date(day.strftime(form)) == (None if could_be_two else day)


@given(
    st.text(max_size=20) | st.from_regex(r"[0-9]{1,4}[-/. ][0-9A-Za-z]{1,9}[-/. ][0-9]{1,4}", fullmatch=True)
)
def test_whatever_is_read_is_a_day_that_our_own_form_can_hold(text: str) -> None:
    day = read_loose_date(text)
    assert day is None or not isinstance(parse_date(day.isoformat()), Unreadable)
