"""What is written for Obsidian: views that it can read, in the vault's own words, and templates.

Run as a program, it writes the golden base anew.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from vaultgoals.core.config import Config
from vaultgoals.core.goal import Kind
from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.export.obsidian_base import base_text
from vaultgoals.export.obsidian_snippet import STYLE
from vaultgoals.export.obsidian_templates import goal_templates
from vaultgoals.markdown import read_note

GOLDEN = Path(__file__).with_name("obsidian") / "Goals.base"
VIEWS = ["Outcomes", "By outcome", "Without outcome", "Due soon", "Process goals", "By owner"]
WORD = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)


def vault_of(config: Config = Config(), **notes: str) -> Vault:
    return Vault.of([read_note(Source.of(f"{name}.md", text)) for name, text in notes.items()], config)


def based(config: Config = Config(), **notes: str) -> dict[str, Any]:
    base = yaml.safe_load(base_text(vault_of(config, **notes), ()))
    assert isinstance(base, dict)
    return base


def view(base: Mapping[str, Any], name: str) -> dict[str, Any]:
    return next(one for one in base["views"] if one["name"] == name)


def test_a_base_is_written_as_obsidian_writes_one() -> None:
    assert base_text(vault_of(), ("Templates/",)) == GOLDEN.read_text(encoding="utf-8")


def test_it_holds_nothing_that_obsidian_does_not_know() -> None:
    base = yaml.safe_load(GOLDEN.read_text(encoding="utf-8"))
    assert base.keys() == {"filters", "formulas", "properties", "views"}
    assert [one["name"] for one in base["views"]] == VIEWS
    for one in base["views"]:
        assert one.keys() <= {"type", "name", "filters", "groupBy", "order", "sort"}
        assert one["type"] == "table"
        assert one["filters"].keys() == {"and"}
        assert all(column.startswith(("file.", "note.", "formula.")) for column in one["order"])
        shown = {column.removeprefix("formula.") for column in one["order"] if column.startswith("formula.")}
        assert shown <= base["formulas"].keys()


def test_what_lies_with_the_templates_is_not_shown() -> None:
    (_, hidden) = yaml.safe_load(GOLDEN.read_text(encoding="utf-8"))["filters"]["and"]
    assert hidden == '!file.inFolder("Templates")'


def test_a_process_goal_that_serves_nothing_stands_in_a_view_of_its_own() -> None:
    where = view(based(), "Without outcome")["filters"]["and"]
    assert 'type == "process"' in where[0]["or"]
    assert where[1:] == ["!outcome", "!exploratory", "formula.is_open"]


def test_the_vaults_own_names_of_properties_are_used_and_quoted_where_they_must_be() -> None:
    config = Config(properties={"Frist": "due", "dient zu": "outcome", "wer": "owner", "Art": "type"})
    base = based(config)
    assert base["formulas"]["days_left"] == 'if(Frist, (date(Frist) - today()) / 86400000, "")'
    assert view(base, "Outcomes")["sort"] == [{"property": "note.Frist", "direction": "ASC"}]
    assert view(base, "By outcome")["groupBy"]["property"] == 'note["dient zu"]'
    assert 'note["dient zu"]' in view(base, "By outcome")["filters"]["and"]
    assert '!note["dient zu"]' in view(base, "Without outcome")["filters"]["and"]
    assert view(base, "By owner")["order"][1] == "note.Art"
    assert 'Art == "outcome"' in view(base, "Outcomes")["filters"]["and"]


@pytest.mark.parametrize(
    ("types", "ways"),
    [
        ({}, 'type == "process"'),
        ({"Gewohnheit": "process"}, {"or": ['type == "process"', 'type == "Gewohnheit"']}),
        ({"#goal/habit": "process"}, {"or": ['type == "process"', 'file.hasTag("goal/habit")']}),
        ({"Habits/": "process"}, {"or": ['type == "process"', 'file.inFolder("Habits")']}),
        ({"process": None, "Ritual": "habit"}, 'type == "Ritual"'),
    ],
)
def test_a_kind_is_found_by_the_words_tags_and_folders_that_the_vault_maps(
    types: dict[str, str | None], ways: object
) -> None:
    assert view(based(Config(types=types)), "Process goals")["filters"]["and"][0] == ways


def test_a_word_that_is_in_use_is_among_them() -> None:
    base = based(Run="---\ntype: Habit\n---\n", Sing="---\ntype: process\n---\n")
    ways = view(base, "Process goals")["filters"]["and"][0]
    assert ways == {"or": ['type == "process"', 'type == "Habit"']}


@given(theirs=WORD, word=WORD, folder=WORD)
def test_whatever_a_vault_calls_things_the_base_is_yaml_and_says_just_that(
    theirs: str, word: str, folder: str
) -> None:
    config = Config(properties={theirs: "owner"}, types={word: "outcome"})
    text = base_text(vault_of(config), (f"{folder}/",))
    base = yaml.safe_load(text)
    column = view(base, "By owner")["groupBy"]["property"]
    assert column in (f"note.{theirs}", f"note[{json.dumps(theirs, ensure_ascii=False)}]")
    assert (
        base["filters"]["and"][-1] == f"!file.inFolder({json.dumps(folder.strip('/'), ensure_ascii=False)})"
    )
    assert [one["name"] for one in base["views"]] == VIEWS


# Templates.


def filled_in(text: str) -> str:
    """What Obsidian makes of a template on 20 November, in a note that is called Calls."""
    for placeholder in ("{{date:YYYY-MM-DD}}", "<% tp.date.now('YYYY-MM-DD') %>"):
        text = text.replace(placeholder, "2026-11-20")
    return text.replace("{{title}}", "Calls").replace("<% tp.file.title %>", "Calls")


@pytest.mark.parametrize("templater", [False, True])
def test_a_template_that_was_filled_in_is_a_goal_of_its_kind(*, templater: bool) -> None:
    templates = goal_templates(vault_of(), templater=templater)
    assert list(templates) == [
        f"New {name}.md" for name in ("outcome", "process goal", "guardrail", "check-in")
    ]
    assert ("{{" in "".join(templates.values())) != templater
    kinds = [Kind.OUTCOME, Kind.PROCESS, Kind.GUARDRAIL, Kind.CHECKIN]
    for kind, text in zip(kinds, templates.values(), strict=True):
        vault = vault_of(Calls=filled_in(text))
        assert vault.kinds == {"Calls.md": kind}
        assert not vault.notes["Calls.md"].malformed
        start = vault.goals["Calls.md"].start if kind in (Kind.OUTCOME, Kind.PROCESS) else None
        assert (start is not None) == (kind in (Kind.OUTCOME, Kind.PROCESS))


def test_a_template_is_a_note_that_obsidian_can_show_before_it_is_filled_in() -> None:
    for text in goal_templates(vault_of(), templater=True).values():
        assert yaml.safe_load(text.split("---")[1])
        assert not read_note(Source.of("T.md", text)).malformed


def test_templates_use_the_vaults_own_words() -> None:
    config = Config(
        types={"Ziel": "outcome", "#habit": "process", "process": None}, properties={"Frist": "due"}
    )
    templates = goal_templates(vault_of(config), templater=False)
    assert templates["New outcome.md"].startswith("---\ntype: Ziel\n")
    assert "\nFrist:\n" in templates["New outcome.md"]
    assert templates["New process goal.md"].startswith("---\ntags:\n  - habit\n")


def test_owners_are_asked_for_once_there_are_some() -> None:
    assert "owner" not in goal_templates(vault_of(), templater=False)["New outcome.md"]
    shared = vault_of(Run="---\ntype: outcome\nowner: Ana\n---\n")
    assert "\nowner:\n" in goal_templates(shared, templater=False)["New outcome.md"]


# The style sheet.


def test_the_style_sheet_has_no_colours_of_its_own_and_touches_pages_alone() -> None:
    assert "#" not in STYLE
    assert STYLE.count("{") == STYLE.count("}") == STYLE.count(':has([data-property-key="adherence"])')


if __name__ == "__main__":
    GOLDEN.write_text(base_text(vault_of(), ("Templates/",)), encoding="utf-8")
