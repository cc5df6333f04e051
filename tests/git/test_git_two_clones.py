"""Two machines that share a repository: both work offline for days, then one takes in what the other did."""

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from vaultgoals.store.clone import Clone
from vaultgoals.workspace.folder import Workspace
from vaultgoals.workspace.pages import Fate, write_pages

pytestmark = pytest.mark.usefixtures("own_git")

Git = Callable[..., subprocess.CompletedProcess[str]]
Build = Callable[..., Path]

SETTINGS = "[pages]\nmonthly = false\nquarterly = false\nyearly = false\n"
PAGE, BOARD, NOTE = "Reviews/Weekly/Review 2026-W47.md", "Reviews/Dashboard.md", "Über 'uns' $(x).md"
GENERATED = (PAGE, BOARD, NOTE)
CALLS, TRIALS = "Goals/Onboarding calls.md", "Goals/Trial conversion.md"
ASKED = "# Home\n\n<!-- vaultgoals:begin scorecard -->\n<!-- vaultgoals:end scorecard -->\n\nLast words\n"
FIRST, LAST = date(2026, 11, 16), date(2026, 11, 20)


@pytest.fixture(autouse=True)
def _old_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    """No page counts as being typed in, however quick the test is."""
    monkeypatch.setattr("vaultgoals.store.write._FRESH", -1.0)


@pytest.fixture
def clones(vault: Build, git: Git, tmp_path: Path) -> tuple[Path, Path]:
    """A shared repository without files, and two clones of it with the vault in a subfolder."""
    made = vault({"vaultgoals.toml": SETTINGS, NOTE: ASKED})
    git(tmp_path, "init", "-q", "--bare", "shared.git")
    for name in ("desk", "bag"):
        git(tmp_path, "clone", "-q", "shared.git", name)
    desk, bag = (tmp_path / name / "my notes" for name in ("desk", "bag"))
    shutil.move(made, desk)
    renew(desk, FIRST)
    commit(git, desk, "Goals")
    git(desk, "push", "-q", "origin", "HEAD:main")
    git(tmp_path / "bag", "pull", "-q", "origin", "main")
    return desk, bag


def renew(root: Path, today: date) -> dict[str, Fate]:
    return {page.path: page.fate for page in write_pages(Workspace.at(root), today=today)}


def commit(git: Git, root: Path, message: str) -> None:
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", message)


def say(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text()
    assert old in text
    (root / path).write_text(text.replace(old, new, 1))


def with_driver(root: Path) -> None:
    """Set a clone up, but for the hook, which would work as of the day on which the test is run."""
    clone = Clone.of(root, os.environ)
    clone.install()
    clone.hook.unlink()


def work_apart(git: Git, desk: Path, bag: Path) -> None:
    """A week on either machine: other readings, other words, and the pages renewed on other days."""
    with (desk / TRIALS).open("a") as note:
        note.write("- 2026-11-17: 6.9, read at the desk\n")
    say(desk, NOTE, "# Home\n", "# Home\n\nWritten at the desk\n")
    renew(desk, date(2026, 11, 17))
    commit(git, desk, "Tuesday")
    say(desk, PAGE, "## Reflection\n", "## Reflection\n\nWritten at the desk\n")
    renew(desk, date(2026, 11, 19))
    commit(git, desk, "Thursday")
    git(desk, "push", "-q", "origin", "HEAD:main")
    with (bag / CALLS).open("a") as note:
        note.write("- 2026-11-18: 5, called on the train\n")
    say(bag, NOTE, "Last words\n", "Last words, on the train\n")
    renew(bag, date(2026, 11, 18))
    commit(git, bag, "Wednesday")
    with (bag / PAGE).open("a") as page:
        page.write("\nWritten on the train\n")
    renew(bag, LAST)
    commit(git, bag, "Friday")


def assert_nothing_is_lost(root: Path) -> None:
    assert "read at the desk" in (root / TRIALS).read_text()
    assert "called on the train" in (root / CALLS).read_text()
    assert "Written at the desk" in (root / PAGE).read_text()
    assert "Written on the train" in (root / PAGE).read_text()
    assert "Written at the desk" in (root / NOTE).read_text()
    assert "Last words, on the train" in (root / NOTE).read_text()


@pytest.mark.parametrize("how", ["--no-rebase", "--rebase"])
def test_with_the_driver_no_generated_text_is_in_conflict(
    clones: tuple[Path, Path], git: Git, how: str
) -> None:
    desk, bag = clones
    for root in clones:
        with_driver(root)
    work_apart(git, desk, bag)
    git(bag, "pull", "-q", "--no-edit", how, "origin", "main")
    assert_nothing_is_lost(bag)
    assert Fate.LEFT not in renew(bag, LAST).values()
    commit(git, bag, "Renewed")
    git(bag, "push", "-q", "origin", "HEAD:main")
    git(desk, "pull", "-q", "origin", "main")
    assert {*renew(desk, LAST).values()} == {Fate.UNCHANGED}


def test_words_that_differ_in_one_place_are_all_that_is_left_to_people(
    clones: tuple[Path, Path], git: Git
) -> None:
    desk, bag = clones
    with_driver(bag)
    work_apart(git, desk, bag)
    say(desk, NOTE, "Last words\n", "Last words, at the desk\n")
    commit(git, desk, "Later")
    git(desk, "push", "-q", "origin", "HEAD:main")
    git(bag, "pull", "--no-rebase", "origin", "main", code=1)
    assert git(bag, "ls-files", "-z", "--unmerged").stdout.count(NOTE) == 3
    assert git(bag, "diff", "--name-only", "-z", "--diff-filter=U", "--relative").stdout == f"{NOTE}\0"
    assert (
        "<<<<<<< ours\nLast words, on the train\n=======\nLast words, at the desk\n>>>>>>> theirs\n"
        in (bag / NOTE).read_text()
    )
    assert_nothing_is_lost(bag)


def test_without_the_driver_words_stay_and_what_is_only_ours_heals(
    clones: tuple[Path, Path], git: Git
) -> None:
    desk, bag = clones
    work_apart(git, desk, bag)
    git(bag, "pull", "--no-rebase", "origin", "main", code=1)
    in_conflict = [path for path in GENERATED if "<<<<<<<" in (bag / path).read_text()]
    assert PAGE in in_conflict
    assert_nothing_is_lost(bag)
    fates = renew(bag, LAST)
    assert {fates[path] for path in in_conflict} <= {Fate.WRITTEN, Fate.LEFT}
    assert [path for path in in_conflict if fates[path] is Fate.WRITTEN]
    assert_nothing_is_lost(bag)
    # The way out for the others: with the driver, git merges them once more.
    Clone.of(bag, os.environ).install()
    git(bag, "checkout", "--merge", "--", *in_conflict)
    assert [path for path in GENERATED if "<<<<<<<" in (bag / path).read_text()] == []
    assert_nothing_is_lost(bag)


def test_where_the_driver_cannot_run_git_merges_as_ever(
    clones: tuple[Path, Path], git: Git, tmp_path: Path
) -> None:
    desk, bag = clones
    with_driver(bag)
    driver = git(bag, "config", "merge.vaultgoals.driver").stdout.strip()
    work_apart(git, desk, bag)
    program = tmp_path / "program"
    git(bag, "config", "merge.vaultgoals.driver", driver.replace(shlex.quote(sys.executable), str(program)))
    for fault in (None, "exit 1", "exit 5", "kill -9 $$"):
        if fault:
            program.write_text(f"#!/bin/sh\n{fault}\n")
            program.chmod(0o755)
        told = git(bag, "pull", "--no-rebase", "origin", "main", code=1).stderr
        assert (f"vaultgoals is gone from here, so git merges my notes/{PAGE}" in told) is (fault is None)
        assert "<<<<<<< ours\n" in (bag / PAGE).read_text()
        assert_nothing_is_lost(bag)
        git(bag, "merge", "--abort")


def test_the_list_that_obsidian_git_keeps_of_conflicts_is_no_note(vault: Build) -> None:
    root = vault({"conflict-files-obsidian-git.md": "- [[Trial conversion]]\n", "Notes/a.md": "x\n"})
    known = Workspace.at(root).vault
    assert not known.is_note("conflict-files-obsidian-git.md")
    assert known.is_note("Notes/a.md")
