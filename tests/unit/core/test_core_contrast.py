from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

from vaultgoals.core.cadence import Cadence
from vaultgoals.core.config import Config
from vaultgoals.core.contrast import Contrast, with_and_without
from vaultgoals.core.goal import Aggregate, CheckIn, Goal, History, Kind
from vaultgoals.core.note import Note
from vaultgoals.core.source import Source

FIRST = date(2026, 10, 5)
OUTCOME = Goal(
    note=Note(source=Source.of("Goals/Trial conversion.md", "")), kind=Kind.OUTCOME, baseline=Fraction(6)
)
CALLS = Goal(
    note=Note(source=Source.of("Goals/Calls.md", "")),
    kind=Kind.PROCESS,
    start=FIRST,
    aggregate=Aggregate.SUM,
    cadence=Cadence(amount=Fraction(1), period="week"),
)


def weekly(goal: Goal, *values: int | None) -> History:
    """One value on each Wednesday, None for a week without."""
    return History(
        goal=goal,
        checkins=tuple(
            CheckIn(goal=goal.path, on=FIRST + timedelta(days=2 + 7 * week), value=Fraction(value))
            for week, value in enumerate(values)
            if value is not None
        ),
    )


def contrast(outcome: History, process: History) -> Contrast | None:
    asof = FIRST + timedelta(days=44)
    return with_and_without(outcome, process, asof=asof, today=asof, config=Config())


def test_weeks_with_are_held_against_weeks_without() -> None:
    found = contrast(weekly(OUTCOME, 8, 8, 10, 11, 13, 13), weekly(CALLS, 1, 0, 1, 0, 1, 0))
    assert found == Contrast(
        weeks_with=3, change_with=Fraction(2), weeks_without=3, change_without=Fraction(1, 3)
    )


def test_two_weeks_of_either_sort_are_too_few() -> None:
    assert contrast(weekly(OUTCOME, 8, 8, 10, 11, 13, 13), weekly(CALLS, 1, 0, 1, 0, 1, 1)) is None


def test_a_week_that_is_not_logged_is_neither_with_nor_without() -> None:
    assert contrast(weekly(OUTCOME, 8, 8, 10, 11, 13, 13), weekly(CALLS, 1, 0, 1, None, 1, 0)) is None


def test_a_number_that_is_read_more_rarely_than_weekly_has_no_weekly_change() -> None:
    readings = [8 + week if week % 2 else None for week in range(14)]
    done = [week % 4 // 2 for week in range(14)]
    asof = FIRST + timedelta(days=100)
    outcome, process = weekly(OUTCOME, *readings), weekly(CALLS, *done)
    assert with_and_without(outcome, process, asof=asof, today=asof, config=Config()) is None


def test_a_week_in_which_the_outcome_was_not_read_is_left_out() -> None:
    assert contrast(weekly(OUTCOME, 8, 8, 10, None, 13, 13), weekly(CALLS, 1, 0, 1, 0, 1, 0)) is None


def test_a_first_reading_without_baseline_is_no_change() -> None:
    unknown = replace(OUTCOME, baseline=None)
    assert contrast(weekly(unknown, 8, 8, 10, 11, 13, 13), weekly(CALLS, 1, 0, 1, 0, 1, 0)) is None
