"""What a plain rename cannot do: swap two files, and place one without replacing another."""

import ctypes
import errno
import os
import sys

_AT_FDCWD = -100
_NOREPLACE, _EXCHANGE = 1, 2
# What a kernel or file system says that has no such rename.
_UNKNOWN = (errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP)


def exchange(one: str, other: str) -> bool:
    """Swap what two names stand for, in one step. False where the system cannot. Raises OSError."""
    return _renameat2(one, other, _EXCHANGE)


def place(file: str, name: str) -> None:
    """Give a file its name, unless something has that name already. Raises FileExistsError, OSError."""
    if not _renameat2(file, name, _NOREPLACE):
        os.link(file, name, follow_symlinks=False)
        os.unlink(file)


def _renameat2(one: str, other: str, flag: int) -> bool:
    rename = (
        getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None) if sys.platform == "linux" else None
    )
    if rename is None:
        return False
    if rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), flag) == 0:
        return True
    number = ctypes.get_errno()
    if number in _UNKNOWN:
        return False
    raise OSError(number, os.strerror(number), one, None, other)
