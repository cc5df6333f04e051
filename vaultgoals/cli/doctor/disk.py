"""What the vault lies on, and where we keep what is ours."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from vaultgoals.cli.doctor.vital import Patient, Vital, bytes_in_words, doubtful, ill, well
from vaultgoals.store.cache import Cache
from vaultgoals.store.disk import disk_of, folds_case, size_of, standing, swaps_files, takes_files
from vaultgoals.store.program import program
from vaultgoals.store.state import state_folder_at

_SCARCE, _NONE = 200 * 2**20, 10 * 2**20


def file_system(patient: Patient) -> Iterator[Vital]:
    """Whether it can be written, has room, tells of changes, and swaps files."""
    root = patient.root
    if root is None:
        return
    disk = disk_of(root)
    free = f"{bytes_in_words(disk.free)} free"
    if disk.read_only:
        yield ill("disk", f"{root} lies on a disk that is read-only.", "Mount it for writing.")
    elif not os.access(root, os.W_OK):
        yield ill("disk", f"The folder {root} may not be written.", "Give yourself the right to write there.")
    elif disk.free < _NONE:
        yield ill("disk", f"The disk is full: {free}.", "Make room; until then no page is written.")
    elif disk.free < _SCARCE:
        yield doubtful("disk", f"The disk is nearly full: {free}.", "Make room.")
    else:
        folds = ", names that differ in case alone are one file" if folds_case(root) else ""
        yield well("disk", f"{disk.kind or 'it can be written'}, {free}{folds}")
    if disk.remote:
        yield doubtful(
            "disk",
            f"{disk.kind} may not tell of changes that are made elsewhere.",
            "Watch with `vaultgoals watch --poll`.",
        )
    yield from _swapping(root)


def _swapping(root: Path) -> Iterator[Vital]:
    """Whether a page can be exchanged as a whole, which is how a save beside ours is never lost."""
    swaps = swaps_files(root, standing(state_folder_at(root)), Path(tempfile.gettempdir()), root.parent)
    if swaps:
        yield well("writing", "two files can be swapped in one step, so no save beside ours can be lost")
    elif swaps is False:
        yield doubtful(
            "writing",
            "This file system cannot swap two files, so a page is written only once it has rested for 5 s.",
            "Nothing is needed; docs/safety.md says what holds then.",
        )


def ours(patient: Patient) -> Iterator[Vital]:
    """Where the cache and the state lie, how large they are, and whether they can be written."""
    root = patient.root
    if root is None:
        return
    yield _kept("cache", Cache(root, program()).file, root, "XDG_CACHE_HOME")
    yield _kept("state", state_folder_at(root), root, "XDG_STATE_HOME")


def _kept(name: str, place: Path, root: Path, variable: str) -> Vital:
    if place.is_relative_to(root):
        return doubtful(
            name,
            f"{place} lies in the vault, where syncers and Obsidian see it.",
            f"Set {variable} elsewhere.",
        )
    there = standing(place if place.is_dir() else place.parent)
    if not takes_files(there):
        words = f"Nothing can be written in {there}."
        if name == "cache":
            return doubtful(name, words, f"Set {variable}; until then every run reads all notes.")
        return ill(name, words, f"Set {variable}, or give yourself the right; until then nothing is written.")
    return well(name, f"{place}, {bytes_in_words(size_of(place))}")
