"""A person who saves a note again and again while vaultgoals rewrites it: whether any save is lost."""

import os
import threading
from pathlib import Path
from typing import NamedTuple

from person import WAYS
from points import own_vault

from vaultgoals.store.files import read
from vaultgoals.store.kept import versions
from vaultgoals.store.write import Fate, rewrite

NOTE = "Page.md"
BEGIN = "times rewritten: "
_PAUSE = 0.002
"""Seconds between two saves."""


class Session(NamedTuple):
    """How many saves there were, how many are gone, and how often we rewrote the note meanwhile.

    `kept` are those that the person saved over again, having just read our text, and that `restore` has.
    """

    saves: int
    lost: int
    kept: int
    rewrites: int


def type_along(way: str, times: int) -> Session:
    """Save so many times in one way, against a writer that never rests."""
    with own_vault({NOTE: f"{BEGIN}0\n".encode()}) as root:
        person = os.fork()
        if person == 0:
            _type(root / NOTE, way, times)
        rewrites = 0
        while os.waitid(os.P_PID, person, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None:
            rewrites += _rewritten(root)
        _, status = os.waitpid(person, 0)
        missing = {_line(number) for number in range(times)} - _lines(root / NOTE)
        lost = missing.difference(*(_lines(version.file) for version in versions(root))) if missing else set()
        return Session(times, len(lost) if status == 0 else times, len(missing) - len(lost), rewrites)


def _lines(file: Path) -> set[str]:
    return set(file.read_text().splitlines())


def _type(note: Path, way: str, times: int) -> None:
    status = 1
    try:
        pause = threading.Event()
        for number in range(times):
            WAYS[way](str(note), f"{_line(number)}\n".encode())
            pause.wait(_PAUSE)
        status = 0
    finally:
        os._exit(status)


def _line(number: int) -> str:
    return f"- line {number}"


def _rewritten(root: Path) -> bool:
    source = read(root, NOTE, limit=1 << 20)
    first, _, rest = source.text.partition("\n")
    if not first.startswith(BEGIN):
        return False  # the person is just saving: there is no note, or only half of one
    text = f"{BEGIN}{int(first.removeprefix(BEGIN)) + 1}\n{rest}"
    return rewrite(root, NOTE, text, expected=source).fate is Fate.WRITTEN
