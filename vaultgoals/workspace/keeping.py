"""What is kept of a vault from one run of the program to the next, and how it is taken up again."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from vaultgoals.core.config import Config
from vaultgoals.core.note import Note
from vaultgoals.core.ordinary import Ordinary
from vaultgoals.core.source import Source
from vaultgoals.markdown import read_note
from vaultgoals.store.cache import Cache
from vaultgoals.store.program import program
from vaultgoals.store.rows import News, told_as_kept
from vaultgoals.store.ruling import ruling_marks
from vaultgoals.store.shelf import Marks, Shelf
from vaultgoals.workspace.catalogue import Catalogue
from vaultgoals.workspace.titles import beside


class Keeping:
    """A vault's cache, as the whole program uses it; made before the settings are read.

    `state` is the number of what is kept, None while that is not what is known.
    """

    def __init__(self, root: Path) -> None:
        self.state: int | None = None
        self._root = root
        self._cache = Cache(root, program())
        self._ruling = ruling_marks(root)
        self._shelves: Mapping[str, Shelf] | None = None

    def take_up(self, catalogue: Catalogue) -> None:
        """Let a catalogue begin with what was known the last time, unless other settings ruled then."""
        known = self._cache.load()
        if known is None or known.about.get("ruling") != self._ruling:
            return
        told = {folder: told_as_kept(said, known.shelves[folder]) for folder, said in known.told.items()}
        kept = self._cache.notes()

        def note_at(path: str, marks: Marks) -> Note | None:
            had, text = kept.get(path, ((), ""))
            return read_note(Source.of(path, text)) if tuple(had) == tuple(marks) else None

        catalogue.restore(known.shelves, told, note_at)
        self._shelves, self.state = known.shelves, known.state

    def keep(self, catalogue: Catalogue, config: Config, *, same: bool) -> None:
        """Keep what is known now. Where all that matters is the `same`, what was answered still holds."""
        before = self._shelves
        shelves = {
            folder: (shelf, catalogue.told[folder])
            for folder, shelf in catalogue.shelves.items()
            if before is None or before.get(folder) is not shelf
        }
        gone = dict.fromkeys(before.keys() - catalogue.shelves.keys()) if before else {}
        if before is not None and not shelves and not gone:
            return
        about = self._about(catalogue, config) if before is None or not same else {}
        news = News(
            about={**about, **self._goals(catalogue)},
            shelves={**gone, **shelves},
            notes=dict(_rows(catalogue)),
            anew=before is None,
        )
        self.state = self._cache.keep(news, answers_of=self.state if same else None)
        self._shelves = dict(catalogue.shelves) if self.state is not None else None
        catalogue.altered.clear()

    def _about(self, catalogue: Catalogue, config: Config) -> dict[str, str]:
        """What whoever asks again needs to know before anything is read."""
        return {
            "ruling": self._ruling,
            "ignore": "\0".join(config.ignore),
            "zone": config.timezone or "",
            "day ends": config.day_ends_at.isoformat(),
            "titles": "\0".join(sorted(catalogue.titles)),
            "ordinary": json.dumps(Ordinary.of(config).plain),
        }

    def _goals(self, catalogue: Catalogue) -> dict[str, str]:
        """What a shell asks for that completes a goal's name."""
        return {
            "goals": "\0".join(sorted(catalogue.goals)),
            "beside goals": beside(self._root, catalogue.goals),
        }


def _rows(catalogue: Catalogue) -> Iterator[tuple[str, tuple[Marks, str] | None]]:
    """The notes that are to be kept, by path; None for those that are to be forgotten."""
    marks: dict[str, Mapping[str, Marks]] = {}
    for path in catalogue.altered:
        folder, _, name = path.rpartition("/")
        note = catalogue.note_at(path)
        if note is None or note.source.unreadable or note.source.bom:
            yield path, None
            continue
        if folder not in marks:
            marks[folder] = catalogue.shelves[folder].by_name()
        yield path, (marks[folder][name], note.source.text)
