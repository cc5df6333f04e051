"""Where the note of a new goal goes, and what stands in it, in the vault's own words."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from vaultgoals.core.config import FOLDERS
from vaultgoals.core.goal import Goal, Kind
from vaultgoals.core.header import Value, new_text, wikilink
from vaultgoals.core.links import folded
from vaultgoals.core.log_names import LOGGED, log_key
from vaultgoals.core.meanings import MEANINGS, Form, properties_of
from vaultgoals.core.note import Note
from vaultgoals.core.number import parse_number
from vaultgoals.core.own_words import (
    action_heading,
    kind_folder,
    kind_mark,
    link_to,
    log_heading,
    owner_word,
    property_word,
)
from vaultgoals.core.properties import read_day
from vaultgoals.core.quantity import parse_yes_no
from vaultgoals.core.source import Source
from vaultgoals.core.unreadable import Unreadable
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note

# Properties of daily notes that say something else.
_NO_FIELDS = frozenset({"type", "tags", "aliases", "cssclasses", "date", "title", "id"})
_WITH_ACTIONS = frozenset({Kind.OUTCOME, Kind.LEVER, Kind.OUTPUT})
_PLAIN_NUMBER = re.compile(r"[-+−]?[0-9][0-9.,'’ ]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A goal that is to be. `answers` are by our names of properties, each as the person wrote it."""

    kind: Kind
    title: str
    answers: Mapping[str, tuple[str, ...]]

    def also(self, name: str, *answers: str) -> "Draft":
        """The same with one more property answered."""
        return replace(self, answers={**self.answers, name: answers})


def path_for(vault: Vault, kind: Kind, title: str, today: date) -> str:
    """Where the note of a new goal goes; its title is one that a file can have."""
    folder = _folder(vault, kind).replace("{year}", str(today.year))
    return f"{folder}/{title}.md" if folder else f"{title}.md"


def _folder(vault: Vault, kind: Kind) -> str:
    """The folder of new goals: by the settings, else where most of that kind lie, or most goals."""
    if kind_mark(vault, kind) is None and (own := kind_folder(vault, kind)) is not None:
        return own
    told = vault.config.folders[kind]
    if told != FOLDERS[kind]:
        return told
    usual = (_usual(vault.of_kind(kind)), _usual(vault.goals.values()), told)
    return next(folder for folder in usual if folder is not None)


def _usual(goals: Iterable[Goal]) -> str | None:
    found = Counter(goal.note.folder for goal in goals)
    return max(found, key=found.__getitem__, default=None)


def standing(vault: Vault, path: str) -> str | None:
    """The note that a new one would be a second of: at its path, or a goal of its title anywhere."""
    wanted, title = folded(path), folded(path.rpartition("/")[2].removesuffix(".md"))
    there = next((known for known in vault.files if folded(known) == wanted), None)
    same = (goal.path for goal in vault.goals.values() if folded(goal.title) == title)
    return there or next(same, None)


def namesakes(vault: Vault, path: str) -> list[str]:
    """The other notes that have the name of one: a link by name may lead to any of them."""
    title = folded(path.rpartition("/")[2])
    return sorted(one for one in vault.files if one != path and folded(one.rpartition("/")[2]) == title)


def note_for(vault: Vault, draft: Draft, today: date) -> Note:
    """The note of a goal whose title a file can have, as it would be read."""
    path = path_for(vault, draft.kind, draft.title, today)
    text = new_text(_properties(vault, draft), _body(vault, draft.kind))
    return read_note(Source.of(path, text))


def _properties(vault: Vault, draft: Draft) -> Iterator[tuple[str, Value]]:
    if mark := kind_mark(vault, draft.kind):
        yield mark
    for name in properties_of(draft.kind):
        answers = draft.answers.get(name, ())
        if name == "field" and not answers and draft.kind is Kind.PROCESS:
            answers = (free_field(vault, draft.title),)
        values = [_value(vault, name, answer) for answer in answers]
        if len(values) == 1 and name not in ("aliases", "pauses", "milestones"):
            yield property_word(vault, name), values[0]
        elif values:
            yield property_word(vault, name), [*map(str, values)]


def _value(vault: Vault, name: str, answer: str) -> str | bool | Fraction | date:
    """What to write for an answer; one that its reader will not take stays as it is."""
    text = answer.strip()
    match MEANINGS[name].form:
        case Form.LINK:
            return _link(vault, text)
        case Form.NAME:
            return text if text.startswith("[") else owner_word(vault, text)
        case Form.DAY:
            day = read_day(text, vault.config)
            return text if isinstance(day, Unreadable) else day
        case Form.YES:
            said = parse_yes_no(text)
            return text if isinstance(said, Unreadable) else said
        case Form.NUMBER if _PLAIN_NUMBER.fullmatch(text):
            number = parse_number(text)
            return text if isinstance(number, Unreadable) else number
        case _:
            return text


def _link(vault: Vault, text: str) -> str:
    """A link to the note that is meant by a path, a title or another name of a goal."""
    if text.startswith("["):
        return text
    known = (goal for goal in vault.goals.values() if folded(text) in map(folded, goal.aliases))
    path = vault.names.resolve(text, "").path or next((goal.path for goal in known), None)
    return link_to(vault, path) if path else wikilink(text)


def free_field(vault: Vault, title: str) -> str:
    """A name to log a goal by in daily notes, made of its title, that no goal has yet."""
    slug = log_key(title)
    taken = {*vault.log_names.fields, *_NO_FIELDS}
    tries = (slug, *(f"{slug}-{number}" for number in range(2, len(taken) + 3)))
    return next(one for one in tries if one not in taken)


def _body(vault: Vault, kind: Kind) -> str:
    sections = [log_heading(vault)] * (kind in LOGGED) + [action_heading(vault)] * (kind in _WITH_ACTIONS)
    return "".join(f"\n{heading}\n" for heading in sections)
