"""A running watcher: what it uses, when it rests, and what it did."""

import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.measure import Unmeasured
from bench.program import Doings, Program, doings, of, watched_by

_TICK = 0.0005
"""Seconds between two looks at what is waited for."""

_PATIENCE = 600.0
_AT_REST = 0.3
"""Seconds without any work after which it is at rest."""


class Watched:
    """A running watcher."""

    def __init__(self, process: "subprocess.Popen[bytes]", report: Path) -> None:
        self._process = process
        self._report = report

    def waits_for(self, holds: Callable[[], bool]) -> None:
        """Look whether something holds, again and again. Raises Unmeasured where it never does."""
        if not self.comes(holds):
            raise Unmeasured(f"the watcher did not write what it should within {_PATIENCE:g} s")

    def comes(self, holds: Callable[[], bool], *, every: float = _TICK) -> bool:
        """Whether something holds before patience is at its end; looked at `every` so many seconds."""
        end = time.monotonic() + _PATIENCE
        while not holds():
            if self._process.poll() is not None:
                raise Unmeasured(f"the watcher ended with {self._process.returncode}")
            if time.monotonic() > end:
                return False
            time.sleep(every)
        return True

    def cpu(self) -> float:
        """The seconds that it has used so far."""
        fields = Path(f"/proc/{self._process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def rests(self) -> None:
        """Wait until it has stopped working."""
        used = -1.0
        while used != (used := self.cpu()):
            time.sleep(_AT_REST)

    def told(self) -> Doings:
        """What an observed one did, once it has ended."""
        return doings(self._report)


@contextmanager
def watched(program: Program, root: Path, *, observed: bool = False) -> Iterator[Watched]:
    """Watch a vault for a while; an `observed` watcher tells what it did."""
    report = program.folder / "watch.json"
    command = watched_by(report) if observed else program.command
    process = subprocess.Popen(
        [*command, *of(root), "-q", "watch"],
        env=program.environ,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield Watched(process, report)
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait()
