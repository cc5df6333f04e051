"""What a vault lies on: which file system, what that can do, and how much room is left."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from vaultgoals.store.exchange import exchange

_REMOTE = ("nfs", "cifs", "smb", "9p", "afs", "ceph", "davfs", "fuse.", "glusterfs", "virtiofs", "vboxsf")
_LIMITS = Path("/proc/sys/fs/inotify/max_user_watches")
_MOUNTS = Path("/proc/self/mounts")


@dataclass(frozen=True, slots=True, kw_only=True)
class Disk:
    """A file system: its `kind`, empty where the system does not say; `free` bytes.

    `remote` means that changes may come from elsewhere without any news of them.
    """

    kind: str
    remote: bool
    read_only: bool
    free: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Folders:
    """What there is below a folder, hidden or not: folders, itself included, and notes left in a cloud."""

    count: int
    held_back: int


def disk_of(root: Path) -> Disk:
    """The file system that a folder lies on. Raises OSError."""
    kind = _kind(os.path.realpath(root))
    flags = os.statvfs(root).f_flag if hasattr(os, "statvfs") else 0
    return Disk(
        kind=kind,
        remote=kind.startswith(_REMOTE),
        read_only=bool(flags & getattr(os, "ST_RDONLY", 0)),
        free=shutil.disk_usage(root).free,
    )


def folders_below(root: Path) -> Folders:
    """How much there is to be watched. What cannot be listed is passed over."""
    count = held_back = 0
    for _, _, files in os.walk(root):
        count += 1
        held_back += sum(name.startswith(".") and name.endswith(".md.icloud") for name in files)
    return Folders(count=count, held_back=held_back)


def watch_limit() -> int | None:
    """How many folders one person's programs may watch, None where the system has no such limit."""
    try:
        return int(_LIMITS.read_text())
    except (OSError, ValueError):
        return None


def folds_case(root: Path) -> bool | None:
    """Whether names that differ in case alone are one file there; None where no name can tell."""
    with os.scandir(root) as entries:
        names = [entry.name for entry in entries]
    for name in names:
        other = name.swapcase()
        if other != name and other.swapcase() == name and other not in names:
            return os.path.lexists(root / other)
    return None


def swaps_files(root: Path, *places: Path) -> bool | None:
    """Whether two files can be swapped in one step on the file system of a folder.

    It is tried in one of some places on the same file system, outside the folder, with two files that are
    removed at once; None where there is no such place.
    """
    for place in places:
        with suppress(OSError):
            if os.stat(place).st_dev == os.stat(root).st_dev and not place.is_relative_to(root):
                return _swaps(place)
    return None


def standing(folder: Path) -> Path:
    """The nearest folder upwards that is there."""
    return next(place for place in (folder, *folder.parents) if place.is_dir())


def takes_files(folder: Path) -> bool:
    """Whether a file can be made in a folder; it is removed at once."""
    try:
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def size_of(place: Path) -> int:
    """The bytes of a file, or of all files below a folder; 0 where there is none."""
    if place.is_file():
        return place.stat().st_size
    return sum(size for folder, _, files in os.walk(place) for size in _sizes(folder, files))


def _sizes(folder: str, files: list[str]) -> Iterator[int]:
    for name in files:
        with suppress(OSError):
            yield os.lstat(os.path.join(folder, name)).st_size


def _swaps(place: Path) -> bool:
    with tempfile.TemporaryDirectory(dir=place, prefix=".vaultgoals-") as folder:
        one, other = Path(folder, "one"), Path(folder, "other")
        one.write_bytes(b"1")
        other.write_bytes(b"2")
        return exchange(str(one), str(other)) and one.read_bytes() == b"2"


def _kind(full: str) -> str:
    """The file system's name, by the longest mount point above a path."""
    try:
        lines = _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return ""
    mounts = (line.split(" ") for line in lines)
    above = [(_unescaped(one[1]), one[2]) for one in mounts if len(one) > 2]
    fitting = [(at, kind) for at, kind in above if f"{full}/".startswith(f"{at.rstrip('/')}/")]
    return max(reversed(fitting), key=lambda mount: len(mount[0]), default=("", ""))[1]


def _unescaped(mount: str) -> str:
    for code, sign in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
        mount = mount.replace(code, sign)
    return mount
