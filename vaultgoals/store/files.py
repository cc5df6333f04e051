"""Which notes there are, and what stands in each of them."""

import errno
import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from vaultgoals.core.source import Source, digest_of
from vaultgoals.errors import Unwritten
from vaultgoals.store.ignore import Ignore

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


class Entry(NamedTuple):
    """What a scan knows of a note without opening it; a plain tuple, since there may be 100,000 of them.

    `ctime_ns` moves with every change, also where a program puts the size and the modification time back.
    """

    path: str
    size: int = 0
    mtime_ns: int = 0
    inode: int = 0
    ctime_ns: int = 0


class Listing(NamedTuple):
    """What a scan found: the notes, and the paths of all other files, which links may lead to.

    Notes that the settings leave out are among the others.
    """

    notes: list[Entry]
    others: list[str]


def walk(root: Path, ignore: Iterable[str] = ()) -> Listing:
    """Everything in the vault, each sorted by path; notes are what is named `*.md`.

    Hidden files and folders are invisible and symbolic links to folders are not followed. What is no regular
    file is listed, and so is a folder that cannot be opened: `read` says what is the matter with it.
    Raises `Unwritten` where the vault itself cannot be listed.
    """
    left_out = Ignore.of(ignore)
    found = Listing([], [])
    folders = [""]
    while folders:
        folder = folders.pop()
        try:
            _look_into(os.path.join(root, folder), f"{folder}/" if folder else "", left_out, found, folders)
        except OSError as error:
            if not folder:
                raise Unwritten(f"The vault {root} cannot be read: {in_words(error)}.") from None
            if error.errno != errno.ENOENT:
                found.notes.append(Entry(folder))
    found.notes.sort()
    found.others.sort()
    return found


def _look_into(full: str, prefix: str, left_out: Ignore, found: Listing, folders: list[str]) -> None:
    """Add what stands in one folder to what was found so far, and to the folders still to be looked into."""
    with os.scandir(full) as entries:
        for entry in entries:
            if entry.name[0] == ".":
                continue
            path = prefix + entry.name
            is_folder = entry.is_dir(follow_symlinks=False)
            if is_folder:
                folders.append(path)
            if entry.name.endswith(".md") and not (left_out.any and path in left_out):
                found.notes.extend(_stat(entry, path))
            elif not is_folder:
                found.others.append(path)


def _stat(entry: os.DirEntry[str], path: str) -> Iterator[Entry]:
    try:
        status = entry.stat(follow_symlinks=False)
    except FileNotFoundError:
        return
    except OSError:  # `read` will say what is the matter
        yield Entry(path)
    else:
        yield Entry(path, status.st_size, status.st_mtime_ns, status.st_ino, status.st_ctime_ns)


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
