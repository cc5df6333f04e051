"""Calm by default: a first vault is told little, and what can wait waits."""

from collections import Counter
from datetime import date

import pytest

from vaultgoals.core.config import Config, RuleSettings
from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.export.findings_text import strengthen_lines
from vaultgoals.markdown import read_note
from vaultgoals.rules import check

TODAY = date(2026, 11, 20)
OUTCOME = 'type: outcome\nunit: "%"\nbaseline: 80\ntarget: 90\nstart: 2026-11-16\ndue: 2027-06-30'
PROCESS = 'type: process\noutcome: "[[Stay]]"\ncadence: weekly\nbecause: it shows what is missing'

FIRST = {
    "Stay": "type: outcome\ntarget: 90 %\ndue: 2027-06-30",
    "Run": "type: outcome\ntarget: 50 min\ndue: 2027-06-30",
    "Call": 'type: process\noutcome: "[[Stay]]"\ncadence: weekly',
    "Mail": 'type: process\noutcome: "[[Stay]]"\ncadence: daily',
    "Jog": 'type: process\noutcome: "[[Run]]"\ncadence: 3 per week',
}
"""Two outcomes and three process goals with what is required, and nothing else."""


def vault_of(notes: dict[str, str], *select: str) -> Vault:
    texts = {
        title: text if text.startswith("---") else f"---\n{text}\n---\n" for title, text in notes.items()
    }
    read = (read_note(Source.of(f"{title}.md", text)) for title, text in texts.items())
    return Vault.of(read, Config(rules=RuleSettings(select=select)))


def codes(notes: dict[str, str], *select: str) -> list[str]:
    return sorted(finding.code for finding in check(vault_of(notes, *select), today=TODAY))


# A first vault.


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"Stay": "aggregate: sum", "Run": "aggregate: sum"},
        {"Stay": "baseline: 80 %", "Run": "baseline: 58 min"},
        {"Call": "because: so", "Mail": "because: so", "Jog": "because: so"},
        {"Stay": "metric: customers who stay", "Run": "metric: time over 10 km"},
        {"Stay": "start: 2026-01-05", "Run": "start: 2026-11-20"},
    ],
)
def test_a_first_vault_with_what_is_required_gets_five_findings_at_most(more: dict[str, str]) -> None:
    notes = {title: f"{text}\n{more.get(title, '')}" for title, text in FIRST.items()}
    found = [code for code in codes(notes) if code != "VG504"]
    assert len(found) <= 5


def test_a_first_vault_is_told_what_comes_first() -> None:
    assert Counter(codes(FIRST)) == {"VG305": 2, "VG309": 3}


def test_a_second_look_at_a_full_vault_is_one_line_an_outcome() -> None:
    full = {
        "Stay": OUTCOME,
        "Call": PROCESS,
        "Run": f"---\n{OUTCOME}\n---\n- [ ] Buy shoes\n- [ ] Find a group\n- [ ] Look at maps\n",
        "Jog": PROCESS.replace("Stay", "Run"),
    }
    vault = vault_of(full)
    assert list(strengthen_lines(vault, check(vault, today=TODAY))) == [
        "Run, to strengthen: a metric, dates for 3 actions, a guardrail, an early indicator",
        "Stay, to strengthen: a metric, actions, a guardrail, an early indicator",
    ]


# What can wait.

SUGGESTIONS = ["VG404", "VG409", "VG410"]


def test_an_outcome_that_stands_is_told_what_would_strengthen_it() -> None:
    assert codes({"Stay": f"{OUTCOME}\nmetric: who stays", "Call": PROCESS}) == SUGGESTIONS


@pytest.mark.parametrize(
    ("outcome", "process", "first"),
    [
        (OUTCOME.replace("baseline: 80\n", ""), PROCESS, ["VG305"]),
        (OUTCOME.replace("baseline: 80", "baseline: many"), PROCESS, ["VG107"]),
        (OUTCOME.replace("target: 90\n", ""), PROCESS, ["VG301", "VG302"]),
        (OUTCOME.replace("due: 2027-06-30", ""), PROCESS, ["VG301", "VG303"]),
        (OUTCOME, "mood: fine", ["VG301", "VG401"]),
        (OUTCOME, PROCESS.partition("\nbecause")[0], ["VG301", "VG309"]),
    ],
)
def test_before_that_it_is_told_what_comes_first(outcome: str, process: str, first: list[str]) -> None:
    assert codes({"Stay": outcome, "Call": process}) == first


@pytest.mark.parametrize("code", SUGGESTIONS)
def test_who_asks_for_a_rule_by_its_code_gets_what_could_wait(code: str) -> None:
    assert codes(FIRST, code) == [code, code]
    assert codes(FIRST, code[:4]) == []


def test_a_sum_begins_at_nothing_and_needs_no_baseline_to_be_spoken_about() -> None:
    added = OUTCOME.replace("baseline: 80", "aggregate: sum")
    assert codes({"Stay": f"{added}\nmetric: who stays", "Call": PROCESS}) == SUGGESTIONS


def test_closed_outcomes_and_drafts_want_nothing() -> None:
    for status in ("draft", "done", "dropped"):
        notes = {"Stay": f"{OUTCOME}\nstatus: {status}", "Call": f"{PROCESS}\nstatus: {status}"}
        assert codes(notes) == []


# Owners.

TASK = "\n- [ ] Call Eva 📅 2026-12-04\n"


def owned(stay: str = "", call: str = "") -> dict[str, str]:
    return {"Stay": f"---\n{OUTCOME}\n{stay}\n---\n{TASK}", "Call": f"{PROCESS}\n{call}"}


def test_the_rules_about_owners_sleep_until_some_goal_names_one() -> None:
    assert not {"VG304", "VG403", "VG406", "VG415"} & {*codes(owned())}


def test_once_one_goal_has_an_owner_the_others_are_asked_for_theirs() -> None:
    assert {"VG304", "VG406"} <= {*codes(owned(stay="owner: Ana"))}
    assert "VG304" not in codes(owned(stay="owner: Ana", call='owner: "[[Ben]]"'))


@pytest.mark.parametrize(
    "kind",
    [
        "type: objective",
        'type: indicator\noutcome: "[[Stay]]"',
        'type: guardrail\noutcome: "[[Stay]]"\nmax: 3',
        f"{PROCESS}\nstatus: draft",
        f"{PROCESS}\nstatus: done",
        f"{PROCESS}\nowner: [[a, b], c]",
    ],
)
def test_who_needs_no_owner_is_asked_for_none(kind: str) -> None:
    notes = owned("owner: Ana", "owner: Ben") | {"Other": kind}
    assert "VG304" not in codes(notes)


def team(count: int, owner: str = "Ana", status: str = "active") -> dict[str, str]:
    one = f"{OUTCOME}\nstatus: {status}\nowner: "
    return {f"Outcome {n}": one + (owner if n % 2 else owner.upper()) for n in range(count)}


def test_the_sixth_active_outcome_of_a_person_is_one_too_many() -> None:
    (finding,) = check(vault_of(team(8), "VG403"), today=TODAY)
    assert finding.path == "Outcome 5.md"
    assert "8 active outcomes, more than 5" in finding.message


@pytest.mark.parametrize(
    "notes",
    [
        team(5),
        team(9, status="paused"),
        team(9, status="draft"),
        team(9, owner="[Ana, Ben]", status="done"),
        {title: text.replace("owner: ", "x: ") for title, text in team(9).items()},
    ],
)
def test_what_is_not_being_chased_by_one_person_is_not_too_much_for_them(notes: dict[str, str]) -> None:
    assert codes(notes, "VG403") == []


def test_each_of_two_owners_is_told_once() -> None:
    assert codes(team(6, owner="[Ana, Ben]"), "VG403") == ["VG403", "VG403"]


@pytest.mark.parametrize(
    ("owner", "validator", "speaks"),
    [
        ("Ana", "ana", True),
        ('["[[Ana]]", Ben]', "Ben", True),
        ("Ana", "Ben", False),
        ("Ana", "[Ana, Ben]", False),
        ("Ana", "", False),
        ("", "Ana", False),
    ],
)
def test_a_second_pair_of_eyes_is_asked_for_where_somebody_confirms_their_own_number(
    owner: str, validator: str, *, speaks: bool
) -> None:
    found = codes({"Stay": f"{OUTCOME}\nowner: {owner}\nvalidator: {validator}"}, "VG415")
    assert found == ["VG415"] * speaks


# One cause.


def causes(notes: dict[str, str]) -> list[str]:
    return [finding.cause for finding in check(vault_of(notes, "VG202", "VG501"), today=TODAY)]


def test_all_that_point_to_one_missing_note_have_one_cause() -> None:
    lost = {
        "A": PROCESS,
        "B": PROCESS.replace("[[Stay]]", "[[stay#Why|so]]"),
        "C": "type: lever\noutcome: Stay",
    }
    assert causes(lost) == ["stay"] * 3
    assert causes({"A": PROCESS, "B": PROCESS.replace("Stay", "Grow")}) == ["stay", "grow"]


def test_check_ins_of_one_missing_goal_have_one_cause_and_those_of_none_their_own() -> None:
    checkin = "type: checkin\ndate: 2026-11-18\nvalue: 1\ngoal:"
    named = {f"C {n}": f'{checkin} "[[Stay]]"' for n in range(3)}
    assert causes(named) == ["stay"] * 3
    assert causes(named | {"Stay": "mood: fine"}) == ["Stay.md"] * 3
    assert causes({"C": checkin, "D": checkin}) == ["", ""]


# One cause, one finding.

BARE = OUTCOME.replace("start", "metric: customers who stay\nstart")


@pytest.mark.parametrize(
    ("notes", "found"),
    [
        ({"Stay": BARE, "Call": PROCESS}, ["VG404", "VG409", "VG410"]),
        ({"Stay": BARE.replace("baseline: 80", "baseline: 90"), "Call": PROCESS}, ["VG306"]),
        ({"Stay": OUTCOME.replace("baseline: 80", "baseline: 90"), "Call": PROCESS}, ["VG306"]),
        ({"Stay": BARE.replace("start: 2026-11-16", "start: 2027-11-16"), "Call": PROCESS}, ["VG307"]),
        ({"Stay": BARE, "Call": PROCESS, "Hold": "type: guardrail"}, ["VG210", "VG302", "VG404", "VG410"]),
        (
            {"Stay": BARE, "Call": PROCESS, "Hold": 'type: guardrail\noutcome: "[[Stay]]"\nmin: 3'},
            ["VG301", "VG404", "VG410"],
        ),
        ({"Stay": BARE, "Call": PROCESS, "Sign": "type: indicator"}, ["VG209", "VG404", "VG409"]),
        (
            {"Stay": BARE, "Call": PROCESS, "Sign": 'type: indicator\noutcome: "[[Satys]]"\nmetric: visits'},
            ["VG202", "VG404", "VG409"],
        ),
        ({"Stay": BARE, "Call": PROCESS, "Try": "type: lever"}, ["VG211", "VG404", "VG409", "VG410"]),
        ({"Stay": f"--- \n{BARE}\n---\n", "Call": PROCESS}, ["VG114"]),
        ({"Stay": f"---\r{BARE}\r---\r".replace("\n", "\r"), "Call": PROCESS}, ["VG101"]),
    ],
)
def test_what_follows_from_a_fault_waits_until_that_is_mended(
    notes: dict[str, str], found: list[str]
) -> None:
    assert codes(notes) == found


LEADS_NOWHERE = PROCESS.replace('outcome: "[[Stay]]"\n', "")


def test_where_there_is_one_outcome_alone_a_process_goal_without_any_is_told_of_it_and_nothing_else_is() -> (
    None
):
    (found,) = check(vault_of({"Stay": BARE, "Call": LEADS_NOWHERE}), today=TODAY)
    assert (found.code, found.hint.partition(",")[0]) == ("VG201", 'add `outcome: "[[Stay]]"`')


def test_of_several_outcomes_none_is_suggested_and_each_waits_for_a_process_goal() -> None:
    notes = {"Stay": BARE, "Run": BARE, "Call": LEADS_NOWHERE}
    assert codes(notes) == ["VG201", "VG401", "VG401"]
    assert check(vault_of(notes), today=TODAY)[0].hint.startswith('add `outcome: "[[…]]"` with the outcome')
