"""Periodic note → check-ins: its fields, by any name of a goal, and its properties, by a goal's `field`."""

from bisect import bisect_right
from collections.abc import Iterator

from vaultgoals.core.goal import CheckIn, Goal, Kind, Way
from vaultgoals.core.log_names import LogNames, log_key, meant_on
from vaultgoals.core.logged import Logged, entered, unread, valued
from vaultgoals.core.mentions import field_keys
from vaultgoals.core.note import Field, Malformed, Note, Property, Scalar, Sequence
from vaultgoals.core.period import Period
from vaultgoals.core.plain_text import without_comments
from vaultgoals.core.property_finder import is_filled
from vaultgoals.core.source import Span

_DAYS = {"day": 1, "weekday": 1, "week": 7, "month": 31, "quarter": 92, "year": 366}
"""The most days that a period of each kind has."""


def periodic_log(note: Note, period: Period, names: LogNames) -> Iterator[Logged]:
    """What the fields and properties of a periodic note log; what is left empty is no log."""
    for prop in note.properties:
        goal = meant_on(names.properties.get(log_key(prop.name), ()), period.last)
        if goal:
            yield from _property(note, prop, goal, period)
    if not any(key in names.fields for key in field_keys(note.source.text)):
        return
    for field in names.fields_in(note):
        goal = meant_on(names.fields.get(log_key(field.key), ()), period.last)
        if goal and field.value and not _is_ahead(note, field):
            yield from _field(note, field, goal, period)


def placed(note: Note, span: Span, way: Way, goal: Goal, period: Period) -> CheckIn:
    """A check-in, still without a value, that stands in a note about a period: on its last day."""
    return CheckIn(
        goal=goal.path,
        on=period.last,
        way=way,
        period=period if period.days > 1 else None,
        path=note.path,
        line=note.source.position(span.start).line,
        span=span,
    )


def too_long(note: Note, span: Span, goal: Goal, period: Period) -> Malformed | None:
    """The trouble of a log in a note about a longer time than the goal counts by; None where it counts.

    Which day or week of it the log would belong to cannot be told. Metrics have no periods.
    """
    cadence = goal.cadence if goal.kind is Kind.PROCESS else None
    if cadence is None or _DAYS[cadence.period] * cadence.every >= period.days:
        return None
    return Malformed(
        what="checkin-period", span=span, text=without_comments(note.source.cut(span)), reason=cadence.period
    )


def _property(note: Note, prop: Property, goal: Goal, period: Period) -> Iterator[Logged]:
    """A value, or a list of them."""
    for node in prop.value.items if isinstance(prop.value, Sequence) else (prop.value,):
        if not isinstance(node, Scalar):
            yield unread("value", node.span, note.source.cut(node.span), "value")
        elif is_filled(node):
            checkin = placed(note, node.span, Way.PROPERTY, goal, period)
            trouble = too_long(note, Span(prop.key_span.start, node.span.end), goal, period)
            yield from [trouble] if trouble else valued(checkin, goal, node.text, node.span)


def _field(note: Note, field: Field, goal: Goal, period: Period) -> Iterator[Logged]:
    """A value, and a comment after it."""
    checkin = placed(note, field.value_span, Way.FIELD, goal, period)
    trouble = too_long(note, field.span, goal, period)
    yield from [trouble] if trouble else entered(checkin, goal, field.value, field.value_span)


def _is_ahead(note: Note, field: Field) -> bool:
    """Whether a field belongs to a task that is not ticked: it says what is to be done, not what was."""
    before = bisect_right(note.items, field.span.start, key=lambda item: item.span.start) - 1
    item = note.items[before] if before >= 0 else None
    return bool(item and item.task and not item.task.ticked and field.span.end <= item.span.end)
