"""A check-in as JSON."""

from vaultgoals.core.goal import CheckIn
from vaultgoals.export.values import Json, day, number


def checkin_json(checkin: CheckIn) -> dict[str, Json]:
    """What was logged, and the line that it was read from; what was not said is null or empty."""
    return {
        "goal": checkin.goal,
        "date": day(checkin.on),
        "value": number(checkin.value),
        "of": number(checkin.of),
        "skip": checkin.skip,
        "confidence": number(checkin.confidence),
        "comment": checkin.comment,
        "evidence": [*checkin.evidence],
        "by": checkin.by,
        "line": checkin.line,
    }
