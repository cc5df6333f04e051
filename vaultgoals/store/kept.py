"""What vaultgoals replaced or came upon, kept outside the vault so that `restore` can bring it back."""

import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from shutil import rmtree

from vaultgoals.errors import Unwritten
from vaultgoals.store.durable import make_folder, sync_folder, write_durably
from vaultgoals.store.files import in_words
from vaultgoals.store.state import state_folder

_DAY = "%Y-%m-%d"
_TIME = "%H%M%S.%f"


class Why(StrEnum):
    """Why a version is kept; also the name of the folder that holds it."""

    REPLACED = "kept"
    FOUND = "found"


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A note as it once stood, in `file`; `at` is when it was filed away, in UTC, `size` is in bytes.

    What was replaced is kept for a day at least; what was found, which may be a person's text that stands
    nowhere else, for good.
    """

    path: str
    at: datetime
    why: Why
    file: Path
    size: int


def keep(root: Path, path: str, data: bytes) -> None:
    """Keep a note's old bytes for a day at least. Raises OSError, Unwritten."""
    kept = state_folder(root) / Why.REPLACED
    _file_away(kept, path, data)
    # A day's folder goes when its last minute is a day old.
    yesterday = f"{datetime.now(tz=UTC) - timedelta(days=1):{_DAY}}"
    for day in kept.iterdir():
        if day.name < yesterday:
            rmtree(day, ignore_errors=True)


def keep_for_good(root: Path, path: str, data: bytes) -> Path:
    """Keep what may be a person's text and has no other place, and never forget it. Raises OSError."""
    return _file_away(state_folder(root) / Why.FOUND, path, data)


def versions(root: Path, path: str | None = None) -> list[Version]:
    """The kept versions, of one note or of all, newest first. Raises Unwritten."""
    return versions_in(state_folder(root), path)


def versions_in(state: Path, path: str | None = None) -> list[Version]:
    """The kept versions in a state folder, which may belong to a vault that is gone; see `versions`."""
    try:
        found = [version for why in Why for version in _versions(state / why, why, path)]
    except OSError as error:
        raise Unwritten(f"The old versions in {state} cannot be read: {in_words(error)}.") from None
    return sorted(found, key=lambda version: (version.at, version.path), reverse=True)


def _versions(place: Path, why: Why, path: str | None) -> Iterator[Version]:
    for moment in place.glob("*/*"):
        if (at := _moment(moment)) is None:
            continue
        for file in [moment / path] if path is not None else moment.rglob("*"):
            with suppress(OSError):  # gone since it was listed, or a file stands where its folder should be
                status = file.stat()
                if stat.S_ISREG(status.st_mode):
                    name = file.relative_to(moment).as_posix()
                    yield Version(path=name, at=at, why=why, file=file, size=status.st_size)


def _moment(folder: Path) -> datetime | None:
    """When what lies in a folder was filed away; None for a folder that is none of ours."""
    try:
        return datetime.strptime(f"{folder.parent.name} {folder.name}", f"{_DAY} {_TIME}").replace(tzinfo=UTC)
    except ValueError:
        return None


def _file_away(place: Path, path: str, data: bytes) -> Path:
    now = datetime.now(tz=UTC)
    day = place / f"{now:{_DAY}}"
    # Below the moment stands the note's own path, so that a person finds it without us. Until all of it is
    # on the disk the moment has another name, which `_moment` does not take for one.
    moment, half = day / f"{now:{_TIME}}", day / f"{now:{_TIME}} half"
    file = half / path
    make_folder(day, mode=0o700)
    half.mkdir(mode=0o700)  # its name needs not be on the disk: only the one that it gets at last counts
    make_folder(file.parent, mode=0o700)
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        write_durably(descriptor, data)
    finally:
        os.close(descriptor)
    sync_folder(str(file.parent))
    half.rename(moment)
    sync_folder(str(day))
    return moment / path
