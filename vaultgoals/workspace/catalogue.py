"""All notes of a vault: those that concern us as they were read, and of the others where they stand.

A note is read again only where its file changed. What is kept of an ordinary note is whom its tasks mention:
should that become the name of a goal, the note is read as one that concerns us.
"""

import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from vaultgoals.core.config import Config
from vaultgoals.core.kinds import kind_of
from vaultgoals.core.mentions import names_meant
from vaultgoals.core.naming import folded
from vaultgoals.core.note import Note
from vaultgoals.store.shelf import OURS, Marks, Shelf, Told, is_settled, path_in
from vaultgoals.workspace.glance import NOTHING, Glance, Glimpsed
from vaultgoals.workspace.progress import Progress

Doubts = Callable[[Note, Note | str, int], bool]
"""Whether what stands in place of a known note, so many bytes, is not to be believed yet."""


Kept = Callable[[str, Marks], Note | None]
"""The note that stood at a path when it had these marks; None where it was not kept."""


@dataclass(slots=True, kw_only=True)
class _Seen:
    """What came of a look at some `moment`: the paths that changed, and those of the notes opened."""

    moment: int = field(default_factory=time.time_ns)
    changed: set[str] = field(default_factory=set)
    opened: set[str] = field(default_factory=set)


class Catalogue:
    """What is known of a vault's notes, taken on folder by folder; `whole` has all of them read as notes.

    `shelves` are its folders. `told` says of each note in them whether it is `OURS`, else whom its tasks
    mention, one a line. `titles` are the names of all goals, as names are compared. The folders in `unsure`
    are to be looked at again although nothing may seem to change in them. `altered` are the paths of the
    notes that were opened, or are gone, since somebody last cleared that.
    """

    def __init__(
        self,
        root: Path,
        config: Config,
        *,
        whole: bool = False,
        progress: Progress | None = None,
        glimpsed: Glimpsed = NOTHING,
    ) -> None:
        self.progress = progress or Progress()
        self.shelves: dict[str, Shelf] = {}
        self.told: dict[str, Told] = {}
        self.titles: frozenset[str] = frozenset()
        self.unsure: set[str] = set()
        self.altered: set[str] = set()
        self._glance, self._config = Glance(root, config, whole=whole, glimpsed=glimpsed), config
        self._ours: dict[str, Note] = {}
        self._goals: dict[str, str] = {}
        self._mentioning: dict[str, Note] = {}
        self._paths: tuple[frozenset[str], frozenset[str]] | None = None
        self._notes: Mapping[str, Note] = {}
        self._touched: set[str] = set()

    @property
    def goals(self) -> Collection[str]:
        """The paths of all goals."""
        return self._goals.keys()

    @property
    def paths(self) -> tuple[frozenset[str], frozenset[str]]:
        """The paths of all notes, and of all files, notes among them; the same objects until they change."""
        if self._paths is None:
            notes = frozenset(path_in(f, name) for f, shelf in self.shelves.items() for name in shelf.notes)
            others = [path_in(f, name) for f, shelf in self.shelves.items() for name in shelf.others]
            self._paths = notes, notes.union(others) if others else notes
        return self._paths

    @property
    def notes(self) -> Mapping[str, Note]:
        """The notes that concern us, in the order of their paths; the same object until one changes."""
        now = {path: note for path in self._touched if (note := self.note_at(path))}
        if not self._touched <= self._notes.keys() & now.keys():
            self._notes = dict(sorted({**self._ours, **self._mentioning}.items()))
        elif now:
            self._notes = {**self._notes, **now}  # in the same order, which would take long to find again
        self._touched = set()
        return self._notes

    def note_at(self, path: str) -> Note | None:
        """The note at a path, if it concerns us."""
        return self._ours.get(path) or self._mentioning.get(path)

    def restore(self, shelves: Mapping[str, Shelf], told: Mapping[str, Told], kept: Kept) -> None:
        """Take up what was known before; `kept` answers a note that concerned us then.

        Where it has none, the note is in doubt, and whatever is read there counts as changed.
        """
        self.shelves, self.told = dict(shelves), dict(told)
        for folder, shelf in shelves.items():
            ours = {name for name, said in zip(shelf.notes, told[folder], strict=True) if said == OURS}
            self._restore(folder, shelf, ours, self._put, kept)
        self.titles = frozenset(self._goals.values())
        for path in [*self._mentions_in(shelves)]:
            folder, _, name = path.rpartition("/")
            self._restore(folder, shelves[folder], {name}, self._mentioning.__setitem__, kept)
            self._touched.add(path)

    def _restore(
        self, folder: str, shelf: Shelf, names: set[str], put: Callable[[str, Note], None], kept: Kept
    ) -> None:
        """Put the notes of these names where they belong, and doubt those that were not kept."""
        marks, unkept = shelf.by_name() if names else {}, set()
        for name in names:
            note = kept(path_in(folder, name), marks[name])
            if note:
                put(note.path, note)
            else:
                unkept.add(name)
        if unkept:
            self.shelves[folder] = self.shelves[folder].doubting(unkept)

    def rule(self, config: Config) -> None:
        """Go by other settings; where these may tell otherwise what concerns us, all is looked at anew."""
        self._config = config
        for path, note in self._ours.items():
            self._judge(path, note)
        glance, self._glance = self._glance, self._glance.under(config)
        if self._glance is not glance:
            self.shelves = {folder: shelf.doubting(shelf.notes) for folder, shelf in self.shelves.items()}
            self.unsure.update(self.shelves)

    def take(
        self,
        found: Mapping[str, Shelf | None],
        doubts: Doubts = lambda known, now, size: False,
        written: Mapping[str, Note] = MappingProxyType({}),
    ) -> set[str]:
        """Take on what folders hold now, None where one is gone; the paths that changed.

        These are the files that came or went, unless nothing was known before, and the notes that concern us,
        or did, and read otherwise now. A note that is doubted stays what it was. What was just `written` is
        that note, which need not be read again, where it stands there as it was written.
        """
        other = {folder: shelf for folder, shelf in found.items() if self.shelves.get(folder) != shelf}
        seen, is_first = _Seen(), not self.shelves
        self.progress.total += sum(len(shelf.notes) for shelf in other.values() if shelf)
        for folder, shelf in other.items():
            known = self.shelves.get(folder)
            self.progress.done += len(shelf.notes) if shelf else 0
            if self._relist(known, shelf) and not is_first:
                seen.changed |= {*_files_in(folder, known)} ^ {*_files_in(folder, shelf)}
            for name in set(known.notes if known else ()).difference(shelf.notes if shelf else ()):
                self._forget(path_in(folder, name))
                self.altered.add(path_in(folder, name))
            if shelf is None:
                self._drop(folder)
            else:
                self._take(folder, shelf, doubts, written, seen)
        self._heed(other, seen)
        return seen.changed

    def _relist(self, known: Shelf | None, shelf: Shelf | None) -> bool:
        """Whether there are other files in a folder than there were."""
        if known and shelf and (known.notes, known.others) == (shelf.notes, shelf.others):
            return False
        self._paths = None
        return True

    def _take(
        self, folder: str, shelf: Shelf, doubts: Doubts, written: Mapping[str, Note], seen: _Seen
    ) -> None:
        """Take on a folder: look at the notes in it whose marks are other ones than before."""
        known = self.shelves.get(folder)
        marks = known.by_name() if known else {}
        said = dict(zip(marks, self.told.get(folder, ()), strict=True))
        told, unsettled = [], set()
        for name, now in shelf.by_name().items():
            if known and marks.get(name) == now:
                told.append(said[name])
                continue
            path = path_in(folder, name)
            found, stood = self._glance.at(path, now), self.note_at(path)
            if isinstance(found, Note) and path in written and written[path].source == found.source:
                found = written[path]
            if stood and doubts(stood, found, now[0]):
                unsettled.add(name)
                told.append(said[name])
                continue
            if said.get(name) == OURS and not stood:
                seen.changed.add(path)
            told.append(self._keep(path, found, seen) if stood or not isinstance(found, str) else found)
            if not (is_settled(now, seen.moment) and _is_readable(found)):
                unsettled.add(name)
        self.shelves[folder] = shelf.doubting(unsettled) if unsettled else shelf
        self.told[folder] = tuple(told)
        self.unsure.discard(folder)
        self.unsure.update((folder,) if unsettled else ())

    def _keep(self, path: str, found: Note | str, seen: _Seen) -> str:
        """Keep what stands where a note that concerns us stands, or stood; what is told of it.

        A note that reads as before stays the same.
        """
        seen.opened.add(path)
        self.altered.add(path)
        known = self._ours.get(path)
        if isinstance(found, str):
            if known:
                seen.changed.add(path)
                self._forget(path)
            return found
        if known is None or known.source != found.source:
            seen.changed.add(path)
            self._put(path, found)
        return OURS

    def _put(self, path: str, note: Note) -> None:
        self._ours[path] = note
        self._touched.add(path)
        self._judge(path, note)

    def _judge(self, path: str, note: Note) -> None:
        """Keep account of whether a note is a goal, and of its name."""
        kind = kind_of(note, self._config)
        if kind and kind.is_goal:
            self._goals[path] = folded(note.title)
        else:
            self._goals.pop(path, None)

    def _forget(self, path: str) -> None:
        if path in self._ours:
            self._touched.add(path)
        self._ours.pop(path, None)
        self._goals.pop(path, None)

    def _drop(self, folder: str) -> None:
        self.shelves.pop(folder, None)
        self.told.pop(folder, None)
        self.unsure.discard(folder)

    def _heed(self, folders: Collection[str], seen: _Seen) -> None:
        """Read the ordinary notes that mention a goal, where folders changed or goals have other names."""
        titles, known = frozenset(self._goals.values()), self._mentioning
        elsewhere = [path for path in known if path.rpartition("/")[0] not in folders]
        renamed, self.titles = titles != self.titles, titles
        meant = self._mentions_in(self.shelves) if renamed else (*elsewhere, *self._mentions_in(folders))
        self._mentioning = {path: self._mentions_it(path, known.get(path), seen) for path in meant}
        unmentioned = known.keys() - self._mentioning.keys()
        self._touched |= unmentioned
        self._touched.update(path for path, note in self._mentioning.items() if note is not known.get(path))
        seen.changed |= unmentioned
        self.altered |= unmentioned

    def _mentions_it(self, path: str, known: Note | None, seen: _Seen) -> Note:
        """An ordinary note that mentions a goal, read if it was not, or was opened just now."""
        if known and path not in seen.opened:
            return known
        self.altered.add(path)
        note = self._glance.note(path)
        if known and known.source == note.source:
            return known
        seen.changed.add(path)
        return note

    def _mentions_in(self, folders: Iterable[str]) -> Iterator[str]:
        """The paths of the ordinary notes in some folders that mention a goal."""
        for folder in folders:
            told = self.told.get(folder, ())
            if self.titles.isdisjoint(names_meant("\n".join(told))):
                continue  # as in nearly all of them
            for at, said in enumerate(told):
                if said != OURS and not self.titles.isdisjoint(names_meant(said)):
                    yield path_in(folder, self.shelves[folder].notes[at])


def _files_in(folder: str, shelf: Shelf | None) -> Iterator[str]:
    """The paths of all files in a folder."""
    return (path_in(folder, name) for name in (*shelf.notes, *shelf.others)) if shelf else iter(())


def _is_readable(found: Note | str) -> bool:
    """Whether a file could be read; else its marks say nothing of what stands in it."""
    return isinstance(found, str) or found.source.digest != ""
