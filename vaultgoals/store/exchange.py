"""What a plain rename cannot do: swap two files, and place one without replacing another."""

import ctypes
import errno
import os
import sys
from collections.abc import Callable
from functools import cache

# What a kernel or file system says that has no such rename.
_UNKNOWN = (errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP)

_CALL, _NOREPLACE, _EXCHANGE = "renameat2", 1, 2
_HERE: tuple[int, ...] = (-100,)
if sys.platform == "darwin":  # after Apple's manual page; nobody has tried it yet
    _CALL, _NOREPLACE, _EXCHANGE = "renamex_np", 4, 2
    _HERE = ()


def exchange(one: str, other: str) -> bool:
    """Swap what two names stand for, in one step. False where the system cannot. Raises OSError."""
    return _rename(one, other, _EXCHANGE)


def place(file: str, name: str) -> None:
    """Give a file its name, unless something has that name already. Raises FileExistsError, OSError."""
    if not _rename(file, name, _NOREPLACE):
        os.link(file, name, follow_symlinks=False)
        os.unlink(file)


@cache
def system_call() -> Callable[..., int] | None:
    """The system's own rename, looked up once: between two exchanges every moment counts."""
    if sys.platform == "win32":  # which has none
        return None
    return getattr(ctypes.CDLL(None, use_errno=True), _CALL, None)


def _rename(one: str, other: str, flag: int) -> bool:
    rename = system_call()
    if rename is None:
        return False
    if rename(*_HERE, os.fsencode(one), *_HERE, os.fsencode(other), flag) == 0:
        return True
    number = ctypes.get_errno()
    if number in _UNKNOWN:
        return False
    raise OSError(number, os.strerror(number), one, None, other)
