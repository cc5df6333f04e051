"""Putting a new file in place of an old one while a person may be saving it."""

import errno
import os
import time
from contextlib import suppress
from pathlib import Path

from vaultgoals.core.config import Limits
from vaultgoals.core.source import digest_of
from vaultgoals.store import state
from vaultgoals.store.exchange import exchange
from vaultgoals.store.files import read_bytes
from vaultgoals.store.lease import digest_at_rest, held
from vaultgoals.store.temp import name_beside

_LIMIT = Limits().note_size
_PATIENCE = 1.0
_QUIET = 5.0
_NO_LINKS = (errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK)


def replace(root: Path, path: str, temp: str, *, old: str, new: str) -> bool:
    """Put `temp` in place of the note, whose bytes have the digest `old`; `new` is that of `temp`.

    False where somebody saved the note in that moment: what they saved then stands there. The other file is
    removed only once it is known to hold the old text or ours, so nothing is tidied up in a `finally`: it may
    be all that there is of theirs. Raises OSError.
    """
    full = os.path.join(root, path)
    put: str | None = new
    try:
        with held(full) as lease:
            if lease.digest(limit=_LIMIT) != old:
                os.unlink(temp)
                return False
            if not exchange(temp, full):
                return _replace_by_rename(temp, full, old=old)
            awaited: str | None = old
            if lease.is_waited_for():
                # They opened the old file: it must be back in its place before they get it.
                exchange(temp, full)
                put, awaited = old, new
            lease.end()
            while (came_out := digest_at_rest(temp, limit=_LIMIT, patience=_PATIENCE)) != awaited:
                # Somebody saved in that moment: theirs goes back, and what comes out must be what we put.
                exchange(temp, full)
                put, awaited = came_out, put
    except OSError as error:
        with suppress(FileNotFoundError):
            _let_go(root, path, temp, old, new)
        if error.errno == errno.ENOENT:
            return False
        raise
    _let_go(root, path, temp, old, new)
    return put == new


def _let_go(root: Path, path: str, temp: str, *known: str) -> None:
    """Remove the file beside the note; a text that is neither the old one nor ours is kept for good."""
    data = read_bytes(temp, limit=_LIMIT)
    if data is None:
        return
    if digest_of(data) not in known:
        state.keep_for_good(root, path, data)
    os.unlink(temp)


def _replace_by_rename(temp: str, full: str, *, old: str) -> bool:
    """The same where files cannot be swapped: after some quiet, with a second name for the old file."""
    if time.time() - os.stat(full).st_mtime < _QUIET:
        os.unlink(temp)
        return False
    second = name_beside(full)
    linked = _link(full, second)
    if digest_at_rest(full, limit=_LIMIT) != old:
        for name in (temp, second) if linked else (temp,):
            os.unlink(name)
        return False
    os.replace(temp, full)
    if not linked:
        return True
    if digest_at_rest(second, limit=_LIMIT, patience=_PATIENCE) != old:
        os.replace(second, full)
        return False
    os.unlink(second)
    return True


def _link(full: str, second: str) -> bool:
    try:
        os.link(full, second, follow_symlinks=False)
    except OSError as error:
        if error.errno in _NO_LINKS:
            return False
        raise
    return True
