"""A vault's folder as a value that can be renewed: notes are read again only where a file has changed."""

import os
from collections.abc import Mapping
from dataclasses import replace
from datetime import date as calendar_date
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from vaultgoals.core.config import Config
from vaultgoals.core.note import Note
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note
from vaultgoals.store.files import Entry, read, walk
from vaultgoals.store.locate import find_vault
from vaultgoals.store.settings import load_config


class Workspace:
    """A vault's root, its settings, and its notes as they last stood on the disk."""

    def __init__(self, root: Path, config: Config) -> None:
        self.root = root
        self.config = config
        self._read: dict[str, tuple[Entry, Note]] = {}
        self.vault = Vault.of([], config)

    @classmethod
    def open(cls, start: Path, explicit: Path | None, environ: Mapping[str, str]) -> "Workspace":
        """The vault that is meant, loaded; raises NoVault or ConfigError."""
        return cls.at(find_vault(start, explicit, environ))

    @classmethod
    def at(cls, root: Path) -> "Workspace":
        """The vault at a folder, loaded; raises ConfigError."""
        workspace = cls(root, load_config(root))
        workspace.refresh()
        return workspace

    def refresh(self) -> bool:
        """Look at every file again and read those that changed; whether anything did.

        The scan is the truth: what a watcher was told only says when to look.
        """
        listing = walk(self.root, self.config.ignore)
        notes = {entry.path: self._note(entry) for entry in listing.notes}
        files = frozenset((*notes, *listing.others))
        changed = files != self.vault.files or any(self._read[path] is not notes[path] for path in notes)
        if changed:
            self._read = notes
            self.vault = Vault.of((note for _, note in notes.values()), self.config, files)
        return changed

    def reload(self) -> None:
        """Read the settings again, and all notes where these changed. Raises ConfigError."""
        config = load_config(self.root)
        if config != self.config:
            self.config, self._read, self.vault = config, {}, Vault.of((), config)
        self.refresh()

    def _note(self, entry: Entry) -> tuple[Entry, Note]:
        known = self._read.get(entry.path)
        if known and known[0] == entry:
            return known
        return entry, read_note(read(self.root, entry.path, limit=self.config.limits.note_size))

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
        local = now.astimezone(self._zone)
        day = local.date()
        return day if local.time() >= self.config.day_ends_at else day - timedelta(days=1)

    def end_of_day(self, now: datetime) -> datetime:
        """The moment at which the vault's day that holds `now` ends."""
        ends_on = self.today(now) + timedelta(days=1)
        end = datetime.combine(ends_on, self.config.day_ends_at, self._zone)
        return end if self._zone else end.astimezone()

    @property
    def _zone(self) -> ZoneInfo | None:
        return ZoneInfo(self.config.timezone) if self.config.timezone else None
