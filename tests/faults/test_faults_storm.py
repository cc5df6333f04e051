"""After any storm the pages say what a run from scratch says, byte for byte."""

import itertools
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from storm import WEEKLY, Storm
from watcher import Watcher

from vaultgoals.markdown import read_note
from vaultgoals.store.files import read
from vaultgoals.workspace.folder import Workspace

Run = Callable[..., subprocess.CompletedProcess[str]]
Watching = Callable[..., Watcher]
GOAL = "Goals/Doing 0.md"


@pytest.mark.parametrize("seed", range(4))
def test_a_refreshed_vault_is_the_vault_read_anew(tmp_path: Path, seed: int) -> None:
    """Of which all pages are made, and of nothing else."""
    storm = Storm(tmp_path / "vault", seed)
    workspace = Workspace.at(storm.root)
    for number, step in enumerate(storm.steps(150)):
        workspace.reload()
        before = workspace.vault
        changed = workspace.refresh()
        cold = Workspace.at(storm.root).vault
        told = f"seed {seed}, step {number}: {step}"
        assert workspace.vault.files == cold.files, told
        assert sources(workspace) == {path: note.source for path, note in cold.notes.items()}, told
        assert workspace.vault.config == cold.config, told
        assert bool(changed) == (
            (before.files, before.notes) != (workspace.vault.files, workspace.vault.notes)
        ), told


def sources(workspace: Workspace) -> dict[str, object]:
    return {path: note.source for path, note in workspace.vault.notes.items()}


@pytest.mark.parametrize(("seed", "options"), [(11, ()), (12, ("--poll",))])
def test_when_it_has_fallen_quiet_the_pages_are_those_of_a_cold_run(
    run: Run, watching: Watching, tmp_path: Path, seed: int, options: tuple[str, ...]
) -> None:
    storm = Storm(tmp_path / "vault", seed)
    assert run(storm.root, "review", "2026-W46").returncode == 0
    watcher = watching(storm.root, *options, before=("-v",))
    for step in storm.steps(500):
        if storm.random.random() < 0.3:
            time.sleep(storm.random.random() / 50)  # the pace of the storm, not a wait for the watcher
        assert watcher.process.poll() is None, f"seed {seed}, {step}"
    watcher.falls_silent(during=5)  # longer than a page is being edited, or a look takes
    assert is_current(run, storm.root, tmp_path / "cold"), f"seed {seed}"
    assert says_the_same_from_scratch(run, storm.root, tmp_path / "scratch"), f"seed {seed}"
    assert not list(storm.root.rglob(".vaultgoals-*")), f"seed {seed}"


def pages_of(root: Path) -> dict[str, bytes]:
    found = ((path.relative_to(root).as_posix(), path.read_bytes()) for path in root.rglob("*.md"))
    return {path: data for path, data in found if b"type: goal-review" in data}


def copied(root: Path, to: Path) -> Path:
    """A copy of the vault in which nobody is typing, and of which no machine knows anything."""
    shutil.copytree(root, to)
    for page in to.rglob("*.md"):
        os.utime(page, (1, 1))
    return to


def is_current(run: Run, root: Path, copy: Path) -> bool:
    """Whether a run that knows nothing of what was before finds nothing to write."""
    copied(root, copy)
    before = pages_of(copy)
    ended = run(copy, "review", XDG_STATE_HOME=str(copy.parent / "no state"))
    assert ended.returncode in (0, 3), ended.stderr
    return WEEKLY in before and pages_of(copy) == before


def says_the_same_from_scratch(run: Run, root: Path, copy: Path) -> bool:
    """Whether this week's page, written anew where there is none, has the same blocks."""
    copied(root, copy)
    (copy / WEEKLY).unlink()
    run(copy, "review", XDG_STATE_HOME=str(copy.parent / "no state"))
    return blocks(copy) == blocks(root)


def blocks(root: Path) -> dict[str, str]:
    page = read_note(read(root, WEEKLY, limit=1 << 20))
    return {block.name: page.source.cut(block.span) for block in page.blocks}


def test_changes_that_the_system_could_not_tell_are_seen_all_the_same(
    run: Run, watching: Watching, tmp_path: Path
) -> None:
    room = int(Path("/proc/sys/fs/inotify/max_queued_events").read_text())
    if room > 100_000:
        pytest.skip("the queue for events is too long here to overflow soon")
    storm = Storm(tmp_path / "vault", 1)
    watcher = watching(storm.root, before=("-v",))
    watcher.falls_silent(during=1)
    notes = itertools.cycle(storm.notes("Notes"))
    watcher.process.send_signal(signal.SIGSTOP)
    for _ in range(room + 1000):
        os.utime(next(notes))
    watcher.process.send_signal(signal.SIGCONT)
    watcher.waits_for("Nothing to write: some changes went by unseen")
    watcher.process.send_signal(signal.SIGSTOP)
    for _ in range(room + 1000):
        os.utime(next(notes))
    with (storm.root / GOAL).open("a") as goal:
        goal.write("- 2026-11-19: 3, told by nobody\n")
    watcher.process.send_signal(signal.SIGCONT)
    watcher.waits_for(" written: Doing 0 changed")
    assert "told by nobody" in (storm.root / WEEKLY).read_text()
    watcher.falls_silent(during=1)
    assert is_current(run, storm.root, tmp_path / "cold")
