"""Measures how `check` grows with a vault, and draws it: `python bench/growth.py [--quick] [--write SVG]`.

Cold, warm, and after one edit, in vaults of 1,000 to 100,000 notes, and in an organisation's vault with as
many check-ins; beside them the floors that no program can beat.
"""

import argparse
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from statistics import median

from bench.measure import Clock, Sample, Spent, clock_of_this_machine
from bench.picture import Line, picture
from bench.program import Program, floor
from bench.run import KEEP, SIZES
from bench.runs import edit
from bench.vaults import HEAVY, Shape, Shelf, detached, of_checkins, of_size

_STEPS, _QUICK_STEPS = (1_000, 3_000, 10_000, 30_000, 100_000), (1_000, 3_000, 10_000)
_KEPT = {*map(of_size, SIZES), HEAVY}
"""What `bench/run.py` needs too; the other vaults are removed once they are measured."""


def main() -> int:
    """Measure, print a line for each vault, and draw the picture."""
    read = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    read.add_argument("--quick", action="store_true", help="only up to 10,000, and three runs")
    read.add_argument("--runs", type=int, metavar="TIMES", help="how many a median is of (5; quick: 3)")
    read.add_argument("--keep", type=Path, default=KEEP, metavar="DIR", help=f"where the vaults are ({KEEP})")
    read.add_argument("--write", type=Path, metavar="SVG", help="where to draw")
    given = read.parse_args()
    steps, clock = _QUICK_STEPS if given.quick else _STEPS, clock_of_this_machine()
    families = {
        "ordinary notes": {of_size(step): step for step in steps},
        "check-ins, beside 5,000 goals": {of_checkins(step): step for step in steps},
    }
    runs = given.runs or (3 if given.quick else 5)
    panels: dict[str, Mapping[str, Line]] = {}
    for title, shapes in families.items():
        print(title)
        panels[title] = _lines(Shelf(given.keep), shapes, runs=runs, clock=clock)
    if given.write:
        up = "seconds of CPU" if clock is Clock.CPU else "seconds"
        given.write.write_text(picture(panels, across="how many", up=up))
    return 0


def _lines(shelf: Shelf, shapes: Mapping[Shape, int], *, runs: int, clock: Clock) -> dict[str, Line]:
    lines: dict[str, list[tuple[float, float]]] = {}
    for shape, count in shapes.items():
        took = _took(shelf, shape, runs=runs, clock=clock)
        print(
            f"{count:>8,}  " + "  ".join(f"{name} {seconds:.3f}" for name, seconds in took.items()),
            flush=True,
        )
        for name, seconds in took.items():
            lines.setdefault(name, []).append((count, seconds))
        if shape not in _KEPT:
            shelf.forget(shape)
    return {**lines}


def _took(shelf: Shelf, shape: Shape, *, runs: int, clock: Clock) -> dict[str, float]:
    """Seconds of each way to run `check`, and of the two floors; all of them in turn."""
    with shelf.scratch() as folder, shelf.copy(shape) as root:
        program, note = Program(folder), detached(min(root.glob("checkins/**/*.md")))
        samples: dict[str, Sample] = {
            "cold": partial(program.cold_check, root),
            "warm": partial(program.check, root),
            "one edit": partial(_after_an_edit, program, root, note),
            "read floor": partial(floor, "read", root),
            "stat floor": partial(floor, "stat", root, click=True),
        }
        rounds = [{name: sample() for name, sample in samples.items()} for _ in range(runs)]
    return {name: median(one[name].by(clock) for one in rounds) for name in samples}


def _after_an_edit(program: Program, root: Path, note: Path) -> Spent:
    edit(note)
    return program.check(root)


if __name__ == "__main__":
    raise SystemExit(main())
