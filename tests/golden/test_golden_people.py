"""Whole pages of people.

After a change of words: `python tests/golden/test_golden_people.py` writes what is expected anew; read the
difference as the page's owner would before you keep it.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from vaultgoals.core.config import Config, Pages
from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note
from vaultgoals.workspace.plan import Plan
from vaultgoals.workspace.settle import plan_pages

PEOPLE = Path(__file__).parent / "people"
TODAY = date(2026, 11, 20)
CONFIG = replace(Config(), pages=Pages(people="Reviews/People/{owner}.md"))


def note(properties: str, log: str = "", *, body: str = "") -> str:
    lines = "".join(f"- {line}\n" for line in log.splitlines())
    return f"---\n{properties.strip()}\n---\n{body}\n## Check-ins\n\n{lines}"


def outcome(log: str, owner: str, *, body: str = "") -> str:
    plan = "baseline: 6\ntarget: 8\nunit: '%'\nstart: 2026-09-28\ndue: 2026-12-20"
    return note(f"type: outcome\n{plan}\nowner: {owner}", log, body=body)


def process(log: str, more: str, *, to: str, cadence: str = "10 calls per week") -> str:
    head = f'type: process\noutcome: "[[{to}]]"\ncadence: {cadence}\nstart: 2026-09-28'
    return note(f"{head}\nbecause: people who speak to us see the value.\n{more}", log)


NOTES: Mapping[str, str] = {
    "Goals/Trials.md": outcome(
        "2026-10-16: 6.3\n2026-11-13: 6.4",
        '"[[Ana]]"',
        body="## Actions\n\n- [ ] Draft the pricing page 📅 2026-11-16\n"
        "- [ ] Ask for the numbers @ben 📅 2026-11-20\n- [ ] Start the test 📅 2026-11-22\n\n",
    ),
    "Goals/Churn.md": outcome(
        "2026-10-16: 6.3",
        "ben",
        body="## Actions\n\n- [ ] Call the five who left @ana 📅 2026-11-21\n\n",
    ),
    "Goals/Calls.md": process(
        "2026-10-19: 10\n2026-10-26: 9\n2026-11-02: 10\n2026-11-09: 10\n2026-11-17: 7", "", to="Trials"
    ),
    "Goals/Exit calls.md": process(
        "2026-11-03: 1\n2026-11-10: 1", "owner: Ben", to="Churn", cadence="every Tuesday"
    ),
    "Goals/Newsletter.md": process("2026-11-10: 1", "owner: Cleo", to="Trials", cadence="weekly"),
    "Goals/Old.md": note("type: outcome\nstatus: done\nclosed: 2026-05-01\nowner: Dora"),
    "Check-ins/2026-11-18 Churn.md": (
        "---\ntype: checkin\ngoal: '[[Churn]]'\ndate: 2026-11-18\nvalue: 6.4\nby: Ben\n"
        "blocked: waiting for Ana's list of who left\n---\n"
    ),
    "Goals/Posts.md": note(
        "type: process\noutcome:\nowner: Ana\ncadence: 2 posts per week\nstart: 2026-09-28"
    ),
}


def plans(notes: Mapping[str, str] = NOTES, config: Config = CONFIG) -> dict[str, Plan]:
    """What is to be written among the pages of people, by the name of the file."""
    vault = Vault.of((read_note(Source.of(path, text)) for path, text in notes.items()), config)
    found = plan_pages(vault, today=TODAY)
    return {Path(one.path).stem: one for one in found if "page: people\n" in one.text}


def test_the_dashboard_leads_to_them() -> None:
    vault = Vault.of((read_note(Source.of(path, text)) for path, text in NOTES.items()), CONFIG)
    [dashboard] = [one.text for one in plan_pages(vault, today=TODAY) if one.path.endswith("Dashboard.md")]
    assert "[[Review 2026-W47]] · [[Problems]] · [[Ana]] · [[ben]] · [[Cleo]]\n" in dashboard


@pytest.fixture(scope="module")
def made() -> dict[str, Plan]:
    return plans()


def test_each_owner_of_a_live_goal_has_a_page(made: dict[str, Plan]) -> None:
    assert sorted(made) == ["Ana", "Cleo", "ben"]


@pytest.mark.parametrize("name", ["Ana", "ben", "Cleo"])
def test_a_person_s_page_reads_as_it_should(name: str, made: dict[str, Plan]) -> None:
    assert made[name].text == (PEOPLE / f"{name}.md").read_text(encoding="utf-8")


def test_a_person_s_page_has_no_checkboxes_and_no_blanks_at_its_line_ends(made: dict[str, Plan]) -> None:
    lines = [line for one in made.values() for line in one.text.split("\n")]
    assert not [line for line in lines if re.match(r"[>\s]*(?:[-*+]|\d+[.)]) \[.\]", line)]
    assert not [line for line in lines if line != line.rstrip()]


def test_a_person_s_page_is_the_same_whatever_the_order_of_the_notes(made: dict[str, Plan]) -> None:
    backwards = plans(dict(reversed(list(NOTES.items()))))
    assert {name: one.text for name, one in backwards.items()} == {
        name: one.text for name, one in made.items()
    }


def test_a_person_s_page_that_is_made_again_stays_as_it_is(made: dict[str, Plan]) -> None:
    again = plans({**NOTES, **{one.path: one.text for one in made.values()}})
    assert {name: one.text for name, one in again.items()} == {name: one.text for name, one in made.items()}


def test_the_page_of_somebody_without_goals_any_more_is_left() -> None:
    page = {"Reviews/People/Dora.md": "---\ntype: goal-review\npage: people\n---\n# Dora\n"}
    assert "Dora" not in plans({**NOTES, **page})


def test_pages_of_people_are_written_only_where_they_are_wanted() -> None:
    assert plans(config=Config()) == {}


if __name__ == "__main__":
    for name, one in plans().items():
        (PEOPLE / f"{name}.md").write_text(one.text, encoding="utf-8")
