"""Note → check-ins: a check-in note, and the log in a goal's own note.

A reader answers the check-ins that it could read and, as `Malformed`, what looks like one and could not be:
`checkin-goal` where no goal is meant, `checkin` where a date, a value or a confidence cannot be read. What
stands beside an unreadable value still counts: its comment, its confidence, its skip.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import TypeAlias

from vaultgoals.core.confidence import parse_confidence
from vaultgoals.core.config import Config
from vaultgoals.core.dates import parse_date
from vaultgoals.core.goal import CheckIn, Goal, Kind
from vaultgoals.core.note import Cell, Heading, Link, ListItem, Malformed, Note, Table
from vaultgoals.core.properties import PropertyReader, read_day
from vaultgoals.core.quantity import Entry, parse_entry, read_value
from vaultgoals.core.source import Span
from vaultgoals.core.unreadable import Unreadable

Logged: TypeAlias = CheckIn | Malformed

LOG_HEADINGS = frozenset({"check-ins", "log"})
"""The headings of a goal note, in lower case, under which its log stands."""

# A log line begins with a day, plain or as a link to a daily note, perhaps with a time of day. After a blank
# a time ends with its own colon: `01:02:30` there is how long it took.
_LINE = re.compile(
    r"(?P<day>\[\[[^\[\]]+\]\]|[0-9]{4}-[0-9]{2}-[0-9]{2}"
    r"(?:T[0-9]{2}:[0-9]{2}(?::[0-9.]+)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?| [0-9]{2}:[0-9]{2}(?=:(?:\s|$)))?)"
    r"(?:\s*[:,–—]|\s+-(?=\s|$)|(?=\s)|$)\s*(?P<rest>.*)",
    re.DOTALL,
)
_LEADING_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])")
_CELLS = ("date", "value", "confidence", "comment", "evidence", "skip", "by", "blocked")
_COLUMNS = {**{name: name for name in _CELLS}, "day": "date", "note": "comment", "reason": "skip"}


def fits(goal: Goal, entry: Entry) -> bool:
    """Whether an entry has the shape that the goal counts: events ratios or yes and no, metrics no ratios."""
    if entry.value is None:
        return True
    if goal.cadence and goal.cadence.event:
        return entry.of is not None or entry.yes_no
    return entry.of is None or goal.kind is Kind.PROCESS


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
        yield Malformed(what="checkin-goal", span=_type_span(note), reason="missing")
    yield from _of_note(note, read, goals.values(), config)
    yield from (replace(trouble, what="checkin") for trouble in read.malformed)


def _of_note(note: Note, read: PropertyReader, goals: Iterable[Goal], config: Config) -> Iterator[Logged]:
    on = _day_of(note, read, config)
    scalar, skip = read.one("value"), read.one("skip")
    place = scalar or read.one("date")
    span = place.span if place else _type_span(note)
    common = CheckIn(
        goal="",
        on=on or date.min,
        skip=skip.text.strip() if skip else None,
        confidence=read.confidence("confidence"),
        comment=note.source.cut(note.body).strip(),
        evidence=read.texts("evidence"),
        by=next(iter(read.names("by")), None),
        blocked=read.text("blocked"),
        path=note.path,
        line=note.source.position(span.start).line,
        span=span,
    )
    if on is None:
        return
    for goal in goals:
        yield from _valued(replace(common, goal=goal.path), goal, scalar.text if scalar else "", span)


def _day_of(note: Note, read: PropertyReader, config: Config) -> date | None:
    """The day of a check-in note: its `date`, or the date that its file name begins with."""
    if read.one("date"):
        return read.day("date")
    named = _LEADING_DAY.match(note.title)
    day = parse_date(named.group(), day_ends_at=config.day_ends_at) if named else None
    if day is None or isinstance(day, Unreadable):
        read.malformed.append(
            Malformed(what="value", span=_type_span(note), reason="missing", property="date")
        )
        return None
    return day


def goal_log(goal: Goal, config: Config) -> Iterator[Logged]:
    """What the goal's own note logs: list items and tables under a heading `Check-ins` or `Log`."""
    note = goal.note
    sections = tuple(_log_sections(note))
    for item in note.items:
        if _within(sections, item.span.start):
            yield from _log_item(goal, item, config)
    for table in note.tables:
        if _within(sections, table.span.start):
            yield from _log_table(goal, table, config)


def in_log(note: Note, offset: int) -> bool:
    """Whether a place in a goal's note belongs to its log."""
    return _within(tuple(_log_sections(note)), offset)


def _log_sections(note: Note) -> Iterator[Span]:
    """Each log runs from its heading to the next one of the same or a higher level; a log in a log is one."""
    log: Heading | None = None
    for heading in note.headings:
        if log and heading.level <= log.level:
            yield Span(log.span.end, heading.span.start)
            log = None
        if log is None and heading.text.strip().lower() in LOG_HEADINGS:
            log = heading
    if log:
        yield Span(log.span.end, note.body.end)


def _within(sections: Sequence[Span], offset: int) -> bool:
    """Whether an offset lies in one of these sections, which are in order and apart."""
    before = bisect_right(sections, offset, key=lambda section: section.start)
    return before > 0 and offset < sections[before - 1].end


def _log_item(goal: Goal, item: ListItem, config: Config) -> Iterator[Logged]:
    """What a list item logs; one with a box that is not ticked has not been done."""
    line = _LINE.match(item.text)
    rest = line["rest"].strip() if line else ""
    if line is None or not rest or (item.task and not item.task.ticked):
        return
    on = read_day(line["day"], config)
    if isinstance(on, Unreadable):
        # A link that leads to something else than a day begins a sentence.
        if not line["day"].startswith("[["):
            yield _trouble("date", item.span, line["day"])
        return
    read = parse_entry(rest, goal.unit)
    if isinstance(read, Unreadable):
        yield _trouble("value", item.span, rest, read.expected)
        return
    entry, comment = read
    yield from _checked(replace(_placed(goal, on, item.span), comment=comment), goal, entry, rest)


def _log_table(goal: Goal, table: Table, config: Config) -> Iterator[Logged]:
    """What a table logs; columns of other names are the person's own."""
    names = [_COLUMNS.get(cell.text.lower(), "") for cell in table.header]
    for row in table.rows:
        cells = {name: cell for name, cell in zip(names, row, strict=False) if name and cell.text}
        if "date" in cells and len(cells) > 1:
            yield from _log_row(goal, cells, config)


def _log_row(goal: Goal, cells: dict[str, Cell], config: Config) -> Iterator[Logged]:
    on = read_day(cells["date"].text, config)
    if isinstance(on, Unreadable):
        yield _trouble("date", cells["date"].span, cells["date"].text)
        return
    confidence = parse_confidence(cells["confidence"].text) if "confidence" in cells else None
    if isinstance(confidence, Unreadable):
        yield _trouble("confidence", cells["confidence"].span, cells["confidence"].text)
        confidence = None
    value = cells.get("value")
    checkin = replace(
        _placed(goal, on, value.span if value else cells["date"].span),
        confidence=confidence,
        comment=_text(cells, "comment"),
        evidence=(_text(cells, "evidence"),) if "evidence" in cells else (),
        skip=_text(cells, "skip") if "skip" in cells else None,
        by=_text(cells, "by") or None,
        blocked=_text(cells, "blocked") or None,
    )
    yield from _valued(checkin, goal, value.text if value else "", checkin.span)


def _text(cells: dict[str, Cell], name: str) -> str:
    return cells[name].text if name in cells else ""


def _placed(goal: Goal, on: date, span: Span) -> CheckIn:
    line = goal.note.source.position(span.start).line
    return CheckIn(goal=goal.path, on=on, path=goal.path, line=line, span=span)


def _valued(checkin: CheckIn, goal: Goal, text: str, span: Span) -> Iterator[Logged]:
    """The check-in with the value that is written in a property or cell; empty is no value."""
    entry = read_value(text, goal.unit) if text.strip() else Entry()
    if isinstance(entry, Unreadable):
        yield _trouble("value", span, text, entry.expected)
        entry = Entry()
    yield from _checked(checkin, goal, entry, text)


def _checked(checkin: CheckIn, goal: Goal, entry: Entry, text: str) -> Iterator[Logged]:
    event = bool(goal.cadence and goal.cadence.event)
    if not fits(goal, entry):
        yield _trouble("value", checkin.span, text, "event" if event else "metric")
        entry = Entry()
    of = Fraction(1) if event and entry.yes_no else entry.of
    skip = entry.skip if entry.skip is not None else checkin.skip
    valued = replace(checkin, value=entry.value, of=of, skip=skip)
    if _says_anything(valued):
        yield valued


def _says_anything(checkin: CheckIn) -> bool:
    """Templates leave check-ins in which nothing is filled in; they are no log."""
    given = (checkin.value, checkin.skip, checkin.confidence, checkin.blocked)
    return any(part is not None for part in given) or bool(checkin.comment or checkin.evidence)


def _trouble(name: str, span: Span, text: str, reason: str = "") -> Malformed:
    return Malformed(what="checkin", span=span, text=text, reason=reason or name, property=name)


def _type_span(note: Note) -> Span:
    prop = note.property("type")
    return Span(prop.key_span.start, prop.value.span.end) if prop else Span(0, 0)
