"""Writing an export: all of its files, or none where one of them would go over somebody else's."""

import os
from collections.abc import Mapping
from pathlib import Path

from vaultgoals.errors import Unwritten, UsageError
from vaultgoals.store.names import BASELINE, SETTINGS
from vaultgoals.store.outside import digest_at, is_ours, put_outside, remember_ours
from vaultgoals.store.write import Fate, put

_READ = (SETTINGS, BASELINE)
"""Files that would be read as something else than an export."""


def write_export(root: Path, files: Mapping[Path, bytes], *, force: bool) -> tuple[Path, ...]:
    """Write the files of an export of the vault at `root`; where each of them really lies.

    A file that is there already is replaced where it is the one that we wrote there last, or by `force`. What
    is to lie in the vault is written as everything there, and what it replaces is kept. Raises `UsageError`
    for a name that would make it a note or settings, `Unwritten` and `Held`.
    """
    real = {Path(os.path.realpath(place)): data for place, data in files.items()}
    for full in real:
        if full.suffix.lower() == ".md":
            raise UsageError(f"An export is no note, so it cannot be called {full.name}.")
        if full.name in _READ:
            raise UsageError(f"An export cannot be called {full.name}, which vaultgoals reads for itself.")
        if not force and not is_ours(root, full):
            raise Unwritten(
                f"{full} is not as vaultgoals wrote it, so it is left, and nothing is exported.",
                "Name another place, or replace it with --force.",
            )
    for full, data in real.items():
        if full.is_relative_to(root):
            _put_inside(root, full.relative_to(root).as_posix(), data)
        else:
            put_outside(root, full, data)
    return tuple(real)


def _put_inside(root: Path, path: str, data: bytes) -> None:
    receipt = put(root, path, data, over=digest_at(root / path))
    if receipt.fate not in (Fate.WRITTEN, Fate.UNCHANGED):
        raise Unwritten(f"{path} {receipt.reason}, so it is not written.", "Name a place outside the vault.")
    remember_ours(root, root / path, data)
