"""Check-in note → check-ins."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial

from vaultgoals.core.block import outside
from vaultgoals.core.config import Config
from vaultgoals.core.dates import parse_date
from vaultgoals.core.goal import CheckIn, Goal, Kind, Way
from vaultgoals.core.logged import Logged, says_anything, skip_reason, value_for
from vaultgoals.core.note import Link, Malformed, Note
from vaultgoals.core.plain_text import without_comments
from vaultgoals.core.properties import PropertyReader
from vaultgoals.core.source import Span
from vaultgoals.core.unreadable import Unreadable

_LEADING_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])")


def checkin_note(note: Note, config: Config, goal_at: Callable[[Link], Goal | None]) -> Iterator[Logged]:
    """What a check-in note logs: the same for each goal that its `goal` property names."""
    read = PropertyReader(note, Kind.CHECKIN, config)
    links = read.links("goal")
    goals: dict[str, Goal] = {}
    for link in links:
        goal = goal_at(link)
        if goal is None:
            yield Malformed(what="checkin-goal", span=link.span, text=link.target, reason="no-goal")
        else:
            goals[goal.path] = goal
    if not links and not read.malformed:
        yield Malformed(what="checkin-goal", span=_property_span(note, read, "goal"), reason="missing")
    yield from _of_note(note, read, goals.values(), config)
    yield from (replace(trouble, what="checkin") for trouble in read.malformed)


def _of_note(note: Note, read: PropertyReader, goals: Iterable[Goal], config: Config) -> Iterator[Logged]:
    on = _day_of(note, read, config)
    scalar, skip = read.one("value", "value"), read.one("skip")
    place = scalar or read.one("date", "date")
    span = place.span if place else _type_span(note)
    said = partial(
        CheckIn,
        way=Way.NOTE,
        confidence=read.confidence("confidence"),
        comment=without_comments("".join(outside(note)).strip()),
        evidence=read.texts("evidence"),
        by=next(iter(read.names("by")), None),
        blocked=read.text("blocked"),
        path=note.path,
        line=note.source.line_at(span.start),
        span=span,
    )
    if on is None:
        return
    for goal in goals:
        entry, trouble = value_for(goal, scalar.text if scalar else "", span)
        if trouble:
            yield trouble
        skipped = skip_reason(skip.text) if entry.skip is None and skip else entry.skip
        checkin = said(goal=goal.path, on=on, value=entry.value, of=entry.of, skip=skipped)
        if says_anything(checkin):
            yield checkin


def _day_of(note: Note, read: PropertyReader, config: Config) -> date | None:
    """The day of a check-in note: its `date`, or the date that its file name begins with."""
    if read.one("date", "date"):
        return read.day("date")
    named = _LEADING_DAY.match(note.title)
    day = parse_date(named.group(), day_ends_at=config.day_ends_at) if named else None
    if day is None or isinstance(day, Unreadable):
        read.malformed.append(
            Malformed(what="value", span=_type_span(note), reason="missing", property="date")
        )
        return None
    return day


def _property_span(note: Note, read: PropertyReader, name: str) -> Span:
    """The place of a property that is there but empty; of one that is missing, that of `type`."""
    prop = read.find(name)
    return (
        Span(prop.key_span.start, max(prop.key_span.end, prop.value.span.end)) if prop else _type_span(note)
    )


def _type_span(note: Note) -> Span:
    prop = note.property("type")
    return Span(prop.key_span.start, prop.value.span.end) if prop else Span(0, 0)
