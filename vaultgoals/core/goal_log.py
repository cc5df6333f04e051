"""Goal note → check-ins: the log that a goal's own note holds under a heading `Check-ins` or `Log`."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from vaultgoals.core.confidence import parse_confidence
from vaultgoals.core.config import Config
from vaultgoals.core.goal import CheckIn, Goal
from vaultgoals.core.log_names import log_key
from vaultgoals.core.logged import Logged, entered, skip_reason, unread, valued
from vaultgoals.core.mentions import may_hold_log
from vaultgoals.core.note import Cell, Heading, ListItem, Note, Table
from vaultgoals.core.plain_text import without_emphasis
from vaultgoals.core.properties import read_day
from vaultgoals.core.source import Span
from vaultgoals.core.unreadable import Unreadable

# `Check-ins` or `Log`, one or many, with a hyphen, a blank or neither, beside emoji, a colon behind it.
_SIGNS = r"[^\w!-~]*"
_LOG_HEADING = re.compile(rf"{_SIGNS}(?:check[- \u2010\u2011]?ins?|logs?){_SIGNS}:?", re.IGNORECASE)

# A log line begins with a day, plain or as a link to a daily note, perhaps with a time of day. After a blank
# a time ends with its own colon: `01:02:30` there is how long it took.
_LINE = re.compile(
    r"(?P<day>\[\[[^\[\]]+\]\]|\[[^\[\]]*\]\((?:<[^<>]*>|[^\s()<>]*)\)|[0-9]{4}-[0-9]{2}-[0-9]{2}"
    r"(?:T[0-9]{2}:[0-9]{2}(?::[0-9.]+)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?| [0-9]{2}:[0-9]{2}(?=:(?:\s|$)))?)"
    r"(?:\s*[:,–—]|\s+-(?=\s|$)|(?=\s)|$)\s*(?P<rest>.*)",
    re.DOTALL,
)
_CELLS = ("date", "value", "confidence", "comment", "evidence", "skip", "by", "blocked")
_COLUMNS = {**{name: name for name in _CELLS}, "day": "date", "note": "comment", "reason": "skip"}


def goal_log(goal: Goal, config: Config) -> Iterator[Logged]:
    """What the goal's own note logs: list items and tables under a heading `Check-ins` or `Log`."""
    note = goal.note
    sections = log_sections(note)
    if not sections:
        return
    for item in note.items:
        if within(sections, item.span.start):
            yield from _log_item(goal, item, config)
    for table in note.tables:
        if within(sections, table.span.start):
            yield from _log_table(goal, table, config)


def log_sections(note: Note) -> tuple[Span, ...]:
    """The stretches of a goal's note that are its log, in order and apart."""
    return tuple(_log_sections(note)) if may_hold_log(note.source.text) else ()


def names_log(heading: Heading) -> bool:
    """Whether a heading says that what stands below it is a log."""
    return _LOG_HEADING.fullmatch(heading.text.strip()) is not None


def within(sections: Sequence[Span], offset: int) -> bool:
    """Whether an offset lies in one of these sections, which are in order and apart."""
    before = bisect_right(sections, offset, key=lambda section: section.start)
    return before > 0 and offset < sections[before - 1].end


def _log_sections(note: Note) -> Iterator[Span]:
    """Each log runs from its heading to the next one of the same or a higher level; a log in a log is one."""
    log: Heading | None = None
    for heading in note.headings:
        if log and heading.level <= log.level:
            yield Span(log.span.end, heading.span.start)
            log = None
        if log is None and names_log(heading):
            log = heading
    if log:
        yield Span(log.span.end, note.body.end)


def _log_item(goal: Goal, item: ListItem, config: Config) -> Iterator[Logged]:
    """What a list item logs; one with a box that is not ticked has not been done."""
    day, entry = day_and_entry(item.text)
    if not day or not entry or (item.task and not item.task.ticked):
        return
    on = read_day(day, config)
    if isinstance(on, Unreadable):
        # A link that leads to something else than a day begins a sentence.
        if not day.startswith("["):
            yield unread("date", item.span, day)
        return
    yield from entered(_placed(goal, on, item.span), goal, entry, item.span)


def day_and_entry(text: str) -> tuple[str, str]:
    """A log line's day as it is written, and what follows it; both empty where it begins with no day."""
    line = _LINE.match(without_emphasis(text))
    return (line["day"], line["rest"].strip()) if line else ("", "")


def _log_table(goal: Goal, table: Table, config: Config) -> Iterator[Logged]:
    """What a table logs; columns of other names are the person's own."""
    names = column_names(goal, table)
    for row in table.rows:
        cells = {name: cell for name, cell in zip(names, row, strict=False) if name and cell.text}
        if "date" in cells and len(cells) > 1:
            yield from _log_row(goal, cells, config)


def column_names(goal: Goal, table: Table) -> list[str]:
    """What each column of a log table holds, by our names; empty for the person's own.

    Where no column is named `Value`, the first one named like the goal, its metric or its unit holds it.
    """
    names = [_COLUMNS.get(without_emphasis(cell.text).lower(), "") for cell in table.header]
    if "value" in names:
        return names
    own = {log_key(name) for name in (goal.title, *goal.aliases, goal.field, goal.metric, goal.unit) if name}
    named = (at for at, cell in enumerate(table.header) if not names[at] and log_key(cell.text) in own)
    at = next(named, None)
    return names if at is None else [*names[:at], "value", *names[at + 1 :]]


def _log_row(goal: Goal, cells: dict[str, Cell], config: Config) -> Iterator[Logged]:
    on = read_day(without_emphasis(cells["date"].text), config)
    if isinstance(on, Unreadable):
        yield unread("date", cells["date"].span, cells["date"].text)
        return
    confidence = parse_confidence(cells["confidence"].text) if "confidence" in cells else None
    if isinstance(confidence, Unreadable):
        yield unread("confidence", cells["confidence"].span, cells["confidence"].text)
        confidence = None
    value = cells.get("value")
    checkin = replace(
        _placed(goal, on, value.span if value else cells["date"].span),
        confidence=confidence,
        comment=_text(cells, "comment"),
        evidence=(_text(cells, "evidence"),) if "evidence" in cells else (),
        skip=skip_reason(cells["skip"].text) if "skip" in cells else None,
        by=_text(cells, "by") or None,
        blocked=_text(cells, "blocked") or None,
    )
    yield from valued(checkin, goal, value.text if value else "", checkin.span)


def _text(cells: dict[str, Cell], name: str) -> str:
    return cells[name].text if name in cells else ""


def _placed(goal: Goal, on: date, span: Span) -> CheckIn:
    line = goal.note.source.position(span.start).line
    return CheckIn(goal=goal.path, on=on, path=goal.path, line=line, span=span)
