"""What suddenly looks half saved is not believed at once, by a watcher."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from watcher import wait_until

from vaultgoals.workspace.folder import Workspace
from vaultgoals.workspace.grace import Grace

GOAL = "Goals/Onboarding calls.md"
Build = Callable[..., Path]


def test_what_looks_half_is_doubted_for_a_while_and_then_believed() -> None:
    grace = Grace(seconds=10)
    assert grace.doubts("a.md", half=True, now=100)
    assert grace.ends == 110
    assert grace.doubts("a.md", half=True, now=109)
    assert not grace.doubts("a.md", half=True, now=110)
    assert grace.ends is None


def test_what_is_whole_again_is_believed_and_the_next_time_counts_anew() -> None:
    grace = Grace(seconds=10)
    assert grace.doubts("a.md", half=True, now=100)
    assert not grace.doubts("a.md", half=False, now=105)
    assert grace.doubts("a.md", half=True, now=109)
    assert grace.ends == 119


def test_each_note_has_a_time_of_its_own() -> None:
    grace = Grace(seconds=10)
    grace.doubts("a.md", half=True, now=100)
    grace.doubts("b.md", half=True, now=105)
    assert grace.doubted == {"a.md", "b.md"}
    assert grace.ends == 110
    grace.doubts("a.md", half=False, now=106)
    assert grace.ends == 115


def test_what_always_looked_whole_is_never_doubted() -> None:
    grace = Grace(seconds=10)
    assert not grace.doubts("a.md", half=False, now=100)
    assert grace.ends is None


def patient(root: Path, *, seconds: float = 3600) -> Workspace:
    workspace = Workspace.at(root)
    workspace.grace = Grace(seconds=seconds)
    return workspace


HALVES = {
    "empty": b"",
    "all zeros": bytes(400),
    "cut in a character": "Grüße".encode()[:3],
    "not UTF-8": b"\xff\xfe\x00",
}


@pytest.mark.parametrize("half", HALVES.values(), ids=HALVES)
def test_a_half_saved_note_keeps_what_it_said(vault: Build, half: bytes) -> None:
    root = vault()
    workspace = patient(root)
    before = workspace.vault
    (root / GOAL).write_bytes(half)
    assert workspace.refresh() == frozenset()
    assert workspace.vault is before
    assert workspace.grace is not None
    assert workspace.grace.doubted == {GOAL}


@pytest.mark.parametrize("half", HALVES.values(), ids=HALVES)
def test_what_is_read_by_hand_is_believed_at_once(vault: Build, half: bytes) -> None:
    root = vault()
    workspace = Workspace.at(root)
    (root / GOAL).write_bytes(half)
    assert workspace.refresh() == {GOAL}
    assert GOAL not in workspace.vault.goals


def test_a_half_saved_note_that_becomes_whole_says_what_stands_there(vault: Build) -> None:
    root = vault()
    workspace = patient(root)
    text = (root / GOAL).read_text()
    (root / GOAL).write_bytes(b"")
    workspace.refresh()
    (root / GOAL).write_text(f"{text}- 2026-11-19: 3\n")
    assert workspace.refresh() == {GOAL}
    assert workspace.vault.notes[GOAL].source.text.endswith("2026-11-19: 3\n")
    assert workspace.grace is not None
    assert workspace.grace.ends is None


def test_a_half_saved_note_that_comes_back_as_it_was_changed_nothing(vault: Build) -> None:
    root = vault()
    workspace = patient(root)
    before, text = workspace.vault, (root / GOAL).read_text()
    (root / GOAL).write_bytes(b"")
    workspace.refresh()
    (root / GOAL).write_text(text)
    assert workspace.refresh() == frozenset()
    assert workspace.vault is before


def test_a_note_that_stays_empty_is_believed_in_the_end(vault: Build) -> None:
    root = vault()
    workspace = patient(root, seconds=0.2)
    (root / GOAL).write_bytes(b"")
    assert workspace.refresh() == frozenset()
    wait_until(lambda: workspace.refresh() == {GOAL}, within=10)
    assert GOAL not in workspace.vault.goals
    assert workspace.vault.is_note(GOAL)


def test_a_half_saved_note_that_is_deleted_is_gone(vault: Build) -> None:
    root = vault()
    workspace = patient(root)
    (root / GOAL).write_bytes(b"")
    workspace.refresh()
    (root / GOAL).unlink()
    assert workspace.refresh() == {GOAL}
    assert workspace.grace is not None
    assert workspace.grace.ends is None


def test_a_new_note_may_be_empty(vault: Build) -> None:
    root = vault()
    workspace = patient(root)
    (root / "New.md").touch()
    assert workspace.refresh() == {"New.md"}


@pytest.mark.parametrize("others", [{}, {"Ideas.md": "not a goal"}], ids=["no note is left", "only others"])
def test_a_vault_that_suddenly_has_no_goals_keeps_them_for_a_while(
    vault: Build, others: dict[str, str]
) -> None:
    root = vault(others)
    workspace = patient(root, seconds=0.2)
    goals = set(workspace.vault.goals)
    (root / "Goals").rename(root.parent / "elsewhere")
    assert workspace.refresh() == frozenset()
    assert set(workspace.vault.goals) == goals
    wait_until(lambda: workspace.refresh() == goals, within=10)
    assert not workspace.vault.goals


def test_goals_that_moved_are_seen_at_once(vault: Build) -> None:
    root = vault()
    workspace = patient(root)
    (root / "Goals").rename(root / "Ziele")
    assert len(workspace.refresh()) == 4
    assert len(workspace.vault.goals) == 2


def test_one_goal_that_is_deleted_is_gone_at_once(vault: Build) -> None:
    root = vault()
    workspace = patient(root)
    (root / GOAL).unlink()
    assert workspace.refresh() == {GOAL}


def test_settings_that_are_suddenly_empty_or_gone_stay_for_a_while(vault: Build) -> None:
    root = vault({"vaultgoals.toml": "seal-after = 3\n"})
    workspace = patient(root, seconds=0.2)
    (root / "vaultgoals.toml").write_text("")
    assert not workspace.reload()
    assert workspace.config.seal_after == 3
    wait_until(workspace.reload, within=10)
    assert workspace.config.seal_after == 7


def test_a_plugin_that_is_switched_off_is_believed_at_once(vault: Build) -> None:
    calendar = ".obsidian/plugins/calendar/data.json"
    root = vault(
        {calendar: '{"weeklyNoteFolder": "Weeks"}', ".obsidian/community-plugins.json": '["calendar"]'}
    )
    workspace = patient(root)
    (root / ".obsidian/community-plugins.json").write_text("[]")
    assert workspace.reload()
    assert workspace.config.periodic.weekly is None


def test_settings_of_obsidian_that_are_gone_stay_for_a_while(vault: Build) -> None:
    root = vault({".obsidian/daily-notes.json": '{"folder": "Daily"}'})
    workspace = patient(root, seconds=0.2)
    (root / ".obsidian/daily-notes.json").unlink()
    assert not workspace.reload()
    assert workspace.config.periodic.daily == "Daily/YYYY-MM-DD"
    wait_until(workspace.reload, within=10)
    assert workspace.config.periodic.daily is None


def test_other_settings_are_believed_at_once_and_no_note_is_read_again_for_them(vault: Build) -> None:
    root = vault({"vaultgoals.toml": "seal-after = 3\n"})
    workspace = patient(root)
    goal = workspace.vault.notes[GOAL]
    (root / "vaultgoals.toml").write_text("seal-after = 5\n")
    assert workspace.reload()
    assert workspace.refresh() == frozenset()
    assert workspace.vault.config.seal_after == 5
    assert workspace.vault.notes[GOAL] is goal


def test_the_same_size_and_time_do_not_hide_another_text(vault: Build) -> None:
    root = vault()
    workspace = Workspace.at(root)
    goal = root / GOAL
    wait_until(lambda: time.time() - goal.stat().st_ctime > 0.1)
    workspace.refresh()
    before = goal.stat()
    goal.write_text(goal.read_text().replace("2026-11-17: 4", "2026-11-17: 7"))
    os.utime(goal, ns=(before.st_atime_ns, before.st_mtime_ns))
    after = goal.stat()
    assert (after.st_size, after.st_mtime_ns, after.st_ino) == (
        before.st_size,
        before.st_mtime_ns,
        before.st_ino,
    )
    assert workspace.refresh() == {GOAL}


def test_two_changes_in_one_moment_are_both_seen(vault: Build) -> None:
    root = vault()
    workspace = Workspace.at(root)
    for number in range(200):
        text = f"---\ntype: process\n---\n{number:03}"
        (root / GOAL).write_text(text)
        workspace.refresh()
        assert workspace.vault.notes[GOAL].source.text == text


def test_a_note_that_was_only_touched_did_not_change(vault: Build) -> None:
    root = vault()
    workspace = Workspace.at(root)
    before = workspace.vault
    (root / GOAL).touch()
    assert workspace.refresh() == frozenset()
    assert workspace.vault is before
