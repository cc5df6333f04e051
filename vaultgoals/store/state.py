"""What this machine knows of a vault, outside it: the folders for that, locks, and what was written last."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path

from filelock import BaseFileLock, FileLock, Timeout
from platformdirs import user_state_path

from vaultgoals.errors import Held, Unwritten
from vaultgoals.store.durable import make_folder
from vaultgoals.store.files import in_words
from vaultgoals.store.whose import claim, left_behind, take_over

_APP = "vaultgoals"
WAIT = 10.0
"""Seconds that a writer waits for another one."""


def state_folder(root: Path) -> Path:
    """This vault's folder among the user's state (XDG_STATE_HOME holds), made if need be.

    A vault that was moved or renamed on its disk takes the one that it had along.
    """
    folder = state_folder_at(root)
    take_over(folder, root)
    _made(folder)
    claim(folder, root)
    return folder


def state_folder_at(root: Path) -> Path:
    """The state folder of the vault that stands, or stood, at a path; whether or not it is there."""
    return _vaults() / _key(root)


def gone_vaults() -> list[Path]:
    """The vaults for which there is a state folder here, and that do not stand where they stood."""
    return [owner.root for _, owner in left_behind(_vaults()) if not os.path.lexists(owner.root)]


def _vaults() -> Path:
    return user_state_path(_APP, appauthor=False) / "vaults"


@contextmanager
def write_lock(root: Path, wait: float = WAIT) -> Iterator[None]:
    """Hold the vault for writing; the thread that has it may take it again. Raises `Held`, `Unwritten`."""
    lock = FileLock(_lock_file(root, "write.lock"), is_singleton=True)
    if not _taken(lock, wait):
        message = f"Another vaultgoals is writing to {root}; waited {wait:g} s for it."
        raise Held(message, "Nothing was changed. Try again in a moment.")
    try:
        yield
    finally:
        lock.release()


@contextmanager
def watch_lock(root: Path) -> Iterator[None]:
    """Be the vault's one watcher. Raises `Held`, which names the other watcher's process, and `Unwritten`."""
    # The lock file itself is emptied by whoever tries it, so the name stands beside it.
    name = _lock_file(root, "watch.pid")
    lock = FileLock(_lock_file(root, "watch.lock"))
    if not _taken(lock, 0):
        first = name.read_text().strip() if name.exists() else "that has not said its number yet"
        message = f"The vault {root} is already being watched, by process {first}."
        raise Held(message, "Stop that one first.")
    try:
        name.write_text(f"{os.getpid()}\n")
        yield
    finally:
        lock.release()


def watcher_of(root: Path) -> str | None:
    """The number of the process that watches a vault, None where none does; nothing is made to find out.

    Raises OSError.
    """
    locks = user_state_path(_APP, appauthor=False) / "locks"
    lock, name = (locks / _lock_name(root, end) for end in ("watch.lock", "watch.pid"))
    if not lock.exists():
        return None
    tried = FileLock(lock)
    if _taken(tried, 0):
        tried.release()
        return None
    return name.read_text().strip() if name.exists() else "that has not said its number yet"


def _taken(lock: BaseFileLock, wait: float) -> bool:
    """Whether a lock could be had within some seconds. A signal ends the wait at once."""
    try:
        lock.acquire(timeout=wait)
    except Timeout:
        return False
    except OSError as error:
        raise Unwritten(f"The lock {lock.lock_file} cannot be taken: {in_words(error)}.") from None
    return True


def remember(root: Path, path: str, digest: str) -> None:
    """Note that we wrote these bytes to this page. Forgetting it does no harm, so trouble is passed over."""
    with suppress(OSError, Unwritten):
        _last_of(root, path).write_text(digest)


def last_written(root: Path, path: str) -> str | None:
    """The digest of the bytes that we last wrote to this page, None where we do not know."""
    try:
        return _last_of(root, path).read_text()
    except (OSError, ValueError, Unwritten):
        return None


def _last_of(root: Path, path: str) -> Path:
    return _made(state_folder(root) / "written") / sha256(os.fsencode(path)).hexdigest()[:32]


def _lock_file(root: Path, name: str) -> Path:
    """A file that is the same by whatever path a vault is reached: its folder's own number is in the name."""
    return _made(user_state_path(_APP, appauthor=False) / "locks") / _lock_name(root, name)


def _lock_name(root: Path, name: str) -> str:
    try:
        status = os.stat(root)
    except OSError as error:
        raise Unwritten(f"The vault {root} cannot be reached: {in_words(error)}.") from None
    return f"{status.st_dev:x}-{status.st_ino:x}-{name}"


def _key(root: Path) -> str:
    return sha256(os.fsencode(os.path.realpath(root))).hexdigest()[:16]


def _made(folder: Path) -> Path:
    try:
        make_folder(folder, mode=0o700)
    except OSError as error:
        raise Unwritten(f"The folder {folder} cannot be made: {in_words(error)}.") from None
    return folder
