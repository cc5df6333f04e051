"""The watcher on a real folder: whoever saves, however they save, it looks once and then rests."""

import mmap
import os
import shutil
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
from vaultgoals.watch import Cause, Hint, Rest, Wake, watch

Looks = SimpleQueue[Wake]
FAR = 10.0**11
REST = Rest(quiet=0.05, day_ends=FAR)


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
    rest: Callable[[], Rest] = lambda: REST,
    then: Callable[[Wake], None] = lambda wake: None,
    inbox: SimpleQueue[Hint] | None = None,
) -> Iterator[Looks]:
    """A watcher in a thread, past its first look."""
    looks: Looks = SimpleQueue()
    stop = Event()

    def look(wake: Wake) -> Rest:
        then(wake)
        looks.put(wake)
        return rest()

    def run() -> None:
        say = (said if said is not None else []).append
        letters: SimpleQueue[Hint] = SimpleQueue() if inbox is None else inbox
        watch(root, look, inbox=letters, rest=rest(), poll=poll, stop=stop.is_set, say=say)

    thread = Thread(target=run)
    thread.start()
    try:
        assert looks.get(timeout=10) == Wake.of({Cause.START})
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


def saves_like_emacs(note: Path) -> None:
    lock = note.with_name(".#Run.md")
    lock.symlink_to("ana@home.1234:1")
    shutil.copy(note, note.with_name("Run.md~"))
    note.write_text("two\n")
    lock.unlink()


def saves_in_memory(note: Path) -> None:
    with note.open("r+b") as stream, mmap.mmap(stream.fileno(), 0) as text:
        text[:3] = b"two"


def deletes(note: Path) -> None:
    note.unlink()


SAVES = (saves_in_place, saves_by_rename, saves_like_vim, saves_like_emacs, saves_in_memory, appends, deletes)


@pytest.mark.parametrize("save", SAVES)
def test_however_a_note_is_saved_it_is_looked_at(root: Path, save: Callable[[Path], None]) -> None:
    with watching(root) as looks:
        save(root / "Goals" / "Run.md")
        assert looks.get(timeout=10).paths == {"Goals/Run.md"}


def test_reading_and_hidden_files_do_not_wake(root: Path) -> None:
    (root / ".obsidian").mkdir()
    with watching(root) as looks:
        (root / "Goals" / "Run.md").read_text()
        (root / ".obsidian" / "workspace.json").write_text("{}")
        (root / "Goals" / ".Run.md.swp").write_text("x")
        (root / "Goals" / "Run.md~").write_text("x")
        (root / "seen.md").write_text("x")
        assert looks.get(timeout=10).paths == {"seen.md"}


def test_our_own_write_wakes_once_more_and_then_there_is_rest(root: Path) -> None:
    def renew_the_page(wake: Wake) -> None:
        source = read(root, "Goals/Run.md", limit=1000)
        rewrite(root, "Goals/Run.md", "generated\n", expected=source)

    with watching(root, then=renew_the_page) as looks:
        assert looks.get(timeout=10).paths == {"Goals/Run.md"}
        with pytest.raises(Empty):
            looks.get(timeout=0.6)


@pytest.mark.parametrize("poll", [False, True])
def test_a_folder_that_moves_in_means_everything(root: Path, tmp_path: Path, *, poll: bool) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "New.md").write_text("x")
    with watching(root, poll=poll) as looks:
        outside.rename(root / "Inside")
        assert looks.get(timeout=10).everything


def test_a_new_day_means_everything(root: Path) -> None:
    rests = [Rest(quiet=0.05, day_ends=time.time() + 0.5)] * 2
    with watching(root, rest=lambda: rests.pop() if rests else REST) as looks:
        assert looks.get(timeout=10) == Wake.of({Cause.DAY})


def test_a_day_that_ends_sooner_after_a_look_is_noticed_then(root: Path) -> None:
    """As where the settings name another zone."""
    rests = [REST, Rest(quiet=0.05, day_ends=time.time() + 0.5), REST]
    with watching(root, rest=lambda: rests.pop() if rests else REST) as looks:
        assert looks.get(timeout=10) == Wake.of({Cause.DAY})


def test_what_is_left_to_do_is_tried_again_without_a_hint(root: Path) -> None:
    rests = [Rest(quiet=0.05, day_ends=FAR, again=0.2), REST]
    with watching(root, rest=lambda: rests.pop() if rests else REST) as looks:
        assert looks.get(timeout=10) == Wake.of({Cause.AGAIN})
        with pytest.raises(Empty):
            looks.get(timeout=0.8)


def test_a_hint_may_come_from_anywhere(root: Path) -> None:
    inbox: SimpleQueue[Hint] = SimpleQueue()
    with watching(root, inbox=inbox) as looks:
        inbox.put(Cause.ASKED)
        assert looks.get(timeout=10) == Wake.of({Cause.ASKED})


def test_a_vault_that_is_gone_is_waited_for_and_not_looked_at(root: Path, tmp_path: Path) -> None:
    said: list[str] = []
    with watching(root, said=said) as looks:
        root.rename(tmp_path / "elsewhere")
        with pytest.raises(Empty):
            looks.get(timeout=1)
        root.mkdir()
        (root / "Fresh.md").write_text("x")
        assert Cause.BACK in looks.get(timeout=10).causes
        (root / "Fresh.md").write_text("y")
        assert looks.get(timeout=10).paths == {"Fresh.md"}
    assert said == [
        f"Watching {root} by its file events. Stop with Ctrl-C.",
        f"The vault {root} is gone. Waiting for it to come back.",
        f"The vault {root} is back.",
    ]


def test_a_vault_that_is_replaced_in_one_moment_is_watched_anew(root: Path, tmp_path: Path) -> None:
    backup = tmp_path / "backup"
    shutil.copytree(root, backup)
    with watching(root) as looks:
        for _ in range(5):
            shutil.rmtree(root)
            shutil.copytree(backup, root)
            while Cause.BACK not in looks.get(timeout=10).causes:
                pass
            (root / "Goals" / "Run.md").write_text("two\n")
            while "Goals/Run.md" not in looks.get(timeout=10).paths:
                pass


def test_git_at_work_is_waited_for(root: Path) -> None:
    lock = root / ".git" / "index.lock"
    lock.parent.mkdir()
    with watching(root) as looks:
        lock.touch()
        (root / "Goals" / "Run.md").write_text("two\n")
        with pytest.raises(Empty):
            looks.get(timeout=1)
        lock.unlink()
        assert looks.get(timeout=10).paths == {"Goals/Run.md"}


def test_a_second_watcher_is_told_of_the_first(root: Path) -> None:
    with watching(root):
        code = (
            "import queue, sys; from pathlib import Path\n"
            "from vaultgoals.errors import Held; from vaultgoals.watch import Rest, watch\n"
            "rest = Rest(quiet=1, day_ends=1e11)\n"
            "try: watch(Path(sys.argv[1]), print, inbox=queue.SimpleQueue(), rest=rest, poll=True,"
            " stop=lambda: False, say=print)\n"
            "except Held as held: print(held.exit_code, held.message)"
        )
        second = subprocess.run(
            [sys.executable, "-c", code, str(root)], capture_output=True, text=True, timeout=30, check=True
        )
    assert second.stdout == f"4 The vault {root} is already being watched, by process {os.getpid()}.\n"


@pytest.mark.parametrize("limit", ["max_inotify_watches=1", "max_inotify_instances=0"])
def test_where_the_system_has_no_room_the_watcher_says_so_and_scans(root: Path, limit: str) -> None:
    """In a user namespace of its own, so that the limit is nobody else's; at 0 there are no events."""
    code = (
        "import queue, sys; from pathlib import Path\n"
        "from vaultgoals.watch import Rest, watch\n"
        "root = Path(sys.argv[1]); looks = []\n"
        "rest = Rest(quiet=0.05, day_ends=1e11)\n"
        "def look(wake):\n"
        "    looks.append(wake)\n"
        "    if len(looks) == 1: (root / 'Goals' / 'Run.md').write_text('two, longer')\n"
        "    return rest\n"
        "watch(root, look, inbox=queue.SimpleQueue(), rest=rest, poll=False,"
        " stop=lambda: len(looks) > 1, say=print)\n"
    )
    name, _, most = limit.partition("=")
    limited = f'echo {most} > /proc/sys/user/{name} && exec "$@"'
    command = ["unshare", "-Ur", "sh", "-c", limited, "sh", sys.executable, "-c", code, str(root)]
    try:
        run = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    except FileNotFoundError:
        pytest.skip("no unshare here")
    if "unshare:" in run.stderr or "/proc/sys" in run.stderr:
        pytest.skip("no user namespaces here")
    assert run.stderr == ""
    assert "looking every 2 s instead" in run.stdout
