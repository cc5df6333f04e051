"""The order of check-ins, the same on every machine: by day, then by note, then by place; and their days."""

import re
from dataclasses import replace
from datetime import date
from typing import TypeAlias

from vaultgoals.core.goal import CheckIn, History
from vaultgoals.core.source import Span

_NUMBERED = re.compile(r"(?P<stem>.*?)(?: (?P<number>\d+))?\.md$", re.DOTALL)


Order: TypeAlias = tuple[date, str, int, int, Span]


def checkin_order(checkin: CheckIn) -> Order:
    """Sort key: date, path without `.md`, a trailing ` n` as a number (none is 1), line, place in it."""
    named = _NUMBERED.match(checkin.path)
    stem, number = (named["stem"], int(named["number"] or 1)) if named else (checkin.path, 1)
    return checkin.on, stem, number, checkin.line, checkin.span


def dated(checkin: CheckIn, today: date) -> CheckIn:
    """A check-in with the day that it has as seen from `today`.

    What stands in a weekly or longer note belongs to the last day of its period, or to today while that is
    still to come, but never to a day before the period.
    """
    if checkin.period is None:
        return checkin
    return replace(checkin, on=max(checkin.period.start, min(checkin.period.last, today)))


def seen_on(history: History, today: date) -> History:
    """A history with each check-in on the day that it has as seen from `today`, in order."""
    if not any(checkin.period for checkin in history.checkins):
        return history
    checkins = (dated(checkin, today) for checkin in history.checkins)
    return replace(history, checkins=tuple(sorted(checkins, key=checkin_order)))
