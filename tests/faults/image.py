"""The same power cuts on a real file system: ext4 in a file, of which a copy is taken as the write goes on.

A copy holds what the kernel had given to the disk by then, and nothing of what it still had in memory;
mounting it replays the journal, as after a cut. Linux and root only; the mounts are seen by this process
alone, and end with it.
"""

import ctypes
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from points import MEMORY, Point, Scenario, an_hour_later, texts, vault_in, wrong_there
from tracer import Call, trace

_OWN_MOUNTS = 0x00020000
_MEGABYTES = 8
# Without what ext4 does for programs that rename without waiting for the disk.
_OPTIONS = "loop,data=writeback,noauto_da_alloc"
_libc = ctypes.CDLL(None, use_errno=True)


class Image:
    """A file system in a file, mounted at `top` while it is in use."""

    def __init__(self, place: Path) -> None:
        self.top = place / "mounted"
        self.file = place / "disk"
        self._empty = place / "empty"
        self.top.mkdir()
        with self._empty.open("wb") as empty:
            empty.truncate(_MEGABYTES << 20)
        _call("mkfs.ext4", "-q", "-F", str(self._empty))

    @contextmanager
    def mounted(self, data: bytes | None = None) -> Iterator[None]:
        """Use it as `data` says, which was copied from it; else with nothing on it."""
        self.file.write_bytes(self._empty.read_bytes() if data is None else data)
        _call("mount", "-o", _OPTIONS, str(self.file), str(self.top))
        try:
            yield
        finally:
            _call("umount", str(self.top))

    def write_back(self) -> None:
        """Have the kernel give all that it holds in memory to the disk, as it may at any moment."""
        descriptor = os.open(self.top, os.O_RDONLY)
        _libc.syncfs(descriptor)
        os.close(descriptor)

    def writes(self) -> str:
        """A text that changes with every write to the disk."""
        device = os.stat(self.top).st_dev
        figures = Path(f"/sys/dev/block/{os.major(device)}:{os.minor(device)}/stat").read_text().split()
        return " ".join(figures[4:7])


def cannot_mount() -> str | None:
    """Why there is no such file system here, None where there is."""
    if os.geteuid() != 0 or shutil.which("mkfs.ext4") is None or not hasattr(_libc, "unshare"):
        return "needs root, Linux and mkfs.ext4"
    if _libc.unshare(_OWN_MOUNTS) != 0:
        return "may not have mounts of its own here"
    try:
        _call("mount", "--make-rprivate", "/")
        with tempfile.TemporaryDirectory(dir=MEMORY) as place, Image(Path(place)).mounted():
            return None
    except (OSError, subprocess.CalledProcessError):
        return "may not mount here"


def copied(scenario: Scenario, *, step: int) -> Iterator[Point]:
    """Cut the power at each call, after the kernel wrote all back at one before; every `step`th of these."""
    with tempfile.TemporaryDirectory(prefix="vaultgoals-cuts-", dir=MEMORY) as place:
        image = Image(Path(place))
        calls, found = _run(scenario, image, written_back_at=-1)
        yield from found
        for call in range(0, calls, step):
            yield from _run(scenario, image, written_back_at=call)[1]


def _run(scenario: Scenario, image: Image, *, written_back_at: int) -> tuple[int, list[Point]]:
    """How many calls there were, and what was wrong with each copy."""
    copies: list[tuple[str, bytes, frozenset[bytes | None]]] = []
    with image.mounted(), vault_in(image.top, scenario.files) as root, an_hour_later():
        scenario.before(root)
        image.write_back()
        note, theirs, usual = root / scenario.path, scenario.theirs & texts(root), scenario.fault(root)
        seen = ""

        def look(where: str, stands: frozenset[bytes | None]) -> None:
            nonlocal seen
            if image.writes() != seen:
                seen = image.writes()
                copies.append((where, image.file.read_bytes(), stands))

        def world(call: Call) -> int:
            look(f"before call {call.nth} ({call.number})", scenario.stands)
            answer = usual(call)
            if call.nth == written_back_at:
                image.write_back()
            return answer

        run = trace(lambda: scenario.work(root), world)
        scenario.after(root)
        seen = ""
        look("once it was done", frozenset({note.read_bytes() if note.exists() else None}))
    name = f"{scenario.name}, written back at call {written_back_at}, cut "
    return len(run.calls), [
        Point(where=name + where, wrong=_wrong(scenario, image, data, stands, theirs))
        for where, data, stands in copies
    ]


def _wrong(
    scenario: Scenario, image: Image, data: bytes, stands: frozenset[bytes | None], theirs: frozenset[bytes]
) -> str:
    with image.mounted(data), vault_in(image.top, {}) as root, an_hour_later():
        return wrong_there(scenario, root, stands=stands, theirs=theirs)


def _call(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True, timeout=60)
