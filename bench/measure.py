"""What a process costs, and the ratio of two that run in turn."""

import os
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import ceil
from statistics import median

_SHARED = 0.5
"""A machine with more load than this before anything is measured has other things to do."""


class Unmeasured(Exception):
    """Something could not be measured; says why."""


class Clock(StrEnum):
    """Which time a ratio is of."""

    WALL = "wall"
    CPU = "CPU"


@dataclass(frozen=True, slots=True, kw_only=True)
class Spent:
    """What one run of a process took, in seconds, what it printed, and the code that it ended with."""

    wall: float
    cpu: float
    output: str = ""
    code: int = 0

    def by(self, clock: Clock) -> float:
        """The seconds on one of the clocks."""
        return self.cpu if clock is Clock.CPU else self.wall


Sample = Callable[[], Spent]


def clock_of_this_machine() -> Clock:
    """CPU time where the machine has other things to do, else the time that a person waits."""
    return Clock.CPU if os.getloadavg()[0] > _SHARED else Clock.WALL


def run(
    command: Sequence[str], environ: Mapping[str, str] | None = None, *, good: Sequence[int] = (0,)
) -> Spent:
    """Run a command to its end; CPU time is that of its process and of those it waited for.

    Raises Unmeasured where it ends with another code than a good one.
    """
    begun = time.perf_counter()
    process = subprocess.Popen(
        command, env=environ, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    assert process.stdout is not None
    with process.stdout as pipe:
        output = pipe.read().decode(errors="replace")
    _, status, usage = os.wait4(process.pid, 0)  # its own usage: that of all children would hold the others'
    wall = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in good:
        last = (output.strip().splitlines() or ["it said nothing"])[-1]
        raise Unmeasured(f"exit {process.returncode}: {last}")
    return Spent(wall=wall, cpu=usage.ru_utime + usage.ru_stime, output=output, code=process.returncode)


def ratio(ours: Sample, floor: Sample, *, runs: int, clock: Clock, warm: bool = True) -> float:
    """Ours over the floor: the median of the ratios of pairs that run one right after the other.

    What happens to the machine meanwhile happens to both of a pair. One more of each goes before, unless they
    need not be `warm`.
    """
    for sample in (floor, ours) if warm else ():
        sample()
    return median_of_ratios([(ours(), floor()) for _ in range(runs)], clock)


def median_of_ratios(pairs: Sequence[tuple[Spent, Spent]], clock: Clock) -> float:
    """The median of what each pair's first took over its second."""
    return median(first.by(clock) / second.by(clock) for first, second in pairs)


def nearly_all(values: Sequence[float]) -> float:
    """The value that 95 of 100 do not exceed; of less than twenty the largest."""
    return sorted(values)[ceil(len(values) * 0.95) - 1]
