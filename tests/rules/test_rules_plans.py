"""VG305, VG306 and VG307: where a goal starts, where it ends, and when."""

from datetime import date

import pytest

from vaultgoals.core.finding import Finding, Severity
from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note
from vaultgoals.rules import check

TODAY = date(2026, 11, 20)
OUTCOME = "type: outcome\ndue: 2027-06-30"
INDICATOR = 'type: indicator\noutcome: "[[Stay]]"'
OUTPUT = 'type: output\noutcome: "[[Stay]]"\ndue: 2027-06-30'


def found(properties: str, *codes: str, body: str = "") -> list[Finding]:
    notes = {
        "Goal.md": f"---\n{properties}\n---\n{body}",
        "Stay.md": "---\ntype: outcome\nbaseline: 80\ntarget: 90\ndue: 2027-06-30\n---\n",
        "Call.md": '---\ntype: process\noutcome: ["[[Goal]]", "[[Stay]]"]\ncadence: daily\n---\n',
    }
    read = (read_note(Source.of(path, text)) for path, text in notes.items())
    wanted = codes or ("VG107", "VG305", "VG306", "VG307")
    return [f for f in check(Vault.of(read), today=TODAY) if f.path == "Goal.md" and f.code in wanted]


def codes(properties: str) -> list[str]:
    return [finding.code for finding in found(properties)]


# VG305 outcome-without-baseline


def test_an_outcome_without_a_baseline_gets_a_hint() -> None:
    (finding,) = found(f"{OUTCOME}\ntarget: 90")
    assert (finding.code, finding.severity, finding.span.start) == ("VG305", Severity.INFO, 4)
    assert finding.hint == "add `baseline`: the number before anything was done about it"


def test_until_then_the_first_reading_stands_for_it() -> None:
    log = "## Check-ins\n\n- 2026-11-17: 82.5 %\n- 2026-11-19: 84 %\n"
    (finding,) = found(f'{OUTCOME}\ntarget: 90\nunit: "%"\nbaseline:', body=log)
    assert finding.hint.endswith("; until then its first reading, 82.5 %, stands for it")


@pytest.mark.parametrize(
    "properties",
    [
        f"{OUTCOME}\ntarget: 90\nbaseline: 80",
        f"{OUTCOME}\ntarget: 90\nbaseline: 0",
        f"{OUTCOME}\ntarget: 90\naggregate: sum",
        f"{OUTCOME}\ntarget: 90\naggregate: count",
        f"{OUTCOME}\ntarget: 90\nstatus: draft",
        f"{OUTCOME}\ntarget: 90\nstatus: done",
        f"{OUTCOME}\ntarget: 90\nstatus: dropped",
        f"{INDICATOR}\ntarget: 90",
        f"{OUTPUT}\ntarget: 4",
        f"{OUTPUT}\ntarget: 4\naggregate: last",
        f"{INDICATOR.replace('indicator', 'guardrail')}\nmax: 4",
    ],
)
def test_what_starts_at_a_number_or_at_nothing_needs_no_baseline(properties: str) -> None:
    assert codes(properties) == []


def test_the_target_is_asked_for_first() -> None:
    assert codes(OUTCOME) == []


@pytest.mark.parametrize("line", ["baseline: low", "aggregate: total"])
def test_a_baseline_that_cannot_be_read_is_not_missing_as_well(line: str) -> None:
    assert codes(f"{OUTCOME}\ntarget: 90\n{line}") == ["VG107"]


# VG306 target-equals-baseline


@pytest.mark.parametrize(
    ("properties", "message"),
    [
        (f"{OUTCOME}\nbaseline: 8\ntarget: 8", "starts at 8, and its target is the same"),
        (f'{OUTCOME}\nbaseline: 8\ntarget: "8.0 %"\nunit: "%"', "starts at 8 %"),
        (f"{OUTCOME}\nbaseline: 1,000\ntarget: 1k", "starts at 1,000"),
        (f"{OUTCOME}\nbaseline: 90\ntarget: 1h30m\nunit: min", "starts at 90 min"),
        (f"{OUTCOME}\ntarget: 0\naggregate: sum", "counts up from 0"),
        (f"{INDICATOR}\nbaseline: 8\ntarget: 8", "starts at 8"),
        (f"{OUTPUT}\ntarget: 0", "counts up from 0"),
        (f"{OUTPUT}\nbaseline: 4\ntarget: 4\nstatus: paused", "starts at 4"),
    ],
)
def test_a_goal_that_starts_at_its_target_has_no_way_to_go(properties: str, message: str) -> None:
    (finding,) = found(properties)
    assert (finding.code, finding.severity) == ("VG306", Severity.ERROR)
    assert message in finding.message


@pytest.mark.parametrize(
    "properties",
    [
        f"{OUTCOME}\nbaseline: 8\ntarget: 8.1",
        f"{OUTCOME}\nbaseline: 8\ntarget: -8",
        f"{OUTCOME}\nbaseline: 8\ntarget: 0",
        f"{OUTCOME}\nbaseline: 0\ntarget: 8\naggregate: sum",
        f"{OUTCOME}\nbaseline: 8\ntarget: 8\nstatus: done",
        f"{OUTCOME}\nbaseline: 8\ntarget: 8\nstatus: draft",
        f"{INDICATOR}",
        f"{INDICATOR}\ntarget: 0",
    ],
)
def test_falling_targets_and_targets_of_nothing_are_fine(properties: str) -> None:
    assert codes(properties) == []


def test_a_number_that_cannot_be_read_equals_no_other() -> None:
    assert codes(f"{OUTPUT}\nbaseline: low\ntarget: 0") == ["VG107"]
    assert codes(f"{OUTPUT}\nbaseline: 0\ntarget: none") == ["VG107"]


def test_a_first_reading_at_the_target_is_not_the_goal_s_fault() -> None:
    log = "## Check-ins\n\n- 2026-11-17: 8\n"
    assert [f.code for f in found(f"{OUTCOME}\ntarget: 8", body=log)] == ["VG305"]


# VG307 due-before-start


@pytest.mark.parametrize(
    "kind", ["objective", "outcome", "indicator", "guardrail", "lever", "output", "process"]
)
def test_a_goal_of_any_kind_that_ends_before_it_begins_is_an_error(kind: str) -> None:
    (finding,) = found(f"type: {kind}\nstart: 2026-11-16\ndue: 2026-11-15", "VG307")
    assert finding.message == "“Goal” is due on 2026-11-15, before it starts on 2026-11-16"
    assert finding.severity is Severity.ERROR


@pytest.mark.parametrize(
    "days",
    [
        "start: 2026-11-16\ndue: 2026-11-16",
        "start: 2026-11-16\ndue: 2026-11-17",
        "start: 2026-11-16",
        "due: 2026-11-16",
        "start: 2026-11-16\ndue: 2026-11-15\nstatus: dropped",
        "start: 2026-11-16\ndue: 2026-11-15\nstatus: draft",
        "type: objective",
    ],
)
def test_a_goal_of_one_day_or_without_an_end_is_fine(days: str) -> None:
    assert found(f"type: objective\n{days}", "VG307") == []


def test_the_milestones_of_a_plan_that_runs_backwards_are_not_blamed_as_well() -> None:
    plan = "baseline: 1\ntarget: 9\ndue: 2026-06-30\nmilestones: ['2026-06-01: 4', '2026-12-01: 5']"
    assert codes(f"type: outcome\n{plan}\nstart: 2026-11-16") == ["VG307"]
    assert codes(f"type: outcome\n{plan}\nstart: 2026-05-01") == ["VG107"]
