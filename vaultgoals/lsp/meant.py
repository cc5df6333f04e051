"""Which note is meant at a place: by a link there, by a field or property that logs a goal, or as itself."""

from collections.abc import Iterator
from dataclasses import dataclass

from vaultgoals.core.config import Config
from vaultgoals.core.goal import Goal
from vaultgoals.core.kinds import KIND_PROPERTIES
from vaultgoals.core.log_names import log_key, meant_on
from vaultgoals.core.naming import folded
from vaultgoals.core.note import Link, Note
from vaultgoals.core.property_finder import PropertyFinder
from vaultgoals.core.source import Span
from vaultgoals.core.vault import Vault
from vaultgoals.lsp.meanings import our_name

_LINKED = ("outcome", "objective", "goal")
"""The properties whose values are links, with brackets or without."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """The note at `path`, named at `span` of the note that is looked at; `link` is what names it there."""

    path: str
    span: Span
    link: Link | None = None


def meant_at(vault: Vault, path: str, offset: int) -> Meant | None:
    """The note that is meant at an offset; None where none is, or the link there leads nowhere."""
    note = vault.notes[path]
    places = (_by_link(vault, note), _by_log(vault, note), _itself(vault, note))
    return next((one for named in places for one in named if holds(one.span, offset)), None)


def goal_meant(vault: Vault, path: str, offset: int) -> tuple[Goal, Span] | None:
    """The goal that is meant at an offset, and where it is named."""
    meant = meant_at(vault, path, offset)
    goal = vault.goals.get(meant.path) if meant else None
    return (goal, meant.span) if goal and meant else None


def holds(span: Span, offset: int) -> bool:
    """Whether a cursor is at a span; at its end is at it too."""
    return span.start <= offset <= span.end


def links_of(vault: Vault, note: Note) -> Iterator[Link]:
    """All links of a note, and the bare names that stand in its properties where links are meant."""
    yield from note.links
    kind = vault.kinds.get(note.path)
    if kind:
        finder = PropertyFinder(note, kind, vault.config)
        names = (name for name in _LINKED if name in KIND_PROPERTIES[kind])
        yield from (link for name in names for link in finder.links(name) if link.bare)


def leads_to(vault: Vault, note: Note, link: Link) -> str | None:
    """The path that a link leads to; a bare name may be a goal's alias."""
    path = vault.resolve(link, note.path).path
    if path is None and link.bare:
        named = (goal.path for goal in vault.goals.values() if _is_called(goal, link.target))
        return next(named, None)
    return path


def title_span(note: Note, config: Config) -> Span:
    """Where a note says what it is: its `type`, whatever the vault calls that, else its first line."""
    for prop in note.properties:
        if our_name(prop.name, config) == "type":
            return Span(prop.key_span.start, max(prop.key_span.end, prop.value.span.end))
    return Span(0, len(note.source.line(1)))


def _by_link(vault: Vault, note: Note) -> Iterator[Meant]:
    for link in links_of(vault, note):
        path = leads_to(vault, note, link) if link.target else None
        if path:
            yield Meant(path=path, span=link.span, link=link)


def _by_log(vault: Vault, note: Note) -> Iterator[Meant]:
    """What the fields and properties of a periodic note log."""
    period, names = vault.periods.get(note.path), vault.log_names
    if period is None:
        return
    fields = ((field.key, field.span, names.fields) for field in names.fields_in(note))
    properties = ((prop.name, prop.key_span, names.properties) for prop in note.properties)
    for name, span, goals in (*fields, *properties):
        goal = meant_on(goals.get(log_key(name), ()), period.last)
        if goal:
            yield Meant(path=goal.path, span=span)


def _itself(vault: Vault, note: Note) -> Iterator[Meant]:
    """A goal's own note: its `type` and its headings of the first level."""
    if note.path in vault.goals:
        yield Meant(path=note.path, span=title_span(note, vault.config))
        tops = (heading for heading in note.headings if heading.level == 1)
        yield from (Meant(path=note.path, span=heading.span) for heading in tops)


def _is_called(goal: Goal, name: str) -> bool:
    return folded(name) in map(folded, goal.aliases)
