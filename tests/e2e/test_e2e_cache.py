"""The cache: nobody sees it but by the time it saves."""

import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
Build = Callable[..., Path]

NOTES = {f"Notes/{number}.md": f"# Note {number}\n\nWords.\n- [ ] something\n" for number in range(30)}

# Counts the notes that a run opens, and says which modules it imported.
_COUNTING = """
import sys
opened = []
def hook(event, args):
    if event == "open" and isinstance(args[0], str) and args[0].endswith(".md"):
        opened.append(args[0])
sys.addaudithook(hook)
from vaultgoals.cli import main
try:
    main()
finally:
    print(len(opened), *sorted(name for name in sys.modules), file=sys.stderr)
"""


@pytest.fixture
def counted(environ: dict[str, str]) -> Callable[..., tuple[str, int, set[str]]]:
    """Runs a command: what it printed, how many notes it opened, and what it imported."""

    def call(root: Path, *args: str) -> tuple[str, int, set[str]]:
        done = subprocess.run(
            [sys.executable, "-c", _COUNTING, "--today", "2026-11-20", *args],
            cwd=root,
            env=environ,
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=60,
        )
        count, *modules = done.stderr.splitlines()[-1].split()
        return done.stdout, int(count), set(modules)

    return call


Counted = Callable[..., tuple[str, int, set[str]]]
FINDS_OUT = {"vaultgoals.rules", "vaultgoals.core.vault", "jinja2", "markdown_it", "yaml", "watchdog", "rich"}


def test_when_nothing_changed_no_note_is_opened_and_nothing_is_worked_out(
    counted: Counted, vault: Build
) -> None:
    root = vault(NOTES)
    first, opened, _ = counted(root, "check")
    assert opened >= 32
    again, opened, modules = counted(root, "check")
    assert (again, opened) == (first, 0)
    assert not modules & FINDS_OUT


def test_an_edited_note_that_has_nothing_to_do_with_goals_is_the_only_one_opened(
    counted: Counted, vault: Build
) -> None:
    root = vault(NOTES)
    first, _, _ = counted(root, "check")
    with (root / "Notes/7.md").open("a") as file:
        file.write("More words.\n")
    again, opened, modules = counted(root, "check")
    assert (again, opened) == (first, 1)
    assert not modules & FINDS_OUT
    assert counted(root, "check")[:2] == (first, 0)


def test_an_edited_goal_is_the_only_note_opened_and_is_told_anew(counted: Counted, vault: Build) -> None:
    root = vault(NOTES)
    first, _, _ = counted(root, "check")
    goal = root / "Goals/Onboarding calls.md"
    goal.write_text(goal.read_text().replace("because:", "becaus:"))
    again, opened, _ = counted(root, "check")
    assert opened == 1
    assert "becaus" in again
    assert "becaus" not in first
    assert counted(root, "check")[:2] == (again, 0)


def test_a_note_is_read_again_though_its_size_and_time_are_those_it_had(
    counted: Counted, vault: Build
) -> None:
    root = vault(NOTES)
    counted(root, "check")
    goal = root / "Goals/Onboarding calls.md"
    status = goal.stat()
    goal.write_text(goal.read_text().replace("cadence: 10 per week", "cadance: 10 per week"))
    os.utime(goal, ns=(status.st_atime_ns, status.st_mtime_ns))
    again, opened, _ = counted(root, "check")
    assert opened == 1
    assert "cadance" in again


def test_a_goal_that_an_ordinary_note_speaks_of_is_heard_once_it_is_there(
    counted: Counted, vault: Build
) -> None:
    root = vault(NOTES | {"Notes/7.md": "- [ ] call them [[Ring up]]\n"})
    first, _, _ = counted(root, "check", "-v")
    (root / "Goals/Ring up.md").write_text(
        '---\ntype: process\noutcome: "[[Trial conversion]]"\ncadence: weekly\nbecause: so\n---\n'
    )
    again, opened, _ = counted(root, "check", "-v")
    assert opened <= 3
    assert "Notes/7.md" in again
    assert "Notes/7.md" not in first


@pytest.mark.parametrize(
    "ruling", ["vaultgoals.toml", ".obsidian/daily-notes.json", "vaultgoals-baseline.json"]
)
def test_other_settings_are_heeded_at_once(run: Run, vault: Build, ruling: str) -> None:
    root = vault(NOTES)
    run(root, "check")
    (root / ruling).parent.mkdir(exist_ok=True)
    (root / ruling).write_text("{")
    said = run(root, "check").stderr
    assert ruling in said
    assert run(root, "check").stderr == said


def test_a_new_day_is_another_question(run: Run, vault: Build) -> None:
    root = vault(NOTES)
    run(root, "check", today="2026-11-20")
    cold = run(root, "--no-cache", "check", today="2027-03-01").stdout
    assert run(root, "check", today="2027-03-01").stdout == cold


def test_what_comes_after_a_sentence_more_is_told_as_without_the_cache(run: Run, vault: Build) -> None:
    note = '---\ntype: checkin\ngoal: "[[Onboarding calls]]"\nvalue: 2\n---\n'
    root = vault({**NOTES, "Log/2026-11-18.md": note})
    run(root, "check")
    later = f"{note}It went well.\n"
    for text in (later, f"{later}So it did.\n", later.replace("2\n", "many\n"), later, note):
        (root / "Log/2026-11-18.md").write_text(text)
        assert run(root, "check", "-v").stdout == run(root, "--no-cache", "check", "-v").stdout
        assert run(root, "check").stdout == run(root, "--no-cache", "check").stdout


def test_the_exit_code_and_both_streams_are_said_again(run: Run, vault: Build) -> None:
    root = vault({"Goals/Alone.md": "---\ntype: process\ncadence: weekly\nbecause: so\n---\n"})
    run(root, "check", "--write-baseline")
    (root / "Goals/Alone too.md").write_text("---\ntype: process\ncadence: weekly\nbecause: so\n---\n")
    first, again = run(root, "check"), run(root, "check")
    assert first.returncode == 1
    assert "known" in first.stderr
    assert (again.returncode, again.stdout, again.stderr) == (first.returncode, first.stdout, first.stderr)


def test_without_the_cache_nothing_is_kept_and_the_same_is_said(
    run: Run, vault: Build, tmp_path: Path
) -> None:
    root = vault(NOTES)
    cold = run(root, "--no-cache", "check")
    assert not (tmp_path / "cache").exists()
    assert run(root, "check").stdout == cold.stdout
    assert run(root, "check", "--no-cache").stdout == cold.stdout


def test_a_cache_that_cannot_be_written_costs_nothing(run: Run, vault: Build, tmp_path: Path) -> None:
    root = vault(NOTES)
    (tmp_path / "cache").write_text("a file where the folder should be")
    first, again = run(root, "check"), run(root, "check")
    assert (first.stderr, again.stdout) == ("", first.stdout)


def test_a_spoilt_cache_is_begun_anew(run: Run, vault: Build, tmp_path: Path) -> None:
    root = vault(NOTES)
    first = run(root, "check")
    (file,) = (tmp_path / "cache/vaultgoals/vaults").iterdir()
    file.write_bytes(b"no database" * 1000)
    again = run(root, "check")
    assert (again.stdout, again.stderr) == (first.stdout, "")
    assert run(root, "check").stdout == first.stdout


@pytest.mark.parametrize(
    "command", [("status",), ("next",), ("graph",), ("review", "--diff"), ("explain", "Trial conversion")]
)
def test_every_command_says_the_same_with_a_cache_as_without(
    run: Run, vault: Build, command: tuple[str, ...]
) -> None:
    root = vault(NOTES | {"Daily/2026-11-19.md": "Onboarding calls:: 3\n- [x] rang [[Onboarding calls]]\n"})
    run(root, "check")
    with (root / "Daily/2026-11-19.md").open("a") as file:
        file.write("- [ ] ring again [[Trial conversion]]\n")
    warm, cold = run(root, *command), run(root, "--no-cache", *command)
    assert (warm.returncode, warm.stdout, warm.stderr) == (cold.returncode, cold.stdout, cold.stderr)


@pytest.mark.parametrize("coding", ["utf-8-sig", "utf-16"])
def test_a_note_that_is_not_kept_is_told_anew_when_it_changes(run: Run, vault: Build, coding: str) -> None:
    goal = '---\ntype: process\noutcome: "[[Trial conversion]]"\ncadence: weekly\nbecause: so\n---\n'
    root = vault({"Goals/Other.md": goal.encode(coding)})
    run(root, "check")
    run(root, "check", "-v")
    (root / "Goals/Other.md").write_text(goal.replace("cadence: weekly\n", ""), encoding="utf-8-sig")
    for args in (("check", "-v"), ("check",)):
        assert run(root, *args).stdout == run(root, "--no-cache", *args).stdout
    assert "VG308" in run(root, "check").stdout


class Restless:
    """Saves a note again and again, as a syncer may, so that its marks are never believed."""

    def __init__(self, note: Path) -> None:
        self.note, self.text, self._over = note, note.read_text(), threading.Event()
        self._thread = threading.Thread(target=self._save)

    def __enter__(self) -> "Restless":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _save(self) -> None:
        while not self._over.wait(0.001):
            self.note.with_suffix(".tmp").write_text(self.text)
            self.note.with_suffix(".tmp").replace(self.note)


def test_an_answer_of_when_a_note_was_in_doubt_is_not_repeated(run: Run, vault: Build) -> None:
    root = vault()
    with Restless(root / "Goals/Onboarding calls.md") as goal:
        assert "becaus" not in run(root, "check").stdout
        goal.text = goal.text.replace("because:", "becaus:")
        run(root, "check", "--format", "json")
    assert "becaus" in run(root, "check").stdout


def test_a_cache_is_never_written_through_a_link_or_into_the_vault(
    run: Run, vault: Build, tmp_path: Path
) -> None:
    root = vault({"Notes/a.md": "mine\n"})
    run(root, "check")
    (file,) = (tmp_path / "cache/vaultgoals/vaults").iterdir()
    file.unlink()
    file.symlink_to(root / "Notes/a.md")
    first = run(root, "check").stdout
    assert (root / "Notes/a.md").read_text() == "mine\n"
    before = sorted(root.rglob("*"))
    assert run(root, "check", XDG_CACHE_HOME=str(root / "cache")).stdout == first
    assert sorted(root.rglob("*")) == before


@pytest.mark.parametrize("encoding", ["ascii", "ascii:replace", "latin-1", "utf-8"])
def test_whatever_letters_the_output_has_the_same_is_said_again(vault: Build, encoding: str) -> None:
    root = vault({"Goals/Übung.md": "---\ntype: process\ncadence: weekly\nbecause: so\n---\n"})
    env = {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    said = [
        subprocess.run(
            [sys.executable, "-m", "vaultgoals", "--today", "2026-11-20", "check"],
            cwd=root,
            env=os.environ | env | {"XDG_CACHE_HOME": str(root.parent / "cache")},
            capture_output=True,
            check=False,
        ).stdout
        for _ in range(2)
    ]
    assert said[0]
    assert said[1] == said[0]
