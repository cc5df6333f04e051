"""VG206 to VG211 and VG310: goals that serve nothing, or nothing that is still wanted."""

from datetime import date

import pytest

from vaultgoals.core.config import Config
from vaultgoals.core.finding import Finding, Severity
from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note
from vaultgoals.rules import check

TODAY = date(2026, 11, 20)
OUTCOME = 'type: outcome\nunit: "%"\nbaseline: 80\ntarget: 90\nstart: 2026-11-16\ndue: 2027-06-30'
PROCESS = 'type: process\noutcome: "[[Stay]]"\ncadence: 10 per week\nbecause: it shows what is missing'
BOTH = {"Stay": OUTCOME, "Call": PROCESS}


def findings(notes: dict[str, str], config: Config = Config(), today: date = TODAY) -> list[Finding]:
    sources = (Source.of(f"{title}.md", f"---\n{text}\n---\n") for title, text in notes.items())
    found = check(Vault.of(map(read_note, sources), config), today=today)
    return [finding for finding in found if finding.severity is not Severity.INFO]


def codes(notes: dict[str, str], today: date = TODAY) -> list[str]:
    return [finding.code for finding in findings(notes, today=today)]


# VG206 serves-closed-goal


@pytest.mark.parametrize("status", ["done", "dropped", "completed", "archived"])
def test_an_active_goal_below_a_closed_one_is_named_at_its_link(status: str) -> None:
    notes = {"Stay": f"{OUTCOME}\nstatus: {status}", "Call": PROCESS}
    (finding,) = findings(notes)
    assert (finding.code, finding.path, finding.severity) == ("VG206", "Call.md", Severity.WARNING)
    assert "[[Stay]]" in Source.of("", f"---\n{PROCESS}\n---\n").cut(finding.span)


@pytest.mark.parametrize("status", ["draft", "active", "paused"])
def test_a_goal_above_that_is_not_closed_may_be_served(status: str) -> None:
    notes = {"Stay": f"{OUTCOME}\nstatus: {status}", "Call": PROCESS}
    assert "VG206" not in codes(notes)


@pytest.mark.parametrize("status", ["draft", "paused", "done", "dropped"])
def test_a_goal_that_is_not_active_may_serve_a_closed_one(status: str) -> None:
    assert codes({"Stay": f"{OUTCOME}\nstatus: done", "Call": f"{PROCESS}\nstatus: {status}"}) == []


def test_a_goal_that_also_serves_an_open_one_keeps_its_link_to_the_closed_one() -> None:
    both = PROCESS.replace('"[[Stay]]"', '["[[Start]]", "[[Stay]]"]')
    assert codes({"Stay": OUTCOME, "Start": f"{OUTCOME}\nstatus: done", "Call": both}) == []
    (finding,) = findings(
        {"Stay": f"{OUTCOME}\nstatus: dropped", "Start": f"{OUTCOME}\nstatus: done", "Call": both}
    )
    assert (
        finding.message
        == "“Call” is active, but “Start” is done, and so is all else that its `outcome` leads to"
    )


def test_a_closed_end_of_a_chain_is_said_once_at_the_goal_before_it() -> None:
    output = 'type: output\noutcome: "[[Stay]]"\ntarget: 4\ndue: 2027-01-01'
    notes = {"Stay": f"{OUTCOME}\nstatus: done", "Write": output, "Call": PROCESS.replace("Stay", "Write")}
    (finding,) = findings(notes)
    assert (finding.code, finding.path) == ("VG206", "Write.md")


def test_an_outcome_below_a_closed_objective_is_named_too() -> None:
    notes = {"Stay": f'{OUTCOME}\nobjective: "[[Grow]]"', "Grow": "type: objective\nstatus: done"}
    (finding,) = findings(BOTH | notes)
    assert (finding.code, finding.path) == ("VG206", "Stay.md")
    assert "lead `objective` on" in finding.hint


def test_a_closed_goal_of_the_wrong_kind_is_said_once() -> None:
    notes = {"Call": PROCESS.replace("Stay", "Mail"), "Mail": f"{PROCESS}\nstatus: done"}
    assert codes({"Stay": OUTCOME, **notes}) == ["VG203", "VG401"]


def test_a_broken_link_beside_a_closed_goal_is_said_alone() -> None:
    both = PROCESS.replace('"[[Stay]]"', '["[[Stay]]", "[[Nowhere]]"]')
    assert codes({"Stay": f"{OUTCOME}\nstatus: done", "Call": both}) == ["VG202"]


def test_where_another_goal_may_be_meant_that_is_said_alone() -> None:
    notes = {"Old/Stay": f"{OUTCOME}\nstatus: done", "Goals/Stay": OUTCOME, "Call": PROCESS}
    assert codes(notes) == ["VG205"]


# VG207 exploration-expired, VG310 exploration-without-until

EXPLORATION = "type: process\nexploratory: true\ncadence: weekly"


@pytest.mark.parametrize(
    ("until", "found"),
    [
        ("2026-11-19", ["VG207"]),
        ("2026-11-20", []),
        ("2026-11-21", []),
        ('"[[2026-11-19]]"', ["VG207"]),
        ("", ["VG310"]),
        ("soon", ["VG107"]),
    ],
)
def test_an_exploration_ends_after_its_last_day(until: str, found: list[str]) -> None:
    assert codes({"Try": f"{EXPLORATION}\nuntil: {until}"}) == found


def test_an_exploration_without_a_last_day_is_said_at_the_type() -> None:
    (finding,) = findings({"Try": EXPLORATION})
    assert (finding.code, finding.severity, finding.span.start) == ("VG310", Severity.ERROR, 4)


@pytest.mark.parametrize("until", ["", "until: 2026-01-01"])
@pytest.mark.parametrize(
    ("more", "found"),
    [
        ('outcome: "[[Stay]]"', []),
        ('outcome: "[[Sta]]"', ["VG202"]),
        ("outcome: {a: b}", ["VG107"]),
        ("status: done", []),
        ("status: draft", []),
    ],
)
def test_who_found_the_outcome_or_stopped_explores_no_more(until: str, more: str, found: list[str]) -> None:
    assert codes({**BOTH, "Try": f"{EXPLORATION}\n{until}\n{more}"}) == found


def test_a_paused_exploration_is_asked_too() -> None:
    assert codes({"Try": f"{EXPLORATION}\nuntil: 2026-01-01\nstatus: paused"}) == ["VG207"]


@pytest.mark.parametrize("exploratory", ["false", "", "no"])
def test_a_goal_that_is_no_exploration_needs_its_outcome_instead(exploratory: str) -> None:
    notes = {"Try": f"{PROCESS}\nexploratory: {exploratory}".replace('"[[Stay]]"', "")}
    assert codes(notes) == ["VG201"]


# VG208 to VG211: what needs an outcome beside process goals

NEEDY = {
    "VG208": "type: output\ntarget: 4\ndue: 2027-01-01",
    "VG209": "type: indicator",
    "VG210": "type: guardrail\nmax: 3",
    "VG211": "type: lever",
}


@pytest.mark.parametrize(("code", "properties"), NEEDY.items())
def test_a_goal_without_an_outcome_is_an_error_at_the_type_or_the_empty_property(
    code: str, properties: str
) -> None:
    (missing,) = findings({"Goal": properties})
    assert (missing.code, missing.severity, missing.span.start) == (code, Severity.ERROR, 4)
    (empty,) = findings({"Goal": f"outcome:\n{properties}"})
    assert (empty.code, empty.span.start) == (code, 4)
    assert codes({"Goal": f"{properties}\nstatus: paused"}) == [code]


@pytest.mark.parametrize("properties", NEEDY.values())
@pytest.mark.parametrize(
    ("more", "found"),
    [
        ('outcome: "[[Stay]]"', []),
        ("outcome: Stay", []),
        ("serves: Stay", []),
        ('outcome: "[[Nowhere]]"', ["VG202"]),
        ('outcome: "[[Call]]"', ["VG203"]),
        ("outcome: {a: b}", ["VG107"]),
        ("status: draft", []),
        ("status: done", []),
        ("status: dropped", []),
    ],
)
def test_a_broken_or_unreadable_link_is_no_missing_one(properties: str, more: str, found: list[str]) -> None:
    assert codes({**BOTH, "Goal": f"{properties}\n{more}"}) == found


def test_an_objective_needs_no_outcome() -> None:
    assert codes({"Grow": "type: objective"}) == []
