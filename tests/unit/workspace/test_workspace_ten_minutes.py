"""The ten-minute plan of an outcome, and single tasks: what is missing, how tasks are written and ticked."""

from collections.abc import Mapping
from datetime import date

import pytest

from vaultgoals.core.own_words import in_fields
from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note
from vaultgoals.workspace.amending import ticked
from vaultgoals.workspace.tasks_meant import actions_meant, place
from vaultgoals.workspace.ten_minutes import NewAction, plan_actions, standing_of

TODAY = date(2026, 11, 20)
DUE = date(2026, 11, 27)
HEADER = "---\ntype: outcome\ntarget: 8\ndue: 2026-12-31\n---\n"
PROCESS = '---\ntype: process\noutcome: "[[Wish]]"\n---\n'
ACTIONS = (NewAction(text="Book a room", owner="Ana", due=DUE), NewAction(text="Ask", owner="", due=TODAY))


def vault_of(body: str, notes: Mapping[str, str] = {}) -> Vault:
    texts = {"Wish.md": HEADER + body, **notes}
    return Vault.of(read_note(Source.of(path, text)) for path, text in texts.items())


def planned(body: str, notes: Mapping[str, str] = {}) -> str | None:
    vault = vault_of(body, notes)
    plan = plan_actions(vault, vault.goals["Wish.md"], ACTIONS)
    return (
        plan.text.removeprefix(HEADER.replace("\n", "\r\n") if "\r" in plan.text else HEADER)
        if plan
        else None
    )


SIGNS = "- [ ] Book a room @ana 📅 2026-11-27\n- [ ] Ask 📅 2026-11-20"
FIELDS = "- [ ] Book a room [owner:: Ana] [due:: 2026-11-27]\n- [ ] Ask [due:: 2026-11-20]"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("", f"\n## Actions\n\n{SIGNS}\n"),
        ("Words.\n", f"Words.\n\n## Actions\n\n{SIGNS}\n"),
        ("Words.", f"Words.\n\n## Actions\n\n{SIGNS}"),
        ("## Actions\n\n## Log\n", f"## Actions\n\n{SIGNS}\n\n## Log\n"),
        ("## Actions\n- [ ] Old\n\n## Log\n- x\n", f"## Actions\n- [ ] Old\n{SIGNS}\n\n## Log\n- x\n"),
        ("## To do\n\n- [ ] Old\n", f"## To do\n\n- [ ] Old\n{SIGNS}\n"),
        ("## To do\n* [ ] Old [due:: 2026-12-01]\n", f"## To do\n* [ ] Old [due:: 2026-12-01]\n{FIELDS}\n"),
    ],
)
def test_actions_come_below_those_that_are_there_as_the_vault_writes_them(body: str, expected: str) -> None:
    assert planned(body) == expected


def test_actions_are_written_as_those_of_other_goals_where_there_are_none() -> None:
    other = HEADER + "### Next\n- [x] Old [completion:: 2026-11-01]\n"
    assert planned("", {"Other.md": other}) == f"\n### Next\n\n{FIELDS}\n"


def test_an_actions_day_that_would_not_be_read_is_refused() -> None:
    assert planned("```\nnever closed\n") is None


@pytest.mark.parametrize(
    ("body", "notes", "goals", "actions", "whole"),
    [
        ("", {}, 3, 5, False),
        ("- [ ] a\n- [ ] b\n", {"Do.md": PROCESS}, 2, 3, False),
        ("- [ ] a\n- [ ] b\n- [ ] c\n", {"Do.md": PROCESS, "Be.md": PROCESS}, 0, 0, False),
        (
            "- [ ] a\n- [ ] b\n- [ ] c\n",
            {"Do.md": PROCESS, "Be.md": PROCESS, "No.md": PROCESS.replace("process", "guardrail")},
            0,
            0,
            True,
        ),
        ("- [x] a\n", {"Do.md": PROCESS.replace("outcome:", "status: done\noutcome:")}, 3, 5, False),
    ],
)
def test_only_what_is_missing_is_wanted(
    body: str, notes: Mapping[str, str], goals: int, actions: int, *, whole: bool
) -> None:
    vault = vault_of(body, notes)
    there = standing_of(vault, vault.goals["Wish.md"])
    assert (there.goals_wanted, there.actions_wanted, there.is_whole) == (goals, actions, whole)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("- [ ] Book", "- [x] Book ✅ 2026-11-20"),
        ("* [/] Book 📅 2026-11-27", "* [x] Book 📅 2026-11-27 ✅ 2026-11-20"),
        ("- [ ] Book [due:: 2026-11-27]", "- [x] Book [due:: 2026-11-27] [completion:: 2026-11-20]"),
        ("- [ ] Book ^b1", "- [x] Book ✅ 2026-11-20 ^b1"),
        ("1. [ ] Book  \n   a comment", "1. [x] Book ✅ 2026-11-20  \n   a comment"),
        ("> - [ ] Book", "> - [x] Book ✅ 2026-11-20"),
        ("- a\n    - [ ] Book", "- a\n    - [x] Book ✅ 2026-11-20"),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_task_is_ticked_in_its_own_place(line: str, expected: str, newline: str) -> None:
    text = f"{HEADER}{line}\n- [ ] Else\n".replace("\n", newline)
    vault = Vault.of([read_note(Source.of("Wish.md", text))])
    (action,) = actions_meant(vault, "book")
    note = vault.notes["Wish.md"]
    plan = ticked(note, action.item, TODAY, in_field=in_fields(vault, note))
    assert plan
    assert plan.text == f"{HEADER}{expected}\n- [ ] Else\n".replace("\n", newline)


def test_an_action_is_meant_by_its_whole_text_before_a_part_of_it() -> None:
    vault = vault_of("- [ ] Book a room\n- [ ] Book\n- [x] Book a car\n")
    assert [place(vault, action) for action in actions_meant(vault, "BOOK")] == ["Wish.md:7"]
    assert [action.text for action in actions_meant(vault, "a room")] == ["Book a room"]
    assert len(actions_meant(vault, "oo")) == 2
    assert actions_meant(vault, "a car") == actions_meant(vault, " ") == ()
