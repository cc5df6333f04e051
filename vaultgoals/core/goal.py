"""Goals and check-ins, as values read from notes."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from vaultgoals.core.cadence import Cadence
from vaultgoals.core.note import Link, Malformed, Note
from vaultgoals.core.period import Period
from vaultgoals.core.source import Span


class Kind(StrEnum):
    """What a note is, by its `type`."""

    OBJECTIVE = "objective"
    OUTCOME = "outcome"
    INDICATOR = "indicator"
    GUARDRAIL = "guardrail"
    LEVER = "lever"
    OUTPUT = "output"
    PROCESS = "process"
    CHECKIN = "checkin"
    REVIEW = "goal-review"

    @property
    def is_goal(self) -> bool:
        """Whether notes of this kind are goals."""
        return self not in (Kind.CHECKIN, Kind.REVIEW)


class Status(StrEnum):
    """Where a goal is in its life."""

    DRAFT = "draft"
    ACTIVE = "active"
    PAUSED = "paused"
    DONE = "done"
    DROPPED = "dropped"


class Aggregate(StrEnum):
    """How readings fold into one value."""

    LAST = "last"
    SUM = "sum"
    MEAN = "mean"
    MEDIAN = "median"
    MIN = "min"
    MAX = "max"
    COUNT = "count"


class Way(StrEnum):
    """How something was logged."""

    NOTE = "check-in note"
    LOG = "goal's own log"
    FIELD = "field"
    PROPERTY = "property"
    TASK = "ticked task"


@dataclass(frozen=True, slots=True, order=True)
class Milestone:
    """The value that the plan asks for at the end of a day."""

    on: date
    value: Fraction


@dataclass(frozen=True, kw_only=True)
class Goal:
    """One goal of any kind; properties that its kind does not have keep their defaults.

    Numbers are exact, in `unit`. `lag` and `within` are as written in days and words; `pauses` are half-open
    periods; `outcome` holds the links of the `outcome` property, `objective` that of `objective`.
    `malformed` lists the property values that could not be read, each with its place.
    """

    note: Note
    kind: Kind
    status: Status = Status.ACTIVE
    closed: date | None = None
    owners: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    field: str | None = None
    start: date | None = None
    due: date | None = None
    pauses: tuple[Period, ...] = ()
    weight: Fraction = Fraction(1)

    outcome: tuple[Link, ...] = ()
    objective: Link | None = None

    metric: str | None = None
    unit: str | None = None
    baseline: Fraction | None = None
    target: Fraction | None = None
    minimum: Fraction | None = None
    maximum: Fraction | None = None
    aggregate: Aggregate = Aggregate.LAST
    check_in: Cadence | None = None
    milestones: tuple[Milestone, ...] = ()
    lag: int = 0
    committed: bool = False
    validator: tuple[str, ...] = ()

    cadence: Cadence | None = None
    because: str | None = None
    reps: Fraction = Fraction(1)
    within: str | None = None
    exploratory: bool = False
    until: date | None = None
    obstacle: str | None = None
    if_then: str | None = None

    impact: Fraction | None = None
    confidence: Fraction | None = None
    effort: Fraction | None = None
    reach: Fraction | None = None
    experiment: bool = False
    timebox: date | None = None
    success: str | None = None
    result: str | None = None

    malformed: tuple[Malformed, ...] = ()

    @property
    def path(self) -> str:
        """The note's path in the vault."""
        return self.note.path

    @property
    def title(self) -> str:
        """The note's title."""
        return self.note.title

    @property
    def tried_until(self) -> date | None:
        """The last day of an experiment: its `timebox`, else its `due`."""
        return self.timebox or self.due


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckIn:
    """What was logged about one goal on one day, in whatever way.

    A `value` is a reading; `of` is the total of a ratio (`9/10`: value 9, of 10). `skip` is the reason of a
    skipped period (may be empty, None when not skipped). One with neither carries a confidence or a comment.
    `path`, `line` and `span` say where it stands; `confidence` is 0..1. `period` is that of the weekly or
    longer note that it stands in: `on` is then its last day, or sooner where it is seen from before that.
    """

    goal: str
    on: date
    way: Way = Way.LOG
    period: Period | None = None
    value: Fraction | None = None
    of: Fraction | None = None
    skip: str | None = None
    confidence: Fraction | None = None
    comment: str = ""
    evidence: tuple[str, ...] = ()
    by: str | None = None
    blocked: str | None = None
    path: str = ""
    line: int = 1
    span: Span = Span(0, 0)


@dataclass(frozen=True, kw_only=True)
class History:
    """A goal and all that was logged about it, in the order of `checkin_order`."""

    goal: Goal
    checkins: tuple[CheckIn, ...] = ()
