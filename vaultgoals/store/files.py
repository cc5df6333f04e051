"""What stands in a file."""

import errno
import os
import stat
from pathlib import Path

from vaultgoals.core.source import Source, digest_of

_BOM = b"\xef\xbb\xbf"
_OTHER_MARKS = ((b"\xff\xfe\0\0", "UTF-32"), (b"\xff\xfe", "UTF-16"), (b"\xfe\xff", "UTF-16"))
_NO_FILES = (
    (stat.S_ISLNK, "is a symbolic link, which is not followed"),
    (stat.S_ISDIR, "is a folder, not a file"),
    (stat.S_ISFIFO, "is a named pipe, not a file"),
    (stat.S_ISSOCK, "is a socket, not a file"),
)
_WORDS = {
    errno.EACCES: "permission denied",
    errno.EPERM: "permission denied",
    errno.ENOENT: "it is gone",
    errno.ELOOP: "it is a symbolic link",
    errno.EMFILE: "too many files are open",
    errno.ENFILE: "too many files are open",
    errno.ENAMETOOLONG: "its path is too long",
    errno.ENOTDIR: "a file stands where a folder should be",
    errno.EEXIST: "a file stands where a folder should be",
    errno.EIO: "the disk reports an error",
    errno.ESTALE: "the network drive lost it",
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk quota is used up",
    errno.EFBIG: "it is larger than this system allows",
    errno.EROFS: "the file system is read-only",
}
# Absent on Windows, where no path leads to a pipe or device in a folder.
READ = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
"""How a note is opened: not through a link, and without waiting for anybody."""


def read(root: Path, path: str, *, limit: int) -> Source:
    """One note as it stands on the disk; where that is no text, a source that says why. Never raises.

    `limit` is in bytes; a larger file is not read. Nothing but a regular file is ever opened.
    """
    full = os.path.join(root, path)
    try:
        reason = not_a_file(os.lstat(full))
        if reason:
            return Source(path=path, text="", unreadable=reason)
        data = read_bytes(full, limit=limit)
    except (OSError, ValueError) as error:
        return Source(path=path, text="", unreadable=f"cannot be read: {in_words(error)}")
    if data is None:
        return Source(path=path, text="", unreadable=f"is larger than {size_in_words(limit)}")
    return decode(path, data)


def read_bytes(full: str, *, limit: int) -> bytes | None:
    """A regular file's bytes, None where they are more than `limit` or it is no such file. Raises OSError."""
    descriptor = os.open(full, READ)
    try:
        return read_bytes_of(descriptor, limit=limit)
    finally:
        os.close(descriptor)


def read_bytes_of(descriptor: int, *, limit: int) -> bytes | None:
    """The same of an open file."""
    status = os.fstat(descriptor)
    if status.st_size > limit or not stat.S_ISREG(status.st_mode):
        return None
    pieces = [os.read(descriptor, status.st_size + 1)]
    while pieces[-1] and sum(map(len, pieces)) <= limit:
        pieces.append(os.read(descriptor, 1 << 16))
    data = b"".join(pieces)
    return data if len(data) <= limit else None


def decode(path: str, data: bytes) -> Source:
    """A source of some bytes."""
    digest = digest_of(data)
    reason = next(
        (f"is {name} text, not UTF-8" for mark, name in _OTHER_MARKS if data.startswith(mark)), None
    )
    bom = data.startswith(_BOM)
    text = ""
    if reason is None and (at := data.find(b"\0")) >= 0:
        reason = f"is not text (a NUL byte at {at})"
    if reason is None:
        try:
            text = data[len(_BOM) if bom else 0 :].decode()
        except UnicodeDecodeError as error:
            at = error.start + (len(_BOM) if bom else 0)
            reason = f"is not UTF-8 text (byte 0x{data[at]:02x} at {at})"
    return Source(path=path, text=text, digest=digest, bom=bom, unreadable=reason)


def encode(text: str, *, bom: bool) -> bytes:
    """The bytes of a source's text. What UTF-8 cannot hold is written as an escape."""
    return (_BOM if bom else b"") + text.encode("utf-8", "backslashreplace")


def in_words(error: OSError | ValueError) -> str:
    """What went wrong, in a few plain words."""
    if not isinstance(error, OSError):
        return "its path is no path"
    return _WORDS.get(error.errno or 0) or (error.strerror or str(error)).lower()


def not_a_file(status: os.stat_result) -> str | None:
    """What stands there instead of a regular file, in words; None where it is one."""
    if stat.S_ISREG(status.st_mode):
        return None
    return next((words for holds, words in _NO_FILES if holds(status.st_mode)), "is a device, not a file")


def size_in_words(limit: int) -> str:
    """A number of bytes, as people say it."""
    mebibytes = limit / 2**20
    return f"{mebibytes:g} MiB" if mebibytes >= 1 else f"{limit:,} bytes"


class Texts:
    """Reads the texts of notes one after the other into one buffer, so that memory need not come and go."""

    _ROOM = 2**18

    def __init__(self, root: Path) -> None:
        self._root = f"{root}{os.sep}"
        self._buffer = bytearray(self._ROOM + 1)
        self._view = memoryview(self._buffer)

    def text(self, path: str, size: int) -> str | None:
        """The text of a note of so many bytes; None where it is not simply that, and `read` has to look."""
        if not 0 <= size <= self._ROOM:
            return None
        try:
            count = self._fill(self._root + path)
            if count != size:
                return None
            text = str(self._view[:count], "utf-8")
        except (OSError, ValueError):
            return None
        return None if "\0" in text or text.startswith("\ufeff") else text

    def _fill(self, full: str) -> int:
        descriptor = os.open(full, READ)
        try:
            return os.readv(descriptor, [self._buffer]) if _HAS_READV else -1
        finally:
            os.close(descriptor)


_HAS_READV = hasattr(os, "readv")
