"""The notes that may link to a note, also those that have nothing to do with goals and are never read."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from vaultgoals.core.naming import folded
from vaultgoals.core.note import Note
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note
from vaultgoals.store.files import read


def ordinary_backlinks(root: Path, vault: Vault, path: str) -> Iterator[Note]:
    """The notes of a vault that are not read yet and hold the name of the note at a path, by their paths.

    Every one of them is opened, since a link may stand anywhere; whether it is one, its links tell.
    """
    name = folded(path.rpartition("/")[2].removesuffix(".md"))
    for other in sorted(vault.listed - vault.notes.keys()):
        source = read(root, other, limit=vault.config.limits.note_size)
        text = source.text
        if name in folded(text) or ("](" in text and name in folded(unquote(text))):
            yield read_note(source)
