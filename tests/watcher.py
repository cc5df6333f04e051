"""A running `vaultgoals watch` for tests: started, followed by what it says, and ended."""

import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from typing import IO


def wait_until(holds: Callable[[], bool], *, within: float = 20.0) -> None:
    """Wait for a condition; an assertion fails where it never comes."""
    end = time.monotonic() + within
    while not holds():
        assert time.monotonic() < end, f"this did not come within {within:g} s"
        time.sleep(0.02)


class Watcher:
    """A watcher in a process of its own, and the lines that it has not been asked for yet."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self.process = process
        self.pid = process.pid
        self._lines: SimpleQueue[str] = SimpleQueue()
        assert process.stderr is not None
        self._reader = Thread(target=self._read, args=(process.stderr,), daemon=True)
        self._reader.start()

    @classmethod
    def start(
        cls,
        root: Path,
        environ: Mapping[str, str],
        *options: str,
        before: tuple[str, ...] = (),
        today: str,
    ) -> "Watcher":
        """Start it in a folder; `before` are the program's options before the command."""
        pinned = ("--today", today) if today else ()
        command = [sys.executable, "-m", "vaultgoals", *pinned, *before, "watch", *options]
        pipe = subprocess.PIPE
        return cls(
            subprocess.Popen(command, cwd=root, env=dict(environ), stdout=pipe, stderr=pipe, text=True)
        )

    def _read(self, stream: IO[str]) -> None:
        for line in stream:
            self._lines.put(line.rstrip("\n"))

    def line(self, *, within: float = 20.0) -> str:
        """The next line that it says."""
        try:
            return self._lines.get(timeout=within)
        except Empty:
            raise AssertionError(f"it said nothing within {within:g} s") from None

    def waits_for(self, words: str, *, within: float = 20.0) -> str:
        """Wait for a line that holds these words; others may come before it."""
        end = time.monotonic() + within
        while words not in (line := self.line(within=max(0.01, end - time.monotonic()))):
            pass
        return line

    def said(self) -> list[str]:
        """The lines that are there and nobody asked for."""
        rest = []
        while not self._lines.empty():
            rest.append(self._lines.get())
        return rest

    def falls_silent(self, *, during: float, within: float = 60.0) -> None:
        """Wait until it has said nothing for `during` seconds."""
        wait_until(lambda: not self._speaks(during), within=within)

    def _speaks(self, during: float) -> bool:
        self.said()
        try:
            self._lines.get(timeout=during)
        except Empty:
            return False
        return True

    def end(self, number: int = signal.SIGTERM) -> tuple[int, list[str]]:
        """Stop it by a signal: its exit code, and the lines that nobody asked for."""
        self.process.send_signal(number)
        code = self.process.wait(timeout=20)
        self._reader.join(timeout=20)
        return code, self.said()

    def close(self) -> None:
        """End it for certain."""
        with self.process:
            self.process.kill()
