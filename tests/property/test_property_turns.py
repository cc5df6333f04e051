"""Whatever a goal's note looks like: a turn of its life changes its own properties alone, or nothing."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from vaultgoals.core.config import Config
from vaultgoals.core.goal import Goal
from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.errors import VaultgoalsError
from vaultgoals.markdown import read_note
from vaultgoals.workspace.rests import pause, resume
from vaultgoals.workspace.turns import Turn, finish, promote

TODAY = date(2026, 11, 20)
PATH = "Habits/Do.md"
OUTCOME = "---\ntype: outcome\n---\n"
CONFIG = Config(types={"Habits/": "process"})

LINES = [
    *("type: process", "type: habit # mine", "type: lever", "status: active", "Status: 'paused'", "status:"),
    *("status: paused  # until spring", "status: [active]", "status: done", "closed: 2026-01-01", "closed:"),
    *("pauses: 2026-11-01..2026-11-30", "pauses: [2026-11-18..2026-12-05]", "pauses: []", "pauses:"),
    *(
        "pauses:\n  - 2026-08-01\n  - 2026-11-20..2026-11-25 # sea",
        "pauses:\n- 2026-11-20",
        "exploratory: true",
    ),
    *(
        "until: 2026-12-01 # or so",
        "until: 2026-12-01",
        "outcome:",
        'outcome: "[[Wish]]"',
        "because: x",
        "result:",
    ),
    *(
        "# a comment",
        "  # another",
        "mine: |\n  two\n  lines",
        "x: {a: b}",
        "experiment: true",
        "due: 2026-12-31",
    ),
]
BODIES = ["", "body\n", "\n# Title\n\n- [ ] task\n\n## Check-ins\n- 2026-11-18: 3", "---\nno header\n", "﻿x\n"]


@st.composite
def notes(draw: st.DrawFn) -> Source:
    lines = draw(st.lists(st.sampled_from(LINES), max_size=6, unique_by=lambda line: line.partition(":")[0]))
    flow = draw(st.sampled_from(["block", "block", "block", "flow", "none"]))
    header = {
        "block": "".join(["---\n", *(f"{line}\n" for line in lines), "---\n"]),
        "flow": "---\n{type: process, status: active}\n---\n",
        "none": "",
    }[flow]
    text = (header + draw(st.sampled_from(BODIES))).replace("\n", draw(st.sampled_from(["\n", "\r\n"])))
    source = Source.of(PATH, text)
    return Source(path=PATH, text=text, digest=source.digest, bom=draw(st.booleans()))


TURNS: dict[str, Callable[[Vault, Goal], Turn]] = {
    "done": lambda vault, goal: finish(vault, goal, TODAY),
    "pause": lambda vault, goal: pause(vault, goal, TODAY, first=None, last=None, why=None),
    "pause until": lambda vault, goal: pause(
        vault, goal, TODAY, first=None, last=date(2026, 12, 4), why="a: b"
    ),
    "resume": lambda vault, goal: resume(vault, goal, TODAY, TODAY),
    "promote": lambda vault, goal: promote(vault, goal, vault.goals["Wish.md"], "they see"),
}
ABOUT = {
    "done": {"status", "closed"},
    "pause": {"status"},
    "pause until": {"status", "pauses", "pause-why"},
    "resume": {"status", "pauses"},
    "promote": {"outcome", "because", "exploratory", "until"},
}


@pytest.mark.parametrize("name", TURNS)
@given(source=notes())
def test_a_turn_touches_its_own_properties_and_no_other_byte(name: str, source: Source) -> None:
    vault = Vault.of([read_note(source), read_note(Source.of("Wish.md", OUTCOME))], CONFIG)
    goal = vault.goals.get(PATH)
    assume(goal is not None and not goal.note.unusable)
    assert goal
    try:
        turn = TURNS[name](vault, goal)
    except VaultgoalsError:
        return
    if turn.plan is None:
        return
    again = read_note(Source.of(PATH, turn.plan.text))
    assert not again.unusable
    assert untouched(turn.plan.text, ABOUT[name]) == untouched(source.text, ABOUT[name])
    assert turn.plan.old == source


def untouched(text: str, about: set[str]) -> tuple[list[str], str]:
    """The lines of a header without the properties that a turn is about, and what stands below it.

    A comment behind such a property, or in it, is a line like any other.
    """
    note = read_note(Source.of(PATH, text))
    head, body = text[: note.body.start], text[note.body.start :]
    for prop in reversed(note.properties):
        if prop.name.lower() in about:
            end = max(prop.value.span.end, text.index(":", prop.key_span.end) + 1)
            comments = re.findall(r"#[^\r\n]*", head[prop.key_span.start : end])
            head = "\n".join([head[: prop.key_span.start], *comments]) + head[end:]
    return [line.strip() for line in head.splitlines() if line.strip() not in ("", "---")], body
