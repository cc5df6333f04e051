"""The files that a zip file holds, as far as they are wanted and of a size that they may have."""

from collections.abc import Callable
from io import BytesIO
from zipfile import BadZipFile, ZipFile, is_zipfile

from vaultgoals.intake.entry import Unclear

LARGEST = 10 * 2**20
"""Bytes that a file may have, and all files of an archive together."""

_MOST = 2000


def is_archive(data: bytes) -> bool:
    """Whether some bytes are a zip file."""
    return is_zipfile(BytesIO(data))


def unpacked(data: bytes, wanted: Callable[[str], bool]) -> dict[str, bytes] | Unclear:
    """The wanted files of an archive, by their paths in it."""
    files: dict[str, bytes] = {}
    try:
        with ZipFile(BytesIO(data)) as archive:
            found = [one for one in archive.infolist() if wanted(one.filename)]
            if len(found) > _MOST or sum(one.file_size for one in found) > LARGEST:
                return Unclear("The archive holds too much.", "Unpack it, and name a single file of it.")
            for one in found:
                with archive.open(one) as file:  # what a header says of its size may be wrong
                    files[one.filename] = file.read(one.file_size)
    except (BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError):
        return Unclear("The archive cannot be unpacked.", "Unpack it, and name the folder.")
    return files
