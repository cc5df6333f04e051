"""What a vault looks like to somebody who sees it for the first time: pure, from its notes."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from vaultgoals.core.kinds import SYNONYMS, kind_of, written_type
from vaultgoals.core.note import Note, property_key
from vaultgoals.core.vault import Vault
from vaultgoals.workspace.journal import Named, Tracked, named_notes, tracked
from vaultgoals.workspace.vocabulary import PROPERTIES, kind_meant

_FEWEST = 2
_MOST = 5


class Guess(NamedTuple):
    """What may be somebody's word for ours (`Ziel`, `#habit`, `Habits/`), and in how many notes it stands."""

    theirs: str
    ours: str
    notes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """What was found in a folder.

    `templates` are folders of templates, `others` types that mean nothing here with their number of notes,
    `week` the day on which weeks seem to begin where that is not Monday, `unread` a sentence for each file of
    Obsidian's settings that cannot be read.
    """

    files: int = 0
    notes: int = 0
    goals: int = 0
    named: tuple[Named, ...] = ()
    templates: tuple[str, ...] = ()
    kinds: tuple[Guess, ...] = ()
    properties: tuple[Guess, ...] = ()
    others: tuple[tuple[str, int], ...] = ()
    tracked: tuple[Tracked, ...] = ()
    week: str = ""
    unread: tuple[str, ...] = ()

    @property
    def is_unsure(self) -> bool:
        """Whether anything is left for a person to decide."""
        return bool(self.kinds or self.properties or self.week or any(one.is_guess for one in self.named))


def survey(vault: Vault, *, set_by: Mapping[str, str], templates: tuple[str, ...], week: str) -> Survey:
    """Look at a vault; `set_by` says who set the format of each kind of periodic notes."""
    notes = [note for path, note in vault.notes.items() if path not in vault.periods]
    strangers = [note for note in notes if note.path not in vault.kinds]
    types = Counter(word for note in strangers if (word := _type(note, vault)))
    tags = tuple(_by_tag(strangers))
    untagged = [note for note in strangers if not _tags(note) & {guess.theirs for guess in tags}]
    kinds = (*_by_type(types), *tags, *_by_folder(vault, untagged))
    return Survey(
        files=len(vault.files),
        notes=len(vault.notes),
        goals=len(vault.goals),
        named=tuple(named_notes(vault, set_by)),
        templates=templates,
        kinds=kinds,
        properties=tuple(_properties(notes, vault, kinds)),
        others=tuple((word, count) for word, count in types.most_common() if not kind_meant(word))[:_MOST],
        tracked=tuple(tracked(vault)),
        week=week,
    )


def _type(note: Note, vault: Vault) -> str:
    scalar = written_type(note, vault.config)
    return scalar.text.strip() if scalar else ""


def _tags(note: Note) -> set[str]:
    return {tag.lower() for tag in note.tags}


def _by_type(types: Counter[str]) -> Iterator[Guess]:
    for word, notes in types.most_common():
        meant = kind_meant(word)
        if meant:
            yield Guess(word, meant, notes)


def _by_tag(notes: list[Note]) -> Iterator[Guess]:
    tags = Counter(tag for note in notes for tag in _tags(note))
    for tag, count in sorted(tags.items(), key=lambda item: (-item[1], item[0])):
        meant = kind_meant(tag.removeprefix("#").rpartition("/")[2])
        if meant and count >= _FEWEST:
            yield Guess(tag, meant, count)


def _by_folder(vault: Vault, notes: list[Note]) -> Iterator[Guess]:
    """Folders named like goals, unless a note in them says itself what it is."""
    folders = Counter(note.folder for note in notes)
    spoken = {note.folder for note in vault.notes.values() if _type(note, vault)}
    for folder, count in folders.most_common():
        meant = kind_meant(folder.rpartition("/")[2])
        if meant and count >= _FEWEST and folder not in spoken:
            yield Guess(f"{folder}/", meant, count)


def _properties(notes: list[Note], vault: Vault, kinds: tuple[Guess, ...]) -> Iterator[Guess]:
    """Names that may be properties of ours, in notes that are goals or may be."""
    guessed = {guess.theirs: guess.ours for guess in kinds}
    config = replace(vault.config, types={**guessed, **vault.config.types})
    known = {property_key(name) for name in (*SYNONYMS, *config.properties)}
    goals = [note for note in notes if (kind := kind_of(note, config)) and kind.is_goal]
    names = Counter(prop.name for note in goals for prop in note.properties)
    for name, count in names.most_common():
        meant = PROPERTIES.get(property_key(name))
        if meant and property_key(name) not in known:
            yield Guess(name, meant, count)
