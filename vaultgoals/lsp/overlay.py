"""What stands in an editor, laid over the vault: a note that is open counts as it is typed, saved or not."""

from collections.abc import Mapping

from vaultgoals.core.note import Note
from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note
from vaultgoals.store.files import decode, size_in_words


def overlaid(disk: Vault, opened: Mapping[str, Note], before: Vault) -> Vault:
    """The vault on the disk with the notes that are open in place of theirs, and those not saved yet.

    What was worked out `before` is kept where it still holds.
    """
    notes = (*disk.notes.values(), *opened.values())
    return Vault.of(notes, disk.config, disk.files, disk.templates.values(), disk.listed, before=before)


def typed_note(path: str, text: str, *, limit: int) -> Note:
    """The note that a text will be once it is saved; one of more than `limit` bytes is not read."""
    data = text.encode("utf-8", "surrogatepass")
    if len(data) > limit:
        reason = f"is larger than {size_in_words(limit)}"
        return read_note(Source(path=path, text="", unreadable=reason))
    return read_note(decode(path, data))
