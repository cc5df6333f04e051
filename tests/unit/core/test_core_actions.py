"""Which tasks are whose actions, wherever they stand."""

import pytest

from vaultgoals.core.actions import Action
from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note

GOALS = {
    "Calls.md": "---\ntype: process\nowner: Bo\n---\n",
    "Posts.md": '---\ntype: output\nowner: ["[[People/Ana Maria]]", Bo]\n---\n',
    "Trials.md": "---\ntype: outcome\n---\n",
}


def vault(notes: dict[str, str]) -> Vault:
    texts = {**GOALS, "People/Ana Maria.md": "", "Acme.md": ""}
    texts |= {path: texts.get(path, "") + text for path, text in notes.items()}
    return Vault.of(read_note(Source.of(path, text)) for path, text in texts.items())


def actions(text: str, path: str = "Inbox.md") -> list[tuple[str, str]]:
    of = vault({path: text})
    return [(action.goal, action.text) for found in of.actions.values() for action in found]


def only(text: str, path: str = "Inbox.md") -> Action:
    ((action,),) = vault({path: text}).actions.values()
    return action


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- [ ] Write the list [[Trials]]", [("Trials.md", "Write the list")]),
        ("- [x] Write the list [[Trials]]", [("Trials.md", "Write the list")]),
        ("- [/] Write the list [[Trials]]", [("Trials.md", "Write the list")]),
        ("- [ ] [[Trials]] Write the list 📅 2026-11-24", [("Trials.md", "Write the list")]),
        ("- [ ] [[Trials]] for [[Posts]]", [("Posts.md", "for"), ("Trials.md", "for")]),
        ("- [ ] Ask [[Acme]] [[Trials]]", [("Trials.md", "Ask [[Acme]] [[Trials]]")]),
        ("- [-] Write the list [[Trials]]", []),
        ("- [?] Write the list [[Trials]]", []),
        ("- Write the list [[Trials]]", []),
        ("- [ ] Write [[Trials]] a list", []),
        ("- [ ] Write a list", []),
        ("- [ ] Write a list [[Acme]]", []),
        ("- [ ] Write a list [[Nowhere]]", []),
        ("- [ ] Plan – [[Trials]]", [("Trials.md", "Plan")]),
        ("- [ ] Plan  B [[Trials|the  trials]]", [("Trials.md", "Plan B")]),
    ],
)
def test_a_task_anywhere_is_an_action_of_the_goals_that_it_begins_or_ends_with(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert sorted(actions(text)) == expected


def test_a_goals_own_tasks_are_its_actions_but_for_its_log() -> None:
    text = "- [ ] One\n- [x] Two\n- [-] Three\n\n## Check-ins\n\n- [ ] 2026-11-20: 3\n- [ ] Four [[Posts]]\n"

    assert actions(text, "Trials.md") == [
        ("Trials.md", "One"),
        ("Trials.md", "Two"),
        ("Posts.md", "Four"),
    ]


def test_a_task_in_a_goals_own_note_may_be_another_goals_too() -> None:
    assert sorted(actions("- [ ] Draft [[Posts]]\n", "Trials.md")) == [
        ("Posts.md", "Draft"),
        ("Trials.md", "Draft"),
    ]


def test_a_task_in_a_goals_own_note_that_links_to_the_goal_is_one_action() -> None:
    assert actions("- [ ] Draft [[Trials]]\n", "Trials.md") == [("Trials.md", "Draft")]


def test_an_action_knows_where_it_stands_and_by_what_it_can_be_linked() -> None:
    action = only("Words.\n\n- [ ] Draft [[Trials]] 📅 2026-11-24 ^draft\n", "2026-11-20.md")

    assert (action.path, action.item.block, action.linked) == ("2026-11-20.md", "draft", True)
    assert str(action.task.due) == "2026-11-24"


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Draft [[Trials]]", None),
        ("Draft @bo [[Trials]]", "bo"),
        ("Draft [owner:: Bo] [[Trials]]", "Bo"),
        ("Draft [[Trials]] [[Ana Maria]]", "Ana Maria"),
        ("Draft [[People/Ana Maria|Ana]] [[Trials]]", "Ana Maria"),
        ("Ask [[Ana maria]] for a draft [[Trials]]", "Ana Maria"),
        ("Ask [[Acme]] for a draft [[Trials]]", None),
        ("Draft [[Ana Maria]] @bo [[Trials]]", "bo"),
    ],
)
def test_an_actions_owner_is_named_in_it_or_is_somebody_that_it_links_to(
    text: str, owner: str | None
) -> None:
    assert only(f"- [x] Before [[Ana Maria]]\n- [ ] {text}\n").owner == owner


def test_the_goals_owner_is_not_the_actions() -> None:
    assert only("- [ ] Draft\n", "Calls.md").owner is None


def test_notes_without_tasks_and_notes_that_cannot_be_used_have_no_actions() -> None:
    assert actions("[[Trials]]\n") == []
    assert actions("---\na: 1\na: 1\n---\n- [ ] Draft [[Trials]]\n") == []
