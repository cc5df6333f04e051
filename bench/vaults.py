"""The vaults that are measured: made once, kept from run to run, and never changed."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.genvault import START, generate

TODAY = START + timedelta(days=368)
"""The day to work as of: 2025-01-03, a Friday, when everything in these vaults is logged and under way."""

_DAYS = 365
"""How many daily notes each vault has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """How much a vault holds, and what it is called in the table."""

    name: str
    notes: int
    goals: int
    checkins: int

    @property
    def all_notes(self) -> int:
        """How many files that comes to, goals, check-ins and daily notes included."""
        return self.notes + self.goals + self.checkins + _DAYS


def of_size(notes: int) -> Shape:
    """A person's vault of so many ordinary notes; the heaviest has more goals than the others."""
    tenfold = 10 if notes >= 100_000 else 1
    return Shape(name=thousands(notes), notes=notes, goals=50 * tenfold, checkins=350 * tenfold)


def of_checkins(checkins: int) -> Shape:
    """An organisation's vault: 5,000 goals, and so many check-ins."""
    name = f"heavy, {thousands(checkins)} check-ins"
    return Shape(name=name, notes=5_000, goals=5_000, checkins=checkins)


def thousands(count: int) -> str:
    """A number as it is said: `10k`."""
    return f"{count // 1000}k" if count >= 1000 and count % 1000 == 0 else f"{count}"


HEAVY = of_checkins(100_000)


class Shelf:
    """The folder that the vaults are kept in."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def vault(self, shape: Shape) -> Path:
        """A vault of this shape; made where it is not there yet."""
        root = self.folder / f"{shape.notes}-{shape.goals}-{shape.checkins}"
        if not root.exists():
            unfinished = root.with_name(f".{root.name}")
            shutil.rmtree(unfinished, ignore_errors=True)
            counts = {"notes": shape.notes, "goals": shape.goals, "checkins": shape.checkins}
            generate(str(unfinished), **counts, days=_DAYS)
            unfinished.rename(root)
        return root

    def forget(self, shape: Shape) -> None:
        """Remove a vault that is not needed again."""
        shutil.rmtree(self.vault(shape))

    @contextmanager
    def copy(self, shape: Shape) -> Iterator[Path]:
        """A vault to write into for a while.

        Its notes are the same files as those on the shelf: put another file in the place of one that is to
        change, as `detached` does.
        """
        with self.scratch() as folder:
            root = folder / "vault"
            shutil.copytree(self.vault(shape), root, copy_function=os.link)
            yield root

    @contextmanager
    def scratch(self) -> Iterator[Path]:
        """An empty folder for a while, on the disk of the vaults."""
        with TemporaryDirectory(dir=self.folder, prefix="run-") as folder:
            yield Path(folder)


def detached(note: Path) -> Path:
    """The note, as a file that is its own and no longer one with that on the shelf."""
    data = note.read_bytes()
    note.unlink()
    note.write_bytes(data)
    return note
