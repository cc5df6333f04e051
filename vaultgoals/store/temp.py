"""The short-lived file beside a note from which the note is made, and what is done with one left behind."""

import os
import re
import secrets
import stat
import sys
import time
from contextlib import suppress
from pathlib import Path

from vaultgoals.core.source import digest_of
from vaultgoals.store.durable import write_durably
from vaultgoals.store.files import read_bytes
from vaultgoals.store.kept import keep_for_good

_NAME = re.compile(r"\.vaultgoals-(?P<digest>[0-9a-f]{16})-(?P<token>[0-9a-f]{8})\.tmp")
_LIMIT = 1 << 26


def write_beside(full: str, data: bytes, *, like: os.stat_result | None = None) -> str:
    """A new hidden file in the same folder with this content, safely on the disk; its path.

    With `like` it gets that file's mode and group, and its owner and extended attributes where that is
    allowed. Nothing is left behind when it fails. Raises OSError.
    """
    temp = name_beside(full, digest_of(data))
    descriptor = os.open(temp, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600 if like else 0o666)
    try:
        if like:
            _dress(descriptor, full, like)
        write_durably(descriptor, data)
    except OSError:
        with suppress(OSError):
            os.unlink(temp)
        raise
    finally:
        os.close(descriptor)
    return temp


def name_beside(full: str, digest: str) -> str:
    """A free name for such a file, short however long the note's own name is.

    It tells the digest of what we mean to stand in it, so that what we find there later is known to be ours,
    or somebody else's.
    """
    return os.path.join(os.path.dirname(full), f".vaultgoals-{digest[:16]}-{secrets.token_hex(4)}.tmp")


def rescue_strays(root: Path, folder: str, *, older_than: float = 60.0) -> list[Path]:
    """Clear away what interrupted runs left in a folder of the vault; where what may be theirs is kept now.

    A stray that holds what we put into it is removed. Any other may be a person's text, and is kept for good.
    Only regular files of one's own are touched, and only when nothing changed about them for `older_than`
    seconds. Raises OSError.
    """
    rescued = []
    with os.scandir(os.path.join(root, folder)) as entries:
        named = [(entry, match) for entry in entries if (match := _NAME.fullmatch(entry.name))]
        strays = [(entry.path, match) for entry, match in named if _is_stray(entry, older_than)]
    for stray, match in strays:
        data = read_bytes(stray, limit=_LIMIT)
        if data is None:
            continue
        if not digest_of(data).startswith(match["digest"]):
            name = f"Found {match['token']}.md"
            rescued.append(keep_for_good(root, os.path.join(folder, name), data))
        os.unlink(stray)
    return rescued


def _is_stray(entry: os.DirEntry[str], older_than: float) -> bool:
    status = entry.stat(follow_symlinks=False)
    # The moment of the last rename, too: after an exchange the file's own time is that of the old note.
    age = time.time() - max(status.st_ctime, status.st_mtime)
    mine = sys.platform == "win32" or status.st_uid == os.getuid()
    return stat.S_ISREG(status.st_mode) and mine and age > older_than


def _dress(descriptor: int, full: str, like: os.stat_result) -> None:
    if sys.platform != "win32":
        _give_to(descriptor, like)
        os.fchmod(descriptor, stat.S_IMODE(like.st_mode))
    if sys.platform == "linux":
        with suppress(OSError):
            for name in os.listxattr(full, follow_symlinks=False):
                with suppress(OSError):
                    os.setxattr(descriptor, name, os.getxattr(full, name, follow_symlinks=False))


def _give_to(descriptor: int, like: os.stat_result) -> None:
    """The same owner and group, where we may; what others share with us by its group they do not lose."""
    with suppress(PermissionError):
        os.fchown(descriptor, like.st_uid, like.st_gid)
        return
    try:
        os.fchown(descriptor, -1, like.st_gid)
    except PermissionError:
        group, others = like.st_mode >> 3 & 0o7, like.st_mode & 0o7
        if group & ~others:
            raise
