"""Old versions of notes: which there are, which one is meant, and bringing it back."""

import os
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path

from vaultgoals.core.config import Limits
from vaultgoals.core.source import Source, digest_of
from vaultgoals.errors import Unwritten
from vaultgoals.store.files import in_words, read, read_bytes
from vaultgoals.store.kept import Version, Why, versions, versions_in
from vaultgoals.store.state import gone_vaults, state_folder_at
from vaultgoals.store.write import Fate, Receipt, being_edited, put

_LIMIT = 1 << 26


def kept_versions(root: Path, left: Path | None = None) -> dict[str, list[Version]]:
    """The versions of each note, newest first; the note replaced last comes first. Raises Unwritten.

    With `left` they are those of the vault that stood at that path.
    """
    by_path: dict[str, list[Version]] = {}
    for version in versions(root) if left is None else versions_in(state_folder_at(left)):
        by_path.setdefault(version.path, []).append(version)
    return by_path


def kept_for_others() -> list[Path]:
    """The vaults that are gone from where they stood, and of whose notes something is kept here."""
    return [root for root in gone_vaults() if versions_in(state_folder_at(root))]


def find_kept(name: str, start: Path, root: Path, paths: Iterable[str]) -> str | None:
    """The path that a person means by a path in the vault, a path from `start`, or a title.

    Only by name: the note itself may be gone. Of two notes with a title it is the first of `paths`.
    """
    known = list(paths)
    for place in (root / name, start / name):
        path = os.path.relpath(os.path.normpath(place), root).replace(os.sep, "/")
        for full in (path, f"{path}.md"):
            if full in known:
                return full
    titles = (path for path in known if title_of(path).casefold() == name.casefold())
    return next(titles, None)


def title_of(path: str) -> str:
    """A note's title: its name without the ending."""
    return path.rpartition("/")[2].removesuffix(".md")


def version_at(kept: Sequence[Version], moment: datetime) -> Version | None:
    """The note as it stood at a moment: the first version that was replaced then or later."""
    replaced = (version for version in reversed(kept) if version.why is Why.REPLACED)
    return next((version for version in replaced if version.at >= moment), None)


def newest_other(kept: Sequence[Version], current: Source) -> Version | None:
    """The newest version that is not what stands there now."""
    return next((version for version in kept if digest_of(bytes_of(version)) != current.digest), None)


def note_now(root: Path, path: str) -> Source:
    """The note as it stands now; without a digest where there is none, or none that can be read."""
    return read(root, path, limit=Limits().note_size)


def bytes_of(version: Version) -> bytes:
    """What a version holds. Raises Unwritten."""
    try:
        data = read_bytes(str(version.file), limit=_LIMIT)
    except OSError as error:
        raise Unwritten(f"{version.file} cannot be read: {in_words(error)}.") from None
    if data is None:
        raise Unwritten(f"{version.file} is too large to be brought back.", "Copy it by hand.")
    return data


def bring_back(root: Path, version: Version) -> Receipt:
    """Put a version in its note's place; what stood there is kept, so that the same way leads back.

    A note that is gone is written anew, and one that somebody is typing into is left. Raises `Unwritten` and
    `Held`.
    """
    current = note_now(root, version.path)
    if being_edited(root, current):
        return Receipt(path=version.path, fate=Fate.CHANGED_MEANWHILE, reason="is being edited")
    receipt = put(root, version.path, bytes_of(version), over=current.digest or None)
    if receipt.fate is Fate.EXISTS and current.unreadable:
        return Receipt(path=version.path, fate=Fate.REFUSED, reason=current.unreadable)
    return receipt
