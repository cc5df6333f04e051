"""What each property of a goal means, in a few words: for help, questions and editors."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from vaultgoals.core.goal import Kind
from vaultgoals.core.kinds import KIND_PROPERTIES


class Form(StrEnum):
    """How a property is written."""

    TEXT = "text"
    NAME = "name"
    LINK = "goal"
    DAY = "date"
    NUMBER = "number"
    YES = "yes or no"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a property `says`, as a phrase; `many`: it may be a list. `example` is what may stand there."""

    says: str
    example: str = ""
    form: Form = Form.TEXT
    many: bool = False


_DAY, _NUMBER, _LINK, _NAME, _YES = Form.DAY, Form.NUMBER, Form.LINK, Form.NAME, Form.YES

MEANINGS: Mapping[str, Meaning] = {
    "objective": Meaning("the objective that it belongs to", "", _LINK),
    "outcome": Meaning("what it leads to", "", _LINK, many=True),
    "metric": Meaning("what is measured", "trials that became customers"),
    "unit": Meaning("what it is counted in", "%"),
    "baseline": Meaning("the number at the beginning", "6", _NUMBER),
    "target": Meaning("the number wanted", "8", _NUMBER),
    "min": Meaning("the least that is still all right", "40", _NUMBER),
    "max": Meaning("the most that is still all right", "2", _NUMBER),
    "cadence": Meaning("how often", "3 times a week, every Friday, 50 calls per week"),
    "because": Meaning("how doing this moves the outcome, in one sentence"),
    "exploratory": Meaning("a search that serves no outcome yet, until a date", "", _YES),
    "until": Meaning("the day on which the search ends", "2026-12-18", _DAY),
    "reps": Meaning("how many people, for a cadence per rep", "4", _NUMBER),
    "within": Meaning("how soon after the event", "24h"),
    "aggregate": Meaning("how readings become one value: last, sum, mean, median, min, max, count"),
    "check-in": Meaning("how often a reading is due", "weekly"),
    "start": Meaning("its first day", "2026-11-23", _DAY),
    "due": Meaning("its last day", "2026-12-31", _DAY),
    "milestones": Meaning("a point of the plan on the way", "2026-10-31: 7", many=True),
    "lag": Meaning("how long the process needs to show", "4 weeks"),
    "committed": Meaning("a promise, of which only all is green", "", _YES),
    "impact": Meaning("how much it would move the outcome", "3", _NUMBER),
    "confidence": Meaning("how sure that it would", "0.6", _NUMBER),
    "effort": Meaning("what it costs", "2", _NUMBER),
    "reach": Meaning("how many it would reach", "200", _NUMBER),
    "experiment": Meaning("it is tried out until its timebox", "", _YES),
    "timebox": Meaning("the day on which the trial ends", "2026-12-18", _DAY),
    "success": Meaning("what would count as success"),
    "result": Meaning("what came of it: worked, did-not or unclear, and why"),
    "obstacle": Meaning("what will stand in the way"),
    "if-then": Meaning("what to do then"),
    "owner": Meaning("who does it or answers for it", "Ana", _NAME, many=True),
    "validator": Meaning("who confirms the number", "Ben", _NAME, many=True),
    "weight": Meaning("how much it counts in its objective's score", "2", _NUMBER),
    "field": Meaning("the property or field of daily notes that logs it", "outbound-calls"),
    "aliases": Meaning("another name of the goal", many=True),
    "status": Meaning("where it is in its life: draft, active, paused, done, dropped"),
    "closed": Meaning("the day on which it was done or dropped", "2026-11-20", _DAY),
    "pauses": Meaning("days on which it rests", "2026-08-01..2026-08-14", many=True),
}
"""By our names of properties, in the order in which a new note has them."""


def properties_of(kind: Kind) -> tuple[str, ...]:
    """The properties that a goal of some kind has, in the order in which a new note has them."""
    return tuple(name for name in MEANINGS if name in KIND_PROPERTIES[kind])
