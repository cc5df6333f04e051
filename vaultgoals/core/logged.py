"""What was logged, checked against the goal that it is about; the same for every way to log.

A reader answers the check-ins that it could read and, as `Malformed`, what looks like one and could not be:
`checkin-goal` where no goal is meant, `checkin` where a date, a value or a confidence cannot be read. What
stands beside an unreadable value still counts: its comment, its confidence, its skip.
"""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from typing import TypeAlias

from vaultgoals.core.goal import CheckIn, Goal, Kind
from vaultgoals.core.note import Malformed
from vaultgoals.core.plain_text import without_comments
from vaultgoals.core.quantity import Entry, parse_entry, parse_yes_no, read_value
from vaultgoals.core.source import Span
from vaultgoals.core.unreadable import Unreadable

Logged: TypeAlias = CheckIn | Malformed


def valued(checkin: CheckIn, goal: Goal, text: str, span: Span) -> Iterator[Logged]:
    """The check-in with the value that is written in a property or cell; empty is no value."""
    entry, trouble = value_for(goal, text, span)
    if trouble:
        yield trouble
    yield from _said(checkin, entry)


def value_for(goal: Goal, text: str, span: Span) -> tuple[Entry, Malformed | None]:
    """The value that is written at `span`, if it is of the shape that a goal counts, and why it is none."""
    text = without_comments(text)
    entry = read_value(text, goal.unit, event=_counts_events(goal)) if text.strip() else Entry()
    if isinstance(entry, Unreadable):
        return Entry(), unread("value", span, text, entry.expected)
    if not _fits(goal, entry):
        return Entry(), unread("value", span, text, _shape(goal))
    return _counted(goal, entry), None


def entered(checkin: CheckIn, goal: Goal, text: str, span: Span) -> Iterator[Logged]:
    """The check-in that a line or field makes with its entry: a value or a skip, and a comment after it.

    Of what is measured, not done, yes and no count only without a comment: `no data` is no 0. What stands
    behind a value that cannot be read is a part of it, and no comment.
    """
    text, event = without_comments(text), _counts_events(goal)
    read = parse_entry(text, goal.unit, lone_answer=goal.kind is not Kind.PROCESS, event=event)
    if isinstance(read, Unreadable):
        yield unread("value", span, text, read.expected)
    elif not _fits(goal, read[0]):
        yield unread("value", span, text, _shape(goal))
    else:
        entry, comment = read
        yield from _said(replace(checkin, comment=comment), _counted(goal, entry))


def _counted(goal: Goal, entry: Entry) -> Entry:
    """What an entry counts for a goal: of events, yes is one of one, and no is none of one."""
    return replace(entry, of=Fraction(1)) if entry.yes_no and _counts_events(goal) else entry


def _said(checkin: CheckIn, entry: Entry) -> Iterator[CheckIn]:
    """The check-in with its entry; one that says nothing is none."""
    skip = entry.skip if entry.skip is not None else checkin.skip
    comment = without_comments(checkin.comment)
    full = replace(checkin, value=entry.value, of=entry.of, skip=skip, comment=comment)
    if says_anything(full):
        yield full


def skip_reason(text: str) -> str | None:
    """Why a period is skipped, as a property or cell says it; yes gives no reason, and no is no skip."""
    said = parse_yes_no(text)
    if isinstance(said, Unreadable):
        return text.strip()
    return "" if said else None


def says_anything(checkin: CheckIn) -> bool:
    """Templates leave check-ins in which nothing is filled in; they are no log."""
    given = (checkin.value, checkin.skip, checkin.confidence, checkin.blocked)
    return any(part is not None for part in given) or bool(checkin.comment or checkin.evidence)


def unread(name: str, span: Span, text: str, reason: str = "") -> Malformed:
    """What stands at `span` and cannot be read as a check-in's `name`; `reason` is the grammar expected."""
    return Malformed(what="checkin", span=span, text=text, reason=reason or name, property=name)


def _fits(goal: Goal, entry: Entry) -> bool:
    """Whether an entry has the shape that the goal counts: events ratios or yes and no, metrics no ratios."""
    if entry.value is None:
        return True
    if _counts_events(goal):
        return entry.of is not None or entry.yes_no
    return entry.of is None or goal.kind is Kind.PROCESS


def _shape(goal: Goal) -> str:
    return "event" if _counts_events(goal) else "metric"


def _counts_events(goal: Goal) -> bool:
    return bool(goal.cadence and goal.cadence.event)
