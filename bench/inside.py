"""The week's page in the memory of one process, without the disk."""

import sys
from collections.abc import Iterator
from statistics import median

from bench.conditions import Bench
from bench.measure import run
from bench.table import Row, at_most, not_measured
from bench.vaults import Shape, of_checkins, of_size

_FEW, _MANY = of_size(1_000), of_checkins(1_000)


def pages(bench: Bench) -> Iterator[Row]:
    """P8: the page of the week in process, after one value was logged."""
    yield from _rows(bench, _FEW, 10)
    if bench.quick:
        yield not_measured("P8", _what(_MANY), "≤ 20 ms", "not in a quick run")
    else:
        yield from _rows(bench, _MANY, 20)


def _rows(bench: Bench, shape: Shape, limit: int) -> Iterator[Row]:
    look, page = _medians(bench, shape)
    yield at_most("P8", _what(shape), page, limit, "ms")
    yield Row(goal="P8", what="… and the look at the files before", bound="", measured=f"{look:.3g}")


def _what(shape: Shape) -> str:
    return f"the week's page, 1 of {shape.goals:,} goals touched"


def _medians(bench: Bench, shape: Shape) -> list[float]:
    """What one_page.py prints, each column's median."""
    with bench.shelf.copy(shape) as root:
        lines = run([sys.executable, "-m", "bench.one_page", str(root), str(bench.runs)]).output.splitlines()
    return [median(column) for column in zip(*(map(float, line.split()) for line in lines), strict=True)]
