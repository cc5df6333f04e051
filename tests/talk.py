"""A talk with the program at a terminal, for tests: what is typed, each answer once it is asked for."""

import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import termios
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

INTERRUPT = "\x03"
END = "\x04"
_PATIENCE, _TICK = 30.0, 1.0


class Talk(NamedTuple):
    """What the program showed, without carriage returns, and its exit code."""

    shown: str
    code: int


def talk(
    root: Path,
    environ: Mapping[str, str],
    *args: str,
    answers: Sequence[tuple[str, str]] = (),
    columns: int = 80,
) -> Talk:
    """Run the program at a terminal; each answer is typed once the words before it have been shown."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 25, columns, 0, 0))
    command = [sys.executable, "-m", "vaultgoals", "--today", "2026-11-20", *args]
    with subprocess.Popen(
        command, cwd=root, env=environ, stdin=slave, stdout=slave, stderr=slave, preexec_fn=_own_terminal
    ) as program:
        os.close(slave)
        try:
            shown = _answer(master, answers)
            code = program.wait(_PATIENCE)
        finally:
            program.kill()  # one that was never asked what it waits for
    os.close(master)
    return Talk(shown.replace("\r", ""), code)


def _own_terminal() -> None:
    """So that what is typed to interrupt a program does."""
    os.setsid()
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


def _answer(master: int, answers: Sequence[tuple[str, str]]) -> str:
    """Type each answer once it is asked for; what was shown until the program ended.

    Like a person, it interrupts again where nothing happens: what comes just before a program waits for a
    line is noticed only after it.
    """
    shown, seen, ahead, typed, silent = "", 0, list(answers), "", 0.0
    while silent < _PATIENCE:
        if not select.select([master], [], [], _TICK)[0]:
            silent += _TICK
            if typed == INTERRUPT:
                os.write(master, typed.encode())
            continue
        try:
            data = os.read(master, 1 << 16)
        except OSError:  # so a terminal says that its other side is closed
            break
        silent, shown = 0.0, shown + data.decode(errors="replace")
        while ahead and (at := shown.find(ahead[0][0], seen)) >= 0:
            seen = at + len(ahead[0][0])
            typed = ahead.pop(0)[1]
            os.write(master, (typed if typed in (INTERRUPT, END) else f"{typed}\n").encode())
    assert not ahead, f"never asked: {ahead[0][0]}\n{shown}"
    return shown
