"""A person who adds a line to a note and saves it, in each of the ways in which editors do."""

import os
import time
from collections.abc import Callable, Mapping
from pathlib import Path

Save = Callable[[str, bytes], None]
"""Adds a line to what stands in a note, which is read again just before, as editors do."""


def in_place(note: str, line: bytes) -> None:
    """As nano does: the same file, emptied and filled."""
    _fill(note, Path(note).read_bytes() + line)


def slowly(note: str, line: bytes) -> None:
    """The same over a slow line: the file stands empty for a while."""
    _fill(note, Path(note).read_bytes() + line, pause=0.005)


def by_append(note: str, line: bytes) -> None:
    """As `echo >>` and programs that log do."""
    _write(os.open(note, os.O_WRONLY | os.O_APPEND), line)


def by_rename(note: str, line: bytes) -> None:
    """As VS Code, gedit and most syncers do: a new file, renamed over the old one."""
    _fill(f"{note}.new", Path(note).read_bytes() + line)
    os.replace(f"{note}.new", note)


def by_rename_durably(note: str, line: bytes) -> None:
    """The same, and the disk is waited for: no power cut may take this save back."""
    by_rename(note, line)
    for name in (note, os.path.dirname(note)):
        descriptor = os.open(name, os.O_RDONLY)
        os.fsync(descriptor)
        os.close(descriptor)


def as_vim(note: str, line: bytes) -> None:
    """The old file is renamed to a backup, a new one written under its name, the backup removed."""
    text = Path(note).read_bytes() + line
    os.rename(note, f"{note}~")
    _fill(note, text)
    os.unlink(f"{note}~")


WAYS: Mapping[str, Save] = {
    "in place": in_place,
    "slowly": slowly,
    "by append": by_append,
    "by rename": by_rename,
    "as vim does": as_vim,
}


def _fill(file: str, text: bytes, *, pause: float = 0.0) -> None:
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
    time.sleep(pause)
    _write(descriptor, text)


def _write(descriptor: int, text: bytes) -> None:
    os.write(descriptor, text)
    os.close(descriptor)


class Person:
    """A person in a process of their own, who saves once."""

    def __init__(self, note: Path, line: bytes, save: Save) -> None:
        self._note, self._line, self._save = str(note), line, save
        self._process = 0

    def save(self, patience: float = 0.02) -> None:
        """Save, unless it is done, within so many seconds: they may have to wait for who is stopped here."""
        if self._process:
            return
        self._process = os.fork()
        if self._process == 0:
            try:
                self._save(self._note, self._line)
            finally:
                os._exit(0)
        until = time.monotonic() + patience
        while os.waitid(os.P_PID, self._process, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None:
            if time.monotonic() > until:
                break
            time.sleep(0.0005)

    def finish(self) -> None:
        """Wait until the save is done."""
        self.save()
        os.waitpid(self._process, 0)
