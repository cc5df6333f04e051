"""What was logged lately, for a person: a heading a day, below it what was logged and where that stands."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from vaultgoals.core.show import MONTHS, WEEKDAYS
from vaultgoals.export.excerpt import visible, wide
from vaultgoals.export.lines import Line, Style, fitted, shortened
from vaultgoals.review.recent import Logged

_WIDE = 1 << 20
_INDENT = 2
_MOST_NAMED = 30


def log_text(logged: Sequence[Logged], *, today: date, width: int | None = None) -> Iterator[Line]:
    """All lines, wrapped to `width` columns at a terminal, in a pipe one for each reading and its place."""
    names = max((min(wide(visible(one.goal.title)), _MOST_NAMED) for one in logged), default=0)
    for number, (day, group) in enumerate(groupby(logged, key=lambda one: one.on)):
        yield from [()] if number else []
        yield ((_day(day, today), Style.TITLE),)
        for one in group:
            yield from _entry(one, names, width or _WIDE)


def _entry(one: Logged, names: int, columns: int) -> Iterator[Line]:
    title = shortened(visible(one.goal.title), names)
    head = f"{title}{' ' * (names - wide(title))}  "
    style = Style.QUIET if one.checkin is None else Style.PLAIN
    said = f" · {visible(one.said)}" if one.said else ""
    line: Line = ((head, Style.PLACE), (visible(one.value), style), (said, Style.PLAIN))
    yield from fitted([line], columns, indent=_INDENT, more=names + 2)
    if one.checkin:
        place = f"{visible(one.checkin.path)}:{one.checkin.line}"
        yield ((" " * (_INDENT + names + 2), Style.PLAIN), (place, Style.QUIET))


def _day(day: date, today: date) -> str:
    """`Friday 20 November, today`, with its year where that is another than today's."""
    year = "" if day.year == today.year else f" {day.year}"
    now = ", today" if day == today else ", still to come" if day > today else ""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}{year}{now}"
