"""Where a thing is said, and where else it is named."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from vaultgoals.core.goal import Way
from vaultgoals.core.note import Link, Note
from vaultgoals.core.source import Span
from vaultgoals.core.vault import Vault
from vaultgoals.lsp.meant import leads_to, links_of, meant_at

_BY_NAME = frozenset({Way.FIELD, Way.PROPERTY})


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A stretch of the note at a path."""

    path: str
    span: Span


def definition(vault: Vault, path: str, offset: int) -> Place | None:
    """Where the note that is meant at an offset begins, or the heading or block in it that a link names."""
    meant = meant_at(vault, path, offset)
    if meant is None:
        return None
    note = vault.notes.get(meant.path)
    return Place(meant.path, _named_part(note, meant.link) if note else Span(0, 0))


def references(vault: Vault, path: str, offset: int, ordinary: Iterable[Note] = ()) -> tuple[Place, ...]:
    """The links to the note that is meant at an offset, and what logs it by its name.

    `ordinary` are notes beside those of the vault whose links count too.
    """
    meant = meant_at(vault, path, offset)
    if meant is None:
        return ()
    linked = (Place(note.path, link.span) for note, link in backlinks(vault, meant.path, ordinary))
    logged = (
        Place(checkin.path, checkin.span)
        for checkin in (vault.checkins_of(meant.path) if meant.path in vault.goals else ())
        if checkin.way in _BY_NAME
    )
    return tuple(sorted({*linked, *logged}))


def backlinks(vault: Vault, path: str, ordinary: Iterable[Note] = ()) -> Iterator[tuple[Note, Link]]:
    """The links of all these notes that lead to the note at a path, but for its own to its headings."""
    others = (note for note in ordinary if note.path not in vault.notes)
    for note in (*vault.notes.values(), *others):
        for link in links_of(vault, note):
            if link.target and leads_to(vault, note, link) == path:
                yield note, link


def _named_part(note: Note, link: Link | None) -> Span:
    heading = link.heading.rpartition("#")[2] if link and link.heading else None
    headings = (one.span for one in note.headings if heading and one.text.strip() == heading.strip())
    blocks = (item.span for item in note.items if link and link.block and item.block == link.block)
    return next(chain(headings, blocks), Span(0, 0))
