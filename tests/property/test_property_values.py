"""What holds for every text and every day: nothing raises, labels and names lead back, periods tile."""

from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from vaultgoals.core.cadence import parse_cadence, periods_between
from vaultgoals.core.confidence import parse_confidence, parse_share
from vaultgoals.core.dates import parse_date, parse_lag, parse_milestone, parse_pause
from vaultgoals.core.duration import parse_duration
from vaultgoals.core.moment import format_date, parse_name
from vaultgoals.core.nearness import edits, one_edit_apart
from vaultgoals.core.number import parse_number
from vaultgoals.core.period import Calendar, Period
from vaultgoals.core.quantity import Entry, parse_entry, parse_quantity, parse_yes_no, read_value
from vaultgoals.core.show import show_number
from vaultgoals.core.unreadable import Unreadable

WEEKS = st.sampled_from(["iso", "sunday", "monday", "saturday"])
CALENDARS = WEEKS.map(Calendar)
DAYS = st.dates()
MIDDLE_DAYS = st.dates(date(2, 1, 1), date(9998, 12, 31))
UNITS = st.sampled_from([None, "%", "€", "calls", "blog posts", "min", "hours", "s", "m", "k"])
PIECES = st.sampled_from(
    [
        *(
            "1",
            "12",
            "250",
            "1:30",
            ".",
            ",",
            " ",
            "-",
            "−",
            "€",
            "%",
            "k",
            "m",
            "bn",
            "h",
            "min",
            "s",
            "/",
            "'",
        ),
        *("every", "week", "per", "at most", "Mon", "and", "rep", "a", "yes", "skip", ":", "calls"),
        *("2026-11-20", "[[", "]]", "|", "#", "T10:30", "..", "W47", "days", "\u202f", "²", "٣"),
    ]
)
TEXTS = st.text() | st.lists(PIECES, max_size=8).map("".join)

PLAIN_PARSERS: list[Callable[[str], object]] = [
    *(parse_number, parse_yes_no, parse_confidence, parse_share),
    *(parse_date, parse_lag, parse_pause, parse_milestone),
]
UNIT_PARSERS: list[Callable[[str, str | None], object]] = [
    *(parse_quantity, parse_duration, parse_milestone, read_value, parse_entry, parse_cadence),
]
KINDS: list[Callable[[Calendar, date], Period]] = [
    *(Calendar.day_of, Calendar.week_of, Calendar.month_of, Calendar.quarter_of, Calendar.year_of)
]
FORMATS = ["YYYY-MM-DD", "YYYY/[Daily]/MM/YYYY-MM-DD", "dddd, MMMM Do YYYY", "D.M.YYYY", "YYYY-DDDD", "LLLL"]


@given(TEXTS)
def test_no_text_makes_a_parser_raise(text: str) -> None:
    for parse in PLAIN_PARSERS:
        parse(text)


@given(TEXTS, UNITS)
def test_no_text_and_unit_make_a_parser_raise(text: str, unit: str | None) -> None:
    for parse in UNIT_PARSERS:
        parse(text, unit)


@given(st.text(), st.text(), CALENDARS, DAYS)
def test_no_format_and_name_make_moment_raise(form: str, name: str, calendar: Calendar, day: date) -> None:
    format_date(form, day, calendar=calendar)
    parse_name(form, name, calendar=calendar)


@given(TEXTS, UNITS)
def test_the_comment_is_the_end_of_what_was_logged(text: str, unit: str | None) -> None:
    read = parse_entry(text, unit)
    if not isinstance(read, Unreadable):
        assert text.strip().endswith(read[1])


@given(TEXTS, UNITS)
def test_a_quantity_is_an_entry(text: str, unit: str | None) -> None:
    quantity, entry = parse_quantity(text, unit), read_value(text, unit)
    if not isinstance(quantity, Unreadable):
        assert entry == Entry(value=quantity.value)


@given(st.integers(-(10**9), 10**9), st.sampled_from([1, 2, 4, 5, 10, 100]))
def test_a_plain_number_that_is_shown_is_read_again(numerator: int, denominator: int) -> None:
    value = Fraction(numerator, denominator)
    assert parse_number(show_number(value)) == value


@example(Fraction(9579999921, 9580), "min")  # shown as 1000000:00
@given(st.fractions(-(10**6), 10**6), st.sampled_from(["min", "%", "€", "calls", None]))
def test_a_figure_that_is_shown_is_nearly_read_again(value: Fraction, unit: str | None) -> None:
    read = parse_quantity(show_number(value, unit), unit)
    assert not isinstance(read, Unreadable)
    assert abs(read.value - value) <= Fraction(1, 20)


@pytest.mark.parametrize("period_of", KINDS)
@given(calendar=CALENDARS, day=DAYS)
def test_a_label_leads_back_to_its_period(
    period_of: Callable[[Calendar, date], Period], calendar: Calendar, day: date
) -> None:
    period = period_of(calendar, day)
    assert calendar.read(period.label) == period


@pytest.mark.parametrize("period_of", KINDS)
@given(calendar=CALENDARS, day=MIDDLE_DAYS)
def test_periods_tile_the_days(
    period_of: Callable[[Calendar, date], Period], calendar: Calendar, day: date
) -> None:
    period = period_of(calendar, day)
    assert day in period
    assert period_of(calendar, period.last) == period
    after = period_of(calendar, period.stop)
    assert after.start == period.stop
    assert after.label > period.label


@given(MIDDLE_DAYS, st.none() | MIDDLE_DAYS)
def test_fortnights_tile_the_days_both_ways_from_the_start(day: date, start: date | None) -> None:
    period = Calendar().fortnight_of(day, start)
    assert day in period
    assert period.days == 14
    assert Calendar().fortnight_of(period.stop, start).start == period.stop
    assert start is None or Calendar().fortnight_of(start, start).start == Calendar().week_of(start).start


@given(
    st.sampled_from(["daily", "weekdays", "weekly", "fortnightly", "monthly", "quarterly", "yearly"]),
    st.dates(date(2020, 1, 1), date(2030, 1, 1)),
    st.integers(0, 100),
    CALENDARS,
)
def test_each_day_between_is_in_one_period(text: str, first: date, days: int, calendar: Calendar) -> None:
    cadence = parse_cadence(text)
    assert not isinstance(cadence, Unreadable)
    last = first + timedelta(days=days)
    periods = list(periods_between(cadence, first, last, start=None, calendar=calendar))
    for day in (first + timedelta(days=n) for n in range(days + 1)):
        free = cadence.period == "weekday" and day.weekday() >= 5
        assert sum(day in period for period in periods) == (0 if free else 1)


@pytest.mark.parametrize("form", FORMATS)
@given(calendar=CALENDARS, day=DAYS)
def test_the_name_of_a_daily_note_leads_back_to_its_day(form: str, calendar: Calendar, day: date) -> None:
    assert parse_name(form, format_date(form, day, calendar=calendar), calendar=calendar) == calendar.day_of(
        day
    )


@given(calendar=CALENDARS, day=DAYS)
def test_the_name_of_a_longer_note_leads_back_to_its_period(calendar: Calendar, day: date) -> None:
    for form, period in (
        ("gggg-[W]ww", calendar.week_of(day)),
        ("GGGG-[W]WW", Calendar().week_of(day)),
        ("MMMM YYYY", calendar.month_of(day)),
        ("YYYY-[Q]Q", calendar.quarter_of(day)),
        ("YYYY", calendar.year_of(day)),
    ):
        assert parse_name(form, format_date(form, day, calendar=calendar), calendar=calendar) == period


@given(st.text("abc", max_size=6), st.text("abc", max_size=6))
def test_one_edit_apart_is_a_distance_of_one(a: str, b: str) -> None:
    assert one_edit_apart(a, b) == (edits(a, b) == 1)


@given(st.text("abcd", max_size=6), st.text("abcd", max_size=6))
def test_edits_are_the_same_both_ways(a: str, b: str) -> None:
    assert edits(a, b) == edits(b, a)
    assert (edits(a, b) == 0) == (a == b)
