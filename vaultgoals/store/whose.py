"""Which vault a folder of our state belongs to, so that a vault that was moved finds its own again."""

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_LABEL = "vault"


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """A vault: its folder by its real path, and that folder's number on its disk, which stays in a move."""

    root: Path
    number: str

    @classmethod
    def of(cls, root: Path) -> "Owner | None":
        """The vault at a folder; None while there is none."""
        with suppress(OSError):
            status = os.stat(root)
            return cls(root=Path(os.path.realpath(root)), number=f"{status.st_dev:x}-{status.st_ino:x}")
        return None


def owner_of(folder: Path) -> Owner | None:
    """The vault that a state folder says it belongs to; None where it does not say so, or half."""
    with suppress(OSError):
        number, _, path = (folder / _LABEL).read_bytes().partition(b"\n")
        if path.endswith(b"\n"):
            return Owner(root=Path(os.fsdecode(path[:-1])), number=os.fsdecode(number))
    return None


def claim(folder: Path, root: Path) -> None:
    """Let a state folder say that it is this vault's. Only a move needs it, so trouble is passed over."""
    owner = Owner.of(root)
    if owner and owner != owner_of(folder):
        with suppress(OSError):
            (folder / _LABEL).write_bytes(os.fsencode(f"{owner.number}\n{owner.root}\n"))


def take_over(folder: Path, root: Path) -> None:
    """Where a vault has no state folder yet, make that its own which it had before it was moved.

    A deleted folder's number is given anew, so a note that is kept there must stand in this vault too.
    """
    owner = Owner.of(root)
    if owner is None or os.path.lexists(folder):
        return
    with suppress(OSError):  # another vaultgoals was first, or the disk fails
        for other, before in left_behind(folder.parent):
            if before.number == owner.number and any(os.path.lexists(root / path) for path in _kept(other)):
                other.rename(folder)
                return


def left_behind(folders: Path) -> Iterator[tuple[Path, Owner]]:
    """The state folders whose vault does not stand where it stood."""
    with suppress(OSError):
        for folder in sorted(folders.iterdir()):
            if (owner := owner_of(folder)) and Owner.of(owner.root) != owner:
                yield folder, owner


def _kept(folder: Path) -> Iterator[Path]:
    """The paths of the notes of which an old version lies in a state folder."""
    for place in ("kept", "found"):
        for moment in (folder / place).glob("*/*"):
            yield from (file.relative_to(moment) for file in moment.rglob("*") if file.is_file())
