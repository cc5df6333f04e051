"""What would strengthen goals: metrics, guardrails, indicators, levers, experiments, confidence, evidence."""

from dataclasses import replace
from datetime import date

import pytest

from vaultgoals.core.config import Config, Limits, RuleSettings
from vaultgoals.core.finding import Finding
from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note
from vaultgoals.rules import check

TODAY = date(2026, 11, 20)
OUTCOME = 'type: outcome\nunit: "%"\nbaseline: 80\ntarget: 90\nstart: 2026-11-16\ndue: 2027-06-30'
PROCESS = 'type: process\noutcome: "[[Stay]]"\ncadence: weekly\nbecause: it shows what is missing'
LEVER = 'type: lever\noutcome: "[[Stay]]"\nimpact: 3\nconfidence: 0.5\neffort: 2'
INDICATOR = 'type: indicator\noutcome: "[[Stay]]"\nmetric: who comes back'
GUARDRAIL = 'type: guardrail\noutcome: "[[Stay]]"\nmetric: discount\nmax: 10'


def found(code: str, notes: dict[str, str], config: Config = Config(), today: date = TODAY) -> list[Finding]:
    config = replace(config, rules=RuleSettings(select=(code,)))
    texts = {
        title: text if text.startswith("---") else f"---\n{text}\n---\n" for title, text in notes.items()
    }
    read = [read_note(Source.of(f"{title}.md", text)) for title, text in texts.items()]
    return list(check(Vault.of(read, config), today=today))


def titles(code: str, notes: dict[str, str], config: Config = Config()) -> list[str]:
    return [finding.path.removesuffix(".md") for finding in found(code, notes, config)]


def several(count: int, text: str) -> dict[str, str]:
    return {f"One {n}": text for n in range(count)}


# A metric.


@pytest.mark.parametrize(
    ("goal", "speaks"),
    [
        (OUTCOME, True),
        (f"{OUTCOME}\nmetric:", True),
        (f"{OUTCOME}\nmetric: who stays", False),
        (f"{OUTCOME}\nmeasure: who stays", False),
        (f"{OUTCOME}\nmetric: [[a, b], c]", False),
        (f"{OUTCOME}\nstatus: draft", False),
        (f"{OUTCOME}\nstatus: done", False),
        (INDICATOR.partition("\nmetric")[0], True),
        ("type: guardrail\nmax: 3", True),
        ("type: output\ntarget: 3", False),
        (LEVER, False),
        (PROCESS, False),
        ("type: objective", False),
    ],
)
def test_what_is_measured_is_asked_of_outcomes_indicators_and_guardrails(goal: str, *, speaks: bool) -> None:
    assert titles("VG301", {"Stay": goal}) == ["Stay"] * speaks


# Guardrails and indicators.


@pytest.mark.parametrize(("code", "other"), [("VG409", GUARDRAIL), ("VG410", INDICATOR)])
@pytest.mark.parametrize(
    ("own", "speaks"),
    [("", False), ("status: paused", False), ("status: draft", True), ("status: done", True)],
)
def test_an_outcome_is_asked_for_what_it_has_not(code: str, other: str, own: str, *, speaks: bool) -> None:
    assert titles(code, {"Stay": OUTCOME}) == ["Stay"]
    assert titles(code, {"Stay": OUTCOME, "Other": f"{other}\n{own}"}) == ["Stay"] * speaks


@pytest.mark.parametrize(("code", "other"), [("VG409", GUARDRAIL), ("VG410", INDICATOR)])
def test_one_may_serve_several_outcomes(code: str, other: str) -> None:
    both = other.replace('"[[Stay]]"', '["[[Stay]]", "[[Grow]]"]')
    assert titles(code, {"Stay": OUTCOME, "Grow": OUTCOME, "Other": both}) == []


# Too many.


def test_process_goals_are_counted_whatever_way_they_lead() -> None:
    over = PROCESS.replace("[[Stay]]", "[[Idea]]")
    notes = {"Stay": OUTCOME, "Idea": LEVER} | several(3, PROCESS) | {"Over it": over}
    (finding,) = found("VG402", notes)
    assert finding.message == "4 active process goals lead to “Stay”, more than 3"
    assert titles("VG402", notes, Config(limits=Limits(processes_per_outcome=4))) == []


@pytest.mark.parametrize("status", ["paused", "draft", "done", "dropped"])
def test_only_active_process_goals_and_levers_are_too_many(status: str) -> None:
    resting = several(9, f"{PROCESS}\nstatus: {status}")
    assert titles("VG402", {"Stay": OUTCOME, "Call": PROCESS} | resting) == []
    assert titles("VG412", {"Stay": OUTCOME} | several(9, f"{LEVER}\nstatus: {status}")) == []


def test_process_goals_of_several_outcomes_are_not_added_up() -> None:
    grow = {f"Grow {n}": PROCESS.replace("Stay", "Grow") for n in range(3)}
    assert titles("VG402", {"Stay": OUTCOME, "Grow": OUTCOME} | several(3, PROCESS) | grow) == []


def test_a_seventh_untried_lever_is_one_too_many() -> None:
    notes = {"Stay": OUTCOME} | several(6, LEVER)
    assert titles("VG412", notes) == []
    assert titles("VG412", notes | {"Tried": f"{LEVER}\nresult: did-not"}) == []
    assert titles("VG412", notes | {"Seventh": LEVER}) == ["Stay"]
    over = LEVER.replace("[[Stay]]", "[[Sign]]")
    assert titles("VG412", notes | {"Sign": INDICATOR, "Seventh": over}) == ["Stay"]


# Levers and experiments.


@pytest.mark.parametrize(
    ("lever", "hint"),
    [
        (LEVER.replace("\neffort: 2", ""), "add `effort`: "),
        (LEVER.replace("\nimpact: 3\nconfidence: 0.5", ""), "add `impact` and `confidence`: "),
        (LEVER.replace("\nimpact: 3", "\nreach: 40"), "add `impact`: "),
    ],
)
def test_a_lever_without_a_score_is_told_what_is_missing(lever: str, hint: str) -> None:
    (finding,) = found("VG411", {"Idea": lever})
    assert finding.hint.startswith(hint)


@pytest.mark.parametrize(
    "lever",
    [
        LEVER,
        f"{LEVER}\nreach: 40",
        LEVER.replace("impact: 3", "impact: 0"),
        LEVER.replace("effort: 2", "effort: 0"),
        LEVER.replace("impact: 3", "impact: huge"),
        LEVER.replace("effort: 2", "result: worked"),
        LEVER.replace("effort: 2", "status: draft"),
        LEVER.replace("effort: 2", "status: dropped"),
    ],
)
def test_a_lever_that_can_be_compared_or_need_not_be_is_left_alone(lever: str) -> None:
    assert titles("VG411", {"Idea": lever}) == []


TRIED = f"{LEVER}\nexperiment: true"


@pytest.mark.parametrize(
    ("lever", "codes"),
    [
        (TRIED, ["VG413"]),
        (LEVER, []),
        (f"{LEVER}\ntimebox: 2026-11-01", []),
        (f"{TRIED}\ntimebox: 2026-12-01", []),
        (f"{TRIED}\ndue: 2026-12-01", []),
        (f"{TRIED}\ntimebox: soon", []),
        (f"{TRIED}\nresult: worked", []),
        (f"{TRIED}\nstatus: draft", []),
        (f"{TRIED}\ntimebox: 2026-11-19", ["VG417"]),
        (f"{TRIED}\ndue: 2026-11-19", ["VG417"]),
        (f"{TRIED}\ntimebox: 2026-11-20", []),
        (f"{TRIED}\ntimebox: 2026-12-01\ndue: 2026-11-01", []),
        (f"{TRIED}\ntimebox: 2026-11-19\nresult: unclear, too few", []),
        (f"{TRIED}\ntimebox: 2026-11-19\nresult: [[a, b], c]", []),
        (f"{TRIED}\ntimebox: 2026-11-19\nstatus: done", []),
    ],
)
def test_an_experiment_has_an_end_and_then_a_result(lever: str, codes: list[str]) -> None:
    assert [code for code in ("VG413", "VG417") if titles(code, {"Idea": lever})] == codes


# Confidence.

LONG = OUTCOME.replace("2026-11-16", "2026-06-01").replace("2027-06-30", "2026-12-31")


def stated(*rows: str, properties: str = LONG) -> dict[str, str]:
    table = "\n".join(f"| {row} |" for row in ("Date | Value | Confidence", "---|---|---", *rows))
    return {"Stay": f"---\n{properties}\n---\n## Check-ins\n\n{table}\n"}


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (["2026-11-18 | 81 | 0.9"], "on track, but its number is off track"),
        (["2026-11-18 | 81 | 0.7"], "on track, but its number is off track"),
        (["2026-11-18 | 81 | 0.69"], ""),
        (["2026-11-18 | 81 | green", "2026-11-19 | 81 |"], "on track, but its number is off track"),
        (["2026-11-18 | 81 | green", "2026-11-19 | 81 | amber"], ""),
        (["2026-11-18 | 89 | red"], "off track, but its number is on track"),
        (["2026-11-18 | 89 | 0.39"], "off track, but its number is on track"),
        (["2026-11-18 | 89 | 0.4"], ""),
        (["2026-11-18 | 89 | 0.9"], ""),
        (["2026-11-18 | 81 | 0.2"], ""),
        (["2026-11-18 | 87 | 0.9"], ""),
        (["2026-11-18 | 90 | 0.2"], "off track, but its number is achieved"),
        (["2026-11-10 | 84 | 0.2", "2026-11-18 | 90 |"], ""),
        (["2026-11-05 | 81 | 0.9"], ""),
        (["2026-11-06 | 81 | 0.9"], "on track, but its number is off track"),
        (["2026-11-24 | 81 | 0.9"], ""),
        (["2026-11-18 | | 0.9"], ""),
    ],
)
def test_what_is_felt_is_held_against_the_number(rows: list[str], said: str) -> None:
    messages = [finding.message for finding in found("VG507", stated(*rows))]
    assert messages == ([f"“Stay” is felt to be {said}"] if said else [])


@pytest.mark.parametrize(
    "properties",
    [
        OUTCOME,
        f"{LONG}\nstatus: paused",
        f"{LONG}\nstatus: done",
        f"{LONG}\npauses: [2026-11-16..2026-11-30]",
        LONG.replace("2026-12-31", "2026-11-19"),
        LONG.replace("\nbaseline: 80\ntarget: 90", ""),
    ],
)
def test_without_a_pace_there_is_nothing_to_disagree_with(properties: str) -> None:
    assert found("VG507", stated("2026-11-18 | 81 | 0.9", properties=properties)) == []


def test_how_long_a_confidence_holds_is_a_setting() -> None:
    notes = stated("2026-10-30 | 81 | 0.9")
    assert found("VG507", notes) == []
    assert len(found("VG507", notes, Config(confidence_stale_after=21))) == 1


def test_a_confidence_in_a_note_of_its_own_is_named_there() -> None:
    checkin = 'type: checkin\ngoal: "[[Stay]]"\ndate: 2026-11-18\nvalue: 81\nconfidence: green'
    (finding,) = found("VG507", {"Stay": LONG, "C": checkin})
    assert (finding.path, finding.about) == ("C.md", ("Stay.md",))


# Evidence.


@pytest.mark.parametrize(
    ("line", "speaks"),
    [
        ("- 2026-11-18: 82", True),
        ("- 2026-11-18: 82, from the report", True),
        ("- 2026-11-18: 82, from [[Report]]", False),
        ("- 2026-11-18: 82, https://example.org/report", False),
        ("- 2026-11-18: 82, [report](Report.md)", False),
        ("- 2026-11-18: skip: ill", False),
        ("| Date | Value | Evidence |\n|---|---|---|\n| 2026-11-18 | 82 | the report |", False),
        ("| Date | Value | Evidence |\n|---|---|---|\n| 2026-11-18 | 82 | |", True),
    ],
)
def test_a_reading_says_where_it_comes_from(line: str, *, speaks: bool) -> None:
    notes = {"Stay": f"---\n{OUTCOME}\n---\n## Check-ins\n\n{line}\n"}
    assert bool(found("VG508", notes)) is speaks


@pytest.mark.parametrize(
    ("more", "speaks"),
    [("", True), ('evidence: "[[Report]]"', False), ("evidence: [https://example.org]", False)],
)
def test_a_check_in_note_has_a_property_for_it(more: str, *, speaks: bool) -> None:
    checkin = f'type: checkin\ngoal: "[[Stay]]"\ndate: 2026-11-18\nvalue: 81\n{more}'
    assert titles("VG508", {"Stay": OUTCOME, "C": checkin}) == ["C"] * speaks


def test_where_there_is_no_room_for_evidence_none_is_asked_for() -> None:
    notes = {
        "Stay": OUTCOME,
        "Call": f"{PROCESS}\nfield: calls",
        "2026-11-18": "---\ncalls: 3\n---\n- [x] Eva [[Call]]\n",
    }
    assert titles("VG508", notes) == []
    assert titles("VG508", notes | {"2026-11-18": "---\nmood: ok\n---\nCall:: 3\n"}) == ["2026-11-18"]


def test_evidence_is_asked_for_only_on_request() -> None:
    read = read_note(Source.of("Stay.md", f"---\n{OUTCOME}\n---\n## Check-ins\n\n- 2026-11-18: 82\n"))
    for select in ((), ("VG5",), ("VG",)):
        vault = Vault.of([read], Config(rules=RuleSettings(select=select)))
        assert "VG508" not in {finding.code for finding in check(vault, today=TODAY)}
