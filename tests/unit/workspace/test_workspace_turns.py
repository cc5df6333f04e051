"""The turns of a goal's life: what each writes, what it refuses, and when there is nothing to do."""

from datetime import date

import pytest

from vaultgoals.core.config import Config
from vaultgoals.core.goal import Goal
from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.errors import Unwritten, UsageError
from vaultgoals.markdown import read_note
from vaultgoals.workspace.rests import pause, resume
from vaultgoals.workspace.turns import Turn, finish, promote, refuse_unpromotable

TODAY = date(2026, 11, 20)
LATER = date(2026, 12, 4)
WISH = "---\ntype: outcome\n---\n"


def goal_of(header: str, config: Config = Config()) -> tuple[Vault, Goal]:
    do = read_note(Source.of("Do.md", f"---\n{header}---\nbody\n"))
    vault = Vault.of([do, read_note(Source.of("Wish.md", WISH))], config)
    return vault, vault.goals["Do.md"]


def header_of(turn: Turn) -> str:
    assert turn.plan
    text = turn.plan.text
    assert text.endswith("---\nbody\n")
    return text.removeprefix("---\n").removesuffix("---\nbody\n")


def test_a_goal_that_is_done_says_since_when() -> None:
    vault, goal = goal_of("type: process\nstatus: active\n")
    assert header_of(finish(vault, goal, TODAY)) == "type: process\nstatus: done\nclosed: 2026-11-20\n"


def test_a_goal_that_was_done_gets_its_day_and_then_there_is_nothing_to_do() -> None:
    vault, goal = goal_of("type: process\nstatus: completed\n")
    assert header_of(finish(vault, goal, TODAY)) == "type: process\nstatus: completed\nclosed: 2026-11-20\n"
    vault, goal = goal_of("type: process\nstatus: done\nclosed: 2026-11-01\n")
    assert finish(vault, goal, TODAY) == Turn(asis="“Do” is done already, since 2026-11-01.")


def test_an_experiment_has_a_result_and_nothing_else_has_one() -> None:
    vault, goal = goal_of("type: lever\nexperiment: true\n")
    written = header_of(finish(vault, goal, TODAY, "did-not: too few"))
    assert written.endswith('status: done\nclosed: 2026-11-20\nresult: "did-not: too few"\n')
    with pytest.raises(UsageError, match="does not begin with what came of it"):
        finish(vault, goal, TODAY, "perhaps")
    vault, goal = goal_of("type: process\n")
    with pytest.raises(UsageError, match="only a lever"):
        finish(vault, goal, TODAY, "worked")


@pytest.mark.parametrize(
    ("header", "first", "last", "expected"),
    [
        ("type: process\n", None, None, "type: process\nstatus: paused\n"),
        ("type: process\n", None, LATER, "type: process\npauses:\n  - 2026-11-20..2026-12-04\n"),
        ("type: process\n", LATER, LATER, 'type: process\npauses:\n  - "2026-12-04"\n'),
        (
            "type: process\nstatus: active\n",
            date(2026, 11, 18),
            None,
            "type: process\nstatus: paused\npauses:\n  - 2026-11-18..2026-11-20\n",
        ),
        (
            "type: process\npauses: [2026-08-01]\n",
            None,
            LATER,
            "type: process\npauses: [2026-08-01, 2026-11-20..2026-12-04]\n",
        ),
    ],
)
def test_a_rest_is_a_status_or_days(
    header: str, first: date | None, last: date | None, expected: str
) -> None:
    vault, goal = goal_of(header)
    assert header_of(pause(vault, goal, TODAY, first=first, last=last, why=None)) == expected


def test_a_rest_that_is_known_is_nothing_to_do() -> None:
    vault, goal = goal_of("type: process\nstatus: paused\npauses: [2026-11-01..2026-12-31]\n")
    assert pause(vault, goal, TODAY, first=None, last=None, why=None).plan is None
    vault, goal = goal_of("type: process\npauses: [2026-11-01..2026-12-31]\npause-why: x\n")
    assert pause(vault, goal, TODAY, first=None, last=LATER, why="x").asis == "“Do” rests already."


def test_why_a_goal_rests_is_written_though_it_rests_already() -> None:
    vault, goal = goal_of("type: process\nstatus: paused\npause-why: sea\n")
    turn = pause(vault, goal, TODAY, first=None, last=None, why="Rome")
    assert header_of(turn) == "type: process\nstatus: paused\npause-why: Rome\n"


def test_a_rest_that_gets_an_end_is_no_status_any_more() -> None:
    vault, goal = goal_of("type: process\nstatus: paused\n")
    turn = pause(vault, goal, TODAY, first=None, last=LATER, why=None)
    assert header_of(turn) == "type: process\nstatus: active\npauses:\n  - 2026-11-20..2026-12-04\n"
    vault, goal = goal_of("type: process\nstatus: paused\n")
    ended = pause(vault, goal, TODAY, first=date(2026, 11, 2), last=date(2026, 11, 4), why=None)
    assert header_of(ended) == "type: process\nstatus: paused\npauses:\n  - 2026-11-02..2026-11-04\n"


@pytest.mark.parametrize(
    ("pauses", "expected"),
    [
        ("pauses: [2026-11-18..2026-11-25]\n", 'pauses: ["2026-11-18..2026-12-04"]\n'),
        (
            "pauses:\n  - 2026-08-01\n  - 2026-12-01\n",
            'pauses:\n  - 2026-08-01\n  - "2026-11-20..2026-12-04"\n',
        ),
        ("pauses: 2026-11-18..2026-11-25\n", 'pauses: "2026-11-18..2026-12-04"\n'),
        ("pauses: [2026-11-19]\n", "pauses: [2026-11-19, 2026-11-20..2026-12-04]\n"),
    ],
)
def test_a_rest_that_shares_days_with_one_that_is_there_makes_it_longer(pauses: str, expected: str) -> None:
    vault, goal = goal_of(f"type: process\n{pauses}")
    turn = pause(vault, goal, TODAY, first=None, last=LATER, why=None)
    assert header_of(turn) == f"type: process\n{expected}"


def test_why_it_rests_stands_in_a_property_of_the_persons_own() -> None:
    vault, goal = goal_of("type: process\n")
    turn = pause(vault, goal, TODAY, first=None, last=None, why="Rome: at last")
    assert header_of(turn) == 'type: process\nstatus: paused\npause-why: "Rome: at last"\n'


@pytest.mark.parametrize(("first", "last"), [(LATER, None), (LATER, TODAY)])
def test_a_rest_without_an_end_or_with_one_before_its_beginning_is_refused(
    first: date, last: date | None
) -> None:
    vault, goal = goal_of("type: process\n")
    with pytest.raises(UsageError):
        pause(vault, goal, TODAY, first=first, last=last, why=None)


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("type: process\nstatus: paused # sea\n", "type: process\nstatus: active # sea\n"),
        ("type: process\nstatus: on-hold\n", "type: process\nstatus: active\n"),
        (
            "type: process\npauses:\n  - 2026-08-01\n  - 2026-11-18..2026-12-31\n",
            'type: process\npauses:\n  - 2026-08-01\n  - "2026-11-18..2026-11-19"\n',
        ),
        ("type: process\npauses: 2026-11-20..2026-12-31\n", "type: process\n"),
        (
            "type: process\npauses: 2026-11-18..2026-12-31\n",
            'type: process\npauses: "2026-11-18..2026-11-19"\n',
        ),
        (
            "type: process\npauses: [2026-08-01, 2026-11-20..2026-12-04]\n",
            "type: process\npauses: [2026-08-01]\n",
        ),
        ("type: process\npauses: [2026-11-20, 2026-12-24]\n", "type: process\npauses: [2026-12-24]\n"),
        (
            "type: process\npauses:\n  - 2026-11-18..2026-11-25\n  - 2026-11-19..2026-12-01\n",
            'type: process\npauses:\n  - "2026-11-18..2026-11-19"\n  - 2026-11-19\n',
        ),
    ],
)
def test_a_goal_that_is_taken_up_rests_no_longer(header: str, expected: str) -> None:
    vault, goal = goal_of(header)
    assert header_of(resume(vault, goal, TODAY, TODAY)) == expected


def test_a_goal_that_does_not_rest_is_left_and_a_status_knows_no_day_to_come() -> None:
    vault, goal = goal_of("type: process\n")
    assert resume(vault, goal, TODAY, TODAY).asis == "“Do” does not rest on 2026-11-20."
    vault, goal = goal_of("type: process\nstatus: paused\n")
    with pytest.raises(UsageError):
        resume(vault, goal, LATER, TODAY)


def test_where_it_is_not_certain_which_rest_ends_none_does() -> None:
    vault, goal = goal_of("type: process\npauses: [soon, 2026-11-18..2026-11-25]\n")
    with pytest.raises(Unwritten, match="cannot be changed with certainty"):
        resume(vault, goal, TODAY, TODAY)


def test_what_is_closed_neither_rests_nor_goes_on() -> None:
    vault, goal = goal_of("type: process\nstatus: done\n")
    with pytest.raises(UsageError, match="is done"):
        pause(vault, goal, TODAY, first=None, last=None, why=None)
    with pytest.raises(UsageError, match="is done"):
        resume(vault, goal, TODAY, TODAY)


def test_a_search_is_put_under_an_outcome() -> None:
    header = "type: process\nexploratory: true\nuntil: 2026-12-01 # or so\ncadence: daily\noutcome:\n"
    vault, goal = goal_of(header)
    refuse_unpromotable(goal)
    assert header_of(promote(vault, goal, vault.goals["Wish.md"], "they see")) == (
        'type: process\n# or so\ncadence: daily\noutcome: "[[Wish]]"\nbecause: they see\n'
    )


@pytest.mark.parametrize(
    ("header", "words"),
    [("type: process\n", "is no search"), ("type: lever\nexperiment: true\n", "is an experiment")],
)
def test_what_is_no_search_is_not_promoted(header: str, words: str) -> None:
    _, goal = goal_of(header)
    with pytest.raises(UsageError, match=words):
        refuse_unpromotable(goal)


def test_the_vaults_own_names_of_properties_are_written() -> None:
    config = Config(properties={"Stand": "status", "Ende": "closed"})
    vault, goal = goal_of("type: process\nSTAND: active\n", config)
    assert header_of(finish(vault, goal, TODAY)) == "type: process\nSTAND: done\nEnde: 2026-11-20\n"


def test_a_header_in_braces_is_left_and_the_person_is_told_what_to_write() -> None:
    vault, goal = goal_of("{type: process}\n")
    with pytest.raises(Unwritten) as told:
        finish(vault, goal, TODAY)
    assert told.value.hint == "Change `status` and `closed` by hand."
