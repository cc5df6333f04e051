"""The figures of a goal, and what they mean, as values for other programs."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from vaultgoals.core.forecast import Forecast
from vaultgoals.core.goal import Kind
from vaultgoals.core.health import Band, Health
from vaultgoals.core.keeping import Adherence
from vaultgoals.core.kept import Kept
from vaultgoals.core.period import Period
from vaultgoals.core.rollup import lever_score
from vaultgoals.core.scorecard import Scorecard, Standing
from vaultgoals.core.verdict import DiagnosisKind
from vaultgoals.review.words import verdict_on


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """A goal's figures as of the vault's day, by the names of `vaultgoals status --format json`.

    None is what is not known, or what a goal of this kind does not have. Values are exact, in the goal's
    unit; shares are 0..1, but `progress` and `pace` may lie outside. `kept` is a process goal's period of
    that day, `broken` says of a guardrail whether it is outside its bounds.
    """

    health: Health | None = None
    score: Fraction | None = None
    band: Band | None = None
    current: Fraction | None = None
    baseline: Fraction | None = None
    target: Fraction | None = None
    progress: Fraction | None = None
    elapsed: Fraction | None = None
    expected: Fraction | None = None
    pace: Fraction | None = None
    required_per_day: Fraction | None = None
    required_per_week: Fraction | None = None
    safe_days: int | None = None
    forecast: Forecast | None = None
    last_reading: date | None = None
    confidence: Fraction | None = None
    broken: bool | None = None
    kept: Kept | None = None
    needed_per_day: Fraction | None = None
    adherence: Adherence | None = None
    streak: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnosis:
    """What an outcome and its process goals mean together; `text` says it in words.

    `attainment` is how well the process goals were kept, 0..1; `unlogged` the share of their periods without
    a log; `movement` the way that the value came in `window` over the way that its plan asked for.
    """

    kind: DiagnosisKind
    text: str
    window: Period
    attainment: Fraction | None
    unlogged: Fraction
    movement: Fraction | None
    activity_trap: bool


def figures_of(standing: Standing) -> Figures:
    """All figures that there are of a goal."""
    if standing.roll_up:
        return Figures(score=standing.roll_up.score, health=standing.roll_up.health)
    if standing.goal.kind is Kind.LEVER:
        return Figures(score=lever_score(standing.goal))
    return _process(standing) if standing.keeping else _metric(standing)


def diagnosis_of(card: Scorecard, standing: Standing) -> Diagnosis | None:
    """An outcome's diagnosis, None of any other goal."""
    found, verdict = standing.diagnosis, verdict_on(card, standing)
    if found is None or verdict is None:
        return None
    return Diagnosis(
        kind=found.kind,
        text=verdict.in_words,
        window=found.window,
        attainment=found.attainment,
        unlogged=found.unlogged,
        movement=found.movement.ratio,
        activity_trap=found.activity_trap,
    )


def _process(standing: Standing) -> Figures:
    keeping = standing.keeping
    if keeping is None:
        return Figures()
    return Figures(
        health=keeping.health,
        kept=keeping.current,
        needed_per_day=keeping.needed_per_day,
        adherence=keeping.adherence,
        streak=keeping.streak,
    )


def _metric(standing: Standing) -> Figures:
    progress = standing.progress
    if progress is None:
        return Figures()
    return Figures(
        health=progress.health,
        score=progress.score,
        band=progress.band,
        current=progress.current,
        baseline=progress.baseline,
        target=progress.target,
        progress=progress.progress,
        elapsed=progress.elapsed,
        expected=progress.expected,
        pace=progress.pace,
        required_per_day=progress.required_per_day,
        required_per_week=progress.required_per_week,
        safe_days=progress.safe_days,
        forecast=progress.forecast,
        last_reading=progress.last_reading,
        confidence=progress.confidence,
        broken=progress.broken if standing.goal.kind is Kind.GUARDRAIL else None,
    )
