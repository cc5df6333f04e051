"""The one way in which anything in the vault is written: a whole file at a time, and never over somebody."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from vaultgoals.core.config import Limits
from vaultgoals.core.source import Source, digest_of, misplaced
from vaultgoals.errors import Unwritten
from vaultgoals.store import state
from vaultgoals.store.durable import make_folder, sync_folder
from vaultgoals.store.exchange import place
from vaultgoals.store.files import encode, in_words, not_a_file, read_bytes, size_in_words
from vaultgoals.store.kept import keep
from vaultgoals.store.lease import digest_at_rest
from vaultgoals.store.names import SNIPPET
from vaultgoals.store.replace import replace
from vaultgoals.store.temp import rescue_strays, write_beside

_LIMIT = Limits().note_size
_FRESH = 2.0
_SESSION = 60.0
_BUSY = "is just being written by another program"


class Fate(StrEnum):
    """What became of a write."""

    WRITTEN = "written"
    UNCHANGED = "unchanged"
    EXISTS = "exists"
    CHANGED_MEANWHILE = "changed-meanwhile"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What became of one write. `reason` follows the path in a sentence, where there was no write."""

    path: str
    fate: Fate
    reason: str = ""


def write_new(root: Path, path: str, text: str) -> Receipt:
    """Write a note that is not there yet, with the folders that it needs; never over anything.

    Its fate is written, exists or refused. Raises `Unwritten` and `Held`.
    """
    return put(root, path, encode(text, bom=False), over=None)


def rewrite(root: Path, path: str, text: str, *, expected: Source) -> Receipt:
    """Put `text` in place of what was read as `expected`, if that still stands there.

    `text` is without an encoding mark, which is written where `expected` has one. The same bytes are not
    written. A note that somebody changed or is writing keeps what they wrote; read it again and try later.
    What was replaced is kept for a day. Raises `Unwritten` and `Held`.
    """
    return put(root, path, encode(text, bom=expected.bom), over=expected.digest)


def put(root: Path, path: str, data: bytes, *, over: str | None) -> Receipt:
    """The same of bytes: in place of those with the digest `over`, or as a new note where that is None."""
    if digest_of(data) == over:
        return Receipt(path=path, fate=Fate.UNCHANGED)
    if reason := _no_place(path) or _behind_a_link(root, path):
        return Receipt(path=path, fate=Fate.REFUSED, reason=reason)
    if len(data) > _LIMIT:
        return Receipt(path=path, fate=Fate.REFUSED, reason=f"would be larger than {size_in_words(_LIMIT)}")
    with _failing_in_words(path), state.write_lock(root):
        with suppress(OSError):  # what cannot be cleared away now waits for another write
            rescue_strays(root, os.path.dirname(path))
        return _put_new(root, path, data) if over is None else _put_over(root, path, data, over)


def _put_new(root: Path, path: str, data: bytes) -> Receipt:
    full = os.path.join(root, path)
    if os.path.lexists(full):
        return Receipt(path=path, fate=Fate.EXISTS, reason="is there already")
    make_folder(Path(full).parent)
    temp = write_beside(full, data)
    try:
        place(temp, full)
    except FileExistsError:
        return Receipt(path=path, fate=Fate.EXISTS, reason="is there already")
    finally:
        with suppress(FileNotFoundError):
            os.unlink(temp)
    sync_folder(os.path.dirname(full))
    return _written(root, path, digest_of(data))


def _put_over(root: Path, path: str, data: bytes, over: str) -> Receipt:
    full = os.path.join(root, path)
    try:
        status = os.lstat(full)
        if reason := _not_ours_to_write(full, status):
            return Receipt(path=path, fate=Fate.REFUSED, reason=reason)
        old, at_rest = read_bytes(full, limit=_LIMIT), digest_at_rest(full, limit=_LIMIT)
    except FileNotFoundError:
        return _changed(path, "is gone")
    except BlockingIOError:  # another program holds it as we would
        return _changed(path, _BUSY)
    if old == data:
        return Receipt(path=path, fate=Fate.UNCHANGED)
    if old is None or digest_of(old) != over:
        return _changed(path)
    if at_rest != over:
        return _changed(path, _BUSY)
    keep(root, path, old)
    temp = write_beside(full, data, like=status)
    put = replace(root, path, temp, old=over, new=digest_of(data))
    sync_folder(os.path.dirname(full))  # also where a person's save had to go back
    return _written(root, path, digest_of(data)) if put else _changed(path)


def being_edited(root: Path, source: Source) -> bool:
    """Whether a person seems to be at a note right now, so that a page should wait a moment.

    So it is when its bytes are not the last that we wrote and changed less than 2 s ago, or when an editor's
    swap file beside it changed within the last minute.
    """
    folder, _, name = source.path.rpartition("/")
    swaps = (f".{name}.swp", f".#{name}", f"#{name}#")
    if any(_age(os.path.join(root, folder, swap)) < _SESSION for swap in swaps):
        return True
    if source.digest == state.last_written(root, source.path):
        return False
    return abs(_age(os.path.join(root, source.path))) < _FRESH


def _age(full: str) -> float:
    try:
        return time.time() - os.lstat(full).st_mtime
    except OSError:
        return float("inf")


@contextmanager
def _failing_in_words(path: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise Unwritten(
            f"{path} could not be written: {in_words(error)}.", "Nothing that was there is lost."
        ) from None


def _no_place(path: str) -> str | None:
    """Why nothing is written at a path: outside the vault or hidden, but for the one file that may be."""
    return None if path == SNIPPET else misplaced(path)


def _behind_a_link(root: Path, path: str) -> str | None:
    parts = path.split("/")
    folders = (os.path.join(root, *parts[:count]) for count in range(1, len(parts)))
    return "lies behind a symbolic link" if any(map(os.path.islink, folders)) else None


def _not_ours_to_write(full: str, status: os.stat_result) -> str | None:
    if reason := not_a_file(status):
        return reason
    if status.st_nlink > 1:
        return "has a second name (a hard link), which would keep the old text"
    if not status.st_mode & 0o222 or not os.access(full, os.W_OK):
        return "is read-only"
    return None


def _changed(path: str, reason: str = "was changed by somebody else meanwhile") -> Receipt:
    return Receipt(path=path, fate=Fate.CHANGED_MEANWHILE, reason=reason)


def _written(root: Path, path: str, digest: str) -> Receipt:
    state.remember(root, path, digest)
    return Receipt(path=path, fate=Fate.WRITTEN)
