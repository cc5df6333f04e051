"""Writing while the world fails: cut short at any system call, a full disk, a person who saves meanwhile."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

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


FIGURES = r"in all  ([\d,]+) points, .* lost; ([\d,]+) saves, 0 lost"


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)


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


def test_wherever_a_write_is_cut_short_nothing_is_lost() -> None:
    """A part of all points, and some hundred saves; `make faults` tries all."""
    done = run(sys.executable, str(Path(__file__).with_name("suite.py")), "--short")
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    if untraced := re.match(r"points  none: it (.*)", done.stdout):
        pytest.skip(untraced[1])
    tried, saved = (int(figure.replace(",", "")) for figure in re.findall(FIGURES, done.stdout)[0])
    assert tried > 400
    assert saved >= 300
