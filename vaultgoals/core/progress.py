"""The figures of a metric: outcomes, indicators, outputs and guardrails as of a day."""

from bisect import bisect_left
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import pairwise

from vaultgoals.core.config import Config
from vaultgoals.core.forecast import Forecast, forecast
from vaultgoals.core.goal import Aggregate, CheckIn, Goal, History, Status
from vaultgoals.core.health import Band, Health, band_of, paced, standing
from vaultgoals.core.plan import Plan
from vaultgoals.core.value import course_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """All figures of a metric as of a day; None is unknown.

    Values are in the goal's unit. `baseline` is the one reckoned with, `counted` the check-ins whose readings
    count, `readings` their number. `progress` is unclamped, `score` clamped to 0..1. `broken` says whether an
    active guardrail's value lies outside its bounds. `confidence` is the last stated, on `confidence_on`.
    """

    current: Fraction | None
    measured: bool
    readings: int
    last_reading: date | None
    baseline: Fraction | None
    target: Fraction | None
    progress: Fraction | None
    elapsed: Fraction | None
    expected: Fraction | None
    pace: Fraction | None
    health: Health | None
    score: Fraction | None
    band: Band | None
    required_per_day: Fraction | None
    required_per_week: Fraction | None
    safe_days: int | None
    forecast: Forecast | None
    broken: bool
    confidence: Fraction | None
    confidence_on: date | None
    counted: tuple[CheckIn, ...]


def measure(history: History, *, asof: date, config: Config) -> Progress:
    """Every figure of a metric, as of the end of a day; check-ins after it change nothing."""
    goal, course = history.goal, course_of(history, asof)
    current, measured = course.current, bool(course.counted)
    plan = Plan.of(goal, baseline=course.baseline, first_reading=course.days[0] if course.days else None)
    progress = share_of_way(current, baseline=course.baseline, target=goal.target)
    planned = share_of_way(plan.expected(asof), baseline=course.baseline, target=goal.target)
    pace: Fraction | None = None
    health: Health | None = None
    if measured and progress is not None and planned is not None:
        pace, health = paced(progress, planned, elapsed=plan.elapsed(asof), thresholds=config.thresholds)
    if progress is not None and progress >= 1:
        health = Health.ACHIEVED
    elif goal.target is not None and goal.due is not None and asof > goal.due:
        health = Health.MISSED
    required = _required(goal, plan, asof, current, progress)
    score = None if progress is None else min(max(progress, Fraction(0)), Fraction(1))
    open_target = goal.target if progress is not None and progress < 1 else None
    stated = next((c for c in reversed(history.checkins) if c.confidence is not None and c.on <= asof), None)
    return Progress(
        current=current,
        measured=measured,
        readings=len(course.counted),
        last_reading=course.days[-1] if course.days else None,
        baseline=course.baseline,
        target=goal.target,
        progress=progress,
        elapsed=plan.elapsed(asof),
        expected=plan.expected(asof),
        pace=pace,
        health=standing(goal, asof, measured=measured) or health,
        score=score,
        band=band_of(score, committed=goal.committed),
        required_per_day=required,
        required_per_week=None if required is None else 7 * required,
        safe_days=_safe_days(goal, plan, asof, current) if open_target is not None else None,
        forecast=forecast(
            zip(course.days, course.values, strict=True), asof=asof, due=goal.due, target=open_target
        ),
        broken=measured
        and goal.status is Status.ACTIVE
        and current is not None
        and out_of_bounds(goal, current),
        confidence=stated.confidence if stated else None,
        confidence_on=stated.on if stated else None,
        counted=course.counted,
    )


def share_of_way(
    value: Fraction | None, *, baseline: Fraction | None, target: Fraction | None
) -> Fraction | None:
    """(value − baseline) / (target − baseline), unclamped: falling targets need no flag.

    None where one of the three is unknown, or where there is no way to go.
    """
    if value is None or baseline is None or target is None or target == baseline:
        return None
    return (value - baseline) / (target - baseline)


def out_of_bounds(goal: Goal, value: Fraction) -> bool:
    """Whether a value lies outside a guardrail's bounds, which are themselves inside."""
    below = goal.minimum is not None and value < goal.minimum
    return below or (goal.maximum is not None and value > goal.maximum)


def _required(
    goal: Goal, plan: Plan, asof: date, current: Fraction | None, progress: Fraction | None
) -> Fraction | None:
    """(target − current) / active days left after `asof`; 0 once met, None where no such day is left."""
    if current is None or goal.target is None or progress is None:
        return None
    if progress >= 1:
        return Fraction(0)
    left = plan.days_left(asof)
    return (goal.target - current) / left if left else None


def _safe_days(goal: Goal, plan: Plan, asof: date, held: Fraction | None) -> int | None:
    """The least n ≥ 0 such that the value held falls behind the plan's line on day `asof` + n.

    Only where readings are added up and there is a line; 0 after due. Between two of its points the line only
    rises or only falls, so that the day is found by bisection.
    """
    if goal.aggregate is not Aggregate.SUM or held is None or not plan.points:
        return None
    (_, baseline), (_, target) = plan.points[0], plan.points[-1]

    def behind(day: int) -> bool:
        return (plan.expected_at(day) - held) * (target - baseline) > 0

    today = asof.toordinal()
    points = [today, *(point for point, _ in plan.points if point > today)]
    return next(
        at - today + bisect_left(range(at, point + 1), x=True, key=behind)
        for at, point in pairwise([today, *points])
        if behind(point)
    )
