"""What an edit costs: counted in queries, so that it is the same on every machine."""

from collections import Counter
from datetime import date
from pathlib import Path

from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note
from vaultgoals.workspace.folder import Workspace
from vaultgoals.workspace.plan import Plan
from vaultgoals.workspace.settle import plan_pages

SAMPLE = Path(__file__).parents[3] / "sample-vault"
TODAY = date(2026, 11, 20)
CHECKIN = "Check-ins/2026/2026-11-18 0915 Trial conversion.md"

OTHER = "Check-ins/2026/2026-11-13 1005 Customers who leave.md"
DAILY = "Daily/2026-11-18.md"

RULES, NOTES_CHECKED, FIGURES = "_found_by", "_found_in", "standing_of"
VALUES, PAGES = "_page_value", "_fresh_page"


def planned() -> Vault:
    """The sample vault, of which all pages have been planned."""
    vault = Workspace.at(SAMPLE).vault
    plan_pages(vault, today=TODAY)
    return vault


def edited(vault: Vault, path: str, text: str) -> Vault:
    notes = {**vault.notes, path: read_note(Source.of(path, text))}.values()
    return Vault.of(notes, vault.config, vault.files, vault.templates.values(), vault.listed, before=vault)


def plan(vault: Vault) -> tuple[list[Plan], Counter[str]]:
    """The pages that change, and how often each query is run for that."""
    before = vault.memory.runs.copy()
    plans = plan_pages(vault, today=TODAY)
    return [plan for plan in plans if plan.changes], vault.memory.runs - before


def test_planning_once_more_runs_nothing() -> None:
    assert plan(planned()) == ([], Counter())


def test_an_edit_that_says_nothing_to_us_renders_no_page() -> None:
    vault = planned()
    text = vault.notes[CHECKIN].source.text.replace("\nvalue:", "\nmood: fine\nvalue:", 1)
    changes, ran = plan(edited(vault, CHECKIN, text))
    assert changes == []
    assert ran[PAGES] == 0


def test_an_edited_comment_renders_the_one_page_that_shows_it() -> None:
    vault = planned()
    changes, ran = plan(edited(vault, CHECKIN, f"{vault.notes[CHECKIN].source.text}\nMore.\n"))
    assert [plan.path for plan in changes] == ["Reviews/Weekly/Review 2026-W47.md"]
    assert ran[PAGES] == 1
    assert ran[FIGURES] <= 2  # of the one goal, as of the days that the pages are about
    assert ran[RULES] <= 2
    assert ran[NOTES_CHECKED] <= 3  # the check-in, its goal, and the page that is to be written


def test_a_new_value_lets_each_page_be_made_once_though_what_is_written_is_looked_at_again() -> None:
    vault = planned()
    text = vault.notes[OTHER].source.text.replace("\nvalue: ", "\nvalue: 1", 1)
    changes, ran = plan(edited(vault, OTHER, text))
    assert len(changes) > 1
    assert ran[VALUES] <= sum(plan.page and not plan.left for plan in plan_pages(vault, today=TODAY))


def test_a_line_in_a_note_with_tasks_asks_no_rule_about_them_again() -> None:
    vault = planned()
    _, ran = plan(edited(vault, DAILY, f"{vault.notes[DAILY].source.text}\nA quiet day.\n"))
    assert ran[RULES] == 0


def test_a_page_that_was_read_as_it_was_planned_costs_nothing() -> None:
    vault = planned()
    new = edited(vault, CHECKIN, f"{vault.notes[CHECKIN].source.text}\nMore.\n")
    [page], _ = plan(new)
    changes, ran = plan(edited(new, page.path, page.text))
    assert changes == []
    assert (ran[PAGES], ran[FIGURES], ran[RULES]) == (0, 0, 0)


def test_another_day_is_worked_out_for_itself() -> None:
    vault = planned()
    then = date(2026, 11, 21)
    assert plan_pages(vault, today=then) == plan_pages(Workspace.at(SAMPLE).vault, today=then)
