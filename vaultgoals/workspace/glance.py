"""One note off the disk: read as a note if it concerns us, else only whom its tasks mention."""

from pathlib import Path

from vaultgoals.core.config import Config
from vaultgoals.core.note import Note
from vaultgoals.core.ordinary import Ordinary
from vaultgoals.core.source import Source
from vaultgoals.markdown import read_note
from vaultgoals.store.files import Texts, read


class Glance:
    """Looks at the notes of one vault; `whole` takes all of them for notes that concern us."""

    def __init__(self, root: Path, config: Config, *, whole: bool = False) -> None:
        self._root, self._limit = root, config.limits.note_size
        self._whole = whole
        self._ordinary = None if whole else Ordinary.of(config)
        self._texts = Texts(root)

    def at(self, path: str, size: int) -> Note | str:
        """The note at a path; of an ordinary one the paths of the notes that its tasks link to, one a line.

        `size` is its length in bytes when the vault was scanned.
        """
        text = self._texts.text(path, size) if size <= self._limit else None
        source = read(self._root, path, limit=self._limit) if text is None else None
        mentions = self._mentions(path, text, source)
        if mentions is not None:
            return mentions
        return read_note(source or Source.of(path, text or ""))

    def under(self, config: Config) -> "Glance":
        """The same with other settings; itself where these make no difference to what it sees."""
        other = Glance(self._root, config, whole=self._whole)
        return self if (other._limit, other._ordinary) == (self._limit, self._ordinary) else other

    def note(self, path: str) -> Note:
        """The note at a path, whether it is ordinary or not."""
        return read_note(read(self._root, path, limit=self._limit))

    def _mentions(self, path: str, text: str | None, source: Source | None) -> str | None:
        if self._ordinary is None or (source and source.unreadable):
            return None
        return self._ordinary.mentions(path, source.text if source else text or "")
