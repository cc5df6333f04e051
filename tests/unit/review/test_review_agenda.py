"""What there is to do on a day, whose it is, and why."""

from collections.abc import Mapping
from datetime import date

import pytest

from vaultgoals.core.period import Calendar
from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note
from vaultgoals.review.agenda import Agenda, agenda, owners_of
from vaultgoals.review.overview import Overview
from vaultgoals.review.text import plain
from vaultgoals.review.to_do import Ask
from vaultgoals.review.today import plan_of_day

TODAY = date(2026, 11, 20)
READ = "## Check-ins\n\n- 2026-10-16: 6.3\n- 2026-11-18: 6.4\n"
PLAN = "baseline: 6\ntarget: 8\nstart: 2026-09-28\ndue: 2026-12-20"


def outcome(more: str = "", body: str = "", log: str = READ) -> str:
    return f"---\ntype: outcome\n{PLAN}\n{more}\n---\n{body}\n{log}"


def process(more: str, log: str = "") -> str:
    return f"---\ntype: process\noutcome: '[[Trials]]'\nstart: 2026-09-28\n{more}\n---\n{log}"


def vault_of(notes: Mapping[str, str]) -> Vault:
    return Vault.of(read_note(Source.of(f"{name}.md", text)) for name, text in notes.items())


def due(notes: Mapping[str, str], owner: str | None = None, *, today: date = TODAY) -> Agenda:
    return agenda(vault_of(notes), today=today, owner=owner)


def told(found: Agenda) -> list[tuple[Ask, str, str]]:
    return [(one.ask, one.goal.title, plain(one.what)) for one in found.items]


def test_actions_come_by_their_day_and_only_those_that_are_due() -> None:
    tasks = "- [ ] Today 📅 2026-11-20\n- [ ] Late 📅 2026-11-03\n- [ ] Soon 📅 2026-11-21\n- [ ] One day\n"
    found = due({"Trials": outcome(body=f"\n{tasks}")})
    assert told(found) == [(Ask.ACTION, "Trials", "Late"), (Ask.ACTION, "Trials", "Today")]
    assert [(one.late, one.line) for one in found.items] == [(True, 11), (False, 10)]


def test_an_action_for_two_goals_is_told_once() -> None:
    notes = {
        "Trials": outcome(),
        "Other": outcome(),
        "Daily": "- [ ] [[Trials]] Write to Acme [[Other]] 📅 2026-11-20\n",
    }
    (one,) = due(notes).items
    assert (one.path, plain(one.what)) == ("Daily.md", "Write to Acme")


@pytest.mark.parametrize(
    ("properties", "log", "why"),
    [
        ("because: it shows the value.", "", "You wrote: “it shows the value.”"),
        ("because: it helps\nif-then: If it rains, inside.", "", "You said: “If it rains, inside.”"),
        (
            "because: it helps\nif-then: If it rains, inside.",
            "".join(f"- 2026-{day}: 3\n" for day in ("10-21", "10-28", "11-04", "11-11")),
            "You wrote: “it helps”",
        ),
        ("if-then: If it rains, inside.", "", "You said: “If it rains, inside.”"),
        ("", "", "off track, no recent reading"),
    ],
)
def test_the_why_of_a_process_goal_is_theirs_or_the_verdict(properties: str, log: str, why: str) -> None:
    log = f"## Check-ins\n\n{log}"
    found = due({"Trials": outcome(), "Calls": process(f"cadence: 3 per week\n{properties}", log)})
    assert [plain(one.why) for one in found.items if one.ask is Ask.PROCESS] == [why]


def test_a_reading_that_is_overdue_comes_before_one_that_is_due_soon() -> None:
    notes = {
        "Soon": outcome(log="## Check-ins\n\n- 2026-11-12: 7\n"),
        "Late": outcome(log="## Check-ins\n\n- 2026-10-16: 7\n"),
        "Fresh": outcome(log="## Check-ins\n\n- 2026-11-18: 7\n"),
    }
    found = due(notes)
    assert told(found) == [
        (Ask.READING, "Late", "last read 16 Oct"),
        (Ask.READING, "Soon", "last read 12 Nov"),
    ]
    assert [(one.late, str(one.by)) for one in found.items] == [(True, "2026-11-15"), (False, "2026-11-22")]


def test_what_has_passed_its_day_asks_for_a_decision() -> None:
    found = due({"Old": outcome("due: 2026-11-01").replace("due: 2026-12-20\n", "")})
    assert told(found) == [(Ask.DECISION, "Old", "decide on a new day for it, or close it")]


def test_an_exploration_near_its_end_and_an_experiment_past_its_own_ask_for_a_decision() -> None:
    lever = "---\ntype: lever\noutcome: '[[Trials]]'\nexperiment: true\ntimebox: 2026-11-15\n---\n"
    found = due(
        {
            "Trials": outcome(),
            "Page": lever,
            "Posts": "---\ntype: process\nexploratory: true\nuntil: 2026-11-25\ncadence: 1 per month\n---\n",
        }
    )
    assert [
        (one.goal.title, plain(one.what), one.late) for one in found.items if one.ask is Ask.DECISION
    ] == [
        ("Page", "write down what came of it", True),
        ("Posts", "decide what it leads to, or drop it", False),
    ]


def test_what_a_check_in_says_is_in_the_way_is_told_with_its_day() -> None:
    blocker = "---\ntype: checkin\ngoal: Calls\ndate: 2026-11-18\nvalue: 0\nblocked: no list of names\n---\n"
    notes = {"Trials": outcome(), "Calls": process("cadence: 3 per week"), "C": blocker}
    (one,) = [one for one in due(notes).items if one.ask is Ask.BLOCKER]
    assert (one.goal.title, "no list of names" in plain(one.what)) == ("Calls", True)


def test_nothing_paused_asks_for_anything() -> None:
    notes = {"Trials": outcome("status: paused"), "Calls": process("cadence: daily\nstatus: paused")}
    assert due(notes) == Agenda(today=TODAY, items=())


# Whose it is.

TEAM = {
    "Trials": outcome("owner: Ana", body="\n- [ ] Ours 📅 2026-11-20\n- [ ] Bens @ben 📅 2026-11-20\n"),
    "Calls": process('cadence: daily\nowner: "[[Ben]]"'),
    "Mails": process("cadence: daily"),
}


@pytest.mark.parametrize(
    ("owner", "names"),
    [("Ana", ["Ours", "Mails"]), ("ben", ["Bens", "Calls"]), (None, ["Ours", "Bens", "Calls", "Mails"])],
)
def test_an_action_is_its_own_owners_else_the_goals_and_that_the_outcomes(
    owner: str | None, names: list[str]
) -> None:
    found = due(TEAM, owner)
    shown = [plain(one.what).split(" @")[0] if one.line else one.goal.title for one in found.items]
    assert shown == names


def test_owners_are_named_once_however_they_are_written() -> None:
    assert owners_of(vault_of(TEAM)) == ("Ana", "Ben")


# When there is nothing.


def test_where_nothing_is_due_the_next_thing_is_named_with_its_day() -> None:
    found = due({"Trials": outcome(), "Mails": process("cadence: weekdays")}, today=date(2026, 11, 21))
    assert found.items == ()
    assert found.upcoming is not None
    assert (found.upcoming.goal.title, found.then) == ("Mails", date(2026, 11, 23))


def test_a_goal_that_ends_before_anything_is_due_is_not_waited_for() -> None:
    assert due({"Plain": "Only words.\n"}) == Agenda(today=TODAY, items=())


def test_the_agenda_asks_for_what_the_plan_of_the_day_asks_for() -> None:
    tasks = "\n- [ ] Late 📅 2026-11-03\n- [ ] Soon 📅 2026-11-27\n"
    notes = {"Trials": outcome(body=tasks), "Calls": process("cadence: daily"), "Rest": process("")}
    vault = vault_of(notes)
    plan = plan_of_day(Overview.of(vault, asof=TODAY, today=TODAY), Calendar().day_of(TODAY))
    asked = [one for one in agenda(vault, today=TODAY).items if one.ask is Ask.PROCESS]
    actions = [one for one in agenda(vault, today=TODAY).items if one.ask is Ask.ACTION]
    assert [f"{one.goal.title}: {plain(one.what)}" for one in asked] == [plain(a) for a in plan.asks.shown]
    assert [plain(one.what) for one in actions] == [plain(step.what) for step in plan.steps] == ["Late"]


def test_an_owner_is_spelt_as_goals_spell_them() -> None:
    notes = {"Trials": outcome("owner: Ben", body="\n- [ ] Call @ben 📅 2026-11-12\n")}
    assert [one.owners for one in due(notes).items] == [("Ben",)]


def test_what_may_not_be_done_at_all_is_none() -> None:
    found = due({"Trials": outcome(), "Coffee": process("cadence: at most 0 per day")})
    assert [what for *_, what in told(found)] == ["none today"]
