"""What the checks say about actions, and when they leave them alone."""

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
LEVER = 'type: lever\noutcome: "[[Stay]]"'


def note(properties: str, body: str = "") -> str:
    return f"---\n{properties}\n---\n{body}\n"


def found(code: str, notes: dict[str, str], today: date = TODAY, config: Config = Config()) -> list[Finding]:
    config = replace(config, rules=RuleSettings(select=(code,)))
    read = [read_note(Source.of(f"{path}.md", text)) for path, text in notes.items()]
    return list(check(Vault.of(read, config), today=today))


def lines(code: str, body: str, properties: str = OUTCOME, today: date = TODAY) -> list[int]:
    """The lines of a goal's text, from 1, in which the rule finds something."""
    text = note(properties, body)
    above = len(properties.split("\n")) + 2
    source = Source.of("Stay.md", text)
    findings = found(code, {"Stay": text}, today)
    return [source.position(finding.span.start).line - above for finding in findings]


# Overdue.


@pytest.mark.parametrize(
    ("task", "overdue"),
    [
        ("- [ ] Call 📅 2026-11-19", True),
        ("- [ ] Call 📅 2026-11-20", False),
        ("- [ ] Call [due:: 2026-11-19]", True),
        ("- [/] Call 📅 2026-11-19", True),
        ("- [x] Call 📅 2026-11-19 ✅ 2026-11-20", False),
        ("- [-] Call 📅 2026-11-19", False),
        ("- [>] Call 📅 2026-11-19", False),
        ("- [ ] Call ⏳ 2026-11-01", False),
        ("- [ ] Call 🛫 2026-11-01", False),
        ("- Call 📅 2026-11-19", False),
        ("```\n- [ ] Call 📅 2026-11-19\n```", False),
        ("## Check-ins\n\n- [ ] Call 📅 2026-11-19", False),
    ],
)
def test_an_open_action_is_overdue_from_the_day_after(task: str, *, overdue: bool) -> None:
    assert bool(lines("VG408", task)) is overdue


@pytest.mark.parametrize(("status", "speaks"), [("paused", True), ("draft", False), ("done", False)])
def test_actions_of_closed_goals_and_drafts_are_nobody_s_business(status: str, *, speaks: bool) -> None:
    properties = f"{OUTCOME}\nstatus: {status}"
    for code, task in (("VG407", "- [ ] Call"), ("VG408", "- [ ] Call 📅 2026-11-19")):
        assert bool(lines(code, task, properties)) is speaks


def test_an_action_in_another_note_is_said_there_about_its_goal() -> None:
    notes = {"Stay": note(OUTCOME), "Daily/2026-11-02": "- [ ] [[Stay]] Call Eva 📅 2026-11-03\n"}
    (finding,) = found("VG408", notes)
    assert (finding.path, finding.about) == ("Daily/2026-11-02.md", ("Stay.md",))
    assert finding.message == "“Call Eva” was due on 2026-11-03"


def test_an_action_for_two_goals_is_said_once() -> None:
    notes = {
        "Stay": note(OUTCOME),
        "Call": note(PROCESS),
        "Plan": "- [ ] [[Stay]] Call Eva [[Call]] 📅 2026-11-03\n",
    }
    (finding,) = found("VG408", notes)
    assert finding.about == ("Call.md", "Stay.md")


def test_an_action_of_a_closed_goal_and_an_open_one_is_said_about_the_open_one() -> None:
    notes = {
        "Stay": note(OUTCOME),
        "Old": note(f"{OUTCOME}\nstatus: done"),
        "Plan": "- [ ] [[Stay]] Call Eva [[Old]] 📅 2026-11-03\n",
    }
    (finding,) = found("VG408", notes)
    assert finding.about == ("Stay.md",)


def test_a_task_that_only_mentions_a_goal_is_no_action_of_it() -> None:
    notes = {"Stay": note(OUTCOME), "Plan": "- [ ] Ask whether [[Stay]] is right 📅 2026-11-03\n"}
    assert found("VG408", notes) == []


# Without a day, an owner, or an end.


@pytest.mark.parametrize(
    ("task", "speaks"),
    [
        ("- [ ] Call", True),
        ("- [ ] Call ➕ 2026-11-01", True),
        ("- [ ] Call 📅 2026-12-01", False),
        ("- [ ] Call ⏳ 2026-12-01", False),
        ("- [ ] Call [scheduled:: 2026-12-01]", False),
        ("- [ ] Call 📅 2026-02-30", False),
        ("- [x] Call", False),
    ],
)
def test_an_open_action_wants_a_day(task: str, *, speaks: bool) -> None:
    assert bool(lines("VG407", task)) is speaks


def test_a_daily_note_s_task_has_that_day() -> None:
    task = "- [ ] Call Eva [[Stay]]\n"
    notes = {"Stay": note(OUTCOME), "2026-11-20": task, "Meeting": task}
    assert [finding.path for finding in found("VG407", notes)] == ["Meeting.md"]


STEPS = "- [ ] Move @ana 📅 2026-12-01\n    - [ ] pack\n        - [ ] kitchen\n    - [ ] carry\n- [ ] Rest"


@pytest.mark.parametrize("code", ["VG406", "VG407", "VG416"])
def test_the_steps_of_an_action_are_part_of_it(code: str) -> None:
    assert lines(code, STEPS, f"{OUTCOME}\nowner: Ben") == [5]


def test_a_step_with_a_day_of_its_own_can_be_overdue() -> None:
    assert lines("VG408", "- [ ] Move 📅 2026-12-01\n    - [ ] pack 📅 2026-11-03") == [2]


def test_what_stands_below_a_task_that_is_no_action_is_no_step() -> None:
    notes = {"Stay": note(OUTCOME), "Plan": "- [ ] Today\n    - [ ] Call Eva [[Stay]]\n"}
    assert len(found("VG407", notes)) == 1


@pytest.mark.parametrize(
    ("task", "speaks"),
    [
        ("- [ ] Call", True),
        ("- [ ] Call @ben", False),
        ("- [ ] Call [owner:: Ben]", False),
        ("- [ ] Call, asks [[Ana]]", False),
        ("- [x] Call", False),
    ],
)
def test_who_owns_the_goal_does_not_own_the_action(task: str, *, speaks: bool) -> None:
    assert bool(lines("VG406", task, f"{OUTCOME}\nowner: Ana")) is speaks


@pytest.mark.parametrize(
    ("task", "speaks"),
    [
        ("- [ ] Call", True),
        ("- [ ] Call [success:: she has answered]", False),
        ("- [ ] Call (Success:: she has answered)", False),
        ("- [ ] Call [success:: ]", True),
        ("- [ ] Call\n    - she has answered", False),
        ("- [ ] Call\n    - [ ] she has answered", False),
        ("- [x] Call", False),
    ],
)
def test_acceptance_is_a_field_or_an_item_below(task: str, *, speaks: bool) -> None:
    assert bool(lines("VG416", task)) is speaks


def test_acceptance_is_asked_for_only_on_request() -> None:
    read = read_note(Source.of("Stay.md", note(OUTCOME, "- [ ] Call 📅 2026-12-01")))
    for select in ((), ("VG4",), ("VG",)):
        vault = Vault.of([read], Config(rules=RuleSettings(select=select)))
        assert "VG416" not in {finding.code for finding in check(vault, today=TODAY)}


# Too few, too many, too old.


@pytest.mark.parametrize(
    "notes",
    [
        {"Stay": note(OUTCOME, "- [ ] Call")},
        {"Stay": note(OUTCOME, "- [x] Call")},
        {"Stay": note(OUTCOME), "Idea": note(LEVER, "- [ ] Draw it")},
        {"Stay": note(OUTCOME), "Call": note(PROCESS), "2026-11-20": "- [x] Eva [[Call]]"},
        {"Stay": note(OUTCOME), "Plan": "- [ ] [[Stay]] Call"},
    ],
)
def test_what_is_done_for_an_outcome_may_stand_anywhere_below_it(notes: dict[str, str]) -> None:
    assert found("VG404", notes) == []


@pytest.mark.parametrize(
    "notes",
    [
        {"Stay": note(OUTCOME)},
        {"Stay": note(OUTCOME, "- [-] Call")},
        {"Stay": note(OUTCOME, "- Call")},
        {"Stay": note(OUTCOME), "Idea": note(f"{LEVER}\nstatus: dropped", "- [ ] Draw it")},
        {"Stay": note(OUTCOME), "Other": note(PROCESS.replace("Stay", "Else"), "- [ ] Draw it")},
    ],
)
def test_an_outcome_for_which_nothing_is_to_be_done_is_named(notes: dict[str, str]) -> None:
    assert [finding.path for finding in found("VG404", notes)] == ["Stay.md"]


def test_open_actions_are_counted_over_all_that_leads_to_an_outcome() -> None:
    own, below = "- [ ] Call\n" * 8, "- [ ] Draw\n" * 8
    notes = {"Stay": note(OUTCOME, own), "Idea": note(LEVER, below)}
    (finding,) = found("VG405", notes)
    assert finding.message == "16 actions are open for “Stay”, more than 15"
    assert found("VG405", notes, config=Config(limits=Limits(open_actions=16))) == []


@pytest.mark.parametrize(
    "body",
    [
        "- [ ] Call\n" * 15,
        "- [x] Call\n" * 40,
        "- [ ] Move\n" + "    - [ ] pack a box\n" * 40,
        "## Check-ins\n\n" + "- [ ] Call\n" * 40,
    ],
)
def test_what_is_done_and_the_steps_of_an_action_make_no_list_long(body: str) -> None:
    assert lines("VG405", body) == []


@pytest.mark.parametrize(
    ("tasks", "speaks"),
    [
        ("- [x] Call ✅ 2026-11-15", True),
        ("- [x] Call ➕ 2026-11-01 ✅ 2026-11-18", True),
        ("- [ ] Call ➕ 2026-11-15", True),
        ("- [x] Call ➕ 2026-11-16 ✅ 2026-11-16", False),
        ("- [x] Call ✅ 2026-11-15\n- [x] Write", False),
        ("- [x] Call ✅ 2026-11-15\n- [ ] Write ➕ 2026-11-17", False),
        ("- [ ] Call 📅 2026-11-10", False),
        ("", False),
    ],
)
def test_an_outcome_all_of_whose_actions_are_older_was_made_to_fit(tasks: str, *, speaks: bool) -> None:
    assert bool(lines("VG414", tasks)) is speaks


def test_planning_ahead_of_the_start_is_no_sign_of_that() -> None:
    task = "- [ ] Call ➕ 2026-11-10"
    assert lines("VG414", task, today=date(2026, 11, 15)) == []
    assert lines("VG414", task, OUTCOME.replace("start: 2026-11-16\n", "")) == []


def test_newer_work_below_an_outcome_counts_as_well() -> None:
    notes = {
        "Stay": note(OUTCOME, "- [x] Call ✅ 2026-11-02"),
        "Idea": note(LEVER, "- [ ] Draw it ➕ 2026-11-18"),
    }
    assert found("VG414", notes) == []
