"""Putting a new file in place of an old one while a person may be saving it."""

import errno
import os
import time
from contextlib import suppress
from pathlib import Path

from vaultgoals.core.config import Limits
from vaultgoals.core.source import digest_of
from vaultgoals.store.exchange import exchange
from vaultgoals.store.files import READ, read_bytes_of
from vaultgoals.store.kept import keep, keep_for_good
from vaultgoals.store.lease import Lease, bytes_at_rest, digest_at_rest, held
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
    try:
        with held(full) as lease:
            if lease.digest(limit=_LIMIT) != old or not lease.is_of(full):
                os.unlink(temp)
                return False
            if not exchange(temp, full):
                return _replace_by_rename(temp, full, old=old)
            put, awaited = _look_at_once(root, path, temp, lease, old=old, new=new)
            lease.end()
            while digest_at_rest(temp, limit=_LIMIT, patience=_PATIENCE) != awaited:
                # Somebody saved in that moment: theirs goes back, and what comes out must be what we put.
                put, awaited = _give_back(root, path, temp), put
    except OSError as error:
        with suppress(FileNotFoundError):
            _let_go(root, path, temp, old, new)
        if error.errno == errno.ENOENT:
            return False
        raise
    _let_go(root, path, temp, old, new)
    return put == new


def _look_at_once(
    root: Path, path: str, temp: str, lease: Lease, *, old: str, new: str
) -> tuple[str | None, str | None]:
    """Undo an exchange that came between a person and their note, before they look at it again.

    The digests of what stands there now, and of what should have come out; None for one that is not known.
    """
    full = os.path.join(root, path)
    if not lease.is_of(temp):
        return _give_back(root, path, temp), new
    if lease.is_waited_for():
        # They opened the old file: it must be back in its place before they get it.
        exchange(temp, full)
        return old, new
    return new, old


def _give_back(root: Path, path: str, theirs: str) -> str | None:
    """Put a file that a person saved just before back in its place; its digest, None if they still write it.

    A copy is kept: an editor that has read our text meanwhile may save that over theirs.
    """
    try:
        descriptor = os.open(theirs, READ)
    finally:
        exchange(theirs, os.path.join(root, path))
    try:
        data = bytes_at_rest(descriptor, limit=_LIMIT, patience=_PATIENCE)
    finally:
        os.close(descriptor)
    if data is None:
        return None
    keep(root, path, data)
    return digest_of(data)


def _let_go(root: Path, path: str, temp: str, *known: str) -> None:
    """Remove the file beside the note; a text that is neither the old one nor ours is kept for good.

    One that somebody is still writing stays: it is looked at again before another write.
    """
    with held(temp, patience=_PATIENCE) as lease:
        data = read_bytes_of(lease.descriptor, limit=_LIMIT) if lease.at_rest else None
        if data is None:
            return
        if digest_of(data) not in known:
            keep_for_good(root, path, data)
        os.unlink(temp)


def _replace_by_rename(temp: str, full: str, *, old: str) -> bool:
    """The same where files cannot be swapped: after some quiet, with a second name for the old file."""
    if time.time() - os.stat(full).st_mtime < _QUIET:
        os.unlink(temp)
        return False
    second = name_beside(full, old)
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
