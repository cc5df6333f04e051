"""What a goal is measured with: the vaults, how large and how often, and by which clock."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.measure import Clock
from bench.program import Program
from bench.vaults import Shape, Shelf, of_size

LARGE = 10_000
"""The size from which on ratios to the floor are promised; below, most of the time is Python's start."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """One run of the command: `quick` leaves out what takes long, `idle` is in seconds."""

    shelf: Shelf
    sizes: tuple[int, ...]
    runs: int
    clock: Clock
    quick: bool = False
    idle: float = 60.0

    @property
    def large(self) -> list[Shape]:
        """The vaults for which ratios to the floor are promised."""
        return [of_size(size) for size in self.sizes if size >= LARGE]

    @contextmanager
    def program(self) -> Iterator[Program]:
        """The program, with a cache that is empty at first."""
        with self.shelf.scratch() as folder:
            yield Program(folder)

    @contextmanager
    def copied(self, shape: Shape) -> Iterator[tuple[Program, Path]]:
        """The program, and a vault to write into."""
        with self.program() as program, self.shelf.copy(shape) as root:
            yield program, root
