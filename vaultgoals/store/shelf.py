"""What stands in a vault's folders, told by a scan that opens nothing."""

import errno
import os
import stat
from array import array
from collections.abc import Container, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from vaultgoals.errors import Unwritten
from vaultgoals.store.ignore import Ignore
from vaultgoals.store.names import LIST_OF_CONFLICTS

NOTHING = Ignore()
"""No patterns: nothing is left out."""

NO_FILE = -1
"""The size of what is named like a note and is no regular file, or cannot be looked at."""

Marks = Sequence[int]
"""What tells a note from any other, and from itself once it has changed: see `Shelf`."""

Told = tuple[str, ...]
"""Of each note of a shelf, in the same order: `OURS`, or the names that its tasks mention, one a line."""

OURS = "\n"
"""What is told of a note that concerns us, in place of whom it mentions."""

_MARKS = 4
_RECENT = 20_000_000
"""Nanoseconds within which a file may change twice without its times telling."""

_COARSE = 10_000_000
_RECENT_WHERE_COARSE = 3_000_000_000
"""The same where times are whole multiples of ten milliseconds, which is no chance."""

_BROKEN = array("q", (NO_FILE, 0, 0, 0))
_UNSETTLED = array("q", (-2, 0, 0, 0))


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """What stands in one folder: its notes, all other files, the folders below it, by name.

    `marks` are four numbers for each note, in the same order: size, time of the last change of its text,
    inode, time of its last change of any kind. The last one moves also where a program puts the others back.
    A folder that cannot be opened is one note without a name: whoever reads it learns what is the matter.
    """

    notes: tuple[str, ...] = ()
    marks: "array[int]"
    others: tuple[str, ...] = ()
    folders: tuple[str, ...] = ()

    @property
    def seen(self) -> tuple[Hashable, ...]:
        """All that was seen, in one value."""
        return self.notes, bytes(self.marks), self.others, self.folders

    def by_name(self) -> dict[str, Marks]:
        """The marks of each note."""
        marks = self.marks
        return {name: marks[at * _MARKS : (at + 1) * _MARKS] for at, name in enumerate(self.notes)}

    def doubting(self, names: Container[str]) -> "Shelf":
        """The same, but for the marks of these notes, which will not be believed the next time."""
        marks = array("q", self.marks)
        for at, name in enumerate(self.notes):
            if name in names:
                marks[at * _MARKS : (at + 1) * _MARKS] = _UNSETTLED
        return Shelf(notes=self.notes, marks=marks, others=self.others, folders=self.folders)


def is_settled(marks: Marks, now: int) -> bool:
    """Whether the same marks will mean the same bytes: not for a file that has only just changed.

    `now` is the moment in nanoseconds since 1970. Some file systems count in whole seconds, or in two.
    """
    is_coarse = marks[1] % _COARSE == marks[3] % _COARSE == 0
    return abs(now - marks[3]) > (_RECENT_WHERE_COARSE if is_coarse else _RECENT)


def path_in(folder: str, name: str) -> str:
    """The path in the vault of what stands in a folder; without a name, the folder itself."""
    return f"{folder}/{name}" if folder and name else folder or name


def scan(root: Path, left_out: Ignore = NOTHING) -> dict[str, Shelf]:
    """All folders of a vault by path, the root's is empty. Raises `Unwritten` where it cannot be listed.

    Notes are what is named `*.md` and not `left_out`, which are among the other files, as is the list of
    conflicts that obsidian-git keeps. Hidden files and folders are invisible, and symbolic links to folders
    are not followed.
    """
    return dict(scan_below(root, "", left_out))


def scan_below(root: Path, top: str, left_out: Ignore = NOTHING) -> Iterator[tuple[str, Shelf]]:
    """A folder and all below it, each with its path. Raises `Unwritten`, for the vault itself only."""
    ahead = [top]
    while ahead:
        folder = ahead.pop()
        shelf = look_into(root, folder, left_out)
        if shelf is not None:
            ahead += (path_in(folder, name) for name in shelf.folders)
            yield folder, shelf


def scan_again(
    root: Path, known: Mapping[str, Shelf], folders: Iterable[str], left_out: Ignore = NOTHING
) -> dict[str, Shelf | None]:
    """Some folders as they are now, and those below them that came; None for what is gone.

    A folder that was not known stands for the nearest one above it that was. Raises `Unwritten`.
    """
    found: dict[str, Shelf | None] = {}
    ahead = list(folders)
    while ahead:
        folder = ahead.pop()
        while folder and folder not in known:
            folder = folder.rpartition("/")[0]
        if folder in found:
            continue
        shelf = found[folder] = look_into(root, folder, left_out) if _is_in(root, folder) else None
        there = {path_in(folder, name) for name in shelf.folders} if shelf else set()
        before = {path_in(folder, name) for name in known[folder].folders} if folder in known else set()
        for new in there - before:
            found.update(scan_below(root, new, left_out))
        lost = tuple(f"{gone}/" for gone in before - there)
        found.update((path, None) for path in known if lost and f"{path}/".startswith(lost))
        ahead += [] if shelf else [folder.rpartition("/")[0]]
    return found


def _is_in(root: Path, folder: str) -> bool:
    """Whether a folder is one of the vault, with no symbolic link on the way to it."""
    full = os.path.join(root, folder) if folder else str(root)
    return not folder or os.path.realpath(full) == full


def look_into(root: Path, folder: str, left_out: Ignore = NOTHING) -> Shelf | None:
    """What stands in one folder now; None where there is no such folder."""
    try:
        return _look_into(os.path.join(root, folder), f"{folder}/" if folder else "", left_out)
    except OSError as error:
        if not folder:
            from vaultgoals.store.files import in_words

            raise Unwritten(f"The vault {root} cannot be read: {in_words(error)}.") from None
        if error.errno in (errno.ENOENT, errno.ENOTDIR):
            return None
        return Shelf(notes=("",), marks=_BROKEN)


def _look_into(full: str, prefix: str, left_out: Ignore) -> Shelf:
    notes, others, folders = [], [], []
    marks: list[int] = []
    with os.scandir(full) as entries:
        for entry in entries:
            name = entry.name
            if name[0] == ".":
                continue
            is_folder = entry.is_dir(follow_symlinks=False)
            if is_folder:
                folders.append(name)
            is_note = name.endswith(".md") and (prefix or name != LIST_OF_CONFLICTS)
            if not is_note or (left_out.any and prefix + name in left_out):
                if not is_folder:
                    others.append(name)
            elif seen := _marks_of(entry):
                notes.append(name)
                marks += seen
    return Shelf(notes=tuple(notes), marks=_packed(marks), others=tuple(others), folders=tuple(folders))


def _marks_of(entry: os.DirEntry[str]) -> tuple[int, int, int, int] | None:
    """The marks of a file; None where it is gone by now."""
    try:
        status = entry.stat(follow_symlinks=False)
    except FileNotFoundError:
        return None
    except OSError:  # whoever reads it will say what is the matter
        return NO_FILE, 0, 0, 0
    size = status.st_size if stat.S_ISREG(status.st_mode) else NO_FILE
    return size, status.st_mtime_ns, status.st_ino, status.st_ctime_ns


def _packed(marks: list[int]) -> "array[int]":
    try:
        return array("q", marks)
    except OverflowError:  # inodes of some network drives have all their 64 bits
        return array("q", ((mark + 2**63) % 2**64 - 2**63 for mark in marks))
