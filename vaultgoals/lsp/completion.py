"""What may be written at the cursor: properties and their values, links to goals, logs in daily notes."""

from collections.abc import Iterator
from datetime import date

from vaultgoals.core.goal import Kind
from vaultgoals.core.header import scalar
from vaultgoals.core.kinds import KIND_WORDS, is_sync_copy
from vaultgoals.core.note import property_key
from vaultgoals.core.own_words import property_word
from vaultgoals.core.vault import Vault
from vaultgoals.lsp.link_offers import links, value_links
from vaultgoals.lsp.logging_offers import log_fields, log_lines
from vaultgoals.lsp.meanings import explained, meanings_of
from vaultgoals.lsp.offer import Offer, Sort
from vaultgoals.lsp.typed import (
    Header,
    LineStart,
    LinkTarget,
    PropertyName,
    PropertyValue,
    header_of,
    typed_at,
)
from vaultgoals.lsp.value_offers import values


def complete(vault: Vault, path: str, offset: int, *, today: date) -> tuple[Offer, ...]:
    """What may be written at an offset of the note at a path, the likeliest first."""
    source = vault.notes[path].source
    if source.unreadable is not None:
        return ()
    header = header_of(source)
    kind = kind_typed(vault, path, header)
    match typed_at(source, offset):
        case PropertyName() as typed:
            return (*_names(vault, kind, header, typed), *log_fields(vault, path, header, typed))
        case PropertyValue() as typed:
            linked = value_links(vault, path, kind, typed)
            return tuple(linked or values(vault, path, kind, typed, today=today))
        case LinkTarget() as typed:
            return tuple(links(vault, path, kind, typed))
        case LineStart() as typed:
            return tuple(log_lines(vault, path, typed, today=today))
    return ()


def kind_typed(vault: Vault, path: str, header: Header) -> Kind | None:
    """What a note is, or is about to be: by its `type` line where its header cannot be read as it stands."""
    note = vault.notes[path]
    was_read = bool(note.properties) and not note.unusable
    if path in vault.kinds or was_read or is_sync_copy(note):
        return vault.kinds.get(path)
    word = header.value(property_word(vault, "type")) or header.value("type")
    theirs = {property_key(name): kind for name, kind in vault.config.types.items()}
    key = property_key(word or "")
    return KIND_WORDS.get(theirs.get(key, key) or "")


def _names(vault: Vault, kind: Kind | None, header: Header, typed: PropertyName) -> Iterator[Offer]:
    """The properties of that kind that are not there yet, by the vault's own words for them."""
    there = {property_key(name) for name, _ in header.entries}
    own = typed.typed and property_key(typed.typed)
    for name, meaning in meanings_of(kind).items():
        word = property_word(vault, name)
        if property_key(word) in there and property_key(word) != own:
            continue
        yield Offer(
            label=word,
            text=scalar(word) if typed.named else f"{scalar(word)}: ",
            span=typed.span,
            sought=word,
            sort=Sort.PROPERTY,
            detail=meaning.says,
            about=explained(word, meaning),
        )
