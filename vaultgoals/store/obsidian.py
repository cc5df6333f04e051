"""What Obsidian and its plugins say about a vault, in the files of its `.obsidian` folder.

They are data from anywhere: capped in size, never read through a symbolic link, and believed only where they
make sense. What cannot be read says nothing, and is told apart from what is not there.
"""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from vaultgoals.core.config import Periodic
from vaultgoals.core.moment_path import below
from vaultgoals.core.periodic import DEFAULTS, note_format
from vaultgoals.core.source import Source, misplaced
from vaultgoals.store.files import read
from vaultgoals.store.names import CALENDAR, DAILY, OBSIDIANS_TEMPLATES, PERIODIC, PLUGINS, TEMPLATER

_FILES = {"Periodic Notes": PERIODIC, "Calendar": CALENDAR, "Daily notes": DAILY}
_LIMIT = 1024 * 1024
_LONGEST = 60
_SET_KEYS = {"daily": "day", "weekly": "week", "monthly": "month", "quarterly": "quarter", "yearly": "year"}


class Naming(NamedTuple):
    """A moment.js format, folders included, and who set it."""

    form: str
    source: str


class Senseless(NamedTuple):
    """A format that was passed over: the file that it stands in, and what is the matter, after its name."""

    path: str
    reason: str


class Obsidian:
    """The settings of Obsidian in one vault; each file is read once, when it is first asked for.

    Of what was asked for so far, `unreadable` are the files that are there and could not be read, each with
    the reason in words that follow the file's name, and `senseless` by kind of periodic note the first
    format that tells no day, week … from another.
    """

    def __init__(self, root: Path) -> None:
        self.unreadable: dict[str, str] = {}
        self.senseless: dict[str, Senseless] = {}
        self._root = root
        self._read: dict[str, object] = {}

    def periodic(self) -> Periodic:
        """The formats of the vault's periodic notes that Obsidian was told of, else None."""
        return Periodic(**{kind: naming.form for kind, naming in self.namings().items()})

    def namings(self) -> dict[str, Naming]:
        """The same with their sources, by kind (`daily`, …).

        The plugin Periodic Notes comes first, for each kind that is switched on in it; then the plugin
        Calendar for weekly notes and Obsidian's own Daily notes for daily ones. What makes no date is passed
        over.
        """
        found: dict[str, Naming] = {}
        for kind, source, form, folder in self._told():
            naming = Naming(below(folder, form.strip("/") or getattr(DEFAULTS, kind)), source)
            if kind not in found and (reason := _no_sense(kind, naming.form)):
                self.senseless.setdefault(kind, Senseless(_FILES[source], reason))
            elif kind not in found:
                found[kind] = naming
        return found

    def template_folders(self) -> list[str]:
        """The folders that hold templates, by the plugins Templates and Templater."""
        told = [_text(self._json(OBSIDIANS_TEMPLATES), "folder")]
        if self._is_on("templater-obsidian"):
            told.append(_text(self._json(TEMPLATER), "templates_folder"))
        folders = (folder.strip("/") for folder in told)
        return list(dict.fromkeys(f"{folder}/" for folder in folders if folder and not misplaced(folder)))

    def goal_templates(self) -> tuple[str, bool] | None:
        """The folder where templates for new notes go, ending in `/`, and whether Templater reads them.

        Where both plugins are in use it is that of Templates. None where neither was told of a folder.
        """
        own = _text(self._json(OBSIDIANS_TEMPLATES), "folder").strip("/")
        folders = self.template_folders()
        return (folders[0], folders[0] != f"{own}/") if folders else None

    def first_weekday(self) -> str:
        """`sunday` or `saturday` where the plugin Calendar begins weeks so, else empty."""
        told = _text(self._json(CALENDAR), "weekStart") if self._is_on("calendar") else ""
        return told if told in ("sunday", "saturday") else ""

    def _told(self) -> Iterator[tuple[str, str, str, str]]:
        """Kind, source, format and folder of each setting, in the order in which they count."""
        if self._is_on("periodic-notes"):
            data = self._json(PERIODIC)
            active = _active_set(data)
            for kind, key in _SET_KEYS.items():
                told = _at(active, key) if active else _at(data, kind)
                if _at(told, "enabled") is True:
                    yield kind, "Periodic Notes", _text(told, "format"), _text(told, "folder")
        if self._is_on("calendar"):
            told = self._json(CALENDAR)
            if isinstance(told, dict):
                yield "weekly", "Calendar", _text(told, "weeklyNoteFormat"), _text(told, "weeklyNoteFolder")
        told = self._json(DAILY)
        if isinstance(told, dict):
            yield "daily", "Daily notes", _text(told, "format"), _text(told, "folder")

    def _is_on(self, plugin: str) -> bool:
        """Whether a plugin is switched on; without a list, its settings are there because it is used."""
        enabled = self._json(PLUGINS)
        return plugin in enabled if isinstance(enabled, list) else True

    def _json(self, path: str) -> object:
        """What stands in a settings file; None where it is not there or cannot be read."""
        if path not in self._read:
            self._read[path] = self._load(path) if os.path.lexists(self._root / path) else None
        return self._read[path]

    def _load(self, path: str) -> object:
        told, reason = _parsed(_source(self._root, path))
        if reason:
            self.unreadable[path] = reason
        return told


def _source(root: Path, path: str) -> Source:
    link = next((above for above in Path(path).parents if (root / above).is_symlink()), None)
    if link:
        return Source(
            path=path, text="", unreadable=f"lies behind the symbolic link {link}, which is not followed"
        )
    return read(root, path, limit=_LIMIT)


def _parsed(source: Source) -> tuple[object, str]:
    """What a file of JSON says, or else None and why it cannot be read."""
    if source.unreadable:
        return None, source.unreadable
    try:
        told: object = json.loads(source.text)
    except json.JSONDecodeError as error:
        return None, f"is not valid JSON (line {error.lineno})" if source.text.strip() else "is empty"
    except RecursionError:
        return None, "is nested too deeply"
    except ValueError:  # a number with more digits than Python reads
        return None, "is not valid JSON"
    return told, ""


def _active_set(data: object) -> object:
    """The calendar set in use, of Periodic Notes from 1.0 on; None before."""
    sets = _at(data, "calendarSets")
    if not isinstance(sets, list) or not sets:
        return None
    return next((one for one in sets if _at(one, "id") == _at(data, "activeCalendarSet")), sets[0])


def _no_sense(kind: str, form: str) -> str:
    """What is the matter with a format, empty where nothing is."""
    shown = form if len(form) <= _LONGEST else f"{form[:_LONGEST]}…"
    if misplaced(form) is not None:
        return f"puts {kind} notes at “{shown}”, which is no place in the vault"
    if note_format(kind, form) is None:
        return f"names {kind} notes “{shown}”, which does not tell one {_SET_KEYS[kind]} from another"
    return ""


def _at(told: object, key: str) -> object:
    return told.get(key) if isinstance(told, dict) else None


def _text(told: object, key: str) -> str:
    value = _at(told, key)
    # JSON may hold halves of characters, which no file can.
    return value.encode("utf-8", "ignore").decode().strip() if isinstance(value, str) else ""
