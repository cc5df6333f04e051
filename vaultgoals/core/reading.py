"""Note → Goal: a note's properties as a typed goal, keeping what was malformed."""

from fractions import Fraction

from vaultgoals.core.cadence import Cadence
from vaultgoals.core.config import Config
from vaultgoals.core.duration import is_duration_unit
from vaultgoals.core.goal import Aggregate, Goal, Kind, Status
from vaultgoals.core.note import Note
from vaultgoals.core.properties import PropertyReader
from vaultgoals.core.unit import agrees

STATUS_WORDS = {
    "in-progress": Status.ACTIVE,
    "on-hold": Status.PAUSED,
    "completed": Status.DONE,
    "cancelled": Status.DROPPED,
    "archived": Status.DROPPED,
}
"""Other words for a status that are read as well."""


def read_goal(note: Note, kind: Kind, config: Config) -> Goal:
    """A goal note's properties; those that cannot be read keep their default and are listed as malformed."""
    read = PropertyReader(note, kind, config)
    written = read.text("unit")
    cadence = _cadence(read, written)
    unit = written or (cadence.unit if cadence else None)
    start, due = read.day("start"), read.day("due")
    reps = read.positive("reps")
    if cadence and cadence.per_rep and read.one("reps", "number") is None:
        read.misfit("cadence", "reps")
    return Goal(
        note=note,
        kind=kind,
        status=read.choice("status", Status, Status.ACTIVE, STATUS_WORDS),
        closed=read.day("closed"),
        owners=read.names("owner"),
        aliases=read.texts("aliases"),
        field=read.text("field"),
        start=start,
        due=due,
        pauses=read.pauses(),
        weight=_or_one(read.positive("weight")),
        outcome=read.links("outcome"),
        objective=read.link("objective"),
        metric=read.text("metric"),
        unit=unit,
        baseline=read.number("baseline", unit),
        target=read.number("target", unit),
        minimum=read.number("min", unit),
        maximum=read.number("max", unit),
        aggregate=read.choice("aggregate", Aggregate, _usual_aggregate(kind), {}),
        check_in=read.cadence("check-in"),
        milestones=read.milestones(unit, start, due),
        lag=read.lag("lag"),
        committed=read.flag("committed"),
        validator=read.names("validator"),
        cadence=cadence,
        because=read.text("because"),
        reps=_or_one(reps),
        within=read.text("within"),
        exploratory=read.flag("exploratory"),
        until=read.day("until"),
        obstacle=read.text("obstacle"),
        if_then=read.text("if-then"),
        impact=read.number("impact"),
        confidence=read.share("confidence"),
        effort=read.positive("effort"),
        reach=read.number("reach"),
        experiment=read.flag("experiment"),
        timebox=read.day("timebox"),
        success=read.text("success"),
        result=read.text("result"),
        malformed=tuple(read.malformed),
    )


def _cadence(read: PropertyReader, unit: str | None) -> Cadence | None:
    """The cadence, unless it counts something else than the goal's unit; hours and minutes are both time."""
    cadence = read.cadence("cadence", unit)
    if cadence is None or cadence.unit is None or unit is None or agrees(cadence.unit, unit):
        return cadence
    if is_duration_unit(cadence.unit) and is_duration_unit(unit):
        return cadence
    read.misfit("cadence", "unit")
    return None


def _usual_aggregate(kind: Kind) -> Aggregate:
    """Work adds up; a metric is what was last measured."""
    return Aggregate.SUM if kind in (Kind.PROCESS, Kind.OUTPUT) else Aggregate.LAST


def _or_one(number: Fraction | None) -> Fraction:
    return Fraction(1) if number is None else number
