"""The limits that the process of a vault's own templates sets itself, as far as the system knows them."""

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import TypeVar

from vaultgoals.render.fault import OutOfTime

MEMORY = 512 * 2**20
"""Bytes of address space."""

_AGAIN = 0.1

_Made = TypeVar("_Made")


def give_up_rights() -> None:
    """From now on: no more memory than that, no file opened or written, no process started."""
    if sys.platform == "win32":
        return
    import resource

    limits = {
        resource.RLIMIT_AS: MEMORY,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_NOFILE: 0,
        resource.RLIMIT_NPROC: 0,
        resource.RLIMIT_CORE: 0,
    }
    for limit, most in limits.items():
        with suppress(OSError, ValueError):  # a system may know a limit and not let it be set
            resource.setrlimit(limit, (most, most))


def in_time(work: Callable[[], _Made], seconds: float) -> _Made:
    """What some work makes; raises OutOfTime once it took so many seconds, not counting those it waited.

    Where it cannot be interrupted the system ends the process a second or two later.
    """
    if sys.platform == "win32":
        return work()
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    most = int(used.ru_utime + used.ru_stime + seconds) + 2
    with suppress(OSError, ValueError):  # whoever started us may have set a lower one
        resource.setrlimit(resource.RLIMIT_CPU, (most, resource.getrlimit(resource.RLIMIT_CPU)[1]))
    with _alarm(seconds) as rang:
        made = work()
    if rang:  # whoever compiles a template passes over an error in what is constant
        raise OutOfTime
    return made


@contextmanager
def _alarm(seconds: float) -> Iterator[list[int]]:
    """Raises OutOfTime in what is done meanwhile, again and again; the list tells how often it did."""
    rang: list[int] = []

    def ring(number: int, frame: FrameType | None) -> None:
        rang.append(number)
        raise OutOfTime

    signal.signal(signal.SIGPROF, ring)
    signal.setitimer(signal.ITIMER_PROF, seconds, _AGAIN)
    try:
        yield rang
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
