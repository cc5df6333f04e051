from datetime import date

import pytest

from vaultgoals.core.period import Calendar, Period
from vaultgoals.review.spoken import by_day, named, noun_for, this

TODAY = date(2026, 11, 20)


def period(label: str) -> Period:
    found = Calendar().read(label)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("label", "noun", "name", "said"),
    [
        ("2026-11-20", "day", "20 November", "today"),
        ("2026-11-18", "day", "18 November", "on 18 November"),
        ("2026-W47", "week", "week 47", "this week"),
        ("2026-W01", "week", "week 1", "in week 1"),
        ("2026-W53", "week", "week 53", "in week 53"),
        ("2026-11", "month", "November 2026", "this month"),
        ("2026-02", "month", "February 2026", "in February 2026"),
        ("2026-Q4", "quarter", "Q4 2026", "this quarter"),
        ("2025-Q1", "quarter", "Q1 2025", "in Q1 2025"),
        ("2026", "year", "2026", "this year"),
        ("2024", "year", "2024", "in 2024"),
    ],
)
def test_a_period_is_called_as_people_call_it(label: str, noun: str, name: str, said: str) -> None:
    assert (noun_for(period(label)), named(period(label)), this(period(label), TODAY)) == (noun, name, said)


@pytest.mark.parametrize(
    ("last", "said"),
    [
        (date(2026, 11, 20), "today"),
        (date(2026, 11, 22), "by Sunday"),
        (date(2026, 11, 26), "by Thursday"),
        (date(2026, 11, 27), "by 27 Nov"),
        (date(2027, 1, 3), "by 3 Jan 2027"),
    ],
)
def test_a_last_day_is_named_by_its_weekday_while_it_is_near(last: date, said: str) -> None:
    assert by_day(last, TODAY) == said
