"""Writing while the world fails: killed, disk full, and a person who saves at the same time."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from vaultgoals.store import state
from vaultgoals.store.files import read
from vaultgoals.store.write import Fate, rewrite

KILLED_AT_EVERY_LINE = """
import os, signal, sys
from pathlib import Path
from vaultgoals.store.files import read
from vaultgoals.store.write import rewrite, write_new
import vaultgoals.store as room

root, new = Path(sys.argv[1]), sys.argv[2]
here = os.path.dirname(room.__file__)

def run(dies_at):
    left = [dies_at]
    def trace(frame, event, arg):
        if not frame.f_code.co_filename.startswith(here):
            return None
        if event == "line":
            left[0] -= 1
            if left[0] == 0:
                os.kill(os.getpid(), signal.SIGKILL)
        return trace
    expected = read(root, "a.md", limit=10**6)
    sys.settrace(trace)
    if len(sys.argv) > 3:
        write_new(root, "Reviews/b.md", new)
    else:
        rewrite(root, "a.md", new, expected=expected)

for dies_at in range(1, 2000):
    (root / "a.md").write_text("old")
    child = os.fork()
    if child == 0:
        run(dies_at)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    page = root / ("Reviews/b.md" if len(sys.argv) > 3 else "a.md")
    print(page.read_text() if page.exists() else "none")
    page.unlink(missing_ok=True)
    if status == 0:
        break
"""

PERSON = """
import os, sys, threading
note, how, times = sys.argv[1], sys.argv[2], int(sys.argv[3])
pause = threading.Event()
for number in range(times):
    line = f"- line {number}\\n"
    if how == "append":
        with open(note, "a") as stream:
            stream.write(line)
    elif how == "in place":
        with open(note, "r+") as stream:
            text = stream.read()
            stream.seek(0)
            stream.truncate()
            stream.write(text + line)
    else:
        with open(note) as stream:
            text = stream.read()
        with open(note + ".tmp", "w") as stream:
            stream.write(text + line)
        os.replace(note + ".tmp", note)
    pause.wait(0.002)
"""

REWRITE = """
import sys
from pathlib import Path
from vaultgoals.errors import Unwritten
from vaultgoals.store.files import read
from vaultgoals.store.write import rewrite
root = Path(sys.argv[1])
try:
    receipt = rewrite(root, "a.md", sys.argv[2] * int(sys.argv[3]), expected=read(root, "a.md", limit=10**6))
    print(receipt.fate)
except Unwritten as unwritten:
    print(unwritten.message)
"""


@pytest.fixture(autouse=True)
def _own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "vault").mkdir()
    (tmp_path / "vault" / "a.md").write_text("old")
    return tmp_path / "vault"


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)


@pytest.mark.parametrize(("extra", "before"), [((), "old"), (("new page",), "none")])
def test_killed_at_any_line_the_old_note_or_the_new_one_stands_there(
    root: Path, extra: tuple[str, ...], before: str
) -> None:
    new = "new" * 10_000
    done = run(sys.executable, "-c", KILLED_AT_EVERY_LINE, str(root), new, *extra)
    outcomes = done.stdout.split()
    assert (done.stderr, set(outcomes)) == ("", {before, new})
    assert len(outcomes) > 60
    left = [file.name for file in root.rglob(".*")]
    assert left
    assert all(name.startswith(".vaultgoals-") and name.endswith(".tmp") for name in left)
    # Once the new text stands there it stays: only the tidying up is left.
    assert outcomes == sorted(outcomes, key=lambda outcome: outcome == new)


def test_on_a_full_disk_the_old_note_stands_and_nothing_is_left_beside_it(root: Path) -> None:
    limited = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000)){REWRITE}"
    done = run(sys.executable, "-c", limited, str(root), "x", "2000")
    assert done.stdout == "a.md could not be written: it is larger than this system allows.\n"
    assert (root / "a.md").read_text() == "old"
    assert os.listdir(root) == ["a.md"]


def test_on_a_really_full_disk_too(root: Path) -> None:
    """On a file system of 64 kB, in a mount namespace of its own."""
    mount = (
        'mount -t tmpfs -o size=64k none "$1" && printf old > "$1/a.md" && "${@:2}"; ls -A "$1"; cat "$1"/*'
    )
    if shutil.which("unshare") is None:
        pytest.skip("no unshare here")
    python = (sys.executable, "-c", REWRITE, str(root), "x", "100000")
    done = run("unshare", "-Urm", "bash", "-c", mount, "bash", str(root), *python)
    if "unshare:" in done.stderr or "mount:" in done.stderr:
        pytest.skip("no user namespaces here")
    assert done.stdout == "a.md could not be written: the disk is full.\na.md\nold"


@pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")
@pytest.mark.parametrize(
    ("fault", "says", "stands"),
    [
        ("fsync:error=EIO:when=1", "a.md could not be written: the disk reports an error.", "old"),
        ("fsync:error=ENOSPC:when=1", "a.md could not be written: the disk is full.", "old"),
        ("fchmod:error=EROFS:when=1", "a.md could not be written: the file system is read-only.", "old"),
        ("renameat2:error=EIO", "a.md could not be written: the disk reports an error.", "old"),
        ("renameat2:error=EACCES", "a.md could not be written: permission denied.", "old"),
        ("fsetxattr:error=EOPNOTSUPP", "written", "new"),
    ],
)
def test_whatever_call_fails_the_note_is_whole(root: Path, fault: str, says: str, stands: str) -> None:
    inject = f"inject={fault}"
    python = (sys.executable, "-c", REWRITE, str(root), "new", "1")
    done = run("strace", "-qq", "-o", "/dev/null", "-e", inject, *python)
    if done.returncode and "strace:" in done.stderr:
        pytest.skip("strace may not trace here")
    assert done.stdout == f"{says}\n"
    assert (root / "a.md").read_text() == stands
    assert os.listdir(root) == ["a.md"]


@pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")
@pytest.mark.parametrize(("age", "fate"), [(3600, Fate.WRITTEN), (0, Fate.CHANGED_MEANWHILE)])
@pytest.mark.parametrize("more", [(), ("-e", "inject=linkat,link:error=EPERM")])
def test_where_files_cannot_be_swapped_a_note_at_rest_is_written(
    root: Path, age: int, fate: Fate, more: tuple[str, ...]
) -> None:
    status = (root / "a.md").stat()
    os.utime(root / "a.md", (status.st_atime - age, status.st_mtime - age))
    python = (sys.executable, "-c", REWRITE, str(root), "new", "1")
    done = run("strace", "-qq", "-o", "/dev/null", "-e", "inject=renameat2:error=EINVAL", *more, *python)
    if done.returncode and "strace:" in done.stderr:
        pytest.skip("strace may not trace here")
    assert done.stdout == f"{fate}\n"
    assert (root / "a.md").read_text() == ("new" if fate == Fate.WRITTEN else "old")
    assert os.listdir(root) == ["a.md"]


@pytest.mark.parametrize("how", ["append", "in place", "rename"])
def test_no_save_of_a_person_is_lost_while_we_write_the_same_note(root: Path, how: str) -> None:
    times = 300
    note = root / "a.md"
    note.write_text("count: 0\n")
    written = 0
    with subprocess.Popen([sys.executable, "-c", PERSON, str(note), how, str(times)]) as person:
        while person.poll() is None:
            source = read(root, "a.md", limit=10**6)
            first, _, rest = source.text.partition("\n")
            if not first.startswith("count: "):
                continue
            text = f"count: {int(first.removeprefix('count: ')) + 1}\n{rest}"
            written += rewrite(root, "a.md", text, expected=source).fate == Fate.WRITTEN
    assert person.returncode == 0
    lines = note.read_text().splitlines()[1:]
    assert [line for line in range(times) if f"- line {line}" not in lines] == []
    assert written
    assert os.listdir(root) == ["a.md"]
    assert state.versions(root)
