"""What there is in a note, and which goals there are in a vault: the outline and the search of an editor."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from vaultgoals.core.naming import folded
from vaultgoals.core.note import Heading, Note
from vaultgoals.core.source import Span
from vaultgoals.core.vault import Vault
from vaultgoals.lsp.meant import title_span
from vaultgoals.lsp.navigation import Place
from vaultgoals.review.log import value_of
from vaultgoals.review.scale import Scale
from vaultgoals.review.text import plain


class What(StrEnum):
    """What a symbol is."""

    GOAL = "goal"
    SECTION = "section"
    CHECKIN = "check-in"


@dataclass(frozen=True, slots=True, kw_only=True)
class Symbol:
    """A named part of a note: all of it is in `span`, its name in `named`."""

    name: str
    detail: str
    what: What
    span: Span
    named: Span
    below: "tuple[Symbol, ...]" = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A goal that was searched for, and where its note says what it is."""

    title: str
    kind: str
    place: Place


def outline(vault: Vault, path: str) -> tuple[Symbol, ...]:
    """The goal that a note is, its sections, and the check-ins in each; of any other note its sections."""
    note, goal = vault.notes[path], vault.goals.get(path)
    parts = _parts(note, [*_checkins(vault, note)])
    if goal is None:
        return parts
    whole = Span(0, len(note.source.text))
    detail = f"{goal.kind}, {goal.status}"
    own = Symbol(
        name=goal.title,
        detail=detail,
        what=What.GOAL,
        span=whole,
        named=title_span(note, vault.config),
        below=parts,
    )
    return (own,)


def goals_named(vault: Vault, words: str) -> tuple[Found, ...]:
    """The goals whose title or alias has these words in it, in any case; all of them where there are none."""
    sought = folded(words.strip())
    return tuple(
        Found(title=goal.title, kind=goal.kind, place=Place(goal.path, title_span(goal.note, vault.config)))
        for goal in vault.goals.values()
        if any(sought in folded(name) for name in (goal.title, *goal.aliases))
    )


def _checkins(vault: Vault, note: Note) -> Iterator[Symbol]:
    """What was logged in a note, by its place; of a goal's own log without the goal's name."""
    logged = (checkin for checkin in vault.checkins if checkin.path == note.path)
    for checkin in sorted(logged, key=lambda checkin: checkin.span):
        goal = vault.goals[checkin.goal]
        value = plain(value_of(goal, checkin, Scale.of(vault.history(goal))))
        about = "" if goal.path == note.path else goal.title
        yield Symbol(
            name=f"{checkin.on}: {value}" if value else f"{checkin.on}",
            detail=about or checkin.comment,
            what=What.CHECKIN,
            span=checkin.span,
            named=checkin.span,
        )


def _parts(note: Note, checkins: list[Symbol]) -> tuple[Symbol, ...]:
    """The sections of a note below each other, and what stands before the first."""
    first = note.headings[0].span.start if note.headings else len(note.source.text)
    alone = (one for one in checkins if one.span.start < first)
    return (*alone, *_sections(note, list(note.headings), len(note.source.text), checkins))


def _sections(note: Note, headings: list[Heading], end: int, checkins: list[Symbol]) -> Iterator[Symbol]:
    """These headings as symbols, each with the deeper ones after it."""
    while headings:
        top, *rest = headings
        count = next((at for at, one in enumerate(rest) if one.level <= top.level), len(rest))
        below, headings = rest[:count], rest[count:]
        stop = headings[0].span.start if headings else end
        own = below[0].span.start if below else stop
        held = [one for one in checkins if top.span.start <= one.span.start < own]
        yield Symbol(
            name=top.text.strip() or "–",
            detail="",
            what=What.SECTION,
            span=Span(top.span.start, max(stop, top.span.end)),
            named=top.span,
            below=(*held, *_sections(note, below, stop, checkins)),
        )
