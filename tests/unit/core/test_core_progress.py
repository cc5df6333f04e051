from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest

from vaultgoals.core.config import Config
from vaultgoals.core.goal import Aggregate, CheckIn, Goal, History, Kind, Milestone, Status
from vaultgoals.core.health import Band, Health
from vaultgoals.core.note import Note
from vaultgoals.core.period import Period
from vaultgoals.core.progress import Progress, measure
from vaultgoals.core.source import Source
from vaultgoals.core.value import value_at

OUTCOME = Goal(
    note=Note(source=Source.of("Goals/Trial conversion.md", "")),
    kind=Kind.OUTCOME,
    start=date(2026, 10, 1),
    due=date(2026, 12, 31),
    baseline=Fraction(6),
    target=Fraction(8),
)
ASOF = date(2026, 11, 15)


def reading(on: date, value: str, confidence: str | None = None) -> CheckIn:
    said = Fraction(confidence) if confidence else None
    return CheckIn(goal=OUTCOME.path, on=on, value=Fraction(value), confidence=said)


def figures(goal: Goal, *checkins: CheckIn, asof: date = ASOF) -> Progress:
    return measure(History(goal=goal, checkins=checkins), asof=asof, config=Config())


def test_figures_are_of_the_readings_that_count() -> None:
    added = replace(OUTCOME, aggregate=Aggregate.SUM, baseline=None)
    readings = [reading(date(2026, month, 5), "1") for month in (9, 10, 11, 12)]
    result = figures(added, *readings)
    assert result.counted == tuple(readings[1:3])
    assert result.current == result.readings == 2
    assert result.last_reading == date(2026, 11, 5)


def test_the_last_stated_confidence_may_stand_in_a_comment() -> None:
    comment = CheckIn(goal=OUTCOME.path, on=date(2026, 11, 10), confidence=Fraction(1, 2), comment="slow")
    result = figures(OUTCOME, reading(date(2026, 11, 1), "6.5", "0.8"), comment)
    assert (result.confidence, result.confidence_on) == (Fraction(1, 2), date(2026, 11, 10))
    assert result.readings == 1


def test_a_confidence_stated_later_is_not_known_yet() -> None:
    later = reading(date(2026, 11, 16), "6.5", "0.8")
    assert figures(OUTCOME, later).confidence is None


def test_without_reading_and_baseline_nothing_is_known_but_the_time() -> None:
    result = figures(replace(OUTCOME, baseline=None))
    assert (result.current, result.progress, result.score, result.expected, result.pace) == (None,) * 5
    assert (result.elapsed, result.health) == (Fraction(1, 2), Health.NOT_MEASURED)


@pytest.mark.parametrize(
    ("value", "broken"), [("2", False), ("2.01", True), ("1", False), ("0.99", True), ("1.5", False)]
)
def test_a_guardrail_holds_at_its_bounds(value: str, *, broken: bool) -> None:
    guardrail = replace(
        OUTCOME, kind=Kind.GUARDRAIL, target=None, minimum=Fraction(1), maximum=Fraction(2), due=None
    )
    assert figures(guardrail, reading(ASOF, value)).broken is broken


def test_a_guardrail_that_was_never_measured_is_whole() -> None:
    guardrail = replace(OUTCOME, kind=Kind.GUARDRAIL, target=None, maximum=Fraction(2))
    assert not figures(guardrail).broken


def test_a_guardrail_is_watched_beyond_due() -> None:
    guardrail = replace(OUTCOME, kind=Kind.GUARDRAIL, target=None, maximum=Fraction(2))
    late = reading(date(2027, 1, 5), "3")
    assert figures(guardrail, late, asof=date(2027, 1, 6)).broken


def test_an_outcome_stands_still_at_due() -> None:
    late = reading(date(2027, 1, 5), "9")
    result = figures(OUTCOME, reading(date(2026, 12, 31), "7"), late, asof=date(2027, 1, 6))
    assert result.current == 7
    assert result.health is Health.MISSED


def test_a_committed_goal_is_green_only_when_reached() -> None:
    nearly = reading(ASOF, "7.9")
    assert figures(OUTCOME, nearly).band is Band.GREEN
    assert figures(replace(OUTCOME, committed=True), nearly).band is Band.AMBER


@pytest.mark.parametrize(
    ("goal", "health"),
    [
        (replace(OUTCOME, status=Status.PAUSED), Health.PAUSED),
        (replace(OUTCOME, pauses=(Period(ASOF, ASOF + timedelta(days=1)),)), Health.PAUSED),
        (replace(OUTCOME, pauses=(Period(ASOF - timedelta(days=9), ASOF),)), Health.ACHIEVED),
        (replace(OUTCOME, start=date(2026, 11, 16)), Health.NOT_STARTED),
    ],
)
def test_a_goals_life_comes_before_its_figures(goal: Goal, health: Health) -> None:
    assert figures(goal, reading(date(2026, 11, 1), "9")).health is health


def test_behind_a_plan_that_goes_back_is_at_risk() -> None:
    dip = (Milestone(on=ASOF, value=Fraction(5)),)
    behind, level = (figures(replace(OUTCOME, milestones=dip), reading(ASOF, value)) for value in ("4", "5"))
    assert (behind.pace, behind.health) == (None, Health.AT_RISK)
    assert (level.pace, level.health) == (None, Health.ON_TRACK)


def test_a_metric_without_target_has_a_value_and_no_health() -> None:
    result = figures(replace(OUTCOME, target=None), reading(ASOF, "6.4"), asof=date(2027, 1, 6))
    assert (result.current, result.progress, result.health) == (Fraction("6.4"), None, None)


def test_safe_days_are_told_of_sums_only() -> None:
    added = replace(OUTCOME, aggregate=Aggregate.SUM)
    assert figures(added, reading(ASOF, "1")).safe_days == 1
    assert figures(OUTCOME, reading(ASOF, "7")).safe_days is None


def test_safe_days_end_where_a_plan_that_dips_comes_back() -> None:
    stones = (Milestone(on=date(2026, 11, 30), value=Fraction(5)),)
    added = replace(OUTCOME, aggregate=Aggregate.SUM, milestones=stones)
    # From 5 on 30 November to 8 on 31 December: above 6.5 first on the 16th of 31 days.
    assert figures(added, reading(ASOF, "0.5")).safe_days == (date(2026, 12, 16) - ASOF).days


def test_no_plan_without_start_is_safe_or_unsafe_before_the_first_reading() -> None:
    added = replace(OUTCOME, aggregate=Aggregate.SUM, start=None)
    assert figures(added).safe_days is None


@pytest.mark.parametrize(
    ("day", "value"),
    [(date(2026, 9, 1), 6), (date(2026, 10, 5), 7), (date(2026, 10, 31), 7), (date(2026, 11, 2), 9)],
)
def test_the_value_at_a_day_is_the_last_one_read(day: date, value: int) -> None:
    readings = (reading(date(2026, 10, 5), "7"), reading(date(2026, 11, 1), "9"))
    assert value_at(History(goal=OUTCOME, checkins=readings), day) == value
