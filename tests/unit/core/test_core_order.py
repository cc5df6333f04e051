"""The order of check-ins, on which `last` depends."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaultgoals.core.goal import CheckIn, Goal, History, Kind
from vaultgoals.core.note import Note
from vaultgoals.core.order import checkin_order, dated, seen_on
from vaultgoals.core.period import Period
from vaultgoals.core.source import Source, Span


def checkin(path: str, line: int = 1, day: int = 20) -> CheckIn:
    return CheckIn(goal="A.md", on=date(2026, 11, day), path=path, line=line)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (checkin("z.md", 9, day=19), checkin("a.md", 1, day=20)),
        (checkin("a.md", 9), checkin("b.md", 1)),
        (checkin("a.md", 2), checkin("a.md", 10)),
        (checkin("a.md"), checkin("a 2.md")),
        (checkin("a 2.md"), checkin("a 10.md")),
        (checkin("a 1.md", 1), checkin("a.md", 2)),
        (checkin("a.md", 1), checkin("a 1.md", 2)),
        (checkin("a.md"), checkin("a b.md")),
        (checkin("a 10.md"), checkin("a b.md")),
        (checkin("a.md"), checkin("a2.md")),
        (checkin("2026-11-20 0910 Calls.md"), checkin("2026-11-20 0911 Calls.md")),
        (checkin("2026-11-20 0910 Calls.md"), checkin("2026-11-20 0910 Calls 2.md")),
        (checkin("2026-11-20 0910 Calls 10.md"), checkin("2026-11-20 0910 Demos.md")),
        (checkin("a 2/z.md"), checkin("a 3/a.md")),
        (checkin("a.md"), replace(checkin("a.md"), span=Span(9, 10))),
    ],
)
def test_the_earlier_is_by_day_then_by_note_then_by_line(before: CheckIn, after: CheckIn) -> None:
    assert checkin_order(before) < checkin_order(after)


@pytest.mark.parametrize(("one", "other"), [("a.md", "a 1.md"), ("a 2.md", "a 02.md")])
def test_a_note_without_a_number_is_the_first(one: str, other: str) -> None:
    assert checkin_order(checkin(one)) == checkin_order(checkin(other))


@given(st.text(), st.integers(1, 99))
def test_every_path_has_a_place(path: str, line: int) -> None:
    assert checkin_order(checkin(path, line)) <= checkin_order(checkin(path, line, day=21))


WEEK = Period(date(2026, 11, 16), date(2026, 11, 23), "2026-W47")


@pytest.mark.parametrize(("today", "day"), [(1, 16), (16, 16), (18, 18), (22, 22), (30, 22)])
def test_what_stands_in_a_weekly_note_is_todays_within_the_week(today: int, day: int) -> None:
    weekly = replace(checkin("2026-W47.md", day=22), period=WEEK)

    assert dated(weekly, date(2026, 11, today)).on == date(2026, 11, day)
    assert dated(checkin("a.md"), date(2026, 11, today)).on == date(2026, 11, 20)


def test_a_history_is_in_order_as_it_is_seen() -> None:
    goal = Goal(note=Note(source=Source.of("A.md", "")), kind=Kind.OUTCOME)
    weekly = replace(checkin("2026-W47.md", day=22), period=WEEK)
    history = History(goal=goal, checkins=(checkin("a.md", day=20), weekly))

    assert [c.on.day for c in seen_on(history, date(2026, 11, 18)).checkins] == [18, 20]
    assert seen_on(history, date(2026, 12, 1)) == history


def test_a_history_of_days_is_seen_alike_from_every_day() -> None:
    goal = Goal(note=Note(source=Source.of("A.md", "")), kind=Kind.OUTCOME)
    history = History(goal=goal, checkins=(checkin("a.md"),))

    assert seen_on(history, date(2020, 1, 1)) is history
