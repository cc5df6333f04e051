"""The watcher: from a save to the page on the disk, what it costs at rest, and whether it sees a burst."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from bench.conditions import Bench
from bench.measure import nearly_all
from bench.program import Program, of
from bench.table import Row, at_most, exactly, said
from bench.vaults import TODAY, Shape, of_size
from bench.watched import Watched, watched

SAVES, FEW_SAVES = 30, 5
FOLDERS, BURST = 5_000, 2_000
QUIET = 0.05
"""Seconds that nothing must change before the watcher looks, as set in the vault that is measured."""

PAGE = "Reviews/Weekly/Review 2025-W01.md"
_FIRST = "the first save."
_OBSERVED = 3
"""How many saves are looked at for what they open."""

_A_WHILE = 1.0
"""Seconds between two looks whether the pages are current."""

_OUTCOME = """\
---
type: outcome
metric: saves seen
unit: saves
baseline: 0
target: 9000
start: 2024-12-02
due: 2025-06-30
---
"""
_PROCESS = """\
---
type: process
outcome: "[[Bench outcome]]"
cadence: 3 per week
unit: saves
because: what is seen at once is trusted.
start: 2024-12-02
---
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """What some saves took beyond the quiet time, in milliseconds; how many notes `_OBSERVED` more opened."""

    took: list[float]
    opened: int


def saves(bench: Bench) -> Iterator[Row]:
    """P5: a check-in is saved in place; the page of the week holds it."""
    small, large = of_size(min(bench.sizes)), of_size(max(bench.sizes))
    few = _saved(bench, small)
    yield from _in_milliseconds(small, few)
    if large != small:
        many = _saved(bench, large)
        yield from _in_milliseconds(large, many)
        growth = median(many.took) / median(few.took)
        yield at_most("P5", f"… {large.name} over {small.name}", growth, 2, "×")
        what = f"… notes opened in {_OBSERVED} saves, {large.name}"
        yield exactly("P5", what, many.opened, few.opened, f"as {small.name}")


def _in_milliseconds(shape: Shape, saved: Saved) -> Iterator[Row]:
    yield at_most("P5", f"watch, save to page, {shape.name}, median", median(saved.took), 10, "ms")
    yield at_most("P5", f"watch, save to page, {shape.name}, p95", nearly_all(saved.took), 25, "ms")


def _saved(bench: Bench, shape: Shape) -> Saved:
    times = FEW_SAVES if bench.quick else SAVES
    with bench.copied(shape) as (program, root):
        note = _prepare(root)
        with _after_its_first_look(program, root) as watcher:
            took = [_save(watcher, root, note, number) for number in range(1, times + 1)]
        note.write_text(_checkin(_FIRST))
        with _after_its_first_look(program, root, observed=True) as watcher:
            begun = time.monotonic()
            for number in range(_OBSERVED):
                _save(watcher, root, note, times + number)
        opened = [path for path in watcher.told().notes(since=begun) if path.startswith(str(root))]
    return Saved(took=took, opened=len(opened))


@contextmanager
def _after_its_first_look(program: Program, root: Path, *, observed: bool = False) -> Iterator[Watched]:
    """A watcher that has put what stands in the check-in onto the page, and is at rest."""
    with watched(program, root, observed=observed) as watcher:
        watcher.waits_for(lambda: _FIRST in _text(root / PAGE))
        watcher.rests()
        yield watcher


def _save(watcher: Watched, root: Path, note: Path, number: int) -> float:
    """Milliseconds from a save to the page, without the quiet time."""
    words = f"save {number}."
    note.write_text(_checkin(words))
    begun = time.perf_counter()
    time.sleep(QUIET * 0.9)
    watcher.waits_for(lambda: words in _text(root / PAGE))
    took = time.perf_counter() - begun - QUIET
    watcher.rests()
    return 1000 * took


def idle(bench: Bench) -> Iterator[Row]:
    """P9: nothing happens in 5,000 folders; then 2,000 check-ins come at once."""
    with bench.copied(of_size(min(bench.sizes))) as (program, root):
        _prepare(root)
        folders = [root / "Many" / f"{number:04}" for number in range(FOLDERS)]
        for folder in folders:
            folder.mkdir(parents=True)
        with _after_its_first_look(program, root) as watcher:
            used, what = watcher.cpu(), f"watch, {FOLDERS:,} folders, idle {bench.idle:g} s"
            time.sleep(bench.idle)
            yield at_most("P9", what, 100 * (watcher.cpu() - used) / bench.idle, 0.5, "% of a core")
            for number, folder in enumerate(folders[:BURST]):
                (folder / f"Burst {number}.md").write_text(_checkin(f"burst {number}"))
            seen = watcher.comes(lambda: _is_current(program, root), every=_A_WHILE)
        words = "all" if seen else "not all"
        yield said("P9", f"watch, burst of {BURST:,} files", "all seen", words, holds=seen)


def _is_current(program: Program, root: Path) -> bool:
    """Whether a run from scratch would write the same pages."""
    return program.call(*of(root), "review", "--check", good=(0, 1, 3)).code == 0


def _prepare(root: Path) -> Path:
    """Add a goal and a check-in to a vault, and have it look after a short quiet; the check-in."""
    folder = root / "Bench"
    folder.mkdir()
    (root / "vaultgoals.toml").write_text(f'[watch]\nquiet = "{1000 * QUIET:g} ms"\n')
    (folder / "Bench outcome.md").write_text(_OUTCOME)
    (folder / "Bench saves.md").write_text(_PROCESS)
    note = folder / "Save.md"
    note.write_text(_checkin(_FIRST))
    return note


def _checkin(words: str) -> str:
    return f'---\ntype: checkin\ngoal: "[[Bench saves]]"\ndate: {TODAY}\nvalue: 1\n---\n{words}\n'


def _text(page: Path) -> str:
    try:
        return page.read_text()
    except FileNotFoundError:
        return ""
