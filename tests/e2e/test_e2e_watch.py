"""`vaultgoals watch`: a real process on a real folder, followed by what it says and what it writes."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from watcher import Watcher, wait_until

from vaultgoals.store.state import write_lock

Run = Callable[..., subprocess.CompletedProcess[str]]
Build = Callable[..., Path]

PAGE = "Reviews/Weekly/Review 2026-W47.md"
GOAL = "Goals/Onboarding calls.md"
PROMISED = 2.0
"""Seconds within which a change is on the page."""


Watching = Callable[..., Watcher]


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
    save(root / GOAL)
    assert watcher.line().startswith("Review 2026-W47")
    assert "[[Onboarding calls]] 3 · seen" in (root / PAGE).read_text()


def test_a_note_that_is_deleted_leaves_the_page(vault: Build, watching: Watching) -> None:
    root = vault()
    logs_in_a_note_of_its_own(root / GOAL)
    watcher = watching(root)
    assert "seen" in (root / PAGE).read_text()
    shutil.rmtree(root / "Check-ins")
    assert watcher.line().startswith("Review 2026-W47")
    assert "seen" not in (root / PAGE).read_text()


def test_without_its_outcome_a_process_goal_is_found_at_once_and_with_it_forgiven(
    run: Run, vault: Build, watching: Watching
) -> None:
    root = vault()
    watcher = watching(root)
    goal = root / GOAL
    joined = goal.read_text()
    goal.write_text(joined.replace('outcome: "[[Trial conversion]]"\n', ""))
    assert watcher.line(within=PROMISED).endswith(" written: Onboarding calls changed")
    assert "“Onboarding calls” leads to no outcome" in (root / PAGE).read_text()
    assert run(root, "check").returncode == 1
    goal.write_text(joined)
    assert watcher.line(within=PROMISED).endswith(" written: Onboarding calls changed")
    assert "leads to no outcome" not in (root / PAGE).read_text()
    assert run(root, "check").returncode == 0


def test_its_own_writes_do_not_wake_it(vault: Build, watching: Watching) -> None:
    root = vault()
    watcher = watching(root)
    for day in ("2026-11-18", "2026-11-19"):
        with (root / GOAL).open("a") as note:
            note.write(f"- {day}: 1\n")
        assert watcher.line().endswith(" written: Onboarding calls changed")
    changed = (root / PAGE).stat().st_mtime_ns
    assert watcher.end() == (143, [])
    assert (root / PAGE).stat().st_mtime_ns == changed


def test_a_second_watcher_is_told_of_the_first(run: Run, vault: Build, watching: Watching) -> None:
    root = vault()
    first = watching(root)
    second = run(root, "watch")
    assert second.returncode == 4
    assert second.stderr == (
        f"vaultgoals: The vault {root} is already being watched, by process {first.pid}.\n"
        "  Stop that one first.\n"
    )
    assert run(root, "review").returncode == 0


def test_a_page_that_must_be_left_is_said_once(vault: Build, watching: Watching) -> None:
    root = vault({PAGE: "mine\n"})
    watcher = watching(root)
    left = f"{PAGE} is not one of our pages (it has no `type: goal-review`); it was left as it is"
    assert watcher.line() == left
    for number in range(2):
        (root / "Goals" / f"More {number}.md").write_text("---\ntype: objective\n---\n")
        assert watcher.line().endswith(f" written: More {number} changed")
    assert watcher.end() == (143, [])
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
    saves_in_place(root / GOAL)
    assert watcher.line() == f"The vault {root} is back."
    assert " written: " in watcher.line()
    assert watcher.end()[0] == 143


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
    assert done.returncode == 0
    assert f"{PAGE} written\n" in done.stderr
    assert run(root, "watch", "--once").stderr == ""
    (root / PAGE).write_text("mine\n")
    assert run(root, "watch", "--once").returncode == 3


# What it says.


@pytest.mark.parametrize(("options", "means"), [((), "its file events"), (("--poll",), "looking every 2 s")])
def test_it_says_what_it_watches_and_how(
    vault: Build, environ: dict[str, str], options: tuple[str, ...], means: str
) -> None:
    root = vault()
    watcher = Watcher.start(root, environ, *options, today="2026-11-20")
    try:
        assert watcher.line() == f"Watching {root} by {means}. Stop with Ctrl-C."
    finally:
        watcher.close()


def test_one_line_says_what_was_written_and_why(vault: Build, watching: Watching) -> None:
    longer = "monthly = false\nquarterly = false\nyearly = false\n"
    settings = f'[pages]\n{longer}dashboard = false\nproblems = false\n[watch]\nquiet = "1 s"\n'
    root = vault({"vaultgoals.toml": settings})
    watcher = watching(root)
    saves_in_place(root / GOAL)
    assert watcher.line() == "Review 2026-W47 written: Onboarding calls changed"
    (root / "More").mkdir()
    for number in range(12):
        (root / "More" / f"{number}.md").write_text("---\ntype: process\n---\n")
    assert watcher.line() == "Review 2026-W47 written: 12 notes changed"
    (root / "vaultgoals.toml").write_text('[pages]\nweekly = "Weeks/{period} review.md"\nproblems = false\n')
    assert watcher.line().endswith(" written: settings changed")


def test_with_v_each_look_is_named_and_with_q_none(
    vault: Build, watching: Watching, environ: dict[str, str]
) -> None:
    root = vault()
    watcher = watching(root, before=("-v",))
    (root / "Ideas.md").write_text("nothing of ours\n")
    watcher.waits_for("Nothing to write: Ideas changed")
    (root / "Folder").mkdir()
    watcher.waits_for("Nothing to write: a folder changed")
    assert watcher.end()[0] == 143
    quiet = Watcher.start(root, environ, before=("-q",), today="2026-11-20")
    try:
        saves_in_place(root / GOAL)
        wait_until(lambda: "seen" in (root / PAGE).read_text())
        assert quiet.end() == (143, [])
    finally:
        quiet.close()


# Half a save is no save.


@pytest.mark.parametrize("half", [b"", bytes(300), "Grüße".encode()[:3]])
def test_a_goal_that_is_half_saved_for_a_moment_stays_on_the_page(
    vault: Build, watching: Watching, half: bytes
) -> None:
    root = vault()
    watcher = watching(root, before=("-v",))
    goal, page = root / GOAL, (root / PAGE).read_bytes()
    whole = goal.read_bytes()
    goal.write_bytes(half)
    watcher.waits_for("Nothing to write: Onboarding calls looks half saved")
    assert (root / PAGE).read_bytes() == page
    goal.write_bytes(whole + b"- 2026-11-19: 3, seen\n")
    watcher.waits_for(" written: Onboarding calls changed")
    assert "seen" in (root / PAGE).read_text()


def test_a_goal_that_stays_empty_is_believed_in_the_end_without_another_event(
    vault: Build, watching: Watching
) -> None:
    root = vault()
    watcher = watching(root)
    (root / GOAL).write_bytes(b"")
    assert watcher.line().endswith(" written: Onboarding calls changed")
    assert "[[Onboarding calls]]" not in (root / PAGE).read_text()


# Settings.


def test_settings_that_cannot_be_used_are_told_and_the_old_ones_stay(
    vault: Build, watching: Watching
) -> None:
    root = vault()
    watcher = watching(root)
    settings = root / "vaultgoals.toml"
    settings.write_text("seal-afte = 3\n")
    assert watcher.line().startswith("vaultgoals: vaultgoals.toml: there is no key seal-afte. ")
    assert watcher.line() == "  The settings stay as they were."
    saves_in_place(root / GOAL)
    assert watcher.line().endswith(" written: Onboarding calls changed")
    settings.write_text('[pages]\nweekly = "Weeks/{period} review.md"\n')
    assert watcher.line().startswith("2026-W47 review")


def test_a_hang_up_reads_the_settings_again_and_says_what_is_wrong_with_them(
    vault: Build, watching: Watching
) -> None:
    root = vault()
    watcher = watching(root)
    (root / "vaultgoals.toml").write_text("window = many\n")
    for _ in range(2):
        assert watcher.line().startswith("vaultgoals: vaultgoals.toml is not valid TOML")
        assert watcher.line() == "  The settings stay as they were."
        watcher.process.send_signal(signal.SIGHUP)
    watcher.waits_for("  The settings stay as they were.")
    (root / "vaultgoals.toml").write_text('[pages]\nweekly = "Weeks/{period} review.md"\n')
    watcher.process.send_signal(signal.SIGHUP)
    assert watcher.line().startswith("2026-W47 review")


@pytest.mark.parametrize("options", [(), ("--poll",)])
def test_settings_of_obsidian_are_settings_too(
    vault: Build, watching: Watching, options: tuple[str, ...]
) -> None:
    root = vault({"Daily/20.11.2026.md": "conversion:: 7\n", ".obsidian/app.json": "{}"})
    watcher = watching(root, *options, before=("-v",))
    (root / ".obsidian" / "daily-notes.json").write_text('{"folder": "Daily", "format": "DD.MM.YYYY"}')
    watcher.waits_for("settings changed")
    (root / ".obsidian").rename(root.parent / "elsewhere")
    watcher.waits_for("settings changed")


def test_a_new_quiet_time_holds_from_the_next_look_on(vault: Build, watching: Watching) -> None:
    root = vault({"vaultgoals.toml": '[watch]\nquiet = "2 s"\n'})
    watcher = watching(root, before=("-v",))
    watcher.waits_for("Nothing to write: ")
    (root / "vaultgoals.toml").write_text('[watch]\nquiet = "10 ms"\n')
    watcher.waits_for("settings changed")
    began = time.monotonic()
    saves_in_place(root / GOAL)
    watcher.waits_for(" written: ")
    assert time.monotonic() - began < 1.5


# Ending.


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
@pytest.mark.parametrize("options", [(), ("--poll",)])
def test_a_signal_ends_it_within_a_second(
    vault: Build, watching: Watching, number: int, code: int, options: tuple[str, ...]
) -> None:
    root = vault()
    watcher = watching(root, *options)
    assert ends_promptly(watcher, number) == code
    assert (root / PAGE).read_text().rstrip().endswith(" -->")


def ends_promptly(watcher: Watcher, number: int = signal.SIGTERM) -> int:
    began = time.monotonic()
    code, _ = watcher.end(number)
    assert time.monotonic() - began < 1
    return code


def test_a_signal_ends_the_reading_and_planning_of_a_large_vault(vault: Build, watching: Watching) -> None:
    goal = (vault() / GOAL).read_text()
    root = vault({f"Goals/Calls {number}.md": goal for number in range(300)})
    assert ends_promptly(watching(root, first="")) == 143
    assert not list(root.rglob(".vaultgoals-*"))


def test_a_signal_ends_the_wait_for_quiet(vault: Build, watching: Watching) -> None:
    root = vault({"vaultgoals.toml": '[watch]\nquiet = "60 s"\n'})
    watcher = watching(root, first="")
    saves_in_place(root / GOAL)
    assert ends_promptly(watcher) == 143


def test_a_signal_ends_the_wait_for_a_page_that_is_being_edited(vault: Build, watching: Watching) -> None:
    root = vault()
    watcher = watching(root, before=("-v",))
    (root / PAGE).with_name(f".{(root / PAGE).name}.swp").touch()
    saves_in_place(root / GOAL)
    watcher.waits_for(f"{PAGE} is being edited")
    assert ends_promptly(watcher) == 143


def test_a_signal_ends_the_wait_for_another_writer(
    vault: Build, watching: Watching, monkeypatch: pytest.MonkeyPatch, environ: dict[str, str]
) -> None:
    root = vault()
    watcher = watching(root, before=("-v",))
    monkeypatch.setenv("XDG_STATE_HOME", environ["XDG_STATE_HOME"])
    with write_lock(root):
        saves_in_place(root / GOAL)
        watcher.waits_for("Another vaultgoals is writing here: waiting for it.")
        assert ends_promptly(watcher) == 143


def test_another_writer_is_waited_for(
    vault: Build, watching: Watching, monkeypatch: pytest.MonkeyPatch, environ: dict[str, str]
) -> None:
    root = vault()
    watcher = watching(root, before=("-v",))
    monkeypatch.setenv("XDG_STATE_HOME", environ["XDG_STATE_HOME"])
    with write_lock(root):
        saves_in_place(root / GOAL)
        watcher.waits_for("Another vaultgoals is writing here: waiting for it.")
    watcher.waits_for(" written: Onboarding calls changed")
    assert "seen" in (root / PAGE).read_text()


def test_a_signal_ends_the_wait_for_a_vault_that_is_gone(
    vault: Build, watching: Watching, tmp_path: Path
) -> None:
    root = vault()
    watcher = watching(root)
    root.rename(tmp_path / "elsewhere")
    watcher.waits_for(" is gone. ")
    assert ends_promptly(watcher) == 143


def test_a_signal_ends_the_wait_for_git(vault: Build, watching: Watching) -> None:
    root = vault()
    (root / ".git").mkdir()
    watcher = watching(root)
    (root / ".git" / "index.lock").touch()
    saves_in_place(root / GOAL)
    assert ends_promptly(watcher) == 143
    assert "seen" not in (root / PAGE).read_text()


def test_when_nobody_listens_any_more_it_ends_quietly(vault: Build, environ: dict[str, str]) -> None:
    root = vault()
    command = [sys.executable, "-m", "vaultgoals", "watch"]
    heard, said = os.pipe()
    with subprocess.Popen(command, cwd=root, env=environ, stderr=said) as process:
        os.close(said)
        os.close(heard)
        assert process.wait(timeout=20) == 141


def test_when_nobody_listens_any_more_later_on_it_ends_quietly_too(
    vault: Build, environ: dict[str, str]
) -> None:
    root = vault()
    command = [sys.executable, "-m", "vaultgoals", "--today", "2026-11-20", "watch"]
    with subprocess.Popen(command, cwd=root, env=environ, stderr=subprocess.PIPE) as process:
        assert process.stderr is not None
        assert b"Watching" in process.stderr.readline()
        assert b"first look" in process.stderr.readline()
        process.stderr.close()
        saves_in_place(root / GOAL)
        assert process.wait(timeout=20) == 141
    assert "seen" in (root / PAGE).read_text()


def test_a_terminal_that_is_closed_ends_it(vault: Build, environ: dict[str, str]) -> None:
    root = vault()
    inside, outside = os.openpty()
    command = [sys.executable, "-m", "vaultgoals", "watch"]
    with subprocess.Popen(
        command, cwd=root, env=environ, stdin=outside, stdout=outside, stderr=outside, start_new_session=True
    ) as process:
        os.close(outside)
        said = b""
        while b"first look" not in said:
            said += os.read(inside, 1000)
        os.close(inside)
        process.send_signal(signal.SIGHUP)
        assert process.wait(timeout=20) == 129


# Idle.


def test_nothing_wakes_it_without_a_cause(vault: Build, watching: Watching) -> None:
    root = vault()
    watcher = watching(root, before=("-v",))
    watcher.waits_for("Nothing to write: ")
    before = seconds_of_work(watcher.pid)
    (root / GOAL).read_text()
    time.sleep(4)  # the time that is measured
    assert watcher.said() == []
    assert seconds_of_work(watcher.pid) - before < 0.2


def seconds_of_work(pid: int) -> float:
    """The time that a process spent computing."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
