"""Having what was written safely on the disk, so that a power cut leaves the old text or the new one."""

import os
import sys
from pathlib import Path


def write_durably(descriptor: int, data: bytes) -> None:
    """Write all of the bytes to an open file, and wait until they lie on the disk. Raises OSError."""
    left = memoryview(data)
    while left:
        left = left[os.write(descriptor, left) :]
    os.fsync(descriptor)


def sync_folder(full: str) -> None:
    """Have the names in a folder safely on the disk, where the system can. Raises OSError."""
    if sys.platform == "win32":  # where folders cannot be opened
        return
    descriptor = os.open(full, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def make_folder(folder: Path, *, mode: int = 0o777) -> None:
    """Make a folder, and those above it that are not there, each with its name safely on the disk.

    What lies in a folder whose own name a power cut took is lost with it. Raises OSError.
    """
    if folder.is_dir():
        return
    make_folder(folder.parent, mode=mode)
    folder.mkdir(mode=mode, exist_ok=True)
    sync_folder(str(folder.parent))
