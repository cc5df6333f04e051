"""Quarterly and yearly pages, and those of people, as they are asked for at a terminal."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
Build = Callable[..., Path]

WEEK = "Reviews/Weekly/Review 2026-W46.md"
QUARTER = "Reviews/Quarterly/Review 2026-Q4.md"
YEAR = "Reviews/Yearly/Review 2026.md"
ANA = "Reviews/People/Ana.md"

PEOPLE = {"vaultgoals.toml": "[pages]\npeople = true\n"}
OWNED = {
    "Goals/Walks.md": "---\ntype: process\noutcome: Trial conversion\ncadence: weekly\nowner: Ana\n---\n"
}


def write(page: Path, after: str, words: str) -> None:
    page.write_text(page.read_text().replace(after, f"{after}{words}"))


def test_what_is_decided_on_a_weekly_page_stands_on_the_quarterly_one(run: Run, vault: Build) -> None:
    root = vault()
    assert run(root, "review", "2026-W46").returncode == 0
    write(root / WEEK, "## Reflection\n", "\nThe calls tire me by noon.\n\nDecision: calls before ten.\n")
    assert run(root, "review", "2026-Q4").returncode == 0
    page = (root / QUARTER).read_text()
    assert "## Decided\n- *“calls before ten.”* ([[Review 2026-W46]])\n" in page
    assert "## What you wrote\n- *“The calls tire me by noon.”* ([[Review 2026-W46]])\n" in page
    assert run(root, "review", "2026-Q4", "--check").returncode == 0


def test_what_a_person_writes_on_the_page_of_a_year_stays_and_is_told_a_year_later(
    run: Run, vault: Build
) -> None:
    root = vault()
    assert run(root, "review", "2026").returncode == 0
    write(root / YEAR, "**One thing I will do differently next year:**\n", "Fewer goals.\n")
    assert run(root, "review", "2026", "2027", today="2027-01-04").returncode == 0
    assert "next year:**\nFewer goals.\n" in (root / YEAR).read_text()
    assert (
        "Last year you wrote: *“Fewer goals.”* ([[Review 2026]])"
        in (root / "Reviews/Yearly/Review 2027.md").read_text()
    )


def test_a_quarter_that_is_long_over_is_sealed(run: Run, vault: Build) -> None:
    root = vault()
    assert run(root, "review", "2026-Q3").returncode == 0
    assert "\nsealed: true\n" in (root / "Reviews/Quarterly/Review 2026-Q3.md").read_text()


def test_owners_have_pages_where_they_are_wanted(run: Run, vault: Build) -> None:
    root = vault({**OWNED, **PEOPLE})
    assert run(root, "review").returncode == 0
    assert "- [[Walks]]: 1 by Sunday\n" in (root / ANA).read_text()
    assert run(root, "review", "--check").returncode == 0


def test_the_page_of_somebody_who_owns_nothing_any_more_stays_as_it_is(run: Run, vault: Build) -> None:
    root = vault({**OWNED, **PEOPLE})
    assert run(root, "review").returncode == 0
    before = (root / ANA).read_bytes()
    (root / "Goals/Walks.md").unlink()
    assert run(root, "review").returncode == 0
    assert (root / ANA).read_bytes() == before


def test_a_person_s_own_note_in_the_place_of_a_page_is_left(run: Run, vault: Build) -> None:
    root = vault({**OWNED, **PEOPLE, ANA: "# Ana\n\nHer birthday is in May.\n"})
    result = run(root, "review")
    assert result.returncode == 3
    assert ANA in result.stderr
    assert (root / ANA).read_text() == "# Ana\n\nHer birthday is in May.\n"


@pytest.mark.parametrize("owner", ["../../outside", "CON", "A/B", "Ana | Ben"])
def test_no_name_leads_out_of_the_folder_of_people(owner: str, run: Run, vault: Build) -> None:
    note = OWNED["Goals/Walks.md"].replace("Ana", f'"{owner}"')
    root = vault({"Goals/Walks.md": note, **PEOPLE})
    assert run(root, "review").returncode == 0
    [page] = [path for path in root.parent.rglob("*.md") if "page: people" in path.read_text()]
    assert page.parent == root / "Reviews/People"
