"""The short-lived file beside a note from which the note is made, and what is done with one left behind."""

import os
import re
import secrets
import stat
import time
from contextlib import suppress
from pathlib import Path

from vaultgoals.store import state
from vaultgoals.store.files import read_bytes

_NAME = re.compile(r"\.vaultgoals-[0-9a-f]{16}\.tmp")
_LIMIT = 1 << 26


def write_beside(full: str, data: bytes, *, like: os.stat_result | None = None) -> str:
    """A new hidden file in the same folder with this content, safely on the disk; its path.

    With `like` it gets that file's mode, and its owner and extended attributes where that is allowed.
    Nothing is left behind when it fails. Raises OSError.
    """
    temp = name_beside(full)
    descriptor = os.open(temp, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600 if like else 0o666)
    try:
        with open(descriptor, "wb") as stream:
            stream.write(data)
            if like:
                _dress(descriptor, full, like)
            stream.flush()
            os.fsync(descriptor)
    except OSError:
        os.unlink(temp)
        raise
    return temp


def name_beside(full: str) -> str:
    """A free name for such a file, short however long the note's own name is."""
    return os.path.join(os.path.dirname(full), f".vaultgoals-{secrets.token_hex(8)}.tmp")


def sync_folder(full: str) -> None:
    """Have the names in a folder safely on the disk, where the system can. Raises OSError."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    descriptor = os.open(full, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def rescue_strays(root: Path, folder: str, *, older_than: float = 60.0) -> list[Path]:
    """Move what interrupted runs left in a folder of the vault into the state folder; where to.

    Such a file may hold a person's text, so it is kept for good. Only regular files of one's own are taken,
    and only when nothing changed about them for `older_than` seconds. Raises OSError.
    """
    rescued = []
    with os.scandir(os.path.join(root, folder)) as entries:
        strays = [entry for entry in entries if _NAME.fullmatch(entry.name) and _is_stray(entry, older_than)]
    for stray in strays:
        data = read_bytes(stray.path, limit=_LIMIT)
        if data is not None:
            rescued.append(state.keep_for_good(root, os.path.join(folder, stray.name), data))
            os.unlink(stray.path)
    return rescued


def _is_stray(entry: os.DirEntry[str], older_than: float) -> bool:
    status = entry.stat(follow_symlinks=False)
    # The moment of the last rename, too: after an exchange the file's own time is that of the old note.
    age = time.time() - max(status.st_ctime, status.st_mtime)
    mine = not hasattr(os, "getuid") or status.st_uid == os.getuid()
    return stat.S_ISREG(status.st_mode) and mine and age > older_than


def _dress(descriptor: int, full: str, like: os.stat_result) -> None:
    if hasattr(os, "fchown"):
        with suppress(PermissionError):
            os.fchown(descriptor, like.st_uid, like.st_gid)
        os.fchmod(descriptor, stat.S_IMODE(like.st_mode))
    if hasattr(os, "listxattr"):
        with suppress(OSError):
            for name in os.listxattr(full, follow_symlinks=False):
                with suppress(OSError):
                    os.setxattr(descriptor, name, os.getxattr(full, name, follow_symlinks=False))
