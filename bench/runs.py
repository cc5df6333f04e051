"""Whole runs of `check` against the floor: cold, warm, after an edit; what they need, and how they start."""

import re
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from bench.conditions import Bench
from bench.measure import Clock, Spent, ratio
from bench.program import Program, floor, of, python
from bench.table import Row, at_most, exactly, not_measured, said
from bench.vaults import HEAVY, Shape, detached, of_size

_STARTS = 15
"""How often a start is measured at least: it is short, so that chance has a large part in it."""

_A_MOMENT = 0.03
"""Seconds after which a file's times tell that it has changed."""

_NOT_NEEDED = ("jinja2", "markdown_it", "watchdog", "rich", "vaultgoals.rules")
KB = 1000


def cold(bench: Bench) -> Iterator[Row]:
    """P1: without a cache, which it then writes."""
    for shape in bench.large:
        yield at_most("P1", f"cold check, {shape.name}", _cold(bench, shape), 2.5, "× read")


def cold_heavy(bench: Bench) -> Iterator[Row]:
    """P2: the same for 5,000 goals and 100,000 check-ins."""
    if bench.quick:
        yield not_measured("P2", "cold check, heavy", "≤ 5 × read", "not in a quick run")
    else:
        yield at_most("P2", "cold check, heavy", _cold(bench, HEAVY), 5, "× read")


def _cold(bench: Bench, shape: Shape) -> float:
    root = bench.shelf.vault(shape)
    with bench.program() as program:
        ours, least = partial(program.cold_check, root), partial(floor, "read", root)
        return ratio(ours, least, runs=bench.runs, clock=bench.clock)


def unchanged(bench: Bench) -> Iterator[Row]:
    """P3: again, when nothing has changed."""
    for shape in bench.large:
        root = bench.shelf.vault(shape)
        with bench.program() as program:
            program.check(root)
            took = _over_the_stat_floor(bench, program, root)
            yield at_most("P3", f"check, nothing changed, {shape.name}", took, 1.3, "× stat")
            opened = program.observed(*of(root), "check").notes()
            yield exactly("P3", f"… opens, {shape.name}", len(opened), 0, "notes")


def one_edit(bench: Bench) -> Iterator[Row]:
    """P4: in a new process, after an ordinary note has changed, or a check-in, or what this one logs."""
    for shape in bench.large:
        with bench.copied(shape) as (program, root):
            for name, pattern, change in (
                ("note edited", "0*/**/*.md", edit),
                ("check-in edited", "checkins/**/*.md", edit),
                ("value changed", "checkins/**/*.md", log_anew),
            ):
                note = detached(min(root.glob(pattern)))
                program.check(root)
                took = _over_the_stat_floor(bench, program, root, before=partial(change, note))
                yield at_most("P4", f"check, one {name}, {shape.name}", took, 1.6, "× stat")
                change(note)
                opened = program.observed(*of(root), "check").notes()
                only = [Path(path).name for path in opened] == [note.name]
                yield said("P4", f"… opens, {shape.name}", "that one", _notes(len(opened)), holds=only)


def _over_the_stat_floor(
    bench: Bench, program: Program, root: Path, before: Callable[[], None] = lambda: None
) -> float:
    def ours() -> Spent:
        before()
        return program.check(root)

    return ratio(ours, lambda: floor("stat", root, click=True), runs=bench.runs, clock=bench.clock)


def _notes(count: int) -> str:
    return "1 note" if count == 1 else f"{count:,} notes"


def edit(note: Path) -> None:
    """Append a line to a note, so that its times tell of it."""
    with note.open("a") as file:
        file.write("One more line.\n")
    time.sleep(_A_MOMENT)


def log_anew(note: Path) -> None:
    """Let a check-in say another value than it did."""
    text = note.read_text()
    other = "8" if "value: 7\n" in text else "7"
    note.write_text(re.sub(r"^value:.*$", f"value: {other}", text, flags=re.MULTILINE))
    time.sleep(_A_MOMENT)


def memory(bench: Bench) -> Iterator[Row]:
    """P6: the most that is resident, over what a bare process with click has."""
    for shape in bench.large:
        root = bench.shelf.vault(shape)
        with bench.program() as program:
            bare = program.peak()
            peak = program.peak(*of(root), "check")
            count = program.counted(root)
            allowed = (0.5 * count.notes + 2.2 * count.records) / KB
            yield at_most("P6", f"memory, cold, {shape.name}", (peak - bare) / KB**2, allowed, "MB")
            peak = program.peak(*of(root), "check")
            allowed = 0.3 * count.notes / KB
            yield at_most("P6", f"memory, warm, {shape.name}", (peak - bare) / KB**2, allowed, "MB")


def start(bench: Bench) -> Iterator[Row]:
    """P7: what the program costs before it does anything, and what a warm check does without."""
    runs = max(bench.runs, _STARTS)
    with bench.program() as program:
        for option in ("--version", "--help"):
            ours = partial(program.call, option)
            took = ratio(ours, partial(python, "pass"), runs=runs, clock=Clock.CPU)
            yield at_most("P7", f"{option}, CPU", took, 5, "× python")
    root = bench.shelf.vault(of_size(min(bench.sizes)))
    with bench.program() as program:
        program.check(root)
        modules = program.observed(*of(root), "check").modules
    found = needless(modules)
    unneeded = ", ".join(found)
    yield said("P7", "warm check, needless imports", "0", f"{len(found)}", holds=not found, note=unneeded)


def needless(modules: Sequence[str]) -> list[str]:
    """What of all that a warm check can do without was imported; by its last name."""
    found = [name for name in _NOT_NEEDED if any(f"{module}.".startswith(f"{name}.") for module in modules)]
    return [name.rpartition(".")[2] for name in found]
