"""A file that is no note, written in one step: whole or not at all."""

import os
from contextlib import suppress
from pathlib import Path

from vaultgoals.errors import Unwritten
from vaultgoals.store.durable import make_folder, sync_folder
from vaultgoals.store.files import in_words
from vaultgoals.store.temp import write_beside


def put_in_place(file: Path, data: bytes, *, mode: int | None = None) -> None:
    """Put a file in place, with the folders that it needs.

    Raises `Unwritten`; then what stood there still does.
    """
    if file.is_symlink():
        raise Unwritten(f"{file} is a symbolic link, so it was left as it is.")
    try:
        make_folder(file.parent)
        temp = write_beside(str(file), data, like=file.lstat() if file.exists() else None)
        try:
            if mode is not None:
                os.chmod(temp, mode)
            os.replace(temp, file)
        finally:
            with suppress(FileNotFoundError):
                os.unlink(temp)
        sync_folder(str(file.parent))
    except OSError as error:
        raise Unwritten(f"{file} could not be written: {in_words(error)}.") from None
