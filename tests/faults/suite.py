"""What a write survives, in figures; exit 1 on any loss. `python tests/faults/suite.py [--short]`."""

import sys
import time
from collections.abc import Iterable

from commands import commands
from person import WAYS
from points import Point, points
from scenarios import SCENARIOS, saves
from tracer import cannot_trace
from typing_along import type_along

SHORT, FULL = (14, 28, 80), (1, 1, 3_000)
"""Every how manieth point of a write and of a command is tried, and how often a person saves in each way."""


def main(arguments: list[str]) -> int:
    """Print a line for each kind of trouble, then the sum; 1 where anything was lost."""
    began = time.monotonic()
    step, command_step, times = SHORT if "--short" in arguments else FULL
    if reason := cannot_trace():
        print(f"points  none: it {reason}")
        tried, bad = 0, 0
    else:
        tried, bad = _cut_short(step, command_step)
    lost = _typed_along(times)
    print(
        f"in all  {tried:,} points, {tried - bad:,} survived, {bad:,} lost; {times * len(WAYS):,} saves, "
        f"{lost:,} lost; {time.monotonic() - began:.0f} s"
    )
    return 1 if bad or lost else 0


def _cut_short(step: int, command_step: int) -> tuple[int, int]:
    """How many points were tried, and at how many something was wrong."""
    told = [
        *(_told(scenario.name, points(scenario, step=step)) for scenario in SCENARIOS),
        *(_told(scenario.name, points(scenario, step=command_step)) for scenario in commands()),
        *(_told(f"a save {way} at every call", saves(way, step=step)) for way in WAYS),
    ]
    return sum(tried for tried, _ in told), sum(bad for _, bad in told)


def _told(name: str, found: Iterable[Point]) -> tuple[int, int]:
    tried = list(found)
    wrong = [point for point in tried if point.wrong]
    print(f"points  {len(tried):>6,}  lost {len(wrong):>4,}  {name}", flush=True)
    for point in wrong:
        print(f"        {point.where}: {point.wrong}")
    return len(tried), len(wrong)


def _typed_along(times: int) -> int:
    """How many of a person's saves were lost."""
    lost = 0
    for way in WAYS:
        session = type_along(way, times)
        saved = f"saves   {session.saves:>6,}  lost {session.lost:>4,}  {way}"
        print(f"{saved}, {session.kept} to be restored, {session.rewrites:,} rewrites meanwhile", flush=True)
        lost += session.lost
    return lost


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
