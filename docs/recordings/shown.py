"""A program at a terminal of its own: keys go in, and what its screen shows can be looked at."""

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import termios
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

import pyte

_SECONDS = 20.0
"""How long a program may take to show what is waited for."""

_QUIET = 0.2
"""Seconds without a word after which a program counts as waiting for the next key."""

_UNKNOWN = re.compile(rb"\x1b\[>[0-9;]*[mu]|\x1bP.*?\x1b\\", re.DOTALL)
"""What pyte would take for something else: key modes of xterm, and questions to it."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One place on the screen. Colours are pyte's names or six hex digits; a wide sign's second is empty."""

    sign: str
    ink: str
    paper: str
    bold: bool
    italic: bool
    underlined: bool


Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """All rows of a screen, and where its cursor stands as (column, row), None where it is hidden."""

    rows: tuple[Row, ...]
    cursor: tuple[int, int] | None


class _Screen(pyte.Screen):
    """pyte's screen, that shows faint words in grey and answers what a program asks it."""

    answers = -1

    def select_graphic_rendition(self, *attrs: int, private: bool = False) -> None:
        faint = attrs[:1] == (2,)
        super().select_graphic_rendition(*((90, *attrs[1:]) if faint else attrs))

    def write_process_input(self, data: str) -> None:
        if self.answers >= 0:
            os.write(self.answers, data.encode())


class Terminal:
    """A program that runs at a terminal; closed, it is gone.

    `size` is (columns, rows). What it says is read while `see`, `rest` and `end` wait.
    """

    def __init__(
        self, command: Sequence[str], *, size: tuple[int, int], cwd: Path, environ: Mapping[str, str]
    ) -> None:
        self._screen = _Screen(*size)
        self._stream = pyte.ByteStream(self._screen)
        self._master, slave = pty.openpty()
        self._screen.answers = self._master
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        self.process = subprocess.Popen(
            command,
            cwd=cwd,
            env=environ,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            start_new_session=True,
            preexec_fn=_take_terminal,
        )
        os.close(slave)

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        os.close(self._master)

    @property
    def text(self) -> str:
        """What stands on the screen, without the blanks at the ends of its lines."""
        return "\n".join(line.rstrip() for line in self._screen.display).rstrip("\n")

    def type(self, keys: str) -> None:
        """Press keys."""
        os.write(self._master, keys.encode())

    def see(self, words: str) -> None:
        """Wait until some words stand on the screen. Raises `TimeoutError` with what stands there instead."""
        end = time.monotonic() + _SECONDS
        while words not in self.text:
            if time.monotonic() > end or not self._read(_SECONDS):
                raise TimeoutError(f"“{words}” did not appear. The screen shows:\n{self.text}")

    def rest(self) -> None:
        """Wait until the program has said what it had to say."""
        while self._read(_QUIET):
            pass

    def end(self) -> int:
        """Wait until the program ends; its exit code."""
        while self._read(_SECONDS):
            pass
        return self.process.wait(_SECONDS)

    def picture(self) -> Picture:
        """The screen as it is now."""
        screen = self._screen
        rows = tuple(
            tuple(_cell(screen.buffer[y][x]) for x in range(screen.columns)) for y in range(screen.lines)
        )
        cursor = screen.cursor
        return Picture(rows, None if cursor.hidden else (min(cursor.x, screen.columns - 1), cursor.y))

    def _read(self, seconds: float) -> bool:
        """Take what the program says, waiting so long for it; whether it said anything."""
        if not select.select([self._master], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self._master, 1 << 16)
        except OSError:  # so a terminal says that its other side is closed
            return False
        self._stream.feed(_UNKNOWN.sub(b"", data))
        return bool(data)


def _take_terminal() -> None:
    """Make the terminal the session's own, so that Ctrl-C reaches the program."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


def _cell(char: pyte.screens.Char) -> Cell:
    ink, paper = char.fg, char.bg
    if char.reverse:
        ink = "paper" if paper == "default" else paper
        paper = "ink" if char.fg == "default" else char.fg
    return Cell(char.data, ink, paper, char.bold, char.italics, char.underscore)
