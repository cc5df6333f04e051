"""Files of other programs that are to be read: one, or those of a folder."""

import os
from collections.abc import Callable
from pathlib import Path

from vaultgoals.errors import Unwritten
from vaultgoals.store.files import in_words, read_bytes, size_in_words


def read_file(place: Path, *, limit: int) -> bytes:
    """A file's bytes, at most `limit` of them. Raises `Unwritten` where it cannot be read."""
    try:
        data = read_bytes(os.path.realpath(place), limit=limit)
    except FileNotFoundError:
        raise Unwritten(f"There is no file {place}.") from None
    except (OSError, ValueError) as error:
        raise Unwritten(f"{place} cannot be read: {in_words(error)}.") from None
    if data is None and not place.is_file():
        raise Unwritten(f"{place} is no file.")
    if data is None:
        raise Unwritten(f"{place} is larger than {size_in_words(limit)}.", "Split it.")
    return data


def read_folder(place: Path, wanted: Callable[[str], bool], *, limit: int) -> dict[str, bytes]:
    """The wanted files in a folder and in those right below it, by their paths there, `limit` bytes in all.

    Raises `Unwritten`.
    """
    try:
        inside = sorted(path for path in (*place.glob("*"), *place.glob("*/*")) if wanted(path.name))
    except OSError as error:
        raise Unwritten(f"{place} cannot be read: {in_words(error)}.") from None
    files: dict[str, bytes] = {}
    for path in inside:
        left = limit - sum(map(len, files.values()))
        files[path.relative_to(place).as_posix()] = read_file(path, limit=left)
    return files
