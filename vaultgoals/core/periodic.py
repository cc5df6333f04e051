"""Periodic notes: which notes are about a day, week, month, quarter or year, by their names."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from types import MappingProxyType
from unicodedata import normalize

from vaultgoals.core.config import Config, Periodic
from vaultgoals.core.goal import Kind
from vaultgoals.core.kinds import is_sync_copy
from vaultgoals.core.links import folded
from vaultgoals.core.moment import format_date, name_expression, parse_name
from vaultgoals.core.moment_path import is_dated, literal, plain, segments
from vaultgoals.core.note import Note
from vaultgoals.core.period import YEARS, Calendar, Period

DEFAULTS = Periodic(
    daily="YYYY-MM-DD", weekly="gggg-[W]ww", monthly="YYYY-MM", quarterly="YYYY-[Q]Q", yearly="YYYY"
)
"""The formats where neither the vault's settings nor Obsidian's name another."""

# From the finest to the longest: the period of each kind of note that holds a day.
_HOLDING: Mapping[str, Callable[[Calendar, date], Period]] = MappingProxyType(
    {
        "daily": Calendar.day_of,
        "weekly": Calendar.week_of,
        "monthly": Calendar.month_of,
        "quarterly": Calendar.quarter_of,
        "yearly": Calendar.year_of,
    }
)

_LONGEST = 250

# Days whose names a format must tell apart: `YYYYMD` writes the first two alike.
_SAMPLES = (date(2026, 1, 11), date(2026, 11, 1), date(2031, 5, 20))


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteFormat:
    """How the notes of one kind (`daily`, …, `yearly`) are named.

    They lie in `folder` at any depth, anywhere where it is empty. `form` is the moment.js format of the end
    of their path: of the name, and of the folders above it where the name alone makes no date.
    """

    kind: str
    folder: str
    form: str

    @property
    def depth(self) -> int:
        """How deep the folder lies, 0 where there is none."""
        return len(self.folder.split("/")) if self.folder else 0

    def period_of(self, path: str, calendar: Calendar) -> Period | None:
        """The period that a note at this path is about; None where it is not named so, or not clearly."""
        if self.folder and not folded(path).startswith(f"{folded(self.folder)}/"):
            return None
        return self._read(path.removesuffix(".md").split("/")[self.depth :], calendar)

    def named(self, path: str, calendar: Calendar) -> Period | None:
        """The period that a path or name means, whatever folder it is in."""
        return self._read(path.split("/"), calendar)

    def _read(self, names: list[str], calendar: Calendar) -> Period | None:
        """A name stands for the period that it names, or for the longer one that begins on the day named."""
        name = normalize("NFC", "/".join(names[-1 - self.form.count("/") :]))
        weekly = self.kind == "weekly"
        found = parse_name(self.form, name, calendar=calendar, weekly=weekly)
        if found is None or found.start.year not in YEARS:
            return None
        is_iso_week = weekly and found == Calendar().week_of(found.start)
        whole = found if is_iso_week else _HOLDING[self.kind](calendar, found.start)
        if found.start != whole.start or found.days > whole.days:
            return None
        return None if weekly and self._is_shared(name, whole, calendar) else whole

    def _is_shared(self, name: str, week: Period, calendar: Calendar) -> bool:
        """Whether the note of a week a year away has this name too, as with `YYYY-[W]WW` around New Year."""
        away = (week.start + timedelta(weeks=weeks) for weeks in (-53, -52, 52, 53))
        return any(self._name(first, calendar).casefold() == name.casefold() for first in away)

    def _name(self, first: date, calendar: Calendar) -> str:
        return format_date(self.form, first, calendar=calendar)

    def makes_dates(self) -> bool:
        """Whether the names that it makes can be read again, and each as one period of its kind."""
        calendar = Calendar()
        periods = [_HOLDING[self.kind](calendar, day) for day in _SAMPLES]
        names = [self._name(period.start, calendar) for period in periods]
        return periods == [self.named(name, calendar) for name in names]


@lru_cache(maxsize=64)
def note_format(kind: str, form: str) -> NoteFormat | None:
    """A format as it is written in settings, folders included; None where it makes no date of that kind.

    The folders that it begins with and that are no formats themselves are those that the notes lie in.
    """
    *above, name = segments(normalize("NFC", form))
    if not name or len(form) > _LONGEST:
        return None
    fixed = next((at for at, folder in enumerate(above) if is_dated(folder)), len(above))
    folder = "/".join(map(plain, above[:fixed]))
    dated = [part if is_dated(part) else literal(plain(part)) for part in above[fixed:]]
    ends = (name, "/".join((*dated, name)))
    formats = (NoteFormat(kind=kind, folder=folder, form=end) for end in ends)
    return next((one for one in formats if one.makes_dates()), None)


@lru_cache(maxsize=8)
def note_formats(periodic: Periodic) -> tuple[NoteFormat, ...]:
    """A vault's formats in the order in which they are tried: deepest folder first, then the finest period.

    So a format that is meant for one folder wins there.
    """
    written = ((kind, getattr(periodic, kind) or getattr(DEFAULTS, kind)) for kind in _HOLDING)
    formats = (note_format(kind, form) for kind, form in written)
    return tuple(sorted((form for form in formats if form), key=lambda form: form.depth, reverse=True))


@lru_cache(maxsize=8)
def name_expressions(periodic: Periodic) -> tuple[str, str]:
    """What the names of periodic notes match, and the ends of their paths; each empty where none does.

    Few others match them. A form with folders in it is looked for at the end of the path, any other is the
    whole name.
    """
    forms = [form.form for form in note_formats(periodic)]
    names = "|".join(f"(?:{name_expression(form)})" for form in forms if "/" not in form)
    paths = "|".join(f"(?:{name_expression(form)})" for form in forms if "/" in form)
    return names, rf"(?:\A|/)(?:{paths})\Z" if paths else ""


def may_be_periodic(path: str, periodic: Periodic) -> bool:
    """Whether a note at a path may be a periodic one: asked of all notes, so it is answered at once."""
    names, paths = name_expressions(periodic)
    plain = (path if path.isascii() else normalize("NFC", path)).removesuffix(".md")
    name = plain.rpartition("/")[2]
    return bool(names and re.fullmatch(names, name)) or bool(paths and re.search(paths, plain))


def period_of_note(note: Note, kind: Kind | None, config: Config) -> Period | None:
    """The period that a note is about by its name; None for any note but a periodic one.

    Generated pages, a syncer's copies, and notes of which nothing may be used are none.
    """
    if kind is Kind.REVIEW or not may_be_periodic(note.path, config.periodic):
        return None
    calendar = Calendar(week=config.week)
    read = (form.period_of(note.path, calendar) for form in note_formats(config.periodic))
    period = next((period for period in read if period), None)
    return None if period is None or note.unusable or is_sync_copy(note) else period
