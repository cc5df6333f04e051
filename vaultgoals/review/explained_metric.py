"""The figures of a metric, explained."""

from collections.abc import Iterator
from fractions import Fraction

from vaultgoals.core.goal import Aggregate, Goal, Kind
from vaultgoals.core.plan import Plan
from vaultgoals.core.progress import Progress, share_of_way
from vaultgoals.core.scorecard import Scorecard, Standing
from vaultgoals.core.show import show_day, show_exact
from vaultgoals.review.explained import Figure, exactly
from vaultgoals.review.phrases import counted
from vaultgoals.review.scale import Scale

_FOLDS = {
    Aggregate.LAST: "the last of",
    Aggregate.SUM: "the baseline and the sum of",
    Aggregate.MEAN: "the mean of",
    Aggregate.MEDIAN: "the median of",
    Aggregate.MIN: "the least of",
    Aggregate.MAX: "the greatest of",
    Aggregate.COUNT: "the baseline and the number of",
}


def explained_metric(card: Scorecard, standing: Standing, progress: Progress) -> Iterator[Figure]:
    """Where a metric stands, where it began and is to go, and how fast; of a guardrail whether it holds."""
    goal, scale = standing.goal, Scale.of(standing.history)

    def say(value: Fraction | None) -> str:
        return "unknown" if value is None else scale.say(value)

    if progress.measured:
        how = f"{_FOLDS[goal.aggregate]} {counted(progress.readings, 'reading')}"
    else:
        how = "not measured: the baseline stands in"
    yield Figure("Current", say(progress.current), how)
    if goal.kind is Kind.GUARDRAIL:
        bounds = [f"at least {say(goal.minimum)}"] if goal.minimum is not None else []
        bounds += [f"at most {say(goal.maximum)}"] if goal.maximum is not None else []
        yield Figure("Holds", "no" if progress.broken else "yes", " and ".join(bounds) or "it has no bounds")
        return
    baseline = "as stated" if goal.baseline is not None else _unstated_baseline(goal)
    yield Figure("Baseline", say(progress.baseline), baseline)
    yield Figure("Target", say(goal.target), f"by {show_day(goal.due)}" if goal.due else "without a due date")
    current, begin, target = map(exactly, (progress.current, progress.baseline, goal.target))
    yield Figure("Progress", exactly(progress.progress), f"({current} − {begin}) / ({target} − {begin})")
    yield from _pace(card, standing, progress)
    yield from _outlook(card, standing, progress)


def _unstated_baseline(goal: Goal) -> str:
    return (
        "0, since readings add up"
        if goal.aggregate in (Aggregate.SUM, Aggregate.COUNT)
        else "the first reading"
    )


def _pace(card: Scorecard, standing: Standing, progress: Progress) -> Iterator[Figure]:
    goal, asof = standing.goal, card.asof
    first = progress.counted[0].on if progress.counted else None
    plan = Plan.of(goal, baseline=progress.baseline, first_reading=first)
    how = "it takes a start and a due date"
    if plan.start and plan.due:
        days, end = plan.days, min(asof, plan.due)
        how = f"{days.count(plan.start, end)} / {days.count(plan.start, plan.due)} active days"
    yield Figure("Elapsed", exactly(progress.elapsed), how)
    line = "through its milestones" if goal.milestones else "on a straight line from baseline to target"
    yield Figure("Expected", exactly(progress.expected), f"{line}, over active days")
    planned = share_of_way(progress.expected, baseline=progress.baseline, target=goal.target)
    how = f"{exactly(progress.progress)} / {exactly(planned)}, the share of the way that the plan expects"
    yield Figure("Pace", exactly(progress.pace), how)
    limits = card.vault.config.thresholds
    how = f"on track from a pace of {show_exact(limits.on_track)}, at risk from {show_exact(limits.at_risk)}"
    yield Figure("Health", progress.health.replace("-", " ") if progress.health else "unknown", how)
    band = f"{progress.band}; " if progress.band else ""
    yield Figure("Score", exactly(progress.score), f"{band}progress between 0 and 1")


def _outlook(card: Scorecard, standing: Standing, progress: Progress) -> Iterator[Figure]:
    goal, scale = standing.goal, Scale.of(standing.history)
    if progress.required_per_week is not None:
        days = Plan.of(goal, baseline=progress.baseline, first_reading=None).days_left(card.asof)
        how = f"7 × ({exactly(goal.target)} − {exactly(progress.current)}) / {days} active days left"
        yield Figure("Required", f"{exactly(progress.required_per_week)} a week", how)
    if progress.safe_days is not None:
        yield Figure("Safe days", str(progress.safe_days), "days until the value held falls behind the plan")
    if progress.forecast:
        forecast = progress.forecast
        slope = f"the Theil–Sen line of 12 weeks: {scale.rate(7 * forecast.slope_per_day)} a week"
        at_due = "unknown" if forecast.at_due is None else scale.say(forecast.at_due)
        yield Figure("Forecast at due", at_due, slope)
        reached = show_day(forecast.target_on, card.asof.year) if forecast.target_on else "not on this line"
        yield Figure("Target met on", reached, "the first day on which that line has reached the target")
    elif goal.due and card.asof <= goal.due:
        yield Figure("Forecast", "not enough readings", "it takes three days with a reading in 12 weeks")
    if progress.confidence is not None and progress.confidence_on:
        yield Figure(
            "Confidence", exactly(progress.confidence), f"said on {show_day(progress.confidence_on)}"
        )
