"""What a goal is in JSON, kind by kind."""

from collections.abc import Mapping

from vaultgoals.core.goal import Kind, Status
from vaultgoals.core.health import Band, Health
from vaultgoals.core.verdict import DiagnosisKind
from vaultgoals.export.json_schema import (
    Schema,
    always,
    choice,
    day,
    either,
    figure,
    flag,
    many,
    maybe,
    record,
    whole,
    words,
)

CHECKIN: Mapping[str, Schema] = {
    "goal": words("the goal's path"),
    "date": day("the day that it counts on"),
    "value": maybe(figure("the value, in the goal's unit")),
    "of": maybe(figure("the total of a ratio such as 9/10")),
    "skip": maybe(words("why the period was skipped, which may be empty; null where it was not")),
    "confidence": maybe(figure("0 to 1")),
    "comment": words("the words beside it"),
    "evidence": many(words("a link or an address"), "what shows it"),
    "by": maybe(words("who logged it, where that is said")),
    "line": whole("the line that it was read from"),
}

_HEALTH = maybe(choice(Health, "how it stands"))
_OUTCOMES = many(words("a path"), "the outcomes that it reaches")
_READ = {
    "readings": whole("how many readings count"),
    "last_reading": maybe(day("the day of the last one")),
}

_FORECAST = record(
    {
        "at_due": maybe(figure("the value at `due` if it goes on like this")),
        "at_due_low": maybe(figure("its lower bound, at 95 %")),
        "at_due_high": maybe(figure("its upper bound, at 95 %")),
        "target_on": maybe(day("the day on which the target would be reached")),
        "slope_per_day": maybe(figure("the change in a day")),
        "slope_low": maybe(figure("its lower bound, at 95 %")),
        "slope_high": maybe(figure("its upper bound, at 95 %")),
    },
    "where the readings of the last 12 weeks lead",
)

_DIAGNOSIS = record(
    {
        "kind": choice(DiagnosisKind, "what the doing and the number mean together"),
        "attainment": maybe(figure("how well the process goals were kept, 0 to 1")),
        "movement": maybe(figure("how far the number moved, as a share of what the plan asked for")),
        "window": record(
            {"start": day("its first day"), "end": day("its last day")}, "the weeks it is about"
        ),
        "activity_trap": flag("whether outputs are on plan and no indicator is"),
        "text": words("the same in words"),
    },
    "what an outcome and its process goals mean together; null where nothing can be said",
)

_METRIC: Mapping[str, Schema] = {
    "baseline": maybe(figure("the value that is reckoned from")),
    "target": maybe(figure("the value to reach")),
    "unit": maybe(words("the unit of its values")),
    "current": maybe(figure("the value now")),
    **_READ,
    "progress": maybe(figure("the share of the way from baseline to target")),
    "elapsed": maybe(figure("the share of the time from start to due")),
    "expected": maybe(figure("the value that the plan asks for today")),
    "pace": maybe(figure("progress over the share that the plan asks for")),
    "health": _HEALTH,
    "score": maybe(figure("progress, held between 0 and 1")),
    "band": maybe(choice(Band, "the colour of the score")),
    "required_per_day": maybe(figure("what is needed in a day from now on")),
    "required_per_week": maybe(figure("what is needed in a week from now on")),
    "safe_days": maybe(whole("the days until a sum falls behind its plan")),
    "forecast": maybe(_FORECAST),
    "confidence": maybe(figure("the confidence last stated, 0 to 1")),
    "diagnosis": maybe(_DIAGNOSIS),
}

_PERIOD = record(
    {
        "label": words("`2026-W47`, `2026-11-20` …"),
        "start": day("its first day"),
        "end": day("its last day"),
        "done": figure("what was done in it"),
        "quota": figure("what is due in it"),
        "remaining": figure("what is left to do"),
        "needed_per_day": maybe(figure("what that asks for on each day left")),
        "logged": flag("whether anything was logged in it"),
    },
    "the period of today",
)

_ADHERENCE = record(
    {
        "met": whole("how many were met"),
        "closed": whole("how many there are"),
        "unlogged": whole("how many hold no log"),
        "attainment": maybe(figure("their mean attainment, 0 to 1")),
    },
    "the last closed periods",
)

_OWN: Mapping[Kind, Mapping[str, Schema]] = {
    Kind.OBJECTIVE: {"score": maybe(figure("the weighted mean of its outcomes, 0 to 1")), "health": _HEALTH},
    Kind.OUTCOME: {"objective": maybe(words("the path of its objective")), **_METRIC},
    Kind.INDICATOR: {"outcomes": _OUTCOMES, "objective": {"type": "null"}, **_METRIC},
    Kind.OUTPUT: {"outcomes": _OUTCOMES, "objective": {"type": "null"}, **_METRIC},
    Kind.GUARDRAIL: {
        "outcomes": _OUTCOMES,
        "unit": maybe(words("the unit of its values")),
        "current": maybe(figure("the value now")),
        "min": maybe(figure("the lower bound")),
        "max": maybe(figure("the upper bound")),
        "broken": flag("whether the value lies outside"),
        **_READ,
    },
    Kind.LEVER: {
        "outcomes": _OUTCOMES,
        "score": maybe(figure("reach × impact × confidence / effort")),
        "result": maybe(words("what an experiment showed")),
    },
    Kind.PROCESS: {
        "outcomes": _OUTCOMES,
        "exploratory": flag("whether it may do without an outcome"),
        "cadence": maybe(words("how often it is due, as written")),
        "unit": maybe(words("the unit of its values")),
        "period": maybe(_PERIOD),
        "adherence": _ADHERENCE,
        "streak": whole("closed periods met in a row, and the open one once it is met"),
        "health": _HEALTH,
    },
}


def goal_schema(more: Mapping[str, Schema] | None = None) -> Schema:
    """One goal, of whatever kind; `more` are keys that it has besides, some in place of its own."""
    return either((_of_kind(kind, own, more or {}) for kind, own in _OWN.items()), "a goal, by its kind")


def _of_kind(kind: Kind, own: Mapping[str, Schema], more: Mapping[str, Schema]) -> Schema:
    common: dict[str, Schema] = {
        "path": words("the note's path in the vault"),
        "title": words("the note's title"),
        "kind": always(kind.value, "what it is"),
        "status": choice(Status, "where it is in its life"),
        "owner": many(words("a name"), "who owns it"),
    }
    return record({**common, **own, **more})
