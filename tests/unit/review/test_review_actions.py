"""Actions as steps: wherever a task stands, the step links to it there."""

from datetime import date

import pytest

from vaultgoals.core.period import Calendar
from vaultgoals.core.scorecard import Scorecard
from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note
from vaultgoals.review.steps import Step, actions_due
from vaultgoals.review.text import Mention

TODAY = date(2026, 11, 20)
WEEK = Calendar().week_of(TODAY)
GOALS = {
    "Trials.md": "---\ntype: outcome\ntarget: 8\n---\n",
    "Calls.md": '---\ntype: process\noutcome: "[[Trials]]"\ncadence: weekly\n---\n',
    "Old.md": '---\ntype: process\noutcome: "[[Trials]]"\nstatus: done\n---\n',
}


def steps(notes: dict[str, str]) -> list[Step]:
    texts = GOALS | {path: GOALS.get(path, "") + text for path, text in notes.items()}
    vault = Vault.of(read_note(Source.of(path, text)) for path, text in texts.items())
    card = Scorecard.of(vault, asof=TODAY, today=TODAY)
    return list(dict.fromkeys(actions_due(card, vault.goals.values(), WEEK)))


def only(notes: dict[str, str]) -> tuple[str, Mention]:
    (step,) = steps(notes)
    (mention,) = step.what
    assert isinstance(mention, Mention)
    return step.when, mention


def test_a_task_in_another_note_is_linked_in_that_note() -> None:
    when, link = only({"Projects/Fair.md": "- [ ] Book a stand [[Trials]] 📅 2026-11-21 ^stand\n"})

    assert (when, link) == ("Sat 21", Mention("Projects/Fair.md", "Fair", "Book a stand", "stand"))


def test_a_task_in_the_goals_own_note_is_linked_there() -> None:
    when, link = only({"Trials.md": "- [ ] Book a stand 📅 2026-11-19\n"})

    assert (when, link) == ("Due since 19 Nov", Mention("Trials.md", "Trials", "Book a stand"))


def test_a_task_that_is_nothing_but_a_link_has_its_goals_title() -> None:
    _, link = only({"2026-11-20.md": "- [ ] [[Calls]] 📅 2026-11-20\n"})

    assert (link.path, link.shown) == ("2026-11-20.md", "Calls")


def test_a_task_for_two_goals_is_one_step() -> None:
    _, link = only({"Inbox.md": "- [ ] [[Calls]] Book a stand [[Trials]] 📅 2026-11-20\n"})

    assert link.shown == "Book a stand"


def test_steps_come_by_day_then_by_note() -> None:
    task = "- [ ] {} [[{}]] 📅 {}\n"
    notes = {
        "B.md": task.format("two", "Calls", "2026-11-20") + task.format("one", "Trials", "2026-11-19"),
        "A.md": task.format("three", "Trials", "2026-11-21") + task.format("four", "Calls", "2026-11-21"),
    }
    shown = [part.shown for step in steps(notes) for part in step.what if isinstance(part, Mention)]

    assert shown == ["one", "two", "three", "four"]


@pytest.mark.parametrize(
    "text",
    [
        "- [x] Book a stand [[Trials]] 📅 2026-11-20",
        "- [-] Book a stand [[Trials]] 📅 2026-11-20",
        "- [ ] Book a stand [[Trials]]",
        "- [ ] Book a stand [[Trials]] 📅 2026-11-23",
        "- [ ] Ask [[Trials]] for a stand 📅 2026-11-20",
        "- [ ] Book a stand [[Old]] 📅 2026-11-20",
        "```\n- [ ] Book a stand [[Trials]] 📅 2026-11-20\n```",
    ],
)
def test_what_is_done_later_undated_nobodys_or_for_a_closed_goal_is_no_step(text: str) -> None:
    assert steps({"Inbox.md": f"{text}\n"}) == []
