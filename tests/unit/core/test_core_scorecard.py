"""The scorecard: every goal's figures as of a day, from the notes themselves."""

from datetime import date
from fractions import Fraction

import pytest

from vaultgoals.core.goal import Kind, Status
from vaultgoals.core.health import Health
from vaultgoals.core.past import as_it_was
from vaultgoals.core.scorecard import Scorecard, Standing
from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.core.verdict import DiagnosisKind
from vaultgoals.markdown import read_note

TODAY = date(2026, 11, 20)

OUTCOME = """---
type: outcome
objective: Grow
unit: "%"
baseline: 6
target: 8
start: 2026-10-05
due: 2026-12-27
---
## Log
- 2026-10-10: 6.2
- 2026-10-31: 6.6
- 2026-11-14: 7.1
"""
PROCESS = """---
type: process
outcome: "[[Trial]]"
cadence: 2 per week
start: 2026-10-05
---
## Log
- 2026-10-20: 2
- 2026-10-28: 2
- 2026-11-04: 2
- 2026-11-11: 2
"""
NOTES = {"Grow": "---\ntype: objective\n---\n", "Trial": OUTCOME, "Calls": PROCESS}


def vault(notes: dict[str, str]) -> Vault:
    texts = {**NOTES, **notes}
    return Vault.of(read_note(Source.of(f"{title}.md", text)) for title, text in texts.items())


def scorecard(notes: dict[str, str], asof: date = TODAY) -> Scorecard:
    return Scorecard.of(vault(notes), asof=asof, today=TODAY)


def standing(notes: dict[str, str], title: str, asof: date = TODAY) -> Standing:
    return scorecard(notes, asof).standings[f"{title}.md"]


def process_parts(notes: dict[str, str], asof: date = TODAY) -> list[str]:
    diagnosis = standing(notes, "Trial", asof).diagnosis
    assert diagnosis is not None
    return [part.goal.title for part in diagnosis.processes]


def with_property(text: str, line: str) -> str:
    return text.replace("---\n", f"---\n{line}\n", 1)


def test_every_goal_stands_by_path_and_nothing_else_does() -> None:
    checkin = "---\ntype: checkin\ngoal: Trial\nvalue: 7\n---\n"

    assert list(scorecard({"2026-11-19": checkin, "Idea": "Words.\n"}).standings) == [
        "Calls.md",
        "Grow.md",
        "Trial.md",
    ]


def test_an_outcome_has_progress_and_a_diagnosis() -> None:
    of = standing({}, "Trial")

    assert of.progress is not None
    assert (of.progress.current, of.progress.progress) == (Fraction(71, 10), Fraction(55, 100))
    assert of.diagnosis is not None
    assert of.diagnosis.kind is DiagnosisKind.WORKING
    assert (of.keeping, of.roll_up, of.outcomes) == (None, None, ())


def test_a_process_goal_is_kept_and_knows_the_outcome_that_it_serves() -> None:
    of = standing({}, "Calls")

    assert of.keeping is not None
    assert (of.keeping.adherence.met, of.keeping.adherence.closed) == (4, 4)
    assert (of.progress, of.diagnosis, of.outcomes) == (None, None, ("Trial.md",))


def test_an_objective_rolls_up_its_outcomes() -> None:
    of = standing({}, "Grow")

    assert of.roll_up is not None
    assert of.roll_up.score == Fraction(55, 100)
    assert (of.progress, of.keeping) == (None, None)


@pytest.mark.parametrize(
    ("kind", "measured"),
    [("indicator", True), ("output", True), ("guardrail", True), ("lever", False)],
)
def test_what_is_measured_has_progress_and_only_outcomes_a_diagnosis(kind: str, measured: object) -> None:
    of = standing({"X": f"---\ntype: {kind}\noutcome: Trial\n---\n"}, "X")

    assert (of.progress is not None) is measured
    assert (of.keeping, of.diagnosis, of.roll_up) == (None, None, None)


def test_later_check_ins_than_the_day_do_not_count() -> None:
    of = standing({}, "Trial", asof=date(2026, 11, 8))

    assert of.progress is not None
    assert of.progress.current == Fraction(66, 10)


@pytest.mark.parametrize(
    ("status", "closed", "asof", "was"),
    [
        ("done", date(2026, 11, 15), date(2026, 11, 14), Status.ACTIVE),
        ("done", date(2026, 11, 15), date(2026, 11, 15), Status.DONE),
        ("dropped", date(2026, 11, 15), date(2026, 11, 14), Status.ACTIVE),
        ("dropped", date(2026, 11, 15), date(2026, 11, 16), Status.DROPPED),
        ("done", None, date(2026, 1, 1), Status.DONE),
        ("paused", date(2026, 11, 15), date(2026, 11, 14), Status.PAUSED),
        ("draft", date(2026, 11, 15), date(2026, 11, 14), Status.DRAFT),
        ("active", date(2026, 11, 15), date(2026, 11, 16), Status.ACTIVE),
    ],
)
def test_a_goal_closed_later_was_active_before(
    status: str, closed: date | None, asof: date, was: Status
) -> None:
    text = with_property(OUTCOME, f"status: {status}\nclosed: {closed or ''}")

    assert as_it_was(vault({"Trial": text}).goals["Trial.md"], asof).status is was
    assert standing({"Trial": text}, "Trial", asof).goal.status is was


def test_an_outcome_done_since_is_diagnosed_as_it_then_stood() -> None:
    done = {"Trial": with_property(OUTCOME, "status: done\nclosed: 2026-11-19")}

    assert process_parts(done, date(2026, 11, 18)) == ["Calls"]
    now = standing(done, "Trial")
    assert now.diagnosis is None
    assert now.progress is not None
    assert now.progress.health is Health.DONE


def test_a_note_in_the_way_that_was_dropped_since_still_led_to_the_outcome() -> None:
    notes = {
        "Calls": PROCESS.replace("[[Trial]]", "[[Try]]"),
        "Try": "---\ntype: lever\noutcome: Trial\nstatus: dropped\nclosed: 2026-11-19\n---\n",
    }

    assert process_parts(notes, date(2026, 11, 18)) == ["Calls"]
    assert process_parts(notes) == []


def test_a_process_goal_counts_once_however_many_ways_lead_to_the_outcome() -> None:
    notes = {
        "Calls": PROCESS.replace('"[[Trial]]"', "[Trial, Early, Try]"),
        "Early": "---\ntype: indicator\noutcome: Trial\n---\n",
        "Try": "---\ntype: lever\noutcome: [Early, Trial]\n---\n",
    }

    assert process_parts(notes) == ["Calls"]


def test_each_goal_below_an_outcome_is_diagnosed_in_its_own_place() -> None:
    guardrail = "---\ntype: guardrail\noutcome: Trial\nmax: 5\n---\n## Log\n- 2026-11-18: 9\n"
    diagnosis = standing({"Refunds": guardrail}, "Trial").diagnosis

    assert diagnosis is not None
    assert diagnosis.kind is DiagnosisKind.GUARDRAIL_BROKEN
    assert [broken.goal.title for broken in diagnosis.broken] == ["Refunds"]


def test_two_outcomes_of_one_process_goal_are_both_diagnosed_with_it() -> None:
    notes = {"Calls": PROCESS.replace('"[[Trial]]"', "[Trial, Stay]"), "Stay": OUTCOME}

    assert process_parts(notes) == ["Calls"]
    assert standing(notes, "Calls").outcomes == ("Trial.md", "Stay.md")
    assert [goal.title for goal in vault(notes).of_kind(Kind.OUTCOME)] == ["Stay", "Trial"]
