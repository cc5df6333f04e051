"""One note off the disk: read as a note if it concerns us, else only whom its tasks mention."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TypeAlias

from vaultgoals.core.config import Config
from vaultgoals.core.note import Note
from vaultgoals.core.ordinary import Ordinary
from vaultgoals.core.source import Source
from vaultgoals.markdown import read_note
from vaultgoals.store.files import Texts, read
from vaultgoals.store.shelf import Marks

Glimpsed: TypeAlias = Mapping[str, tuple[Marks, str]]
"""What was read of notes only just now: their texts by path, with the marks that they had before."""

NOTHING: Glimpsed = MappingProxyType({})


class Glance:
    """Looks at the notes of one vault; `whole` takes all of them for notes that concern us.

    What was `glimpsed` is not read again, unless it has other marks now.
    """

    def __init__(
        self, root: Path, config: Config, *, whole: bool = False, glimpsed: Glimpsed = NOTHING
    ) -> None:
        self._root, self._limit = root, config.limits.note_size
        self._whole = whole
        self._ordinary = None if whole else Ordinary.of(config)
        self._texts, self._glimpsed = Texts(root), dict(glimpsed)

    def at(self, path: str, marks: Marks) -> Note | str:
        """The note at a path; of an ordinary one the paths of the notes that its tasks link to, one a line.

        `marks` are those that it had when the vault was scanned.
        """
        text = self._text(path, marks) if marks[0] <= self._limit else None
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

    def _text(self, path: str, marks: Marks) -> str | None:
        if path in self._glimpsed:
            then, text = self._glimpsed.pop(path)
            if then == marks:
                return text
        return self._texts.text(path, marks[0])

    def _mentions(self, path: str, text: str | None, source: Source | None) -> str | None:
        if self._ordinary is None or (source and source.unreadable):
            return None
        return self._ordinary.mentions(path, source.text if source else text or "")
