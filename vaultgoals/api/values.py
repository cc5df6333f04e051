"""Goals, readings, findings and reviews as values for other programs."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from vaultgoals.api.figures import Diagnosis, Figures, diagnosis_of, figures_of
from vaultgoals.core.finding import Finding as Found
from vaultgoals.core.finding import Severity
from vaultgoals.core.goal import Kind, Status, Way
from vaultgoals.core.period import Period
from vaultgoals.core.scorecard import Scorecard, Standing
from vaultgoals.core.source import Source
from vaultgoals.review.explained_readings import Reading as Logged
from vaultgoals.review.explained_readings import readings_of
from vaultgoals.review.pages import PageKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What was logged about a goal on one day; `path` and `line` say where.

    Without a `value` it is a skip with its reason, or a confidence or comment alone. `of` is the total of a
    ratio (`9/10`: value 9, of 10). `counts` says whether a figure was made from it, `why_not` why none was.
    """

    on: date
    value: Fraction | None
    of: Fraction | None
    skip: str | None
    confidence: Fraction | None
    comment: str
    evidence: tuple[str, ...]
    by: str | None
    blocked: str | None
    way: Way
    path: str
    line: int
    counts: bool
    why_not: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """One goal with its figures and what was logged about it, up to the vault's day.

    Goals name each other by path: `serves` are those that its `outcome` links lead to, `outcomes` the
    outcomes that it reaches over them, `objective` an outcome's own. `cadence` is as written.
    """

    path: str
    title: str
    aliases: tuple[str, ...]
    kind: Kind
    status: Status
    owners: tuple[str, ...]
    metric: str | None
    unit: str | None
    start: date | None
    due: date | None
    cadence: str | None
    because: str | None
    exploratory: bool
    serves: tuple[str, ...]
    outcomes: tuple[str, ...]
    objective: str | None
    figures: Figures
    diagnosis: Diagnosis | None
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One problem in one place: what is wrong (`message`), and what to write instead (`hint`).

    Lines and columns count from 1, columns in code points; the end is exclusive.
    """

    code: str
    name: str
    severity: Severity
    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    message: str
    hint: str
    fixable: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A page about a period: where it stands or will stand, and its whole text as `vaultgoals review` has it.

    `left` says why the page that is there would stay as it is, such as “is sealed”; else it is empty.
    """

    kind: PageKind
    period: Period
    path: str
    text: str
    left: str


def goal_of(card: Scorecard, standing: Standing) -> Goal:
    """One goal of a scorecard."""
    goal = standing.goal
    return Goal(
        path=goal.path,
        title=goal.title,
        aliases=goal.aliases,
        kind=goal.kind,
        status=goal.status,
        owners=goal.owners,
        metric=goal.metric,
        unit=goal.unit,
        start=goal.start,
        due=goal.due,
        cadence=goal.cadence.text if goal.cadence else None,
        because=goal.because,
        exploratory=goal.exploratory,
        serves=card.vault.served_by(goal.path),
        outcomes=standing.outcomes,
        objective=card.vault.objective_of(goal),
        figures=figures_of(standing),
        diagnosis=diagnosis_of(card, standing),
        readings=tuple(map(_reading, readings_of(card, standing))),
    )


def finding_of(found: Found, source: Source) -> Finding:
    """One finding; `source` is its note's text."""
    begin, end = source.position(found.span.start), source.position(found.span.end)
    return Finding(
        code=found.code,
        name=found.name,
        severity=found.severity,
        path=found.path,
        line=begin.line,
        column=begin.column,
        end_line=end.line,
        end_column=end.column,
        message=found.message,
        hint=found.hint,
        fixable=found.fixable,
    )


def _reading(logged: Logged) -> Reading:
    checkin = logged.checkin
    return Reading(
        on=checkin.on,
        value=checkin.value,
        of=checkin.of,
        skip=checkin.skip,
        confidence=checkin.confidence,
        comment=checkin.comment,
        evidence=checkin.evidence,
        by=checkin.by,
        blocked=checkin.blocked,
        way=checkin.way,
        path=checkin.path,
        line=checkin.line,
        counts=logged.counts,
        why_not=logged.why_not,
    )
