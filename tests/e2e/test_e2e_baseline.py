"""The baseline: what an old vault has wrong is set aside, so that what is new is seen."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from watcher import Watcher, wait_until

Run = Callable[..., subprocess.CompletedProcess[str]]
Build = Callable[..., Path]

RULES = {"vaultgoals.toml": '[rules]\nselect = ["VG2", "VG309"]\n'}
BASELINE = "vaultgoals-baseline.json"
WITHOUT_OUTCOME = "---\ntype: process\ncadence: weekly\nbecause: it may help\n---\n"
WITHOUT_BECAUSE = '---\ntype: process\noutcome: "[[Trial conversion]]"\ncadence: weekly\n---\n'


@pytest.fixture
def old(run: Run, vault: Build) -> Path:
    """A vault whose two findings are in its baseline."""
    root = vault({**RULES, "Goals/Post.md": WITHOUT_OUTCOME, "Goals/Mail.md": WITHOUT_BECAUSE})
    done = run(root, "check", "--write-baseline")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == f"{BASELINE} sets 2 findings aside. `check` speaks of new ones from now on.\n"
    return root


def codes(run: Run, root: Path, *options: str) -> list[str]:
    done = run(root, "check", "--format", "json", *options)
    return [finding["code"] for finding in json.loads(done.stdout)["findings"]]


def test_known_findings_are_left_out_counted_and_do_not_fail(run: Run, old: Path) -> None:
    done = run(old, "check", "--strict")
    assert done.returncode == 0
    assert done.stdout.startswith("Nothing to mend in 4 notes")
    assert done.stderr == "2 known findings are in the baseline; see `check --no-baseline`.\n"
    assert run(old, "-q", "check").stderr == ""


@pytest.mark.parametrize("form", ["json", "github", "sarif", "junit"])
def test_they_are_left_out_in_every_format(run: Run, old: Path, form: str) -> None:
    done = run(old, "check", "--format", form)
    assert done.returncode == 0
    assert "Goals/Post.md" not in done.stdout


def test_json_says_how_many_are_known_where_there_is_a_baseline(run: Run, old: Path) -> None:
    assert json.loads(run(old, "check", "--format", "json").stdout)["summary"]["known"] == 2
    (old / BASELINE).unlink()
    assert "known" not in json.loads(run(old, "check", "--format", "json").stdout)["summary"]


def test_no_baseline_shows_all(run: Run, old: Path) -> None:
    assert sorted(codes(run, old, "--no-baseline")) == ["VG201", "VG309"]
    assert run(old, "check", "--no-baseline").returncode == 1
    assert "baseline" not in run(old, "check", "--no-baseline").stderr


def test_a_new_finding_is_seen_and_fails(run: Run, old: Path) -> None:
    (old / "Goals" / "Call.md").write_text(WITHOUT_OUTCOME)
    done = run(old, "check")
    assert done.returncode == 1
    assert done.stdout.startswith("Goals/Call.md:2:1: error VG201 ")
    assert "Goals/Post.md" not in done.stdout


def test_what_is_written_elsewhere_in_a_note_brings_nothing_back(run: Run, old: Path) -> None:
    post = old / "Goals" / "Post.md"
    post.write_text(WITHOUT_OUTCOME.replace("---\n", "---\nowner: Ana\n", 1) + "\nA thought.\n")
    assert codes(run, old, "--select", "VG201") == []


def test_what_is_mended_is_said_and_forgotten_at_the_next_write(run: Run, old: Path) -> None:
    (old / "Goals" / "Post.md").unlink()
    assert (
        "Of the baseline one is gone; forget that with `check --write-baseline`.\n"
        in run(old, "check").stderr
    )
    assert "gone" not in run(old, "check", "--select", "VG309").stderr
    assert "gone" not in run(old, "check", "Goals").stderr
    run(old, "check", "--write-baseline")
    assert "gone" not in run(old, "check").stderr
    (old / "Goals" / "Post.md").write_text(WITHOUT_OUTCOME)
    assert codes(run, old) == ["VG201"]


def test_the_same_findings_are_the_same_bytes_and_written_once(run: Run, old: Path) -> None:
    before = (old / BASELINE).stat()
    run(old, "check", "--write-baseline")
    assert (old / BASELINE).stat().st_mtime_ns == before.st_mtime_ns
    assert (old / BASELINE).read_text().endswith(': 1,\n"schema": 1\n}\n')


def test_the_pages_leave_known_findings_out_and_say_how_many(run: Run, old: Path) -> None:
    assert run(old, "review").returncode == 0
    page = (old / "Reviews" / "Problems.md").read_text()
    assert "errors: 0\n" in page
    assert "Post" not in page
    assert (
        "Left out: 2 known findings in the baseline. `vaultgoals check --no-baseline` shows them.\n" in page
    )
    assert run(old, "review", "--check").returncode == 0


def test_a_watcher_takes_a_new_baseline_at_once(
    run: Run, old: Path, watching: Callable[..., Watcher]
) -> None:
    page = old / "Reviews" / "Problems.md"
    (old / BASELINE).unlink()
    watching(old)
    assert "Left out" not in page.read_text()
    run(old, "check", "--write-baseline")
    wait_until(lambda: "Left out: 2 known findings" in page.read_text())


def test_a_vault_without_findings_needs_no_baseline(run: Run, vault: Build) -> None:
    root = vault(RULES)
    done = run(root, "check", "--write-baseline")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "There are no findings, so there is nothing to set aside.\n"
    assert not (root / BASELINE).exists()


@pytest.mark.parametrize("command", [("check",), ("check", "--write-baseline"), ("review",)])
def test_a_baseline_that_cannot_be_read_is_one_sentence(
    run: Run, old: Path, command: tuple[str, ...]
) -> None:
    (old / BASELINE).write_text("nothing\n")
    done = run(old, *command)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        f"vaultgoals: {BASELINE} is not valid JSON (Expecting value: line 1 column 1 (char 0)).\n"
        "  Mend it, or delete it and write it anew with `vaultgoals check --write-baseline`.\n"
    )
    assert (old / BASELINE).read_text() == "nothing\n"


def test_a_baseline_that_two_branches_left_in_conflict_is_named_as_such(run: Run, old: Path) -> None:
    (old / BASELINE).write_text("<<<<<<< HEAD\n")
    done = run(old, "check", "--write-baseline")
    assert done.returncode == 2
    assert done.stderr.startswith(f"vaultgoals: {BASELINE} holds a merge conflict of git in line 1, ")
    assert (old / BASELINE).read_text() == "<<<<<<< HEAD\n"


@pytest.mark.parametrize("more", [("Goals",), ("--select", "VG2"), ("--ignore", "VG2"), ("--no-baseline",)])
def test_a_baseline_is_of_the_whole_vault(run: Run, old: Path, more: tuple[str, ...]) -> None:
    before = (old / BASELINE).read_bytes()
    done = run(old, "check", "--write-baseline", *more)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(
        "vaultgoals: --write-baseline sets aside what is found in the whole vault.\n"
    )
    assert (old / BASELINE).read_bytes() == before


def test_a_baseline_that_cannot_be_written_is_told(run: Run, old: Path) -> None:
    (old / BASELINE).chmod(0o444)
    (old / "Goals" / "Call.md").write_text(WITHOUT_OUTCOME)
    done = run(old, "check", "--write-baseline")
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr == f"vaultgoals: {BASELINE} is read-only, so it was not written.\n"


def test_the_baseline_that_was_replaced_can_be_brought_back(run: Run, old: Path) -> None:
    before = (old / BASELINE).read_bytes()
    (old / "Goals" / "Post.md").unlink()
    run(old, "check", "--write-baseline")
    assert (old / BASELINE).read_bytes() != before
    assert run(old, "restore", BASELINE).returncode == 0
    assert (old / BASELINE).read_bytes() == before
