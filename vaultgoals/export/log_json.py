"""What was logged lately, as JSON."""

from collections.abc import Iterable
from datetime import date

from vaultgoals.core.goal import Goal
from vaultgoals.export.checkin_json import checkin_json
from vaultgoals.export.values import SCHEMA, Json, day
from vaultgoals.review.recent import Logged


def log_json(logged: Iterable[Logged], *, since: date, today: date, goal: Goal | None) -> Json:
    """The readings, the newest first, and of one goal the periods without any, as `silent`."""
    found = list(logged)
    return {
        "schema": SCHEMA,
        "today": day(today),
        "since": day(since),
        "goal": goal.path if goal else None,
        "readings": [
            {
                "title": one.goal.title,
                **checkin_json(one.checkin),
                "path": one.checkin.path,
                "way": one.checkin.way,
            }
            for one in found
            if one.checkin
        ],
        "silent": [{"date": day(one.on), "what": one.value} for one in found if one.checkin is None],
    }
