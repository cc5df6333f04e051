"""The order of check-ins, the same on every machine: by day, then by note, then by line."""

import re
from datetime import date

from vaultgoals.core.goal import CheckIn

_NUMBERED = re.compile(r"(?P<stem>.*?)(?: (?P<number>\d+))?\.md$", re.DOTALL)


def checkin_order(checkin: CheckIn) -> tuple[date, str, int, int]:
    """Sort key: date, then path without `.md`, a trailing ` n` as a number (none is 1), then line."""
    named = _NUMBERED.match(checkin.path)
    stem, number = (named["stem"], int(named["number"] or 1)) if named else (checkin.path, 1)
    return checkin.on, stem, number, checkin.line
