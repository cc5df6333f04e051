"""What to do now, as JSON."""

from vaultgoals.export.values import SCHEMA, Json, day
from vaultgoals.review.agenda import Agenda
from vaultgoals.review.text import plain
from vaultgoals.review.to_do import ToDo


def next_json(agenda: Agenda, owner: str | None = None) -> Json:
    """All that is to be done, in order, of one `owner` or of all; `upcoming` where there is nothing."""
    later = agenda.upcoming
    return {
        "schema": SCHEMA,
        "today": day(agenda.today),
        "owner": owner,
        "items": [_item(one) for one in agenda.items],
        "upcoming": _item(later) | {"on": day(agenda.then)} if later else None,
    }


def _item(one: ToDo) -> dict[str, Json]:
    return {
        "kind": one.ask.value,
        "goal": one.goal.path,
        "title": one.goal.title,
        "what": plain(one.what),
        "due": day(one.by),
        "overdue": one.late,
        "outcomes": [outcome.path for outcome in one.outcomes],
        "why": plain(one.why),
        "owner": [*one.owners],
        "path": one.path,
        "line": one.line,
    }
