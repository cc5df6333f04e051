"""Which system calls a write makes, and what each may fail with."""

import errno
from collections.abc import Mapping

OPEN, READ, WRITE, CLOSE, FCNTL, FSYNC, GETPID = 257, 0, 1, 3, 72, 74, 39
RENAMEAT2, LINK, LINKAT, SETLEASE = 316, 86, 265, 1024

_FULL = (errno.ENOSPC, errno.EDQUOT)
_BROKEN = (errno.EIO, errno.EINTR, errno.ENOMEM)
_DENIED = (errno.EACCES, errno.EPERM, errno.ENOENT)
_CHANGES = (*_BROKEN, *_DENIED, *_FULL, errno.EROFS)

ERRNOS: Mapping[int, tuple[int, ...]] = {
    OPEN: (*_CHANGES, errno.EMFILE),
    READ: _BROKEN,
    WRITE: (*_BROKEN, *_FULL),
    CLOSE: (errno.EIO, errno.EINTR),
    4: (*_BROKEN, *_DENIED),  # stat
    5: _BROKEN,  # fstat
    6: (*_BROKEN, *_DENIED),  # lstat
    8: (errno.EIO,),  # lseek
    21: (*_BROKEN, *_DENIED),  # access
    FCNTL: (errno.EINTR, errno.EACCES, errno.EPERM, errno.ENOMEM),
    73: (*_BROKEN, errno.ENOLCK),  # flock
    FSYNC: (*_BROKEN, *_FULL, errno.EROFS),
    77: (*_BROKEN, *_FULL),  # ftruncate
    82: _CHANGES,  # rename
    83: _CHANGES,  # mkdir
    LINK: _CHANGES,
    87: _CHANGES,  # unlink
    91: (errno.EIO, errno.EPERM, errno.EROFS),  # fchmod
    93: (errno.EIO, errno.EPERM, errno.EROFS, errno.EDQUOT),  # fchown
    190: (errno.EPERM, errno.EOPNOTSUPP, *_FULL),  # fsetxattr
    192: (*_BROKEN, errno.EPERM),  # lgetxattr
    195: (*_BROKEN, errno.EPERM),  # llistxattr
    217: (*_BROKEN, errno.ENOENT),  # getdents64
    262: (*_BROKEN, *_DENIED),  # newfstatat
    263: _CHANGES,  # unlinkat
    264: _CHANGES,  # renameat
    LINKAT: _CHANGES,
    RENAMEAT2: _CHANGES,
}
"""Errnos by the number of the call on x86_64; a call that is not listed is one at which we only kill."""
