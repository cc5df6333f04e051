"""Running a piece of work up to one of its system calls, to kill it there or have the call fail.

By ptrace(2), through ctypes: Linux on x86_64. The work runs in a forked child, with everything imported, so
that a run costs milliseconds.
"""

import ctypes
import errno
import os
import platform
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

_TRACEME, _PEEKUSER, _POKEUSER, _CONT, _SYSCALL, _SETOPTIONS = 0, 3, 6, 7, 24, 0x4200
# Stops at system calls are told apart, new threads are traced too, and nobody outlives the tracer.
_OPTIONS = 0x1 | 0x8 | 0x100000
_AT_SYSCALL = signal.SIGTRAP | 0x80
_ALL_THREADS = 0x40000000
# Where a stopped thread's registers lie in what the kernel calls its user area.
_RAX, _RSI, _RDI, _ORIG_RAX = 10 * 8, 13 * 8, 14 * 8, 15 * 8
_LONG = 1 << 64
_GETSID = 124
"""A harmless call that the work does not make itself: it marks where the work begins and ends."""

KILL = -1

_libc = ctypes.CDLL(None, use_errno=True)
_libc.ptrace.restype = ctypes.c_long
_libc.ptrace.argtypes = (ctypes.c_long, ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p)


class Call(NamedTuple):
    """A system call that is about to be made: how many were before it, its number, two arguments, by whom."""

    nth: int
    number: int
    first: int
    second: int
    thread: int


Fault = Callable[[Call], int]
"""What becomes of a call: 0 lets it pass, KILL ends the program, anything else is the errno it fails with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """The calls that the work came to, and what it said in the end; None where it did not come to its end."""

    calls: tuple[Call, ...]
    said: str | None


def cannot_trace() -> str | None:
    """Why there is no tracing here, None where there is."""
    if sys.platform != "linux" or platform.machine() != "x86_64":
        return "traces system calls on Linux on x86_64 only"
    try:
        return None if trace(lambda: "well", lambda call: 0).said == "well" else "ptrace does not work here"
    except OSError as error:
        return f"ptrace is not allowed here ({error.strerror})"


def trace(work: Callable[[], str], fault: Fault) -> Run:
    """Run the work in a child and let `fault` decide on each of its system calls. Raises OSError."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        _be_traced(work, writer)
    os.close(writer)
    with open(reader, encoding="utf-8") as report:
        _, status = os.waitpid(child, _ALL_THREADS)
        if not os.WIFSTOPPED(status):
            raise OSError(errno.EPERM, "tracing refused")
        calls = _follow(child, fault)
        said = report.read()
    return Run(calls=tuple(calls), said=said or None)


def _be_traced(work: Callable[[], str], writer: int) -> None:
    os.setpgid(0, 0)
    if _libc.ptrace(_TRACEME, 0, None, None) == 0:
        os.kill(os.getpid(), signal.SIGSTOP)
        os.getsid(0)
        try:
            said = work()
        except BaseException as error:
            said = f"traceback: {error!r}"
        os.getsid(0)
        os.write(writer, said.encode())
    os._exit(0)


def _follow(child: int, fault: Fault) -> list[Call]:
    """Lead the child and its threads from call to call until all have ended."""
    _ptrace(_SETOPTIONS, child, 0, _OPTIONS)
    _ptrace(_SYSCALL, child, 0, 0)
    calls: list[Call] = []
    inside: dict[int, int] = {}  # the threads that are in a call, and what they are to be told at its end
    marks = 0
    while True:
        try:
            thread, status = os.waitpid(-child, _ALL_THREADS)
        except ChildProcessError:
            return calls
        if not os.WIFSTOPPED(status):
            continue
        stop, deliver = os.WSTOPSIG(status), 0
        if stop != _AT_SYSCALL:
            deliver = 0 if stop in (signal.SIGTRAP, signal.SIGSTOP) else stop
        elif thread in inside:
            if answer := inside.pop(thread):
                _ptrace(_POKEUSER, thread, _RAX, -answer % _LONG)
        else:
            number, first, second = (_register(thread, place) for place in (_ORIG_RAX, _RDI, _RSI))
            call = Call(len(calls), number, first, second, thread)
            inside[thread] = 0
            marks += call.number == _GETSID
            if marks == 1 and call.number != _GETSID:
                calls.append(call)
                inside[thread] = fault(call)
            if inside[thread] == KILL:
                os.kill(child, signal.SIGKILL)
                continue
            if inside[thread]:
                _ptrace(_POKEUSER, thread, _ORIG_RAX, -1 % _LONG)
        _ptrace(_CONT if marks == 2 else _SYSCALL, thread, 0, deliver)


def _register(thread: int, place: int) -> int:
    return int(_libc.ptrace(_PEEKUSER, thread, place, None))


def _ptrace(request: int, thread: int, address: int, data: int) -> None:
    if _libc.ptrace(request, thread, address, data) == -1 and ctypes.get_errno() != errno.ESRCH:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
