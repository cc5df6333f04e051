"""Measures what is promised of vaultgoals' speed: `python bench/run.py [--quick] [--only P1,P3] …`.

Every goal is a ratio of two things that run in turn in this one run, or a count. The vaults are made once and
kept under --keep; nothing is written into them.
"""

import argparse
import os
import platform
import signal
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from bench.conditions import Bench
from bench.equal import equality
from bench.inside import pages
from bench.measure import Clock, Unmeasured, clock_of_this_machine
from bench.peers import against_peers
from bench.runs import cold, cold_heavy, memory, one_edit, start, unchanged
from bench.table import Row, as_markdown, as_text, kept, not_measured, replaced, with_others
from bench.vaults import Shelf
from bench.watching import idle, saves

GOALS: Mapping[str, Callable[[Bench], Iterator[Row]]] = {
    "P1": cold,
    "P2": cold_heavy,
    "P3": unchanged,
    "P4": one_edit,
    "P5": saves,
    "P6": memory,
    "P7": start,
    "P8": pages,
    "P9": idle,
    "P10": equality,
    "P11": against_peers,
}
KEEP = Path("/tmp/vaultgoals-bench")
SIZES, QUICK_SIZES = (1_000, 10_000, 100_000), (1_000, 10_000)


def main() -> int:
    """Measure the goals that are named, or all, and print a table; 0 whatever it says."""
    given = _arguments().parse_args()
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(128 + number))  # so that all is cleared away
    bench = Bench(
        shelf=Shelf(given.keep),
        sizes=given.sizes or (QUICK_SIZES if given.quick else SIZES),
        runs=given.runs or (3 if given.quick else 5),
        clock=given.clock or clock_of_this_machine(),
        quick=given.quick,
        idle=given.idle or (5.0 if given.quick else 60.0),
    )
    rows = list(_measured(bench, given.only or GOALS))
    print(f"{as_text(rows)}\n\n{_about(bench)}")
    if given.write:
        page = given.write.read_text()
        table = with_others(as_markdown(rows), kept(page, {row.goal for row in rows}))
        given.write.write_text(replaced(page, f"{_about(bench)}\n\n{table}"))
    return 0


def _arguments() -> argparse.ArgumentParser:
    read = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    read.add_argument("--quick", action="store_true", help="a rough look: small vaults, medians of three")
    read.add_argument("--only", type=_goals, metavar="GOALS", help="such as P1,P3")
    read.add_argument(
        "--sizes", type=_sizes, metavar="NOTES", help="vaults of so many notes: 1000,10000,100000"
    )
    read.add_argument("--runs", type=int, metavar="PAIRS", help="how many pairs a median is of (5; quick: 3)")
    read.add_argument(
        "--clock", type=Clock, choices=[*Clock], help="CPU where the machine is shared, else wall"
    )
    read.add_argument(
        "--idle", type=float, metavar="SECONDS", help="how long the watcher is left in peace (60)"
    )
    read.add_argument("--keep", type=Path, default=KEEP, metavar="DIR", help=f"where the vaults are ({KEEP})")
    read.add_argument(
        "--write",
        type=Path,
        metavar="PAGE",
        help="put the table into a Markdown page, where the rows of other goals stay",
    )
    return read


def _goals(names: str) -> list[str]:
    chosen = names.upper().split(",")
    if unknown := [name for name in chosen if name not in GOALS]:
        raise argparse.ArgumentTypeError(f"there is no goal {unknown[0]}; they are {', '.join(GOALS)}")
    return chosen


def _sizes(numbers: str) -> tuple[int, ...]:
    return tuple(int(number) for number in numbers.split(","))


def _measured(bench: Bench, names: Sequence[str] | Mapping[str, object]) -> Iterator[Row]:
    """The rows of some goals; each is told as it comes, since all of them take a while."""
    for name in names:
        begun = time.monotonic()
        try:
            for row in GOALS[name](bench):
                print(f"{row.goal} {row.what}: {row.measured or row.note}", file=sys.stderr)
                yield row
        except Unmeasured as error:
            what = (GOALS[name].__doc__ or "").partition(": ")[2].rstrip(".")
            yield not_measured(name, what, "", str(error))
        print(f"{name} took {time.monotonic() - begun:.0f} s", file=sys.stderr)


def _about(bench: Bench) -> str:
    """When and where this was measured, and by which clock."""
    system, version = f"{platform.system()} {platform.release()}", platform.python_version()
    time_of = "CPU time" if bench.clock is Clock.CPU else "time that passed"
    machine = f"{system}, {os.cpu_count()} cores, Python {version}"
    day = datetime.now().astimezone().date()
    return f"{day}, {machine}.\nRatios are of {time_of}, medians of {bench.runs} pairs."


if __name__ == "__main__":
    raise SystemExit(main())
