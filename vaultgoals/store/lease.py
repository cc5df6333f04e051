"""Seeing who writes a note, and holding writers off for a moment (a read lease, on Linux)."""

import errno
import os
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from vaultgoals.core.source import digest_of
from vaultgoals.store.files import READ, read_bytes_of

if sys.platform == "linux":
    import fcntl


@dataclass(frozen=True, slots=True, kw_only=True)
class Lease:
    """A file held open. `at_rest` says that nobody has it open for writing, as far as the system tells.

    Whoever begins to write it while `granted` waits until it is let go.
    """

    descriptor: int
    at_rest: bool
    granted: bool

    def digest(self, *, limit: int) -> str | None:
        """The digest of its bytes; None where somebody writes it, or it is larger or no regular file."""
        data = read_bytes_of(self.descriptor, limit=limit) if self.at_rest else None
        return None if data is None else digest_of(data)

    def is_waited_for(self) -> bool:
        """Whether somebody waits to write it."""
        if sys.platform == "linux" and self.granted:
            return fcntl.fcntl(self.descriptor, fcntl.F_GETLEASE) != fcntl.F_RDLCK
        return False

    def is_of(self, file: str) -> bool:
        """Whether the file with this name is the one that is held. Raises OSError."""
        return os.path.samestat(os.fstat(self.descriptor), os.lstat(file))

    def end(self) -> None:
        """Let those who wait go on; the file stays open, since the last one to close it may take long."""
        if sys.platform == "linux" and self.granted:
            fcntl.fcntl(self.descriptor, fcntl.F_SETLEASE, fcntl.F_UNLCK)


@contextmanager
def held(file: str, *, patience: float = 0.0) -> Iterator[Lease]:
    """Hold a file, waiting up to `patience` seconds for those who write it. Raises OSError."""
    descriptor = os.open(file, READ)
    try:
        refusal = _take_patiently(descriptor, patience)
        yield Lease(descriptor=descriptor, at_rest=refusal != errno.EAGAIN, granted=refusal == 0)
    finally:
        os.close(descriptor)  # which gives a lease back, too


def digest_at_rest(file: str, *, limit: int, patience: float = 0.0) -> str | None:
    """The digest of a regular file that nobody writes; None where it is no such thing. Raises OSError."""
    try:
        with held(file, patience=patience) as lease:
            return lease.digest(limit=limit)
    except OSError as error:
        if error.errno == errno.ELOOP:
            return None
        raise


def bytes_at_rest(descriptor: int, *, limit: int, patience: float) -> bytes | None:
    """The bytes of an open file once nobody writes it; None where they are too many or it takes too long."""
    at_rest = _take_patiently(descriptor, patience) != errno.EAGAIN
    return read_bytes_of(descriptor, limit=limit) if at_rest else None


def _take_patiently(descriptor: int, patience: float) -> int:
    until = time.monotonic() + patience
    while (refusal := _take(descriptor)) == errno.EAGAIN and time.monotonic() < until:
        time.sleep(0.001)
    return refusal


def _take(descriptor: int) -> int:
    """Take a read lease; the errno of a refusal, 0 where it is granted."""
    if sys.platform != "linux":  # which alone has leases
        return errno.ENOSYS
    try:
        # Whoever opens the file meanwhile has us sent a signal: one that is ignored, since the usual one
        # ends the process.
        fcntl.fcntl(descriptor, fcntl.F_SETSIG, signal.SIGURG)
        fcntl.fcntl(descriptor, fcntl.F_SETLEASE, fcntl.F_RDLCK)
    except OSError as error:
        return error.errno or errno.EINVAL
    return 0
