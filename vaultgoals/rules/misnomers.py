"""Notes whose `type` is a slip of the finger away from a kind of ours."""

from collections.abc import Mapping

from vaultgoals.core.config import Config
from vaultgoals.core.goal import Kind
from vaultgoals.core.kinds import KIND_PROPERTIES, KIND_WORDS, written_type
from vaultgoals.core.memo import remembered
from vaultgoals.core.nearness import one_edit_apart
from vaultgoals.core.note import Note, property_key
from vaultgoals.core.properties import PropertyReader
from vaultgoals.core.vault import Vault

# Shorter words are one edit away from too many others.
_SHORTEST = 4

_ANYBODYS = frozenset({"aliases"})


def misnomers(vault: Vault) -> Mapping[str, str]:
    """By note the word that its `type` was probably meant to be."""
    found = ((path, misnomer_of(vault, path)) for path in vault.notes)
    return {path: meant for path, meant in found if meant}


@remembered
def misnomer_of(vault: Vault, path: str) -> str | None:
    """The word that a note's `type` was probably meant to be.

    It is one edit away and of a kind that the note has another property of. A word to which the vault's
    settings give a meaning, or take one away, is meant as it stands.
    """
    note = vault.notes[path]
    written = written_type(note, vault.config)
    if written is None or note.unusable or path in vault.kinds:
        return None
    near = _words_near(vault, property_key(written.text))
    return next((known for known, kind in near.items() if _has_property_of(note, kind, vault.config)), None)


@remembered
def _words_near(vault: Vault, word: str) -> Mapping[str, Kind]:
    if word in map(property_key, vault.config.types):
        return {}
    words = _known_words(vault.config)
    return {known: kind for known, kind in words.items() if one_edit_apart(word, known)}


def _known_words(config: Config) -> dict[str, Kind]:
    theirs = {property_key(word): named for word, named in config.types.items()}
    ours = {word: kind for word, kind in KIND_WORDS.items() if word not in theirs}
    mapped = {word: KIND_WORDS[named] for word, named in theirs.items() if named and named in KIND_WORDS}
    return {word: kind for word, kind in {**ours, **mapped}.items() if len(word) >= _SHORTEST}


def _has_property_of(note: Note, kind: Kind, config: Config) -> bool:
    read = PropertyReader(note, kind, config)
    return any(read.find(name) for name in KIND_PROPERTIES[kind] - _ANYBODYS)
