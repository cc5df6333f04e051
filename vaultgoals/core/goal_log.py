"""Goal note → check-ins: the log that a goal's own note holds under a heading `Check-ins` or `Log`."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from vaultgoals.core.confidence import parse_confidence
from vaultgoals.core.config import Config
from vaultgoals.core.goal import CheckIn, Goal, Kind
from vaultgoals.core.logged import Logged, checked, skip_reason, unread, valued
from vaultgoals.core.note import Cell, Heading, ListItem, Note, Table
from vaultgoals.core.properties import read_day
from vaultgoals.core.quantity import parse_entry
from vaultgoals.core.source import Span
from vaultgoals.core.unreadable import Unreadable

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
_CELLS = ("date", "value", "confidence", "comment", "evidence", "skip", "by", "blocked")
_COLUMNS = {**{name: name for name in _CELLS}, "day": "date", "note": "comment", "reason": "skip"}


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
            yield unread("date", item.span, line["day"])
        return
    read = parse_entry(rest, goal.unit, lone_answer=goal.kind is not Kind.PROCESS)
    if isinstance(read, Unreadable):
        yield unread("value", item.span, rest, read.expected)
        return
    entry, comment = read
    yield from checked(replace(_placed(goal, on, item.span), comment=comment), goal, entry, rest)


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
