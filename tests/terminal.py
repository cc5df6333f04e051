"""The program at a terminal, for tests."""

import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import termios
from collections.abc import Mapping
from pathlib import Path

COLOUR = re.compile(r"\x1b\[[0-9;]*m")


def at_a_terminal(root: Path, environ: Mapping[str, str], *args: str, columns: int) -> str:
    """What the program prints at a terminal that is so many columns wide."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 25, columns, 0, 0))
    command = [sys.executable, "-m", "vaultgoals", "--today", "2026-11-20", *args]
    with subprocess.Popen(command, cwd=root, env=environ, stdin=slave, stdout=slave, stderr=slave):
        os.close(slave)
        printed = b""
        try:
            while data := os.read(master, 1 << 16):
                printed += data
        except OSError:  # so a terminal says that its other side is closed
            pass
    os.close(master)
    return printed.decode().replace("\r\n", "\n")
