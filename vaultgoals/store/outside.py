"""Exports, most of them outside the vault: whole or not at all, and never over somebody else's."""

import os
from pathlib import Path

from vaultgoals.core.source import digest_of
from vaultgoals.errors import Unwritten
from vaultgoals.store import state
from vaultgoals.store.files import in_words, not_a_file, read_bytes
from vaultgoals.store.in_place import put_in_place

_LIMIT = 1 << 30


def digest_at(full: Path) -> str | None:
    """The digest of the file at a path, None where there is none. Raises `Unwritten` for what is no file."""
    try:
        reason = not_a_file(os.lstat(full))
        data = None if reason else read_bytes(str(full), limit=_LIMIT)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise Unwritten(f"{full} cannot be looked at: {in_words(error)}.", "Name another place.") from None
    if data is None:
        raise Unwritten(f"{full} {reason or 'is too large to be replaced'}.", "Name another place.")
    return digest_of(data)


def is_ours(root: Path, full: Path) -> bool:
    """Whether a path is free, or holds nothing, or what we exported there last. Raises `Unwritten`."""
    return digest_at(full) in (None, digest_of(b""), state.last_written(root, _name(root, full)))


def put_outside(root: Path, full: Path, data: bytes) -> None:
    """Put a whole file at a path, with the folders that it needs, and note that it is ours.

    Raises `Unwritten`; then what stood there still does.
    """
    put_in_place(full, data)
    remember_ours(root, full, data)


def remember_ours(root: Path, full: Path, data: bytes) -> None:
    """Note that we exported these bytes to a path."""
    state.remember(root, _name(root, full), digest_of(data))


def _name(root: Path, full: Path) -> str:
    """The name under which an export is remembered.

    In the vault it is another than that of what we write there ourselves, such as settings, which are not an
    export's to replace.
    """
    return f"export:{full.relative_to(root).as_posix()}" if full.is_relative_to(root) else str(full)
