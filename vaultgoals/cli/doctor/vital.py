"""What the doctor says of one thing, and what it looks at."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from vaultgoals.cli.session import Session


class Level(StrEnum):
    """How well something is; only an error must be mended."""

    OK = "ok"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True, kw_only=True)
class Vital:
    """One thing that was looked at: what it is called, how well it is, in a sentence, and the way out."""

    name: str
    level: Level
    words: str
    way_out: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Patient:
    """What is looked at: the call, and the vault's folder; None where none was found."""

    session: Session
    root: Path | None


def well(name: str, words: str) -> Vital:
    """Something that is as it should be."""
    return Vital(name=name, level=Level.OK, words=words)


def doubtful(name: str, words: str, way_out: str) -> Vital:
    """Something that may do harm one day, or costs something."""
    return Vital(name=name, level=Level.WARNING, words=words, way_out=way_out)


def ill(name: str, words: str, way_out: str) -> Vital:
    """Something that must be mended."""
    return Vital(name=name, level=Level.ERROR, words=words, way_out=way_out)


def bytes_in_words(size: int) -> str:
    """A number of bytes, roughly."""
    for unit, factor in (("GiB", 2**30), ("MiB", 2**20), ("KiB", 2**10)):
        if size >= factor:
            return f"{size / factor:,.0f} {unit}"
    return f"{size} bytes"
