from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest

from vaultgoals.core.goal import Goal, Kind, Milestone
from vaultgoals.core.note import Note
from vaultgoals.core.period import Period
from vaultgoals.core.plan import ActiveDays, Plan, shifted
from vaultgoals.core.source import Source

GOAL = Goal(
    note=Note(source=Source.of("Goals/Trial conversion.md", "")),
    kind=Kind.OUTCOME,
    start=date(2026, 10, 1),
    due=date(2026, 10, 31),
    baseline=Fraction(0),
    target=Fraction(31),
)


def pause(first: date, last: date) -> Period:
    return Period(first, last + timedelta(days=1))


def plan_of(goal: Goal, *, first_reading: date | None = None) -> Plan:
    return Plan.of(goal, baseline=goal.baseline, first_reading=first_reading)


def test_pauses_that_touch_or_overlap_count_once() -> None:
    goal = replace(
        GOAL,
        pauses=(
            pause(date(2026, 10, 8), date(2026, 10, 14)),
            pause(date(2026, 10, 5), date(2026, 10, 9)),
            pause(date(2026, 10, 15), date(2026, 10, 15)),
        ),
    )
    assert ActiveDays.of(goal).breaks == ((date(2026, 10, 5).toordinal(), date(2026, 10, 16).toordinal()),)
    assert ActiveDays.of(goal).count(date(2026, 10, 1), date(2026, 10, 31)) == 20


def test_days_outside_start_and_due_are_not_active() -> None:
    days = ActiveDays.of(GOAL)
    assert days.count(date(2026, 9, 28), date(2026, 10, 4)) == 4
    assert days.count(date(2026, 10, 30), date(2026, 11, 5)) == 2
    assert days.count(date(2026, 11, 2), date(2026, 11, 5)) == 0


@pytest.mark.parametrize(
    ("day", "latest"),
    [
        (date(2026, 9, 30), None),
        (date(2026, 10, 4), date(2026, 10, 4)),
        (date(2026, 10, 12), date(2026, 10, 4)),
        (date(2026, 11, 20), date(2026, 10, 31)),
    ],
)
def test_the_latest_active_day_lies_before_a_pause(day: date, latest: date | None) -> None:
    goal = replace(GOAL, pauses=(pause(date(2026, 10, 5), date(2026, 10, 14)),))
    assert ActiveDays.of(goal).latest(day) == latest


def test_a_plan_may_reach_to_both_ends_of_the_calendar() -> None:
    plan = plan_of(replace(GOAL, start=date.min, due=date.max))
    assert plan.elapsed(date.max) == 1
    assert plan.expected(date.max) == 31
    assert plan.days_left(date.max) == 0


def test_without_a_start_the_plan_begins_with_the_first_reading() -> None:
    plan = plan_of(replace(GOAL, start=None), first_reading=date(2026, 10, 22))
    assert plan.elapsed(date(2026, 10, 26)) == Fraction(1, 2)
    assert plan.expected(date(2026, 10, 21)) == 0


def test_a_plan_that_ends_before_it_begins_is_unknown() -> None:
    plan = plan_of(replace(GOAL, start=date(2026, 11, 1)))
    assert plan.elapsed(date(2026, 11, 1)) is None
    assert plan.expected(date(2026, 11, 1)) is None


def test_without_a_target_there_is_time_but_no_line() -> None:
    plan = plan_of(replace(GOAL, target=None))
    assert plan.elapsed(date(2026, 10, 31)) == 1
    assert plan.expected(date(2026, 10, 31)) is None


def test_milestones_outside_the_plan_are_left_out() -> None:
    stones = (
        Milestone(on=date(2026, 9, 1), value=Fraction(90)),
        Milestone(on=date(2026, 10, 31), value=Fraction(90)),
        Milestone(on=date(2026, 12, 1), value=Fraction(90)),
    )
    plan = plan_of(replace(GOAL, milestones=stones))
    assert [plan.expected(date(2026, 10, day)) for day in (1, 15, 31)] == [1, 15, 31]


@pytest.mark.parametrize("days", [-(10**12), -1, 0, 1, 10**12])
def test_a_shifted_day_stays_inside_the_calendar(days: int) -> None:
    assert date.min <= shifted(date(2026, 11, 20), days) <= date.max
