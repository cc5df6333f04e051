"""Who else writes there: git, another watcher, programs that synchronise folders."""

import os
from collections.abc import Iterator
from pathlib import Path

from vaultgoals.cli.doctor.vital import Patient, Vital, doubtful, well
from vaultgoals.store.clone import Clone, State
from vaultgoals.store.state import watcher_of

_SYNCERS = {
    "dropbox": "Dropbox",
    "onedrive": "OneDrive",
    "mobile documents": "iCloud Drive",
    "icloud": "iCloud Drive",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "nextcloud": "Nextcloud",
    "pclouddrive": "pCloud",
}
_MARKS = {".stfolder": "Syncthing", ".dropbox": "Dropbox", ".owncloudsync.log": "ownCloud"}


def repository(patient: Patient) -> Iterator[Vital]:
    """Whether the vault lies in a git repository, and whether pages are merged there by what they are."""
    root = patient.root
    if root is None or not any(os.path.lexists(folder / ".git") for folder in (root, *root.parents)):
        return
    clone = Clone.of(root, patient.session.environ)
    missing = [part.name for part in clone.parts if part.state is State.MISSING]
    shared = bool(clone.git.ask("remote").text.strip())
    if any(part.state is State.OUTDATED for part in clone.parts):
        yield doubtful(
            "git", f"Another vaultgoals set up this clone of {clone.top}.", "vaultgoals git install"
        )
    elif missing and shared:
        yield doubtful(
            "git",
            f"This clone of {clone.top} merges pages line by line: {' and '.join(missing)} not installed.",
            "vaultgoals git install",
        )
    else:
        yield well(
            "git", f"{clone.top}, " + ("set up by `git install`" if not missing else "without a remote")
        )


def watcher(patient: Patient) -> Iterator[Vital]:
    """Whether some process keeps the pages current."""
    if patient.root is None:
        return
    number = watcher_of(patient.root)
    yield well(
        "watcher", f"process {number} keeps the pages current" if number else "none runs for this vault"
    )


def syncers(patient: Patient) -> Iterator[Vital]:
    """Which programs synchronise the folder; one is fine, two fight."""
    if patient.root is None:
        return
    names = [*dict.fromkeys((*_by_folder(patient.root), *_by_mark(patient.root)))]
    if len(names) > 1:
        yield doubtful("syncing", f"{' and '.join(names)} synchronise this folder.", "Let one of them do it.")
    elif names:
        yield well("syncing", f"{names[0]}; where two machines change a note at once, VG104 names the copy")


def _by_folder(root: Path) -> Iterator[str]:
    for part in root.parts:
        yield from (name for word, name in _SYNCERS.items() if part.casefold().startswith(word))


def _by_mark(root: Path) -> Iterator[str]:
    for folder in (root, *root.parents):
        yield from (name for mark, name in _MARKS.items() if os.path.lexists(folder / mark))
