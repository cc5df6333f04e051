"""One vault with what is open of it in an editor; the notes on the disk are read again where they changed."""

from collections.abc import Iterable
from pathlib import Path

from vaultgoals.core.note import Note
from vaultgoals.core.source import misplaced
from vaultgoals.lsp.overlay import overlaid, typed_note
from vaultgoals.store.ignore import Ignore
from vaultgoals.workspace.folder import Workspace


class OpenVault:
    """A vault, as its notes will be once all that is open is saved. Nothing is ever written."""

    def __init__(self, root: Path, *, cached: bool) -> None:
        """Load the vault at a folder; raises VaultgoalsError."""
        self.workspace = Workspace.at(root, cached=cached)
        self.root = self.workspace.root
        self.vault = self.workspace.vault
        self.opened: dict[str, Note] = {}

    def takes(self, path: str) -> bool:
        """Whether a path may be a note's: not hidden, no symbolic link, not left out by the settings."""
        left_out = Ignore.of(self.workspace.config.ignore)
        may_be = path.endswith(".md") and misplaced(path) is None and path not in left_out
        return may_be and not (self.root / path).is_symlink()

    def put(self, path: str, text: str | None) -> None:
        """Take a note's text as it is typed; None where it is open no more."""
        if text is None:
            self.opened.pop(path, None)
        else:
            self.opened[path] = typed_note(path, text, limit=self.workspace.config.limits.note_size)
        self._lay_over()

    def refresh(self, paths: Iterable[str] | None = None) -> None:
        """Look at the disk again, where some paths are or everywhere; raises VaultgoalsError."""
        self.workspace.refresh(paths)
        self._lay_over()

    def reload(self) -> bool:
        """Read the settings again; whether they are others, so that what is open is to be put again.

        Raises VaultgoalsError, and the old ones stay then.
        """
        before = self.workspace.config
        self.workspace.reload()
        self.refresh()
        return self.workspace.config != before

    def _lay_over(self) -> None:
        self.vault = overlaid(self.workspace.vault, self.opened, self.vault)
