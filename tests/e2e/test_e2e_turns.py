"""`done`, `pause`, `resume` and `promote`, as people type them."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
Build = Callable[..., Path]

SEARCH = (
    "---\r\ntype: process\r\nexploratory: true\r\nuntil: 2026-12-01\r\ncadence: daily\r\n---\r\nMine.\r\n"
)
LEVER = """\
---
type: lever
outcome: "[[Trial conversion]]"
experiment: true
timebox: 2026-11-18
---
- [ ] Book a room 📅 2026-11-27
- [ ] Book a car 📅 2026-11-27
- [ ] Water the plants 🔁 every day 📅 2026-11-27
"""
CALLS = "Goals/Onboarding calls.md"


@pytest.fixture
def rested(vault: Build) -> Build:
    """Builds a vault whose notes nobody has touched for an hour."""

    def build(*args: dict[str, str | bytes]) -> Path:
        root = vault(*args)
        for path in root.rglob("*.md"):
            os.utime(path, (path.stat().st_atime, path.stat().st_mtime - 3600))
        return root

    return build


def test_a_rest_with_an_end_makes_a_streak_wait(run: Run, rested: Build) -> None:
    root = rested()
    before = (root / CALLS).read_bytes()
    done = run(root, "pause", "onboarding calls", "--until", "2026-12-04")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        f"{CALLS}\nIt rests until 4 Dec; its streak of 4 weeks waits. Those days ask for nothing.\n"
    )
    added = b"pauses:\n  - 2026-11-20..2026-12-04\n"
    assert (root / CALLS).read_bytes() == before.replace(b"---\n## Check", added + b"---\n## Check")
    again = run(root, "pause", "Onboarding calls", "--until", "2026-12-04")
    assert (again.returncode, again.stdout) == (0, "“Onboarding calls” rests already.\n")


def test_a_goal_rests_and_is_taken_up_again(run: Run, rested: Build) -> None:
    root = rested()
    assert run(root, "pause", "Onboarding calls").stdout == (
        f"{CALLS}\nIt rests until `vaultgoals resume 'Onboarding calls'`. With --until its streak of 4"
        " weeks waits as well.\n"
    )
    assert "\nstatus: paused\n" in (root / CALLS).read_text()
    done = run(root, "resume", "Onboarding calls")
    assert done.stdout == f"{CALLS}\nIt goes on from 20 Nov, with a streak of 4 weeks.\n"
    assert "\nstatus: active\n" in (root / CALLS).read_text()
    assert run(root, "resume", "Onboarding calls").stdout.startswith("“Onboarding calls” does not rest")


def test_a_rest_that_is_to_come_and_one_by_status_are_said_as_they_are(run: Run, rested: Build) -> None:
    root = rested()
    ahead = run(root, "pause", "Onboarding calls", "--from", "2026-12-10", "--until", "2026-12-12")
    assert ahead.stdout.splitlines()[1].startswith("It rests from 10 Dec until 12 Dec;")
    run(root, "pause", "Onboarding calls")
    again = run(root, "pause", "Onboarding calls", "--from", "2026-12-20", "--until", "2026-12-21")
    assert "Its status is `paused` all the same, until `vaultgoals resume" in again.stdout
    late = run(root, "resume", "Onboarding calls", "--on", "2026-12-05")
    assert (late.returncode, late.stdout) == (2, "")
    assert "pause GOAL --until 2026-12-04" in late.stderr
    ended = run(root, "pause", "Onboarding calls", "--until", "2026-12-04", "-q")
    assert (ended.stdout, ended.stderr) == (f"{CALLS}\n", "")
    assert "\nstatus: active\n" in (root / CALLS).read_text()


def test_a_goal_that_is_done_says_where_it_stands_and_what_still_leads_to_it(run: Run, rested: Build) -> None:
    root = rested()
    done = run(root, "done", "Trial conversion")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "Goals/Trial conversion.md\n"
        "Done since 20 Nov. It stands at 6.4 of 8 %. Onboarding calls still leads to it.\n"
    )
    kept = run(root, "restore", "Trial conversion")
    assert kept.returncode == 0
    assert "status" not in (root / "Goals/Trial conversion.md").read_text()


def test_an_action_is_ticked_by_a_part_of_its_text_that_no_other_has(run: Run, rested: Build) -> None:
    root = rested({"Goals/Pricing.md": LEVER})
    several = run(root, "done", "book a")
    assert (several.returncode, several.stdout) == (2, "")
    assert "fits 2 open actions" in several.stderr
    assert "Goals/Pricing.md:7" in several.stderr
    done = run(root, "done", "a room")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "Goals/Pricing.md:7\n“Book a room” is done, 20 Nov. 2 actions for Pricing are still open.\n"
    )
    wanted = LEVER.replace("- [ ] Book a room 📅 2026-11-27", "- [x] Book a room 📅 2026-11-27 ✅ 2026-11-20")
    assert (root / "Goals/Pricing.md").read_text() == wanted
    again = run(root, "done", "Water")
    assert (again.returncode, again.stdout) == (2, "")
    assert "comes again" in again.stderr


def test_an_experiment_has_a_result(run: Run, rested: Build) -> None:
    root = rested({"Goals/Pricing.md": LEVER})
    assert "Begin with worked, did-not or unclear" in run(root, "done", "Pricing", "--result", "fine").stderr
    done = run(root, "done", "Pricing", "--result", "did-not: too few came")
    assert done.returncode == 0
    text = (root / "Goals/Pricing.md").read_text()
    assert 'status: done\nclosed: 2026-11-20\nresult: "did-not: too few came"\n---\n' in text


def test_a_search_is_promoted_with_its_newlines_kept(run: Run, rested: Build) -> None:
    root = rested({"Goals/Try.md": SEARCH.encode()})
    needs = run(root, "promote", "Try", "--outcome", "Trial conversion")
    assert (needs.returncode, needs.stdout) == (2, "")
    assert "still needs --because" in needs.stderr
    done = run(root, "promote", "Try", "--outcome", "Trial conversion", "--because", "they see")
    assert done.returncode == 0
    assert (root / "Goals/Try.md").read_bytes().decode() == (
        '---\r\ntype: process\r\ncadence: daily\r\noutcome: "[[Trial conversion]]"\r\nbecause: they see\r\n'
        "---\r\nMine.\r\n"
    )


@pytest.mark.parametrize(
    ("args", "code", "words"),
    [
        (("done", "Nothing such"), 2, "is no goal and no open action"),
        (("done", "Trial conversion", "--on", "2026-12-01"), 2, "is still to come"),
        (("pause", "Onboarding calls", "--from", "2026-12-01"), 2, "--until"),
        (("promote", "Onboarding calls", "--outcome", "Trial conversion"), 2, "is no search"),
        (("plan", "Trial conversion"), 2, "no terminal"),
        (("pause", "Onboard"), 2, "Did you mean “Onboarding calls”?"),
        (("pause", "Onboarding calls", "--why", "\udcff"), 2, "is not text"),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_nothing_is_written(
    run: Run, rested: Build, args: tuple[str, ...], code: int, words: str
) -> None:
    root = rested()
    before = {path: path.read_bytes() for path in root.rglob("*.md")}
    done = run(root, *args)
    assert (done.returncode, done.stdout) == (code, "")
    assert words in done.stderr
    assert {path: path.read_bytes() for path in root.rglob("*.md")} == before
