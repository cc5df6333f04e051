"""`vaultgoals watch`: a real process on a real folder, followed by what it says and what it writes."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
Build = Callable[..., Path]

PAGE = "Reviews/Weekly/Review 2026-W47.md"
WRITTEN = f"{PAGE} written"
PROMISED = 2.0
"""Seconds within which a change is on the page."""


class Watcher:
    """A running `vaultgoals watch` and the lines that it has not been asked for yet."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self.process = process
        self._lines: SimpleQueue[str] = SimpleQueue()
        self._reader = Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stderr is not None
        for line in self.process.stderr:
            self._lines.put(line.rstrip("\n"))

    def line(self, *, within: float = 10.0) -> str:
        """The next line that it says."""
        return self._lines.get(timeout=within)

    def waits_for(self, words: str) -> None:
        """Wait for a line that begins with these words; others may come before it."""
        while not self.line().startswith(words):
            pass

    def end(self, number: int = signal.SIGTERM) -> tuple[int, list[str]]:
        """Stop it by a signal: its exit code, and the lines that nobody asked for."""
        self.process.send_signal(number)
        code = self.process.wait(timeout=10)
        self._reader.join(timeout=10)
        rest = []
        while not self._lines.empty():
            rest.append(self._lines.get())
        return code, rest


Watching = Callable[..., Watcher]


@pytest.fixture
def watching(environ: dict[str, str]) -> Iterator[Watching]:
    """Starts a watcher that has said that it watches and has written its first page."""
    processes: list[subprocess.Popen[str]] = []

    def start(root: Path, *options: str, first: str = WRITTEN) -> Watcher:
        command = [sys.executable, "-m", "vaultgoals", "--today", "2026-11-20", "watch", *options]
        pipe = subprocess.PIPE
        process = subprocess.Popen(command, cwd=root, env=environ, stdout=pipe, stderr=pipe, text=True)
        processes.append(process)
        watcher = Watcher(process)
        assert watcher.line() == f"Watching {root}. Stop with Ctrl-C."
        if first:
            assert watcher.line() == first
        return watcher

    yield start
    for process in processes:
        with process:
            process.kill()


def saves_in_place(goal: Path) -> None:
    with goal.open("a") as note:
        note.write("- 2026-11-19: 3, seen\n")


def saves_as_vim_does(goal: Path) -> None:
    text = goal.read_text()
    backup = goal.with_name(f"{goal.name}~")
    goal.rename(backup)
    goal.write_text(f"{text}- 2026-11-19: 3, seen\n")
    backup.unlink()


def saves_by_rename(goal: Path) -> None:
    beside = goal.with_name("new.tmp")
    beside.write_text(f"{goal.read_text()}- 2026-11-19: 3, seen\n")
    beside.replace(goal)


def logs_in_a_note_of_its_own(goal: Path) -> None:
    folder = goal.parents[1] / "Check-ins"
    folder.mkdir()
    text = '---\ntype: checkin\ngoal: "[[Onboarding calls]]"\ndate: 2026-11-19\nvalue: 3\n---\nseen\n'
    (folder / "2026-11-19 0900 Onboarding calls.md").write_text(text)


@pytest.mark.parametrize(
    "save", [saves_in_place, saves_as_vim_does, saves_by_rename, logs_in_a_note_of_its_own]
)
def test_whatever_way_a_check_in_is_saved_it_is_on_the_page(
    vault: Build, watching: Watching, save: Callable[[Path], None]
) -> None:
    root = vault()
    watcher = watching(root)
    assert "seen" not in (root / PAGE).read_text()
    save(root / "Goals" / "Onboarding calls.md")
    assert watcher.line() == WRITTEN
    assert "[[Onboarding calls]] 3 · seen" in (root / PAGE).read_text()


def test_a_note_that_is_deleted_leaves_the_page(vault: Build, watching: Watching) -> None:
    root = vault()
    logs_in_a_note_of_its_own(root / "Goals" / "Onboarding calls.md")
    watcher = watching(root)
    assert "seen" in (root / PAGE).read_text()
    shutil.rmtree(root / "Check-ins")
    assert watcher.line() == WRITTEN
    assert "seen" not in (root / PAGE).read_text()


def test_without_its_outcome_a_process_goal_is_found_at_once_and_with_it_forgiven(
    run: Run, vault: Build, watching: Watching
) -> None:
    root = vault()
    watcher = watching(root)
    goal = root / "Goals" / "Onboarding calls.md"
    joined = goal.read_text()
    goal.write_text(joined.replace('outcome: "[[Trial conversion]]"\n', ""))
    assert watcher.line(within=PROMISED) == WRITTEN
    assert "“Onboarding calls” leads to no outcome" in (root / PAGE).read_text()
    assert run(root, "check").returncode == 1
    goal.write_text(joined)
    assert watcher.line(within=PROMISED) == WRITTEN
    assert "leads to no outcome" not in (root / PAGE).read_text()
    assert run(root, "check").returncode == 0


def test_its_own_writes_do_not_wake_it(vault: Build, watching: Watching) -> None:
    root = vault()
    watcher = watching(root)
    for day in ("2026-11-18", "2026-11-19"):
        with (root / "Goals" / "Onboarding calls.md").open("a") as note:
            note.write(f"- {day}: 1\n")
        assert watcher.line() == WRITTEN
    changed = (root / PAGE).stat().st_mtime_ns
    assert watcher.end() == (143, [])
    assert (root / PAGE).stat().st_mtime_ns == changed


def test_what_a_person_types_into_the_page_meanwhile_stays(vault: Build, watching: Watching) -> None:
    root = vault()
    watcher = watching(root)
    page, prompt = root / PAGE, "**One thing I will do differently this week:**"
    page.write_text(page.read_text().replace(prompt, f"{prompt} less"))
    saves_in_place(root / "Goals" / "Onboarding calls.md")
    assert watcher.line() == WRITTEN
    assert f"{prompt} less\n" in page.read_text()
    assert "seen" in page.read_text()


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
def test_a_signal_ends_it_within_a_second(vault: Build, watching: Watching, number: int, code: int) -> None:
    root = vault()
    watcher = watching(root)
    began = time.monotonic()
    assert watcher.end(number) == (code, [])
    assert time.monotonic() - began < 1
    assert (root / PAGE).read_text().endswith("<!-- vaultgoals:end navigation -->\n")


def test_a_second_watcher_is_told_of_the_first(run: Run, vault: Build, watching: Watching) -> None:
    root = vault()
    first = watching(root)
    second = run(root, "watch")
    assert second.returncode == 4
    assert second.stderr == (
        f"vaultgoals: The vault {root} is already being watched, by process {first.process.pid}.\n"
        "  Stop that one first.\n"
    )
    assert run(root, "review").returncode == 0


def test_settings_that_cannot_be_used_are_told_and_the_old_ones_stay(
    vault: Build, watching: Watching
) -> None:
    root = vault()
    watcher = watching(root)
    settings = root / "vaultgoals.toml"
    settings.write_text("seal-afte = 3\n")
    assert watcher.line().startswith("vaultgoals: vaultgoals.toml: there is no key seal-afte. ")
    assert watcher.line() == "  The settings stay as they were."
    saves_in_place(root / "Goals" / "Onboarding calls.md")
    assert watcher.line() == WRITTEN
    settings.write_text('[pages]\nweekly = "Weeks/{period} review.md"\n')
    assert watcher.line() == "Weeks/2026-W47 review.md written"


def test_a_page_that_must_be_left_is_said_once(vault: Build, watching: Watching) -> None:
    root = vault({PAGE: "mine\n"})
    left = f"{PAGE} is not one of our pages (it has no `type: goal-review`); it was left as it is"
    watcher = watching(root, first=left)
    for number in range(2):
        (root / "Goals" / f"More {number}.md").write_text("---\ntype: objective\n---\n")
        with pytest.raises(Empty):
            watcher.line(within=0.8)
    assert (root / PAGE).read_text() == "mine\n"


@pytest.mark.parametrize("options", [(), ("--poll",)])
def test_a_vault_that_is_gone_is_waited_for_and_not_made_anew(
    vault: Build, watching: Watching, tmp_path: Path, options: tuple[str, ...]
) -> None:
    root = vault()
    watcher = watching(root, *options)
    root.rename(tmp_path / "elsewhere")
    watcher.waits_for(f"The vault {root} is gone. Waiting for it to come back.")
    assert not root.exists()
    (tmp_path / "elsewhere").rename(root)
    saves_in_place(root / "Goals" / "Onboarding calls.md")
    assert watcher.line() == WRITTEN
    assert watcher.end() == (143, [])


def test_an_empty_folder_in_its_place_is_no_vault_without_goals(
    vault: Build, watching: Watching, tmp_path: Path
) -> None:
    root = vault()
    watcher = watching(root)
    (tmp_path / "empty").mkdir()
    root.rename(tmp_path / "elsewhere")
    (tmp_path / "empty").rename(root)
    watcher.waits_for("vaultgoals: There is no vault in ")
    assert watcher.end()[0] == 143
    assert list(root.iterdir()) == []


def test_once_writes_the_pages_and_stops(run: Run, vault: Build) -> None:
    root = vault()
    done = run(root, "watch", "--once")
    assert (done.returncode, done.stderr) == (0, f"{WRITTEN}\n")
    (root / PAGE).write_text("mine\n")
    assert run(root, "watch", "--once").returncode == 3


def test_when_nobody_listens_any_more_it_ends_quietly(vault: Build, environ: dict[str, str]) -> None:
    root = vault()
    command = [sys.executable, "-m", "vaultgoals", "watch"]
    heard, said = os.pipe()
    with subprocess.Popen(command, cwd=root, env=environ, stderr=said) as process:
        os.close(said)
        os.close(heard)
        assert process.wait(timeout=10) == 141
