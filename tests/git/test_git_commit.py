"""The hook: it stops a commit for the errors that it brings, and lets current pages go with it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from vaultgoals.store.staged import Staging
from vaultgoals.workspace.committing import errors_brought, renew_pages
from vaultgoals.workspace.folder import Workspace
from vaultgoals.workspace.pages import write_pages

pytestmark = pytest.mark.usefixtures("own_git")

Git = Callable[..., subprocess.CompletedProcess[str]]
Build = Callable[..., Path]

TODAY = date(2026, 11, 20)
BAD = "---\ntype: process\ncadence: weekly\nbecause: it may help\n---\n"
GOOD = BAD.replace("cadence", 'outcome: "[[Trial conversion]]"\ncadence')
PAGE, BOARD = "Reviews/Weekly/Review 2026-W47.md", "Reviews/Dashboard.md"
CALLS, TRIALS = "Goals/Onboarding calls.md", "Goals/Trial conversion.md"
MORE = "- 2026-11-19: 9\n"
BRANCH = "it's-$(touch)-`a`;branch"


@pytest.fixture(autouse=True)
def _old_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    """No page counts as being typed in, however quick the test is."""
    monkeypatch.setattr("vaultgoals.store.write._FRESH", -1.0)


@pytest.fixture
def root(vault: Build, git: Git, tmp_path: Path) -> Path:
    """A vault in a subfolder of a repository, committed with its pages and one old error."""
    top = vault({"Goals/Old.md": BAD}).rename(tmp_path / "inner")
    (tmp_path / "repo").mkdir()
    root = top.rename(tmp_path / "repo" / "my notes")
    write_pages(Workspace.at(root), today=TODAY)
    git(tmp_path / "repo", "init", "-q")
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "Goals")
    return root


def write(root: Path, path: str, text: str) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text)


def staging(root: Path) -> Staging:
    return Staging.of(root, os.environ)


def brought(root: Path) -> list[tuple[str, str]]:
    found = errors_brought(Workspace.at(root), staging(root), today=TODAY)
    return [(error.path, error.code) for error in found.errors]


def test_only_the_errors_that_a_commit_brings_are_told(root: Path, git: Git) -> None:
    write(root, "Notes/Plain.md", "Words.\n")
    write(root, "Goals/New ü.md", BAD)
    assert brought(root) == []  # not staged yet
    git(root, "add", "-A")
    assert brought(root) == [("Goals/New ü.md", "VG201")]


def test_what_is_staged_counts_not_what_stands_in_the_vault(root: Path, git: Git) -> None:
    write(root, "Goals/New.md", BAD)
    git(root, "add", "-A")
    write(root, "Goals/New.md", GOOD)
    assert brought(root) == [("Goals/New.md", "VG201")]
    git(root, "add", "-A")
    write(root, "Goals/New.md", BAD)
    assert brought(root) == []


def test_an_error_elsewhere_that_the_commit_causes_is_brought_by_it(root: Path, git: Git) -> None:
    git(root, "rm", "-q", TRIALS)
    assert brought(root) == [(CALLS, "VG202")]


def test_a_note_that_only_moves_brings_nothing(root: Path, git: Git) -> None:
    git(root, "mv", "Goals/Old.md", "Old -x.md")
    assert brought(root) == []


def test_a_first_commit_brings_all_that_it_holds(root: Path, git: Git) -> None:
    git(root, "update-ref", "-d", "HEAD")
    assert brought(root) == [("Goals/Old.md", "VG201")]


def test_a_merge_brings_neither_sides_errors_but_the_marks_of_its_conflicts(root: Path, git: Git) -> None:
    git(root, "checkout", "-q", "-b", BRANCH)
    write(root, "Goals/Theirs.md", BAD)
    write(root, "Goals/Old.md", BAD + "Their words\n")
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "theirs")
    git(root, "checkout", "-q", "-")
    write(root, "Goals/Old.md", BAD + "My words\n")
    git(root, "commit", "-q", "-a", "-m", "mine")
    git(root, "merge", BRANCH, code=1)
    git(root, "add", "-A")
    assert brought(root) == [("Goals/Old.md", "VG103")]
    write(root, "Goals/Old.md", BAD + "Our words\n")
    git(root, "add", "-A")
    assert brought(root) == []


def test_pages_are_renewed_and_staged_with_the_notes_that_they_tell_of(root: Path, git: Git) -> None:
    with (root / CALLS).open("a") as note:
        note.write(MORE)
    git(root, "add", "-A")
    renewed = renew_pages(Workspace.at(root), staging(root), today=TODAY)
    assert {PAGE, BOARD} <= {*renewed.paths}
    assert git(root, "diff", "--name-only").stdout == ""
    staged = git(root, "diff", "--cached", "--name-only", "-z", "--relative").stdout.split("\0")
    assert {CALLS, PAGE, BOARD} <= {*staged}
    assert renew_pages(Workspace.at(root), staging(root), today=TODAY).paths == ()


def test_a_page_with_words_that_are_not_staged_is_left(root: Path, git: Git) -> None:
    with (root / PAGE).open("a") as page, (root / CALLS).open("a") as note:
        page.write("My words\n")
        note.write(MORE)
    git(root, "add", CALLS)
    before = (root / PAGE).read_bytes()
    renewed = renew_pages(Workspace.at(root), staging(root), today=TODAY)
    assert PAGE not in renewed.paths
    assert BOARD in renewed.paths
    assert (root / PAGE).read_bytes() == before


def test_pages_that_git_does_not_know_are_not_made(root: Path, git: Git) -> None:
    git(root, "rm", "-q", "-r", "--cached", "Reviews")
    with (root / CALLS).open("a") as note:
        note.write(MORE)
    git(root, "add", CALLS)
    assert renew_pages(Workspace.at(root), staging(root), today=TODAY).paths == ()


@pytest.mark.parametrize("tracked", [True, False])
def test_no_page_tells_of_a_note_that_the_commit_does_not_hold(
    root: Path, git: Git, *, tracked: bool
) -> None:
    path = CALLS if tracked else "Goals/New.md"
    write(root, path, GOOD + MORE)
    write(root, "Notes/Plain.md", "Words.\n")
    git(root, "add", "Notes")
    renewed = renew_pages(Workspace.at(root), staging(root), today=TODAY)
    assert renewed.left == f"The pages are left as they are: {path} is not staged as it stands."
    assert renewed.paths == ()


def test_where_only_some_files_are_committed_no_page_is(
    root: Path, git: Git, monkeypatch: pytest.MonkeyPatch
) -> None:
    index = root.parent / ".git" / "next-index-7.lock"
    shutil.copy(root.parent / ".git" / "index", index)
    monkeypatch.setenv("GIT_INDEX_FILE", str(index))
    with (root / CALLS).open("a") as note:
        note.write(MORE)
    git(root, "add", CALLS)
    renewed = renew_pages(Workspace.at(root), staging(root), today=TODAY)
    assert renewed.left == "The pages are left as they are: only some files are committed."


def test_git_calls_the_hook_which_says_how_to_commit_all_the_same(
    root: Path, git: Git, tmp_path: Path
) -> None:
    program = [sys.executable, "-m", "vaultgoals", "-C", str(root), "git", "install"]
    assert subprocess.run(program, check=True, capture_output=True).stderr == b""
    write(root, "Goals/New.md", BAD)
    git(root, "add", "-A")
    stopped = git(root, "commit", "-m", "x", code=1).stderr
    assert "Goals/New.md:2:1: error VG201" in stopped
    assert "Goals/Old.md" not in stopped
    assert stopped.endswith(
        "This commit brings 1 error, so it was stopped. `git commit --no-verify` commits all the same.\n"
    )
    git(root, "commit", "-q", "--no-verify", "-m", "x")
    (root / "vaultgoals.toml").write_text("nonsense = 1\n")
    told = git(root, "commit", "-a", "-m", "settings").stderr
    assert told.startswith(
        "vaultgoals did not look at this commit: vaultgoals.toml: there is no key nonsense."
    )
