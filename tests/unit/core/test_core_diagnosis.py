from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest

from vaultgoals.core.cadence import Cadence
from vaultgoals.core.config import Config
from vaultgoals.core.diagnosis import Diagnosis, diagnose
from vaultgoals.core.goal import Aggregate, CheckIn, Goal, History, Kind, Status
from vaultgoals.core.movement import Grade
from vaultgoals.core.note import Note
from vaultgoals.core.period import Period
from vaultgoals.core.source import Source
from vaultgoals.core.verdict import DiagnosisKind

ASOF = date(2026, 11, 25)
OUTCOME = Goal(
    note=Note(source=Source.of("Goals/Trial conversion.md", "")),
    kind=Kind.OUTCOME,
    start=date(2026, 10, 1),
    due=date(2026, 12, 31),
    baseline=Fraction(6),
    target=Fraction(8),
)
CALLS = Goal(
    note=Note(source=Source.of("Goals/Calls.md", "")),
    kind=Kind.PROCESS,
    start=date(2026, 10, 5),
    aggregate=Aggregate.SUM,
    cadence=Cadence(amount=Fraction(10), period="week"),
)
MONDAYS = [date(2026, 10, 26), date(2026, 11, 2), date(2026, 11, 9), date(2026, 11, 16)]


def history(goal: Goal, *readings: tuple[date, str]) -> History:
    checkins = (CheckIn(goal=goal.path, on=on, value=Fraction(value)) for on, value in readings)
    return History(goal=goal, checkins=tuple(checkins))


FLAT = history(OUTCOME, (date(2026, 10, 25), "6.3"), (date(2026, 11, 20), "6.4"))
DONE = history(CALLS, *((monday, "10") for monday in MONDAYS))


def diagnosed(
    outcome: History = FLAT,
    processes: Sequence[History] = (DONE,),
    indicators: Sequence[History] = (),
    outputs: Sequence[History] = (),
    guardrails: Sequence[History] = (),
    asof: date = ASOF,
) -> Diagnosis | None:
    return diagnose(
        outcome,
        processes=processes,
        indicators=indicators,
        outputs=outputs,
        guardrails=guardrails,
        asof=asof,
        today=asof,
        config=Config(),
    )


def diagnosis(
    outcome: History = FLAT,
    processes: Sequence[History] = (DONE,),
    indicators: Sequence[History] = (),
    outputs: Sequence[History] = (),
    guardrails: Sequence[History] = (),
) -> Diagnosis:
    found = diagnosed(outcome, processes, indicators, outputs, guardrails)
    assert found is not None
    return found


def test_a_diagnosis_carries_what_it_was_made_from() -> None:
    found = diagnosis()
    movement, [part] = found.movement, found.processes
    assert found.kind is DiagnosisKind.ASSUMPTION_TO_REVISIT
    assert found.window.label == "2026-W44..2026-W47"
    assert (movement.before, movement.before_on) == (Fraction("6.3"), date(2026, 10, 25))
    assert (movement.after, movement.after_on) == (Fraction("6.4"), date(2026, 11, 20))
    assert movement.grade is Grade.FLAT
    assert [part.met, part.closed, part.unlogged] == [4, 4, 0]
    assert (part.done, part.quota, part.attainment) == (Fraction(40), Fraction(40), Fraction(1))
    assert found.begun_on == date(2026, 10, 5)
    assert found.verdict_from == date(2026, 10, 19)


@pytest.mark.parametrize(
    ("value", "grade"),
    [("6.2", Grade.FELL_BACK), ("6.5", Grade.FLAT), ("6.7", Grade.SLOWER), ("6.95", Grade.ON_PLAN)],
)
def test_a_movement_has_four_grades(value: str, grade: Grade) -> None:
    outcome = history(OUTCOME, (date(2026, 10, 25), "6.3"), (date(2026, 11, 20), value))
    assert diagnosis(outcome).movement.grade is grade


@pytest.mark.parametrize(
    "goal",
    [
        replace(OUTCOME, status=Status.DRAFT),
        replace(OUTCOME, status=Status.PAUSED),
        replace(OUTCOME, status=Status.DONE),
        replace(OUTCOME, pauses=(Period(ASOF, ASOF + timedelta(days=1)),)),
        replace(OUTCOME, start=date(2026, 11, 23)),
        replace(OUTCOME, due=date(2026, 11, 24)),
        replace(OUTCOME, target=None),
    ],
)
def test_there_is_nothing_to_say_of_an_outcome_that_is_not_under_way(goal: Goal) -> None:
    assert diagnosed(replace(FLAT, goal=goal)) is None


def test_an_outcome_without_start_is_under_way() -> None:
    assert diagnosed(replace(FLAT, goal=replace(OUTCOME, start=None))) is not None


def test_without_a_baseline_the_first_reading_in_the_window_has_nothing_before_it() -> None:
    outcome = history(replace(OUTCOME, baseline=None), (date(2026, 11, 20), "6.4"))
    assert diagnosis(outcome).kind is DiagnosisKind.NOT_MEASURED


def test_process_goals_count_once_they_are_active_and_begun() -> None:
    idle = [
        replace(DONE, goal=replace(CALLS, status=Status.PAUSED)),
        replace(DONE, goal=replace(CALLS, start=date(2026, 11, 26))),
    ]
    assert diagnosis(processes=idle).kind is DiagnosisKind.NO_PROCESS


def test_a_process_goal_without_start_began_with_its_first_log() -> None:
    found = diagnosis(processes=[replace(DONE, goal=replace(CALLS, start=None))])
    assert found.begun_on == date(2026, 10, 26)


def test_a_goal_where_nothing_has_closed_is_left_out_of_the_mean() -> None:
    fresh = history(replace(CALLS, start=date(2026, 11, 23)), (date(2026, 11, 24), "1"))
    found = diagnosis(processes=[DONE, fresh])
    assert found.attainment == 1
    assert [part.attainment for part in found.processes] == [Fraction(1), None]


def test_the_periods_of_all_goals_together_must_be_logged() -> None:
    silent = history(CALLS, (date(2026, 10, 5), "10"))
    logged = [DONE, DONE, silent]
    assert diagnosis(processes=[DONE, silent]).kind is DiagnosisKind.LOG_FIRST
    assert diagnosis(processes=logged).unlogged == Fraction(1, 3)
    assert diagnosis(processes=[*logged, DONE]).kind is not DiagnosisKind.LOG_FIRST


def test_the_work_is_looked_for_where_the_lag_puts_it() -> None:
    found = diagnosis(replace(FLAT, goal=replace(OUTCOME, lag=28)))
    assert found.window.start - found.process_window.start == timedelta(days=28)
    assert found.processes[0].periods[-1].period.label == "2026-W43"


def test_a_lag_beyond_the_calendar_is_no_error() -> None:
    found = diagnosis(replace(FLAT, goal=replace(OUTCOME, lag=10**9)))
    assert found.kind is DiagnosisKind.TOO_EARLY
    assert found.verdict_from == date.max


def test_a_broken_guardrail_is_named_with_its_value() -> None:
    refunds = Goal(note=CALLS.note, kind=Kind.GUARDRAIL, maximum=Fraction(2))
    read = history(refunds, (date(2026, 11, 23), "3.1"))
    found = diagnosis(guardrails=[read, replace(read, goal=replace(refunds, status=Status.PAUSED))])
    assert found.kind is DiagnosisKind.GUARDRAIL_BROKEN
    assert [(broken.goal, broken.value) for broken in found.broken] == [(refunds, Fraction("3.1"))]


def test_signs_are_the_active_indicators_that_have_a_plan() -> None:
    activation = replace(OUTCOME, kind=Kind.INDICATOR, baseline=Fraction(30), target=Fraction(60))
    readings = ((date(2026, 10, 25), "41"), (date(2026, 11, 20), "47"))
    read = history(activation, *readings)
    others = [
        history(replace(activation, status=Status.DRAFT), *readings),
        history(replace(activation, target=None), *readings),
        history(replace(activation, due=None), *readings),
    ]
    found = diagnosis(indicators=[*others, read])
    assert found.kind is DiagnosisKind.EARLY_SIGN
    assert [(sign.goal, sign.movement.before, sign.movement.after) for sign in found.signs] == [
        (activation, Fraction(41), Fraction(47))
    ]


def test_output_on_plan_while_every_indicator_is_off_its_own_is_an_activity_trap() -> None:
    articles = replace(OUTCOME, kind=Kind.OUTPUT, baseline=None, target=Fraction(20), aggregate=Aggregate.SUM)
    activation = replace(OUTCOME, kind=Kind.INDICATOR, baseline=Fraction(30), target=Fraction(60))
    made, behind = history(articles, (date(2026, 11, 20), "15")), history(articles, (date(2026, 11, 20), "2"))
    flat, moved = (history(activation, (date(2026, 11, 20), value)) for value in ("31", "59"))
    assert diagnosis(outputs=[made], indicators=[flat]).activity_trap
    assert not diagnosis(outputs=[made], indicators=[flat, moved]).activity_trap
    assert not diagnosis(outputs=[made, behind], indicators=[flat]).activity_trap
    assert not diagnosis(outputs=[made], indicators=[]).activity_trap
    assert not diagnosis(outputs=[made], indicators=[history(activation)]).activity_trap
