"""What a vault's daily notes show: how they are named, and what somebody keeps track of in them."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from vaultgoals.core.log_names import log_key
from vaultgoals.core.moment_path import below
from vaultgoals.core.note import Note, Scalar
from vaultgoals.core.period import Calendar
from vaultgoals.core.periodic import DEFAULTS, note_format, note_formats
from vaultgoals.core.quantity import parse_quantity, parse_yes_no
from vaultgoals.core.unreadable import Unreadable
from vaultgoals.core.vault import Vault
from vaultgoals.workspace.vocabulary import BOOKKEEPING

_OFTEN = 3
_MOST = 5

# How daily notes are often named where no setting says so; the first is Logseq's way.
_USUAL = (
    *("YYYY_MM_DD", "YYYYMMDD", "YYYY.MM.DD", "DD.MM.YYYY", "DD-MM-YYYY", "MM-DD-YYYY", "YYYY-MM-DD dddd"),
    *("YYYY-MM-DD ddd", "MMMM D, YYYY", "MMMM Do, YYYY", "D MMMM YYYY"),
)


class Named(NamedTuple):
    """How one kind of periodic notes is named, in how many notes, and who set that, if anybody did."""

    kind: str
    form: str
    notes: int
    source: str = ""
    is_guess: bool = False


class Tracked(NamedTuple):
    """A property or field that daily notes have again and again, and what it holds."""

    name: str
    times: int
    holds: str


def named_notes(vault: Vault, set_by: Mapping[str, str]) -> Iterator[Named]:
    """The kinds of periodic notes that the vault has, or that somebody set a format for.

    `set_by` says who set the format of a kind.
    """
    calendar, formats = Calendar(week=vault.config.week), note_formats(vault.config.periodic)
    first = (
        next((form.kind for form in formats if form.period_of(path, calendar)), "") for path in vault.periods
    )
    notes = Counter(first)
    for kind in ("daily", "weekly", "monthly", "quarterly", "yearly"):
        form = getattr(vault.config.periodic.or_else(DEFAULTS), kind)
        if notes[kind] or kind in set_by:
            yield Named(kind, form, notes[kind], set_by.get(kind, ""))
    if not notes["daily"] and (guess := _daily_guess(vault)):
        yield guess


def _daily_guess(vault: Vault) -> Named | None:
    """A usual way to name daily notes that is clearly this vault's, with their folder if they share one."""
    read = [(usual, _days_named(vault, usual)) for usual in _USUAL]
    most = max(len(paths) for _, paths in read)
    clear = [(usual, paths) for usual, paths in read if len(paths) == most]
    if most < _OFTEN or len(clear) > 1:
        return None
    usual, paths = clear[0]
    folders = {vault.notes[path].folder for path in paths}
    where = folders.pop() if len(folders) == 1 else ""
    return Named("daily", below(where, usual), most, is_guess=True)


def _days_named(vault: Vault, usual: str) -> list[str]:
    form = note_format("daily", usual)
    return [path for path in vault.notes if form and form.period_of(path, Calendar())]


def tracked(vault: Vault) -> list[Tracked]:
    """What recurs in daily notes as a number or a yes or no and is not yet a goal's, most often first."""
    seen: dict[str, list[tuple[str, str]]] = {}
    days = (vault.notes[path] for path, period in vault.periods.items() if period.days == 1)
    for name, value in (entry for note in days for entry in _entries(note)):
        seen.setdefault(log_key(name), []).append((name, _what(value)))
    for key in BOOKKEEPING | _goals_names(vault):
        seen.pop(key, None)
    found = [_tracked(entries) for entries in seen.values()]
    return sorted((one for one in found if one), key=lambda one: -one.times)[:_MOST]


def _tracked(entries: list[tuple[str, str]]) -> Tracked | None:
    """What some entries of one name, each with what it holds, are when they are many and all alike."""
    name, holds = entries[0]
    is_tracked = len(entries) >= _OFTEN and holds and all(held == holds for _, held in entries)
    return Tracked(name, len(entries), holds) if is_tracked else None


def _goals_names(vault: Vault) -> set[str]:
    names = (name for goal in vault.goals.values() for name in (goal.title, goal.field, *goal.aliases))
    return {log_key(name) for name in names if name}


def _entries(note: Note) -> Iterator[tuple[str, str]]:
    """The properties and fields that hold one value."""
    for prop in note.properties:
        if isinstance(prop.value, Scalar) and prop.value.text.strip():
            yield prop.name, prop.value.text
    for field in note.fields:
        if field.value.strip():
            yield field.key, field.value


def _what(text: str) -> str:
    """What a value is, in words; empty where it is neither."""
    if not isinstance(parse_yes_no(text), Unreadable):
        return "yes or no"
    return "" if isinstance(parse_quantity(text), Unreadable) else "a number"
