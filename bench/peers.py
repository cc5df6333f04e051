"""Other readers of a whole vault, timed beside ours."""

import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from bench.conditions import Bench
from bench.measure import Unmeasured, ratio, run
from bench.program import BENCH
from bench.table import Row, at_least, not_measured
from bench.vaults import of_size

_WANTED = {"python-frontmatter": 4, "obsidian-parse": 25, "obsidiantools": 1_000}
"""How many times as fast a cold check is to be."""

_SLOW = "obsidiantools"
"""Takes minutes: it is run once, after ours, and left out of a quick run."""


def against_peers(bench: Bench) -> Iterator[Row]:
    """P11: what others take to read a vault, against a cold check."""
    shape = of_size(min(bench.sizes) if bench.quick else min(10_000, max(bench.sizes)))
    root, reader = bench.shelf.vault(shape), _reader(bench.shelf.folder / "peers")
    with bench.program() as program:
        for name, wanted in _WANTED.items():
            what = f"{name}, {shape.name}"
            if bench.quick and name == _SLOW:
                yield not_measured("P11", what, f"≥ {wanted:,} × ours", "not in a quick run")
                continue
            theirs = partial(run, [*reader, name, str(root)])
            times, warm = (1, False) if name == _SLOW else (bench.runs, True)
            ours = partial(program.cold_check, root)
            faster = ratio(theirs, ours, runs=times, clock=bench.clock, warm=warm)
            yield at_least("P11", what, faster, wanted, "× ours")


def _reader(folder: Path) -> list[str]:
    """The command that runs a peer, in an environment with all of them, made where it is not there yet."""
    python = folder / "bin" / "python"
    if not python.exists():
        try:
            run([sys.executable, "-m", "venv", str(folder)])
            run([str(python), "-m", "pip", "install", "--quiet", "--requirement", str(BENCH / "peers.txt")])
        except Unmeasured as error:
            raise Unmeasured(f"the peers could not be installed: {error}") from None
    return [str(python), str(BENCH / "peer.py")]
