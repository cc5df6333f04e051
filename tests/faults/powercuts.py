"""What a write survives where the power is cut, in figures; exit 1 on any loss. `powercuts.py [--short]`.

First on a model of a disk, in as many ways as it may look after a cut; then on ext4, where that can be
mounted. The short form takes a part of the first only.
"""

import sys
import time
from collections.abc import Callable, Iterator
from functools import partial

from commands import commands
from cuts import modelled
from image import cannot_mount, copied
from points import Point, Scenario
from scenarios import CARELESS, SCENARIOS
from tracer import cannot_trace

SHORT, FULL = 6, 100_000
"""In how many ways a disk may look after a cut at one call."""
WRITTEN_BACK = 5
"""On ext4, at every how manieth call the kernel writes back all that it has in memory."""

Cuts = Callable[[Scenario], Iterator[Point]]


def main(arguments: list[str]) -> int:
    """Print a line for each kind of write, then the sum; 1 where anything was lost."""
    began = time.monotonic()
    if reason := cannot_trace():
        print(f"disks   none: it {reason}")
        return 0
    is_short = "--short" in arguments
    tried, bad = _cut("on a model", partial(modelled, most=SHORT if is_short else FULL))
    if not is_short:
        if reason := cannot_mount():
            print(f"disks   none on ext4: it {reason}")
        else:
            more = _cut("on ext4", partial(copied, step=WRITTEN_BACK))
            tried, bad = tried + more[0], bad + more[1]
    print(
        f"in all  {tried:,} disks after a power cut, {tried - bad:,} held all, {bad:,} lost something; "
        f"{time.monotonic() - began:.0f} s"
    )
    return 1 if bad else 0


def _cut(how: str, cuts: Cuts) -> tuple[int, int]:
    """How many disks were looked at, and on how many something was wrong."""
    tried = bad = 0
    for scenario in (*SCENARIOS, *commands()):
        found = list(cuts(scenario))
        wrong = [point for point in found if point.wrong]
        print(f"disks   {len(found):>6,}  lost {len(wrong):>4,}  {how}, {scenario.name}", flush=True)
        for point in wrong:
            print(f"        {point.where}: {point.wrong}")
        tried, bad = tried + len(found), bad + len(wrong)
    if not any(point.wrong for point in cuts(CARELESS)):
        print(f"        {how}, {CARELESS.name}: nothing was lost, so these cuts show nothing")
        bad += 1
    return tried, bad


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
