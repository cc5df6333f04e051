"""One cause, one finding: a slip of the finger is named once, and what follows from it waits."""

from datetime import date

import pytest

from vaultgoals.core.config import Config, RuleSettings
from vaultgoals.core.finding import Finding, Severity
from vaultgoals.core.source import Source, apply_edits
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note
from vaultgoals.rules import check

TODAY = date(2026, 11, 20)
OUTCOME = (
    'type: outcome\nmetric: who stays\nunit: "%"\nbaseline: 80\ntarget: 90\n'
    "start: 2026-11-16\ndue: 2027-06-30"
)
PROCESS = 'type: process\noutcome: "[[Stay]]"\ncadence: daily\nbecause: it shows'
BOTH = {"Stay": OUTCOME, "Call": PROCESS}
CONFIG = Config(rules=RuleSettings(ignore=("VG404", "VG409", "VG410")))


def findings(notes: dict[str, str], config: Config = CONFIG) -> tuple[Finding, ...]:
    sources = (Source.of(f"{title}.md", f"---\n{text}\n---\n") for title, text in notes.items())
    return check(Vault.of(map(read_note, sources), config), today=TODAY)


def codes(notes: dict[str, str], config: Config = CONFIG) -> list[str]:
    return [finding.code for finding in findings(notes, config)]


def with_slip(ours: str, theirs: str, config: Config = CONFIG) -> tuple[Finding, ...]:
    """What is found where one property of an otherwise sound vault is misspelt."""
    return findings(
        {title: text.replace(f"\n{ours}:", f"\n{theirs}:", 1) for title, text in BOTH.items()}, config
    )


# The name of a property that is needed.


@pytest.mark.parametrize(
    ("ours", "theirs", "code"),
    [
        ("outcome", "outcom", "VG201"),
        ("cadence", "cadance", "VG308"),
        ("because", "becuase", "VG309"),
        ("target", "targets", "VG302"),
    ],
)
def test_what_is_missing_and_how_it_is_misspelt_are_one_finding(ours: str, theirs: str, code: str) -> None:
    (finding,) = with_slip(ours, theirs)
    assert finding.code == code
    assert finding.message.endswith(f"; `{theirs}` is probably meant")
    assert finding.hint == f"rename it to `{ours}`"
    assert finding.fixable


def test_it_stands_at_the_slip_and_its_fix_mends_the_vault() -> None:
    (finding,) = with_slip("cadence", "cadance")
    text = f"---\n{PROCESS.replace('cadence', 'cadance')}\n---\n"
    assert Source.of("", text).cut(finding.span) == "cadance"
    assert finding.fix is not None
    after = apply_edits(text, list(finding.fix.edits))
    assert after == f"---\n{PROCESS}\n---\n"
    assert codes(BOTH) == []


@pytest.mark.parametrize(
    ("note", "code"),
    [
        ('type: output\noutcom: "[[Stay]]"\ntarget: 6\ndue: 2027-03-31', "VG208"),
        ('type: indicator\nmetric: m\noutcom: "[[Stay]]"', "VG209"),
        ('type: guardrail\nmetric: m\nmax: 3\noutcom: "[[Stay]]"', "VG210"),
        ('type: lever\noutcom: "[[Stay]]"\nimpact: 3\nconfidence: 0.5\neffort: 2', "VG211"),
        ('type: output\noutcome: "[[Stay]]"\ntarget: 6\ndedline: 2027-03-31', "VG303"),
        ("type: process\nexplortory: true\nuntil: 2026-12-31\ncadence: daily\nbecause: x", "VG201"),
        ("type: process\nexploratory: true\nuntill: 2026-12-31\ncadence: daily", "VG310"),
        ('type: checkin\ngoals: "[[Stay]]"\ndate: 2026-11-18\nvalue: 81', "VG501"),
    ],
)
def test_every_check_that_misses_a_property_names_its_slip(note: str, code: str) -> None:
    (finding,) = findings(BOTH | {"Note": note})
    assert (finding.code, finding.severity) == (code, Severity.ERROR)
    assert "is probably meant" in finding.message


def test_where_the_missing_property_would_be_an_info_the_slip_is_the_warning() -> None:
    assert [(one.code, one.severity) for one in with_slip("metric", "metrc")] == [("VG106", Severity.WARNING)]
    assert [one.code for one in with_slip("baseline", "basline")] == ["VG106"]


@pytest.mark.parametrize("title", ["Better retention", "Write a handbook"])
def test_a_title_is_not_judged_while_what_is_measured_is_misspelt(title: str) -> None:
    outcome = "type: outcome\nbaseline: 1\ndue: 2027-06-30\nmetrc: who stays\ntarget: 3"
    process = PROCESS.replace("Stay", title)
    assert codes({title: outcome, "Call": process}) == ["VG106"]


def test_of_two_slips_for_one_property_the_second_is_named_as_such() -> None:
    header = PROCESS.replace("cadence", "cadance") + "\ncadense: weekly"
    first, second = findings(BOTH | {"Call": header})
    assert [first.code, second.code] == ["VG308", "VG106"]
    assert not first.fixable
    assert not second.fixable


@pytest.mark.parametrize(
    ("rules", "code"),
    [
        (RuleSettings(ignore=("VG308",)), "VG106"),
        (RuleSettings(ignore=("VG106",)), "VG308"),
        (RuleSettings(select=("VG106",)), "VG106"),
        (RuleSettings(select=("VG308",)), "VG308"),
        (RuleSettings(severity={"VG308": Severity.INFO}), "VG106"),
    ],
)
def test_of_the_checks_that_speak_the_graver_one_names_the_slip(rules: RuleSettings, code: str) -> None:
    assert [one.code for one in with_slip("cadence", "cadance", Config(rules=rules))][:1] == [code]


# What was meant to lead to an outcome.


@pytest.mark.parametrize(
    ("process", "others", "code"),
    [
        (PROCESS.replace("[[Stay]]", "[[Saty]]"), {}, "VG202"),
        (PROCESS.replace("process", "proces"), {}, "VG108"),
        (PROCESS.replace('type: process\noutcome: "[[Stay]]"', "type: proces\noutcome: Stay"), {}, "VG108"),
        (PROCESS.replace('outcome: "[[Stay]]"', "serves: [Stay]").replace("process", "proces"), {}, "VG108"),
        (PROCESS.replace("outcome", "outcom"), {}, "VG201"),
        (f"{PROCESS}\ncadence: weekly", {}, "VG102"),
        (
            PROCESS.replace("Stay", "Signs"),
            {"Signs": 'type: indicator\nmetric: m\nstatus: dropped\noutcome: "[[Stay]]"'},
            "VG206",
        ),
        (
            PROCESS.replace("Stay", "Singss"),
            {"Signs": 'type: indicator\nmetric: m\noutcome: "[[Stay]]"'},
            "VG202",
        ),
    ],
)
def test_an_outcome_that_was_evidently_meant_is_no_wish(
    process: str, others: dict[str, str], code: str
) -> None:
    assert codes(BOTH | {"Call": process} | others) == [code]


@pytest.mark.parametrize(
    ("process", "found"),
    [
        (PROCESS.replace("[[Stay]]", "[[Elsewhere]]"), ["VG202", "VG401"]),
        (PROCESS.replace("[[Stay]]", "[[Saty]]") + "\nstatus: draft", ["VG202", "VG401"]),
        (PROCESS.replace("outcome", "outcom").replace("Stay", "Else"), ["VG201", "VG401"]),
        (PROCESS.replace('"[[Stay]]"', "").replace("process", "proces"), ["VG108", "VG401"]),
    ],
)
def test_an_outcome_that_nothing_was_meant_for_is_still_a_wish(process: str, found: list[str]) -> None:
    assert codes(BOTH | {"Call": process}) == found


# Check-ins that lead to no goal.


@pytest.mark.parametrize(
    ("goal", "hint"),
    [
        ("goal:", 'add `goal: "[[…]]"` with the goal that it is about'),
        ('goal: "[[Saty]]"', 'did you mean "[[Stay]]"?'),
        ('goal: "[[Elsewhere]]"', "link to a goal that is there, or write that note"),
        ('goal: "[[Home]]"', "link to the goal that it is about"),
    ],
)
def test_a_check_in_without_a_goal_is_told_what_its_own_fault_asks_for(goal: str, hint: str) -> None:
    note = f"type: checkin\n{goal}\ndate: 2026-11-18\nvalue: 81"
    (finding,) = findings(BOTH | {"Home": "tags: [home]", "Note": note})
    assert (finding.code, finding.hint) == ("VG501", hint)
