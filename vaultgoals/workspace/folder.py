"""A vault's folder as a value that can be renewed: notes are read again only where a file has changed."""

import os
import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from datetime import date as calendar_date
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

from vaultgoals.core.note import Note
from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.errors import ConfigError
from vaultgoals.markdown import read_note
from vaultgoals.store.files import Entry, Listing, read, walk
from vaultgoals.store.ignore import Ignore
from vaultgoals.store.locate import SETTINGS, find_vault
from vaultgoals.store.settings import Settings, Unread, load_settings
from vaultgoals.store.templates import read_templates
from vaultgoals.workspace.grace import Grace
from vaultgoals.workspace.rule_names import refuse_unknown_names

_VAULT = ""
"""The name under which it is doubted that a vault lost all its goals."""

_RECENT = 20_000_000
"""Nanoseconds within which a file may change twice without its times telling."""


class _Read(NamedTuple):
    """A note as it was read; `settled` says that an unchanged entry means unchanged bytes."""

    entry: Entry
    note: Note
    settled: bool


class Workspace:
    """A vault's root, its settings, and its notes as they last stood on the disk.

    With a `grace`, which a watcher gives it, what suddenly looks half saved is not believed at once: a note
    that is empty or no text any more, settings that are empty or gone, a vault without any goals.
    """

    def __init__(self, root: Path, settings: Settings) -> None:
        self.root = root
        self.config = settings.config
        self.grace: Grace | None = None
        self.vault = Vault.of([], settings.config)
        self._read: dict[str, _Read] = {}
        self._templates: tuple[Source, ...] = ()
        self._settings = settings

    @classmethod
    def open(cls, start: Path, explicit: Path | None, environ: Mapping[str, str]) -> "Workspace":
        """The vault that is meant, loaded; raises NoVault or ConfigError."""
        return cls.at(find_vault(start, explicit, environ))

    @classmethod
    def at(cls, root: Path) -> "Workspace":
        """The vault at a folder, loaded; raises ConfigError."""
        workspace = cls(root, _load(root))
        workspace.refresh()
        return workspace

    def refresh(self) -> frozenset[str]:
        """Look at every file again and read those that changed; the paths that changed, came or went.

        The scan is the truth: what a watcher was told only says when to look.
        """
        listing = walk(self.root, self.config.ignore)
        if self.grace and self._doubts(_VAULT, half=self._lost_everything(listing)):
            return frozenset()
        notes = {entry.path: self._look(entry) for entry in listing.notes}
        self._doubt_no_more(notes)
        files = frozenset((*notes, *listing.others))
        changed = {path for path, read in notes.items() if not self._knows(path, read.note)}
        if files != self.vault.files:
            changed |= files ^ self.vault.files
        templates = read_templates(self.root)
        changed |= {source.path for source in {*templates} ^ {*self._templates}}
        self._read, self._templates = notes, templates
        if changed or self.vault.config is not self.config:
            own = (Note(source=source) for source in templates)
            self.vault = Vault.of((read.note for read in notes.values()), self.config, files, own)
        return frozenset(changed)

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
        if config.limits != self.config.limits:
            self._read = {}
        self.config = config
        return True

    def _look(self, entry: Entry) -> _Read:
        """A note as it is to be believed: read again where it may have changed."""
        known = self._read.get(entry.path)
        if known and known.settled and known.entry == entry:
            return known
        source = read(self.root, entry.path, limit=self.config.limits.note_size)
        half = known is not None and _looks_half(source) and not _looks_half(known.note.source)
        if known and self._doubts(entry.path, half=half):
            return known
        note = known.note if known and known.note.source == source else read_note(source)
        return _Read(entry, note, _is_settled(entry, source))

    def _lost_everything(self, listing: Listing) -> bool:
        """Whether all goals are suddenly gone and nothing came: rather a syncer, or a disk, than a person."""
        goals = self.vault.goals.keys()
        listed = {entry.path for entry in listing.notes}
        return len(goals) > 1 and listed <= self._read.keys() and goals.isdisjoint(listed)

    def _knows(self, path: str, note: Note) -> bool:
        known = self._read.get(path)
        return known is not None and known.note is note

    def _doubts(self, name: str, *, half: bool) -> bool:
        return self.grace is not None and self.grace.doubts(name, half=half, now=time.monotonic())

    def _doubt_no_more(self, notes: Mapping[str, _Read]) -> None:
        """A note that looked half saved and is gone now is gone."""
        gone = self.grace.doubted - notes.keys() - {SETTINGS} if self.grace else ()
        for path in gone:
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
            if path in self.vault.notes:
                return path
        return self.vault.names.resolve(name, "").path if name.strip() else None

    def today(self, now: datetime) -> calendar_date:
        """The calendar date that a moment belongs to in this vault: its zone, and when its day ends."""
        day = now.astimezone(self._zone).date()
        return day if now >= self._begin(day) else day - timedelta(days=1)

    def end_of_day(self, now: datetime) -> datetime:
        """The moment at which the vault's day that holds `now` ends."""
        return self._begin(self.today(now) + timedelta(days=1))

    def _begin(self, day: calendar_date) -> datetime:
        """The moment at which a day begins; where clocks are set back over it, the first of the two."""
        begin = datetime.combine(day, self.config.day_ends_at, self._zone)
        return begin.astimezone(UTC)  # of two moments in one zone only the clocks' hands would be compared

    @property
    def _zone(self) -> ZoneInfo | None:
        return ZoneInfo(self.config.timezone) if self.config.timezone else None


def _load(root: Path) -> Settings:
    settings = load_settings(root)
    refuse_unknown_names(settings.config.rules)
    return settings


def _looks_half(source: Source) -> bool:
    """Whether a note that was whole before may be half saved or half synced: nothing in it, or no text."""
    return source.unreadable is not None or not source.text


def _is_settled(entry: Entry, source: Source) -> bool:
    """Whether the same entry will mean the same bytes: not for a file that has only just changed.

    Nor for one that could not be read, which says nothing of what stands in it.
    """
    could_be_read = bool(source.digest)
    return could_be_read and abs(time.time_ns() - entry.ctime_ns) > _RECENT
