"""What a vault hands on to the one after it, and what it notes of what is read."""

from dataclasses import replace

from vaultgoals.core.config import Config
from vaultgoals.core.memo import remembered
from vaultgoals.core.note import Note
from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note

GOAL = "---\ntype: outcome\n---\n"


def note(path: str, text: str = "") -> Note:
    return read_note(Source.of(path, text))


@remembered
def listed(vault: Vault, path: str) -> bool:
    return vault.is_note(path)


@remembered
def has_file(vault: Vault, path: str) -> bool:
    return path in vault.files


@remembered
def titles(vault: Vault) -> tuple[str, ...]:
    return tuple(goal.title for goal in vault.goals.values())


def test_a_table_in_which_nothing_changed_is_the_same_object() -> None:
    old = Vault.of([note("A.md", GOAL), note("2026-11-18.md")])
    assert (len(old.goals), len(old.periods), old.names.shortest("A.md")) == (1, 1, "A")
    new = Vault.of([*old.notes.values(), note("B.md", "text")], before=old)
    assert new.facts.goals is old.facts.goals
    assert new.facts.kinds is old.facts.kinds
    assert new.facts.periods is old.facts.periods
    assert new.facts.names is not old.facts.names


def test_tables_stay_in_the_order_of_paths() -> None:
    old = Vault.of([note("A.md", GOAL), note("C.md", GOAL)])
    assert [*old.goals] == ["A.md", "C.md"]
    new = Vault.of([*old.notes.values(), note("B.md", GOAL)], before=old)
    assert [*new.goals] == ["A.md", "B.md", "C.md"]
    assert [*Vault.of([note("C.md", GOAL)], before=new).goals] == ["C.md"]


def test_a_vault_with_other_settings_has_a_memory_of_its_own() -> None:
    old = Vault.of([note("A.md", "---\ntype: aim\n---\n")])
    assert titles(old) == ()
    new = replace(old, config=Config(types={"aim": "outcome"}))
    assert new.memory is not old.memory
    assert titles(new) == ("A",)
    assert titles(old) == ()


def test_a_vault_with_other_templates_shares_the_memory() -> None:
    old = Vault.of([note("A.md", GOAL)])
    new = replace(old, templates={"T.j2": note("T.j2")})
    assert new.memory is old.memory
    assert titles(old) == titles(new) == ("A",)
    assert new.memory.runs["titles"] == 1


def test_a_note_and_a_file_that_come_and_go_are_seen() -> None:
    first = Vault.of([], files=["x.png"])
    then = Vault.of([], files=["y.png"], listed=["y.png"], before=first)
    for _ in range(2):
        assert (has_file(first, "x.png"), listed(first, "y.png")) == (True, False)
        assert (has_file(then, "x.png"), listed(then, "y.png")) == (False, True)


def test_links_lead_to_where_files_went() -> None:
    old = Vault.of([note("A.md"), note("Sub/B.md")])
    assert [old.names.resolve(name, "").path for name in ("A", "B", "C")] == ["A.md", "Sub/B.md", None]
    new = Vault.of([note("Sub/A.md"), note("Sub/B.md"), note("C.md"), note("Else/C.md")], before=old)
    assert [new.names.resolve(name, "").path for name in ("A", "B", "C")] == ["Sub/A.md", "Sub/B.md", "C.md"]
    assert new.names.shortest("Else/C.md") == "Else/C"
