"""`vaultgoals watch` beside others: a person at the keyboard, another machine, git, a long day."""

import os
import re
import shutil
import subprocess
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from watcher import Watcher, wait_until

Run = Callable[..., subprocess.CompletedProcess[str]]
Build = Callable[..., Path]
Watching = Callable[..., Watcher]

PAGE = "Reviews/Weekly/Review 2026-W47.md"
GOAL = "Goals/Onboarding calls.md"
PROMPT = "**One thing I will do differently this week:**"
ONLY_WEEKLY = "[pages]\n" + "".join(
    f"{kind} = false\n" for kind in ("monthly", "quarterly", "yearly", "dashboard", "problems")
)


def log(root: Path, line: str = "- 2026-11-19: 3, seen") -> None:
    with (root / GOAL).open("a") as note:
        note.write(f"{line}\n")


# A person at the keyboard.


class Typist:
    """Types into a page and saves after every key, as an editor does that takes in what others write."""

    def __init__(self, page: Path) -> None:
        self.page = page
        self.typed = ""
        self.saved = page.read_text()
        self.at = time.monotonic()
        self.interrupted = False

    def types(self, key: str) -> None:
        now, text = time.monotonic(), self.page.read_text()
        # A machine that stood still for so long looks like a person who stopped.
        self.interrupted |= text != self.saved and now - self.at < 1.5
        self.saved = text.replace(f"{PROMPT} {self.typed}", f"{PROMPT} {self.typed}{key}")
        self.typed += key
        self.page.write_text(self.saved)
        self.at = time.monotonic()


def test_a_page_that_is_being_typed_in_is_renewed_only_after_the_last_key(
    vault: Build, watching: Watching
) -> None:
    root = vault()
    watcher = watching(root)
    page = root / PAGE
    page.write_text(page.read_text().replace(PROMPT, f"{PROMPT} "))
    typist = Typist(page)
    typist.types("S")
    log(root)
    for key in "leep before eleven":
        time.sleep(0.3)  # the pace of the hand, not a wait for the watcher
        typist.types(key)
    assert "seen" not in typist.saved
    watcher.waits_for("Review 2026-W47 written: ")
    assert not typist.interrupted
    assert f"{PROMPT} Sleep before eleven\n" in page.read_text()
    assert "[[Onboarding calls]] 3 · seen" in page.read_text()


def vim_opens(page: Path) -> Path:
    swap = page.with_name(f".{page.name}.swp")
    swap.write_bytes(b"b0VIM 9.0")
    return swap


def emacs_opens(page: Path) -> Path:
    lock = page.with_name(f".#{page.name}")
    lock.symlink_to("ana@home.1234:1")
    return lock


def emacs_saves_by_itself(page: Path) -> Path:
    copy = page.with_name(f"#{page.name}#")
    copy.write_text("half a sentence")
    return copy


@pytest.mark.parametrize("opens", [vim_opens, emacs_opens, emacs_saves_by_itself])
def test_a_page_that_is_open_in_an_editor_waits_and_all_others_do_not(
    vault: Build, watching: Watching, opens: Callable[[Path], Path]
) -> None:
    root = vault()
    watcher = watching(root, before=("-v",))
    page = (root / PAGE).read_bytes()
    mark = opens(root / PAGE)
    log(root)
    assert "Dashboard" in watcher.waits_for(" written: ")
    watcher.waits_for(f"{PAGE} is being edited")
    assert (root / PAGE).read_bytes() == page
    mark.unlink()
    watcher.waits_for("Review 2026-W47 written: ")
    assert "seen" in (root / PAGE).read_text()


# Another machine.


def says(page: Path, words: str) -> bool:
    return words in page.read_text()


def test_two_machines_that_watch_one_vault_fall_quiet(
    run: Run, vault: Build, watching: Watching, tmp_path: Path
) -> None:
    root = vault()
    one = watching(root, before=("-v",))
    other = watching(root, before=("-v",), first="", XDG_STATE_HOME=str(tmp_path / "other"))
    for number in range(5):
        log(root, f"- 2026-11-19: {number}, call {number}")
        wait_until(partial(says, root / PAGE, f"call {number}"))
    for watcher in (one, other, one):
        watcher.falls_silent(during=2, within=20)
    pages = [page for page in root.rglob("*.md") if "type: goal-review" in page.read_text()]
    assert root / PAGE in pages
    assert max(page.stat().st_mtime for page in pages) < time.time() - 2
    before = [page.read_bytes() for page in pages]
    assert run(root, "review", XDG_STATE_HOME=str(tmp_path / "third")).returncode == 0
    assert [page.read_bytes() for page in pages] == before
    assert not list(root.rglob("*.tmp"))


def deleted(page: Path) -> None:
    page.unlink()


def rewritten(page: Path) -> None:
    """Say something else in a property of ours."""
    page.write_text(re.sub(r"(?m)^outcomes: \d+$", "outcomes: 99", page.read_text()))


@pytest.mark.parametrize("undo", [deleted, rewritten])
def test_a_page_that_something_rewrites_again_and_again_is_left_with_one_warning(
    vault: Build, watching: Watching, undo: Callable[[Path], None]
) -> None:
    root = vault({"vaultgoals.toml": ONLY_WEEKLY})
    watcher = watching(root)
    for _ in range(3):
        undo(root / PAGE)
        watcher.waits_for("Review 2026-W47 written: ")
    assert watcher.line() == f"{PAGE} is rewritten from elsewhere again and again; it is left for 10 minutes."
    undo(root / PAGE)
    theirs = (root / PAGE).read_bytes() if (root / PAGE).exists() else None
    (root / "Ideas.md").write_text("<!-- vaultgoals:begin next -->\n<!-- vaultgoals:end next -->\n")
    assert watcher.line() == "Ideas written: 2 notes changed"
    assert ((root / PAGE).read_bytes() if (root / PAGE).exists() else None) == theirs
    assert watcher.end() == (143, [])


# Git.


def git(root: Path, *args: str) -> None:
    identity = ("-c", "user.name=Ana", "-c", "user.email=ana@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *identity, *args], cwd=root, check=True, capture_output=True)


@pytest.mark.skipif(shutil.which("git") is None, reason="no git here")
def test_five_thousand_notes_of_a_checkout_are_one_run(vault: Build, watching: Watching) -> None:
    root = vault({"vaultgoals.toml": ONLY_WEEKLY})
    git(root, "init", "-b", "main")
    git(root, "add", ".")
    git(root, "commit", "-m", "a small vault")
    git(root, "checkout", "-b", "large")
    (root / "Notes").mkdir()
    for number in range(5000):
        (root / "Notes" / f"{number}.md").write_text(f"---\ntopic: {number}\n---\nSee [[{number + 1}]].\n")
    log(root)
    git(root, "add", ".")
    git(root, "commit", "-m", "a large one")
    git(root, "checkout", "main")
    watcher = watching(root, before=("-v",))
    watcher.waits_for("Nothing to write: ")
    git(root, "checkout", "large")
    assert watcher.waits_for("notes changed", within=60) == "Review 2026-W47 written: 5001 notes changed"
    assert "seen" in (root / PAGE).read_text()
    git(root, "checkout", "main")
    assert watcher.waits_for("notes changed", within=60) == "Review 2026-W47 written: 5001 notes changed"
    assert "seen" not in (root / PAGE).read_text()


# A long day.


def test_at_midnight_the_pages_are_renewed_without_any_change(vault: Build, watching: Watching) -> None:
    today = datetime.now(UTC).date()
    moving = f"""\
---
type: outcome
metric: steps
baseline: 0
target: 2000
start: {today - timedelta(days=10)}
due: {today + timedelta(days=10)}
---
## Check-ins

- {today - timedelta(days=3)}: 12
"""
    root = vault({"Goals/Steps.md": moving})
    watcher = watching(root, today="", TZ=zone_in_which_midnight_comes_in(seconds=6))
    assert watcher.waits_for("a new day").endswith(" written: a new day")


def zone_in_which_midnight_comes_in(*, seconds: int) -> str:
    """A time zone, as TZ tells it, whose day ends in a few seconds."""
    now = datetime.now(UTC)
    ahead = (24 * 3600 - seconds) - (now.hour * 3600 + now.minute * 60 + now.second)
    if ahead > 12 * 3600:
        ahead -= 24 * 3600
    minutes, second = divmod(abs(ahead), 60)
    sign = "-" if ahead > 0 else "+"  # in TZ, east of Greenwich is negative
    return f"VGT{sign}{minutes // 60:02}:{minutes % 60:02}:{second:02}"


# A long life.


def test_descriptors_threads_and_memory_stay_flat(vault: Build, watching: Watching) -> None:
    root = vault({"vaultgoals.toml": '[watch]\nquiet = "10 ms"\n' + ONLY_WEEKLY})
    watcher = watching(root)
    goal, text = root / GOAL, (root / GOAL).read_text()

    def edits(looks: int) -> None:
        for look in range(looks):
            for number in range(20):
                goal.write_text(f"{text}- 2026-11-19: {number}\n")
            goal.write_text(f"{text}- 2026-11-19: {20 + look % 9}, seen\n")
            watcher.line()

    edits(30)
    before = Resources(watcher.pid)
    edits(60)
    after = Resources(watcher.pid)
    assert (after.descriptors, after.threads) == (before.descriptors, before.threads)
    assert after.kibibytes - before.kibibytes < 4096


class Resources:
    """What a process holds."""

    def __init__(self, pid: int) -> None:
        status = dict(
            line.split(":", 1) for line in Path(f"/proc/{pid}/status").read_text().splitlines() if ":" in line
        )
        self.descriptors = len(os.listdir(f"/proc/{pid}/fd"))
        self.threads = int(status["Threads"])
        self.kibibytes = int(status["VmRSS"].split()[0])
