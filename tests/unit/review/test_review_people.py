from collections.abc import Mapping
from datetime import date

import pytest

from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note
from vaultgoals.review.people import PersonReview, build_person
from vaultgoals.review.text import Text, plain

TODAY = date(2026, 11, 20)

PLAN = "baseline: 6\ntarget: 8\nstart: 2026-09-28\ndue: 2026-12-20"


def outcome(owner: str = "Ana", log: str = "2026-11-19: 7", body: str = "") -> str:
    return f"---\ntype: outcome\n{PLAN}\nowner: {owner}\n---\n{body}\n## Check-ins\n\n- {log}\n"


def process(owner: str = "", to: str = "Trials") -> str:
    return (
        f"---\ntype: process\noutcome: '[[{to}]]'\ncadence: weekly\nstart: 2026-09-28\nowner: {owner}\n---\n"
    )


def checkin(more: str, day: str = "2026-11-19") -> str:
    return f"---\ntype: checkin\ngoal: '[[Trials]]'\ndate: {day}\nvalue: 7\n{more}\n---\n"


def person(notes: Mapping[str, str], owner: str = "Ana") -> PersonReview:
    vault = Vault.of(read_note(Source.of(path, text)) for path, text in notes.items())
    return build_person(vault, owner, today=TODAY, findings=(), pages=frozenset())


def said(texts: tuple[Text, ...]) -> list[str]:
    return [plain(one) for one in texts]


def steps(page: PersonReview) -> list[str]:
    return [f"{step.when}: {plain(step.what)}" for step in page.next.steps]


def test_a_goal_without_owner_is_that_of_the_outcome_s_owner() -> None:
    notes = {"Trials.md": outcome(), "Calls.md": process(), "Mails.md": process("Ben")}
    assert said(person(notes).next.asks.shown) == ["Calls: 1 by Sunday"]
    assert said(person(notes, "ben").next.asks.shown) == ["Mails: 1 by Sunday"]


@pytest.mark.parametrize(
    ("owner", "expected"), [("Ana", ["Sat 21: Mine", "Sun 22: Hers @ana"]), ("Ben", ["Fri 20: His @ben"])]
)
def test_an_action_is_whose_it_names_and_else_the_goal_s_owner_s(owner: str, expected: list[str]) -> None:
    tasks = "- [ ] Mine 📅 2026-11-21\n- [ ] His @ben 📅 2026-11-20\n- [ ] Next week 📅 2026-11-23\n"
    notes = {
        "Trials.md": outcome(body=tasks),
        "Churn.md": outcome("Ben", body="- [ ] Hers @ana 📅 2026-11-22\n"),
    }
    assert steps(person(notes, owner)) == expected


def test_others_wait_for_whom_their_last_check_in_names() -> None:
    notes = {
        "Trials.md": outcome("Ben"),
        "Check-ins/a.md": checkin("blocked: waiting for Ana’s list\nby: Ben"),
    }
    assert said(person(notes).waiting) == ["Trials. On 19 Nov Ben wrote: “waiting for Ana’s list”"]
    assert person(notes, "Cleo").waiting == ()
    later = {**notes, "Check-ins/b.md": checkin("", day="2026-11-20")}
    assert person(later).waiting == ()


def test_a_name_inside_another_word_is_nobody_s() -> None:
    notes = {"Trials.md": outcome("Ben"), "Check-ins/a.md": checkin("blocked: Analysis is late")}
    assert person(notes).waiting == ()


def test_what_blocks_somebody_s_own_goal_is_theirs_to_clear() -> None:
    notes = {"Trials.md": outcome(), "Check-ins/a.md": checkin("blocked: no numbers")}
    assert steps(person(notes)) == ["Clear the way: Trials. On 19 Nov you wrote: “no numbers”"]


def test_only_what_somebody_owns_is_scored_on_their_page() -> None:
    notes = {"Trials.md": outcome(), "Churn.md": outcome("Ben"), "Calls.md": process("Ben")}
    page = person(notes)
    shown = [plain(line) for group in page.scorecard.groups for line in group.outcomes.shown]
    assert shown == ["◐ Trials: at risk, no recent reading · 7, plan 7, due 20 Dec"]
    assert page.outcomes == 1
    assert page.scorecard.doing.shown == ()


def test_whoever_owns_no_active_outcome_is_told_how_much_there_is_to_do() -> None:
    notes = {"Trials.md": outcome("Ben"), "Calls.md": process("Ana"), "Mails.md": process("Ana")}
    assert plain(person(notes).headline) == "2 things are to be done."
    assert plain(person({"Old.md": "---\ntype: objective\nowner: Ana\n---\n"}).headline) == "Nothing is due."
