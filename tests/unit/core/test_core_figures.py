"""The figures against a table of worked examples, through the functions that the program itself uses."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from vaultgoals.core.cadence import Cadence, parse_cadence
from vaultgoals.core.config import Config
from vaultgoals.core.dates import parse_milestone, parse_pause
from vaultgoals.core.diagnosis import diagnose
from vaultgoals.core.goal import Aggregate, CheckIn, Goal, History, Kind, Milestone, Status
from vaultgoals.core.health import Health, band_of
from vaultgoals.core.keeping import Keeping, keep
from vaultgoals.core.kept import attained
from vaultgoals.core.movement import does_move
from vaultgoals.core.note import Note
from vaultgoals.core.period import Period
from vaultgoals.core.progress import Progress, measure
from vaultgoals.core.rollup import Share, lever_score, net_confidence, roll_up
from vaultgoals.core.source import Source
from vaultgoals.core.unreadable import Unreadable
from vaultgoals.core.verdict import Evidence, decide

Given = Mapping[str, Any]

VECTORS = json.loads(
    Path(__file__).parents[2].joinpath("vectors.json").read_text(encoding="utf-8"),
    parse_float=Fraction,
    parse_int=Fraction,
)
CONFIG = Config()


def examples(group: str, prefix: str = "") -> pytest.MarkDecorator:
    """Each case of a group whose name begins so, as a test of its own."""
    cases = [case for case in VECTORS[group] if case["name"].startswith(prefix)]
    return pytest.mark.parametrize(
        ("given", "expected"),
        [pytest.param(case["input"], case["expected"], id=case["name"]) for case in cases],
    )


def agrees(actual: Fraction | int | None, expected: Fraction | None) -> bool:
    if actual is None or expected is None:
        return actual is expected
    return abs(actual - expected) <= Fraction(1, 10**6) * max(Fraction(1), abs(expected))


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def asof_of(given: Given) -> date:
    return date.fromisoformat(given["asof"])


def cadence(text: str) -> Cadence:
    read = parse_cadence(text)
    assert not isinstance(read, Unreadable)
    return read


def milestone(text: str) -> Milestone:
    read = parse_milestone(text, None)
    assert not isinstance(read, Unreadable)
    return read


def pause(text: str) -> Period:
    read = parse_pause(text)
    assert not isinstance(read, Unreadable)
    return read


def goal(kind: Kind, given: Given) -> Goal:
    return Goal(
        note=Note(source=Source.of("Goals/Example.md", "")),
        kind=kind,
        status=Status(given.get("status", "active")),
        start=day(given.get("start")),
        due=day(given.get("due")),
        pauses=tuple(map(pause, given.get("pauses", ()))),
        baseline=given.get("baseline"),
        target=given.get("target"),
        minimum=given.get("min"),
        maximum=given.get("max"),
        aggregate=Aggregate(given.get("aggregate", "sum" if kind is Kind.PROCESS else "last")),
        check_in=cadence(given["check-in"]) if "check-in" in given else None,
        milestones=tuple(map(milestone, given.get("milestones", ()))),
        lag=int(given.get("lag", 0)),
        cadence=cadence(given["cadence"]) if "cadence" in given else None,
        reps=given.get("reps", Fraction(1)),
        impact=given.get("impact"),
        confidence=given.get("confidence"),
        effort=given.get("effort"),
        reach=given.get("reach"),
    )


def checkin(on: str, value: Fraction | str, line: int) -> CheckIn:
    empty = CheckIn(goal="Goals/Example.md", on=date.fromisoformat(on), line=line)
    if isinstance(value, Fraction):
        return replace(empty, value=value)
    if value.startswith("skip: "):
        return replace(empty, skip=value.removeprefix("skip: "))
    done, total = value.split("/")
    return replace(empty, value=Fraction(done), of=Fraction(total))


def history(kind: Kind, given: Given) -> History:
    readings: Sequence[tuple[str, Any]] = given.get("readings", given.get("points", ()))
    checkins = [checkin(on, value, line) for line, (on, value) in enumerate(readings, 1)]
    return History(
        goal=goal(kind, given), checkins=tuple(sorted(checkins, key=lambda item: (item.on, item.line)))
    )


def measured(given: Given) -> Progress:
    return measure(history(Kind.OUTCOME, given), asof=asof_of(given), config=CONFIG)


def standing_at(given: Given, value: Fraction) -> Progress:
    """The figures of a goal whose current value is given."""
    return measured({**given, "readings": [[min(given["asof"], given["due"] or given["asof"]), value]]})


def kept(given: Given) -> Keeping:
    process = history(Kind.PROCESS, given)
    return keep(process, asof=asof_of(given), today=date.fromisoformat(given["today"]), config=CONFIG)


@examples("progress")
def test_progress_is_the_share_of_the_way_from_baseline_to_target(given: Given, expected: Given) -> None:
    figures = measured(given)
    assert agrees(figures.current, expected["current"])
    assert agrees(figures.progress, expected["progress"])
    assert agrees(figures.score, expected["score"])


@examples("elapsed")
def test_elapsed_is_the_share_of_active_days_that_have_passed(
    given: Given, expected: Fraction | None
) -> None:
    assert agrees(measured(given).elapsed, expected)


@examples("expected_value")
def test_the_expected_value_lies_on_the_line_of_the_plan(given: Given, expected: Fraction) -> None:
    assert agrees(measured(given).expected, expected)


@examples("pace_health")
def test_pace_and_health_hold_progress_against_the_plan(given: Given, expected: Given) -> None:
    figures = standing_at(given, given["current"]) if given["measured"] else measured(given)
    assert agrees(figures.pace, expected["pace"])
    assert figures.health == expected["health"]


@examples("required_rate")
def test_the_required_rate_is_what_is_left_over_the_days_left(given: Given, expected: Given) -> None:
    figures = standing_at(given, given["current"])
    assert agrees(figures.required_per_day, expected["per_day"])
    assert agrees(figures.required_per_week, expected["per_week"])


@examples("forecast")
def test_the_forecast_follows_the_line_of_theil_and_sen(given: Given, expected: Given | None) -> None:
    forecast = measured(given).forecast
    if forecast is None or expected is None:
        assert forecast is None
        assert expected is None
        return
    for name in ("slope_per_day", "slope_low", "slope_high", "at_due"):
        assert agrees(getattr(forecast, name), expected[name]), name
    assert forecast.target_on == day(expected["target_on"])


@examples("safe_days")
def test_safe_days_count_until_the_value_held_falls_behind(given: Given, expected: Fraction | None) -> None:
    added = given["held"] - given["baseline"]
    first = min(given["asof"], given["due"])
    figures = measured({**given, "aggregate": "sum", "readings": [[first, added]]})
    assert agrees(figures.safe_days, expected)


@examples("attainment")
def test_attainment_is_how_much_of_a_quota_was_kept(given: Given, expected: Fraction) -> None:
    assert agrees(attained(given["done"], given["quota"], at_most=given.get("at_most", False)), expected)


@examples("adherence")
def test_adherence_looks_back_on_closed_periods_that_count(given: Given, expected: Given) -> None:
    keeping = kept(given)
    adherence = keeping.adherence
    assert (adherence.met, adherence.closed, adherence.unlogged) == (
        expected["met"],
        expected["closed"],
        expected["unlogged"],
    )
    assert agrees(adherence.attainment, expected["attainment"])
    assert keeping.health == expected["health"]


@examples("streak")
def test_a_streak_counts_periods_met_in_a_row(given: Given, expected: Fraction) -> None:
    assert kept(given).streak == expected


@examples("net_confidence")
def test_net_confidence_sets_on_track_against_off_track(given: Given, expected: Given) -> None:
    net = net_confidence(given["stated"])
    assert agrees(net.percent, expected["percent"])
    assert net.without == expected["without"]


@examples("score_band")
def test_a_score_has_a_colour(given: Given, expected: str | None) -> None:
    assert band_of(given["score"], committed=given["committed"]) == expected


@examples("objective")
def test_an_objective_is_the_mean_and_the_weakest_of_its_outcomes(given: Given, expected: Given) -> None:
    rolled = roll_up(
        Share(
            status=Status(outcome["status"]),
            weight=outcome["weight"],
            score=outcome["score"],
            health=Health(outcome["health"]),
        )
        for outcome in given["outcomes"]
    )
    assert agrees(rolled.score, expected["score"])
    assert rolled.health == expected["health"]


@examples("lever_score")
def test_a_lever_is_scored_by_what_it_promises_over_its_effort(
    given: Given, expected: Fraction | Given
) -> None:
    score = lever_score(goal(Kind.LEVER, given))
    assert agrees(score, expected if isinstance(expected, Fraction) else None)


@examples("diagnosis", "words: ")
def test_the_first_verdict_that_holds_is_given(given: Given, expected: str) -> None:
    evidence = Evidence(
        guardrail_broken=given["guardrail_broken"],
        measured=given["in_window"] and given["has_before"],
        processes=int(given["processes"]),
        unlogged=given["unlogged_share"],
        attainment=given["attained"],
        moves=does_move(given["movement"], CONFIG.thresholds),
        since_begin=int(given["since_begin"]),
        lag=int(given["lag"]),
        early_sign=given.get("early_sign", False),
    )
    assert decide(evidence, CONFIG.thresholds) == expected


@examples("diagnosis", "full: ")
def test_a_diagnosis_holds_the_doing_against_the_number(given: Given, expected: Given | None) -> None:
    outcome = given["outcome"]
    diagnosis = diagnose(
        history(Kind.OUTCOME, outcome),
        processes=[history(Kind.PROCESS, process) for process in given["processes"]],
        indicators=[history(Kind.INDICATOR, indicator) for indicator in outcome.get("indicators", ())],
        outputs=[],
        guardrails=[history(Kind.GUARDRAIL, guardrail) for guardrail in given["guardrails"]],
        asof=asof_of(given),
        today=date.fromisoformat(given["today"]),
        config=CONFIG,
    )
    if diagnosis is None or expected is None:
        assert diagnosis is None
        assert expected is None
        return
    assert diagnosis.kind == expected["kind"]
    assert agrees(diagnosis.attainment, expected["attainment"])
    assert agrees(diagnosis.movement.ratio, expected["movement"])
    window = [diagnosis.window.start.isoformat(), diagnosis.window.last.isoformat()]
    assert window == expected["window"]
