"""The watcher on a real folder: whoever saves, however they save, it looks once and then rests."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Event, Thread

import pytest

from vaultgoals.store.files import read
from vaultgoals.store.write import rewrite
from vaultgoals.watch import watch

Looks = SimpleQueue[frozenset[str]]
FAR = 10.0**11


@pytest.fixture(autouse=True)
def _own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    vault = tmp_path / "vault"
    (vault / "Goals").mkdir(parents=True)
    (vault / "Goals" / "Run.md").write_text("one\n")
    return vault


@contextmanager
def watching(
    root: Path,
    *,
    poll: bool = False,
    said: list[str] | None = None,
    deadline: Callable[[], float] = lambda: FAR,
    then: Callable[[frozenset[str]], None] = lambda paths: None,
) -> Iterator[Looks]:
    """A watcher in a thread, past its first look."""
    looks: Looks = SimpleQueue()
    stop = Event()

    def wake(paths: frozenset[str]) -> None:
        then(paths)
        looks.put(paths)

    def run() -> None:
        say = (said if said is not None else []).append
        watch(root, wake, quiet=0.05, poll=poll, stop=stop, say=say, next_deadline=deadline)

    thread = Thread(target=run)
    thread.start()
    try:
        assert looks.get(timeout=10) == frozenset()
        yield looks
    finally:
        stop.set()
        thread.join(timeout=5)
        assert not thread.is_alive()


def saves_in_place(note: Path) -> None:
    note.write_text("two\n")


def saves_by_rename(note: Path) -> None:
    beside = note.with_name("Run.md.tmp")
    beside.write_text("two\n")
    beside.replace(note)


def saves_like_vim(note: Path) -> None:
    probe = note.with_name("4913")
    probe.touch()
    probe.unlink()
    backup = note.with_name("Run.md~")
    note.rename(backup)
    note.write_text("two\n")
    backup.unlink()


def appends(note: Path) -> None:
    with note.open("a") as stream:
        stream.write("two\n")


def deletes(note: Path) -> None:
    note.unlink()


@pytest.mark.parametrize("save", [saves_in_place, saves_by_rename, saves_like_vim, appends, deletes])
def test_however_a_note_is_saved_it_is_looked_at(root: Path, save: Callable[[Path], None]) -> None:
    with watching(root) as looks:
        save(root / "Goals" / "Run.md")
        assert looks.get(timeout=10) == {"Goals/Run.md"}


def test_reading_and_hidden_files_do_not_wake(root: Path) -> None:
    (root / ".obsidian").mkdir()
    with watching(root) as looks:
        (root / "Goals" / "Run.md").read_text()
        (root / ".obsidian" / "workspace.json").write_text("{}")
        (root / "Goals" / ".Run.md.swp").write_text("x")
        (root / "Goals" / "Run.md~").write_text("x")
        (root / "seen.md").write_text("x")
        assert looks.get(timeout=10) == {"seen.md"}


def test_our_own_write_wakes_once_more_and_then_there_is_rest(root: Path) -> None:
    def renew_the_page(paths: frozenset[str]) -> None:
        source = read(root, "Goals/Run.md", limit=1000)
        rewrite(root, "Goals/Run.md", "generated\n", expected=source)

    with watching(root, then=renew_the_page) as looks:
        assert looks.get(timeout=10) == {"Goals/Run.md"}
        with pytest.raises(Empty):
            looks.get(timeout=0.6)


@pytest.mark.parametrize("poll", [False, True])
def test_a_folder_that_moves_in_means_everything(root: Path, tmp_path: Path, *, poll: bool) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "New.md").write_text("x")
    with watching(root, poll=poll) as looks:
        outside.rename(root / "Inside")
        assert looks.get(timeout=10) == frozenset()


def test_a_new_day_means_everything(root: Path) -> None:
    deadlines = [time.time() + 0.2]
    with watching(root, deadline=lambda: deadlines.pop() if deadlines else FAR) as looks:
        assert looks.get(timeout=10) == frozenset()


def test_a_vault_that_is_gone_is_waited_for_and_not_looked_at(root: Path, tmp_path: Path) -> None:
    said: list[str] = []
    with watching(root, said=said) as looks:
        root.rename(tmp_path / "elsewhere")
        with pytest.raises(Empty):
            looks.get(timeout=1)
        root.mkdir()
        (root / "Fresh.md").write_text("x")
        assert looks.get(timeout=10) == frozenset()
        (root / "Fresh.md").write_text("y")
        assert looks.get(timeout=10) == {"Fresh.md"}
    assert said == [f"The vault {root} is gone. Waiting for it to come back."]


def test_git_at_work_is_waited_for(root: Path) -> None:
    lock = root / ".git" / "index.lock"
    lock.parent.mkdir()
    with watching(root) as looks:
        lock.touch()
        (root / "Goals" / "Run.md").write_text("two\n")
        with pytest.raises(Empty):
            looks.get(timeout=1)
        lock.unlink()
        assert looks.get(timeout=10) == {"Goals/Run.md"}


def test_a_second_watcher_is_told_of_the_first(root: Path) -> None:
    with watching(root):
        code = (
            "import sys, threading; from pathlib import Path\n"
            "from vaultgoals.errors import Held; from vaultgoals.watch import watch\n"
            "try: watch(Path(sys.argv[1]), print, quiet=1, poll=True, stop=threading.Event(), say=print,"
            " next_deadline=lambda: 1e11)\n"
            "except Held as held: print(held.exit_code, held.message)"
        )
        second = subprocess.run(
            [sys.executable, "-c", code, str(root)], capture_output=True, text=True, timeout=30, check=True
        )
    assert second.stdout == f"4 The vault {root} is already being watched, by process {os.getpid()}.\n"


def test_where_the_system_has_no_room_the_watcher_says_so_and_scans(root: Path) -> None:
    """In a user namespace of its own, so that the limit is nobody else's."""
    code = (
        "import sys, threading; from pathlib import Path\n"
        "from vaultgoals.watch import watch\n"
        "stop = threading.Event()\n"
        "root = Path(sys.argv[1]); looks = []\n"
        "def wake(paths):\n"
        "    looks.append(paths)\n"
        "    if len(looks) == 1: (root / 'Goals' / 'Run.md').write_text('two, longer')\n"
        "    else: stop.set()\n"
        "watch(root, wake, quiet=0.05, poll=False, stop=stop, say=print, next_deadline=lambda: 1e11)\n"
    )
    limited = 'echo 1 > /proc/sys/user/max_inotify_watches && exec "$@"'
    command = ["unshare", "-Ur", "sh", "-c", limited, "sh", sys.executable, "-c", code, str(root)]
    try:
        run = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    except FileNotFoundError:
        pytest.skip("no unshare here")
    if "unshare:" in run.stderr or "/proc/sys" in run.stderr:
        pytest.skip("no user namespaces here")
    assert run.stderr == ""
    assert "looking every 2 s instead" in run.stdout


def test_stopping_takes_less_than_a_second(root: Path) -> None:
    code = (
        "import signal, sys, threading; from pathlib import Path\n"
        "from vaultgoals.watch import watch\n"
        "stop = threading.Event()\n"
        "signal.signal(signal.SIGTERM, lambda *_: stop.set())\n"
        "wake = lambda paths: print('ready', flush=True)\n"
        "watch(Path(sys.argv[1]), wake, quiet=0.05, poll=False, stop=stop, say=print,"
        " next_deadline=lambda: 1e11)"
    )
    child = subprocess.Popen([sys.executable, "-c", code, str(root)], stdout=subprocess.PIPE, text=True)
    with child:
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
        began = time.monotonic()
        child.send_signal(signal.SIGTERM)
        assert child.wait(timeout=10) == 0
        assert time.monotonic() - began < 1
