"""A vault's folder as a value that can be renewed: notes are read again only where a file has changed."""

import os
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date as calendar_date
from datetime import datetime, timedelta
from pathlib import Path
from types import MappingProxyType

from vaultgoals.core.memo import Fleeting, Memory
from vaultgoals.core.note import Note
from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.errors import ConfigError
from vaultgoals.markdown import read_note
from vaultgoals.store.files import read
from vaultgoals.store.ignore import Ignore
from vaultgoals.store.locate import find_vault
from vaultgoals.store.names import SETTINGS
from vaultgoals.store.settings import Settings, Unread, load_settings
from vaultgoals.store.shelf import Shelf, scan, scan_again
from vaultgoals.store.templates import read_templates
from vaultgoals.workspace.catalogue import Catalogue
from vaultgoals.workspace.day import begin_of, day_of
from vaultgoals.workspace.glance import NOTHING, Glimpsed
from vaultgoals.workspace.grace import Grace
from vaultgoals.workspace.keeping import Keeping
from vaultgoals.workspace.progress import Progress
from vaultgoals.workspace.rule_names import refuse_unknown_names

_VAULT = ""
"""The name under which it is doubted that a vault lost all its goals."""

_NO_TEXT = 3
"""A note of so few bytes is taken for one that is still to be written; an encoding mark has three."""


class Workspace:
    """A vault's root, its settings, and its notes as they last stood on the disk.

    With a `grace`, which a watcher gives it, what suddenly looks half saved is not believed at once: a note
    that is empty or no text any more, settings that are empty or gone, a vault without any goals. `whole` has
    the ordinary notes read too, which have nothing to do with goals.
    """

    def __init__(
        self,
        root: Path,
        settings: Settings,
        *,
        whole: bool = False,
        once: bool = False,
        progress: Progress | None = None,
        glimpsed: Glimpsed = NOTHING,
    ) -> None:
        self.root = root
        self.config = settings.config
        self.grace: Grace | None = None
        self.vault = replace(Vault.of([], settings.config), memory=Fleeting() if once else Memory())
        self._catalogue = Catalogue(root, settings.config, whole=whole, progress=progress, glimpsed=glimpsed)
        self._templates: tuple[Source, ...] = ()
        self._settings = settings
        self._keeping: Keeping | None = None
        self._is_kept = True
        self._is_ruled_anew = False

    @classmethod
    def open(
        cls,
        start: Path,
        explicit: Path | None,
        environ: Mapping[str, str],
        *,
        whole: bool = False,
        once: bool = False,
        cached: bool = False,
        progress: Progress | None = None,
        glimpsed: Glimpsed = NOTHING,
    ) -> "Workspace":
        """The vault that is meant, loaded; raises NoVault or ConfigError."""
        root = find_vault(start, explicit, environ)
        return cls.at(root, whole=whole, once=once, cached=cached, progress=progress, glimpsed=glimpsed)

    @classmethod
    def at(
        cls,
        root: Path,
        *,
        whole: bool = False,
        once: bool = False,
        cached: bool = False,
        progress: Progress | None = None,
        glimpsed: Glimpsed = NOTHING,
    ) -> "Workspace":
        """The vault at a folder, loaded; raises ConfigError.

        Who looks at it `once`, and never after a change, has less to wait for.

        Where it may be `cached`, only the notes are opened that changed since the last time. Meanwhile
        `progress` says how far it has come. What was `glimpsed` is not read again.
        """
        root = Path(os.path.realpath(root))  # as the folders in it are told apart by their real paths
        keeping = Keeping(root) if cached and not whole else None
        workspace = cls(root, _load(root), whole=whole, once=once, progress=progress, glimpsed=glimpsed)
        if keeping:
            keeping.take_up(workspace._catalogue)
            workspace.vault = workspace._vault()
        workspace._keeping = keeping
        workspace.refresh()
        workspace.keep()
        if once:  # nothing will be compared with what stood in the folders
            workspace._catalogue = Catalogue(root, workspace.config, whole=whole)
        return workspace

    @property
    def state(self) -> int | None:
        """The number under which the cache knows this vault as it is now; None where it does not."""
        return self._keeping.state if self._keeping and self._is_kept else None

    def read(self, paths: Iterable[str]) -> None:
        """Read these notes too where they are ordinary, for who asks what stands in them."""
        known = self.vault
        more = [path for path in paths if known.is_note(path) and path not in known.notes]
        if more:
            limit = self.config.limits.note_size
            read_too = (read_note(read(self.root, path, limit=limit)) for path in more)
            notes = (*known.notes.values(), *read_too)
            self.vault = Vault.of(
                notes, self.config, known.files, known.templates.values(), known.listed, before=known
            )

    def keep(self) -> None:
        """Have what is known now in the cache, if there is one, for the next run of the program."""
        if self._keeping:
            self._keeping.keep(self._catalogue, self.config, same=self._is_kept)
            self._is_kept = True

    def refresh(
        self, paths: Iterable[str] | None = None, *, written: Mapping[str, Note] = MappingProxyType({})
    ) -> frozenset[str]:
        """Look at the files again and read those that changed; the paths that changed, came or went.

        Given some `paths`, only the folders around these are looked at, and those that were doubtful; after
        other settings, which may leave other folders out, all are. The scan is the truth: what a watcher was
        told only says where to look. An ordinary note that changed changes nothing. What we have `written`
        ourselves need not be read again where it still stands so.
        """
        found, is_first = self._scan(paths), not self._catalogue.shelves
        if self.grace and self._doubts(_VAULT, half=self._lost_everything(found)):
            return frozenset()
        changed = self._catalogue.take(found, self._doubts_note, written)
        self._is_ruled_anew = False
        self._doubt_no_more()
        templates = read_templates(self.root)
        changed |= {source.path for source in {*templates} ^ {*self._templates}}
        self._templates = templates
        if is_first or changed or self.vault.config is not self.config:
            self.vault = self._vault()
            self._is_kept = False
        return frozenset(changed)

    def _scan(self, paths: Iterable[str] | None) -> Mapping[str, Shelf | None]:
        left_out, known = Ignore.of(self.config.ignore), self._catalogue.shelves
        nothing_known = not known or (self.grace and _VAULT in self.grace.doubted)
        if paths is None or nothing_known or self._is_ruled_anew:
            now = scan(self.root, left_out)
            return {**dict.fromkeys(known.keys() - now.keys()), **now}
        folders = {path.rpartition("/")[0] for path in paths}
        return scan_again(self.root, known, folders | self._catalogue.unsure, left_out)

    def _vault(self) -> Vault:
        listed, files = self._catalogue.paths
        return replace(
            self.vault,
            notes=self._catalogue.notes,
            config=self.config,
            files=files,
            listed=listed,
            templates={source.path: Note(source=source) for source in self._templates},
        )

    @property
    def unread_settings(self) -> Sequence[Unread]:
        """The files of Obsidian's settings that could not be read, so that they are not among ours."""
        return self._settings.unread

    def holds_templates(self, path: str) -> bool:
        """Whether a path is left out because it lies in a folder of Obsidian's templates."""
        return path in Ignore.of(self._settings.templates)

    def reload(self) -> bool:
        """Read the settings again; whether they changed, and a refresh is due.

        Raises ConfigError, also where a file of Obsidian's can no longer be read: the settings stay then.
        """
        try:
            settings = _load(self.root)
        except ConfigError:
            self._doubts(SETTINGS, half=False)  # what is wrong can be said, so there is nothing to wait for
            raise
        if self._doubts(SETTINGS, half=not self._settings.present <= settings.present):
            return False
        known = {one.path for one in self._settings.unread}
        broken = next((one for one in settings.unread if one.path not in known), None)
        if broken:
            raise ConfigError(f"{broken.path} {broken.reason}.")
        config, self._settings = settings.config, settings
        if config == self.config:
            return False
        self._catalogue.rule(config)
        self.config, self._keeping, self._is_ruled_anew = config, None, True
        return True

    def _lost_everything(self, found: Mapping[str, Shelf | None]) -> bool:
        """Whether all goals are suddenly gone and nothing came: rather a syncer, or a disk, than a person."""
        goals, known = self.vault.goals, self._catalogue.shelves
        after = {**known, **found}
        if len(goals) < 2 or any(_stands(path, after) for path in goals):
            return False
        return not any(shelf and _came(shelf, known.get(folder)) for folder, shelf in found.items())

    def _doubts_note(self, known: Note, now: Note | str, size: int) -> bool:
        """Whether a note is not believed: one that was whole is empty now, or no text any more."""
        half = size <= _NO_TEXT or _is_unreadable(now)
        was_half = not known.source.text or _is_unreadable(known)
        return self._doubts(known.path, half=half and not was_half)

    def _doubts(self, name: str, *, half: bool) -> bool:
        return self.grace is not None and self.grace.doubts(name, half=half, now=time.monotonic())

    def _doubt_no_more(self) -> None:
        """A note that looked half saved and is gone now is gone."""
        gone = self.grace.doubted - {SETTINGS} if self.grace else ()
        for path in [path for path in gone if self._catalogue.note_at(path) is None]:
            self._doubts(path, half=False)

    def choose_rules(self, *, select: tuple[str, ...], ignore: tuple[str, ...]) -> None:
        """Let only some rules speak, for this call; what is selected speaks whatever the vault ignores."""
        rules = self.config.rules
        ignored = ignore if select else (*rules.ignore, *ignore)
        chosen = replace(rules, select=select or rules.select, ignore=ignored)
        self.config = replace(self.config, rules=chosen)
        self.vault = replace(self.vault, config=self.config)

    def locate(self, place: Path) -> str | None:
        """A note's or folder's path in the vault (empty for its root); None for what is not there."""
        folder, name = os.path.split(os.path.abspath(place))
        full = Path(os.path.realpath(folder), name)
        if not full.is_relative_to(self.root) or not os.path.lexists(full):
            return None
        return "" if full == self.root else full.relative_to(self.root).as_posix()

    def find(self, name: str, start: Path) -> str | None:
        """The note that a person means by a path in the vault, a path from `start`, or a title."""
        for place in (self.root / name, start / name, self.root / f"{name}.md", start / f"{name}.md"):
            path = self.locate(place)
            if path is not None and self.vault.is_note(path):
                return path
        return self.vault.names.resolve(name, "").path if name.strip() else None

    def today(self, now: datetime) -> calendar_date:
        """The calendar date that a moment belongs to in this vault: its zone, and when its day ends."""
        return day_of(now, zone=self.config.timezone, ends_at=self.config.day_ends_at)

    def end_of_day(self, now: datetime) -> datetime:
        """The moment at which the vault's day that holds `now` ends."""
        tomorrow = self.today(now) + timedelta(days=1)
        return begin_of(tomorrow, zone=self.config.timezone, ends_at=self.config.day_ends_at)


def _load(root: Path) -> Settings:
    settings = load_settings(root)
    refuse_unknown_names(settings.config.rules)
    return settings


def _is_unreadable(note: Note | str) -> bool:
    return isinstance(note, Note) and note.source.unreadable is not None


def _stands(path: str, shelves: Mapping[str, Shelf | None]) -> bool:
    """Whether there is still a note at a path."""
    folder, _, name = path.rpartition("/")
    shelf = shelves.get(folder)
    return shelf is not None and name in shelf.notes


def _came(shelf: Shelf, known: Shelf | None) -> bool:
    """Whether a folder has a note that it had not."""
    return not set(shelf.notes) <= set(known.notes if known else ())
