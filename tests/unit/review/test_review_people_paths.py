import re
from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaultgoals.core.config import Config, Pages
from vaultgoals.core.links import folded
from vaultgoals.core.source import Source, misplaced
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note
from vaultgoals.review.people_paths import LONGEST, file_name, people_pages

SIGN = re.compile(r"(.*)(?: |^)[0-9a-f]{8}")


def paths(
    owners: Iterable[str], form: str | None = "Reviews/People/{owner}.md", others: Iterable[str] = ()
) -> list[str]:
    goals = {
        f"Goals/{place}.md": "---\ntype: outcome\nowner: '" + owner.replace("'", "''") + "'\n---\n"
        for place, owner in enumerate(owners)
    }
    notes = goals | dict.fromkeys(others, "")
    config = replace(Config(), pages=Pages(people=form))
    vault = Vault.of((read_note(Source.of(path, text)) for path, text in notes.items()), config)
    return [page.path for page in people_pages(vault)]


@pytest.mark.parametrize(
    "owner", ["Ana", "Ana María", "O'Brien", "J. Doe", "李雷", "ana@example.org", "A & B"]
)
def test_a_name_that_can_be_a_file_s_is_one(owner: str) -> None:
    assert file_name(owner) == owner


@pytest.mark.parametrize(
    ("owner", "shown"),
    [
        ("Ana/Ben", "Ana-Ben"),
        ("../../etc/passwd", "-..-etc-passwd"),
        ("..", ""),
        (".hidden", "hidden"),
        ("Ana.", "Ana"),
        ("CON", "CON"),
        ("com1.txt", "com1.txt"),
        ("Who?", "Who-"),
        ("[[Ana]]", "--Ana--"),
        ("{owner}", "-owner-"),
        ("A\u202eB", "A-B"),
        ("x" * 200, "x" * LONGEST),
    ],
)
def test_any_other_name_is_made_one_and_told_apart_by_a_sign(owner: str, shown: str) -> None:
    signed = SIGN.fullmatch(file_name(owner))
    assert signed
    assert signed[1] == shown


def test_names_that_become_alike_have_files_of_their_own() -> None:
    assert len({folded(file_name(owner)) for owner in ("A/B", "A:B", "A-B", "A?B")}) == 4


@given(st.lists(st.text(min_size=1, max_size=80), min_size=1, max_size=5))
def test_whatever_people_are_called_their_pages_stay_apart_and_in_their_folder(owners: list[str]) -> None:
    names = [file_name(owner.strip()) for owner in owners if owner.strip()]
    for name in names:
        assert "/" not in name
        assert misplaced(f"Reviews/People/{name}.md") is None
        assert len(f"{name}.md".encode()) <= 255
    people = {folded(owner.strip()) for owner in owners if owner.strip()}
    assert len({folded(name) for name in names}) == len(people)


def test_a_name_in_two_cases_is_one_person_with_one_page() -> None:
    assert paths(["Ana", "ana", "ANA"]) == ["Reviews/People/Ana.md"]
    assert paths(["Ana"], others=["Reviews/People/ana.md"]) == ["Reviews/People/ana.md"]


@pytest.mark.parametrize(
    ("form", "owner"),
    [
        ("Reviews/{owner}.md", "Dashboard"),
        ("Reviews/{owner}.md", "problems"),
        ("Reviews/Weekly/{owner}.md", "Review 2026-W47"),
        ("Reviews/Quarterly/{owner}.md", "review 2026-q4"),
        ("Daily/{owner}.md", "2026-11-20"),
        ("{owner}.md", "2026-W47"),
    ],
)
def test_nobody_s_page_takes_the_place_of_another_page_or_a_periodic_note(form: str, owner: str) -> None:
    [path] = paths([owner], form)
    assert path != form.replace("{owner}", owner)
    assert SIGN.fullmatch(path.removesuffix(".md"))


def test_without_the_setting_nobody_has_a_page() -> None:
    assert paths(["Ana"], None) == []
