"""VG112 and VG212: notes that look like goals, and goals that share a name."""

from datetime import date

import pytest

from vaultgoals.core.config import Config
from vaultgoals.core.finding import Finding, Severity
from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note
from vaultgoals.rules import check

TODAY = date(2026, 11, 20)


def found(code: str, notes: dict[str, str], config: Config = Config()) -> list[Finding]:
    sources = (Source.of(path, f"---\n{text}\n---\n") for path, text in notes.items())
    vault = Vault.of(map(read_note, sources), config)
    return [finding for finding in check(vault, today=TODAY) if finding.code == code]


# VG112 looks-like-a-goal


@pytest.mark.parametrize(
    ("properties", "message", "hint"),
    [
        ("cadence: daily\nbecause: so", "`cadence` and `because`", "add `type: process`"),
        ('outcome: "[[A]]"\nbecause: so\ncadence: daily', "`outcome`, `because` and `cadence`", "process"),
        ("metric: people\ntarget: 8", "`metric` and `target`", "add `type: outcome`"),
        ("Target: 8\nbaseline: 6", "`target` and `baseline`", "add `type: outcome`"),
        ('outcome: "[[A]]"\ntarget: 8', "`outcome` and `target`", "`type: indicator` or `type: output`"),
        ("type:\ntarget: 8\nbaseline: 6", "`target` and `baseline`", "add `type: outcome`"),
        ("target: 8\nbaseline: 0", "`target` and `baseline`", "add `type: outcome`"),
    ],
)
def test_a_note_with_two_properties_of_a_goal_and_no_type_looks_like_one(
    properties: str, message: str, hint: str
) -> None:
    (finding,) = found("VG112", {"Note.md": properties})
    assert finding.severity is Severity.INFO
    assert message in finding.message
    assert hint in finding.hint


def test_it_is_said_at_the_first_of_these_properties() -> None:
    (finding,) = found("VG112", {"Note.md": "aliases: [a]\nmetric: people\ntarget: 8"})
    assert finding.span.start == len("---\naliases: [a]\n")


@pytest.mark.parametrize("properties", ["type: goal", "type: Goal\ntags: [x]", "type: [goal]\ntarget: 3"])
def test_goal_is_no_kind(properties: str) -> None:
    (finding,) = found("VG112", {"Note.md": properties})
    assert "does not say what kind" in finding.message
    assert "`goal = false` below `[types]`" in finding.hint


@pytest.mark.parametrize(
    "properties",
    [
        "target: 8",
        "outcome: accepted",
        "target: 8\nmetric:",
        'target: ""\nmetric: []',
        "why: so\nfrequency: daily\nmeasure: x",
        "target: {{target}}\nmetric: {{metric}}",
        'target: "{{target}}"\nmetric: "<% tp.file.cursor() %>"',
        'outcome: "[[{{outcome}}]]"\ncadence: "{{cadence}}"',
        "type: meeting\noutcome: agreed\nbecause: it is cheap",
        "type: goals\ntarget: 8\nmetric: x",
        "type: [meeting, goal]\ntarget: 8\nmetric: x",
        "type: goal-review\ntarget: 8\nmetric: x",
        "type: proces\ncadence: daily\nbecause: so",
        "target: a: b\nmetric: x",
    ],
)
def test_what_is_somebody_else_s_or_not_filled_in_is_left_alone(properties: str) -> None:
    assert found("VG112", {"Note.md": properties}) == []


def test_a_daily_note_and_a_syncer_s_copy_are_no_goals() -> None:
    properties = "target: 8\nbaseline: 6"
    assert found("VG112", {"2026-11-20.md": properties, "2026-W47.md": properties}) == []
    assert found("VG112", {"A.sync-conflict-20261120-143000-ABCDEFG.md": properties}) == []


@pytest.mark.parametrize(
    ("types", "spoken"),
    [
        ({}, True),
        ({"goal": None}, False),
        ({"Goal": "outcome"}, False),
        ({"Ideas/": None}, False),
        ({"#idea": None}, False),
        ({"#idea": "lever"}, False),
        ({"Notes/": None}, True),
    ],
)
def test_what_the_vault_says_of_a_type_a_tag_or_a_folder_holds(
    types: dict[str, str | None], *, spoken: bool
) -> None:
    notes = {"Ideas/A.md": "type: goal\ntags: [idea]"}
    assert bool(found("VG112", notes, Config(types=types))) is spoken


def test_the_vault_s_own_names_of_properties_count() -> None:
    config = Config(properties={"Ziel": "target", "Messgröße": "metric"})
    assert found("VG112", {"A.md": "Ziel: 8\nMessgröße: Kunden"}) == []
    (finding,) = found("VG112", {"A.md": "Ziel: 8\nMessgröße: Kunden"}, config)
    assert "`target` and `metric`" in finding.message


# VG212 duplicate-goal-name


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"A/Run.md": ""}, {"B/Run.md": ""}),
        ({"A/Run.md": ""}, {"B/run.md": ""}),
        ({"A/Run.md": ""}, {"B/🏃 Run.md": ""}),
        ({"A/Long run.md": ""}, {"B/Long-run.md": ""}),
        ({"A/Run.md": ""}, {"B/Jog.md": "aliases: [Run]"}),
        ({"A/Run.md": "aliases: jog"}, {"B/Jog.md": ""}),
        ({"A/Run.md": "aliases: [5k, out]"}, {"B/Jog.md": "aliases: [up, out]"}),
        ({"A/Run.md": "status: paused"}, {"B/Run.md": ""}),
    ],
)
def test_a_title_or_alias_of_two_goals_is_said_at_the_later_one(
    first: dict[str, str], second: dict[str, str]
) -> None:
    notes = {path: f"type: objective\n{text}" for path, text in (first | second).items()}
    (finding,) = found("VG212", notes)
    assert finding.path in second
    assert f"“{next(iter(first))}”" in finding.message


def test_a_shared_alias_is_said_where_it_stands_and_a_title_at_the_type() -> None:
    alias = {"A.md": "type: objective\naliases: [x]", "B.md": "type: objective\naliases: [y, X]"}
    (finding,) = found("VG212", alias)
    assert Source.of("B.md", f"---\n{alias['B.md']}\n---\n").cut(finding.span) == "X"
    (finding,) = found("VG212", {"A/A.md": "type: objective", "B/A.md": "due: 2027-01-01\ntype: objective"})
    assert finding.span.start == len("---\ndue: 2027-01-01\n")


def test_of_several_shared_names_one_is_said() -> None:
    notes = {f"{folder}/Run.md": "type: objective\naliases: [jog, 5k]" for folder in "AB"}
    (finding,) = found("VG212", notes)
    assert finding.message == "“Run” is also a name of the goal “A/Run.md”"


def test_three_goals_of_one_name_are_two_findings() -> None:
    notes = {f"{folder}/Run.md": "type: objective" for folder in "ABC"}
    assert [finding.path for finding in found("VG212", notes)] == ["B/Run.md", "C/Run.md"]


@pytest.mark.parametrize(
    "other",
    [
        {"B/Run.md": "type: objective\nstatus: done"},
        {"B/Run.md": "type: objective\nstatus: dropped"},
        {"B/Run.md": "type: objective\nstatus: draft"},
        {"B/Run.md": "type: recipe"},
        {"B/Run.md": "type: checkin\ngoal: Run\ndate: 2026-11-18\nvalue: 1"},
        {"A/Run.sync-conflict-20261120-143000-ABCDEFG.md": "type: objective"},
        {"B/Jog.md": "type: checkin\ngoal: Run\ndate: 2026-11-18\naliases: [Run]"},
        {"B/Runs.md": "type: objective"},
    ],
)
def test_last_year_s_goal_and_other_notes_may_have_the_same_name(other: dict[str, str]) -> None:
    assert found("VG212", {"A/Run.md": "type: objective", **other}) == []


def test_a_goal_may_have_its_own_title_as_an_alias() -> None:
    assert found("VG212", {"Run.md": "type: objective\naliases: [Run, run, 🏃 Run]"}) == []


CALLS = "type: process\ncadence: daily\nfield: calls"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (CALLS, CALLS),
        (CALLS, "type: outcome\nfield: Calls"),
        ("type: process\naliases: [calls]", CALLS),
        (f"{CALLS}\nstart: 2026-10-01", f"{CALLS}\ndue: 2026-10-01"),
    ],
)
def test_a_field_of_two_goals_that_run_together_is_shared(first: str, second: str) -> None:
    (finding,) = found("VG212", {"A.md": first, "B.md": second})
    assert (finding.path, finding.hint) == ("B.md", "give one of the two another `field`")
    assert finding.message.lower() == "“calls” is also a name of the goal “a.md”"
    assert f"---\n{second}"[finding.span.start : finding.span.end].lower() == "calls"


def test_a_copied_goal_is_told_by_the_field_that_it_still_shares() -> None:
    copied = {"Calls again.md": CALLS, "Calls.md": CALLS}
    (finding,) = found("VG212", copied)
    assert (finding.path, finding.hint) == ("Calls.md", "give one of the two another `field`")
    (finding,) = found("VG212", {"Calls.md": CALLS, "Private/Calls.md": CALLS})
    assert finding.hint == "give one of the two another title"
    (finding,) = found("VG212", {"A.md": CALLS, "Calls.md": "type: process\ncadence: daily"})
    assert (finding.path, finding.hint) == ("Calls.md", "give one of the two another name")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (f"{CALLS}\ndue: 2026-09-30", f"{CALLS}\nstart: 2026-10-01"),
        (CALLS, f"{CALLS}\nstatus: done"),
        (CALLS, "type: process\ncadence: daily\nfield: other"),
    ],
)
def test_a_field_may_pass_from_one_goal_to_the_next(first: str, second: str) -> None:
    assert found("VG212", {"A.md": first, "B.md": second}) == []


def test_a_goal_whose_field_is_its_title_shares_it_with_nobody() -> None:
    assert found("VG212", {"Calls.md": CALLS}) == []
