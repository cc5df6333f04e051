"""What this machine keeps about a vault, outside it: locks, old versions, and what was written last."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from shutil import rmtree

from filelock import FileLock, Timeout
from platformdirs import user_cache_path, user_state_path

from vaultgoals.errors import Held, Unwritten
from vaultgoals.store.files import in_words

_APP = "vaultgoals"
_KEPT = "kept"
_FOUND = "found"
_DAY = "%Y-%m-%d"
_TIME = "%H%M%S.%f"
WAIT = 10.0
"""Seconds that a writer waits for another one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A note as it stood before vaultgoals wrote it, in `file`; `at` is when it was replaced, in UTC."""

    path: str
    at: datetime
    file: Path


def state_folder(root: Path) -> Path:
    """This vault's folder among the user's state (XDG_STATE_HOME holds), made if need be."""
    return _made(user_state_path(_APP, appauthor=False) / "vaults" / _key(root))


def cache_folder(root: Path) -> Path:
    """This vault's folder among the user's caches (XDG_CACHE_HOME holds), made if need be."""
    return _made(user_cache_path(_APP, appauthor=False) / "vaults" / _key(root))


@contextmanager
def write_lock(root: Path, wait: float = WAIT) -> Iterator[None]:
    """Hold the vault for writing; the thread that has it may take it again. Raises `Held`."""
    lock = FileLock(state_folder(root) / "write.lock", is_singleton=True)
    try:
        lock.acquire(timeout=wait)
    except Timeout:
        message = f"Another vaultgoals is writing to {root}; waited {wait:g} s for it."
        raise Held(message, "Nothing was changed. Try again in a moment.") from None
    try:
        yield
    finally:
        lock.release()


@contextmanager
def watch_lock(root: Path) -> Iterator[None]:
    """Be the vault's one watcher. Raises `Held`, which names the other watcher's process."""
    folder = state_folder(root)
    # The lock file itself is emptied by whoever tries it, so the name stands beside it.
    name = folder / "watch.pid"
    lock = FileLock(folder / "watch.lock")
    try:
        lock.acquire(timeout=0)
    except Timeout:
        first = name.read_text().strip() if name.exists() else "that has not said its number yet"
        message = f"The vault {root} is already being watched, by process {first}."
        raise Held(message, "Stop that one first.") from None
    try:
        name.write_text(f"{os.getpid()}\n")
        yield
    finally:
        lock.release()


def keep(root: Path, path: str, data: bytes) -> None:
    """Keep a note's old bytes for a day, to be found by `versions`. Raises OSError."""
    kept = state_folder(root) / _KEPT
    _file_away(kept, path, data)
    yesterday = f"{datetime.now(tz=UTC) - timedelta(days=1):{_DAY}}"
    for day in kept.iterdir():
        if day.name < yesterday:
            rmtree(day, ignore_errors=True)


def keep_for_good(root: Path, path: str, data: bytes) -> Path:
    """Keep what may be a person's text and has no other place, and never forget it. Raises OSError."""
    file = _file_away(state_folder(root) / _FOUND, path, data)
    with file.open("rb") as stream:
        os.fsync(stream.fileno())
    return file


def versions(root: Path, path: str | None = None) -> list[Version]:
    """The kept versions, of one note or of all, newest first."""
    state = state_folder(root)
    found = []
    for moment in (*state.glob(f"{_KEPT}/*/*"), *state.glob(f"{_FOUND}/*/*")):
        at = datetime.strptime(f"{moment.parent.name} {moment.name}", f"{_DAY} {_TIME}").replace(tzinfo=UTC)
        files = [moment / path] if path else moment.rglob("*")
        found += [
            Version(path=file.relative_to(moment).as_posix(), at=at, file=file)
            for file in files
            if file.is_file()
        ]
    return sorted(found, key=lambda version: (version.at, version.path), reverse=True)


def remember(root: Path, path: str, digest: str) -> None:
    """Note that we wrote these bytes to this page. Forgetting it does no harm, so trouble is passed over."""
    with suppress(OSError):
        _last_of(root, path).write_text(digest)


def last_written(root: Path, path: str) -> str | None:
    """The digest of the bytes that we last wrote to this page, None where we do not know."""
    try:
        return _last_of(root, path).read_text()
    except (OSError, ValueError):
        return None


def _last_of(root: Path, path: str) -> Path:
    return _made(state_folder(root) / "written") / sha256(os.fsencode(path)).hexdigest()[:32]


def _key(root: Path) -> str:
    return sha256(os.fsencode(os.path.realpath(root))).hexdigest()[:16]


def _made(folder: Path) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise Unwritten(f"The folder {folder} cannot be made: {in_words(error)}.") from None
    return folder


def _file_away(place: Path, path: str, data: bytes) -> Path:
    now = datetime.now(tz=UTC)
    # Below the moment stands the note's own path, so that a person finds it without us.
    file = place / f"{now:{_DAY}}" / f"{now:{_TIME}}" / path
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with file.open("xb") as stream:
        stream.write(data)
    return file
