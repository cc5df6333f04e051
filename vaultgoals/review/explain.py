"""Every figure of one goal, how it was worked out, and the readings behind it."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from vaultgoals.core.config import Config
from vaultgoals.core.contrast import with_and_without
from vaultgoals.core.diagnosis import Diagnosis
from vaultgoals.core.goal import Aggregate, CheckIn, Goal, Kind
from vaultgoals.core.keeping import Keeping
from vaultgoals.core.kept import Kept, KeptState
from vaultgoals.core.plan import Plan
from vaultgoals.core.progress import Progress, share_of_way
from vaultgoals.core.rollup import lever_score
from vaultgoals.core.scorecard import Scorecard, Standing
from vaultgoals.core.show import show_day, show_exact
from vaultgoals.review.phrases import counted
from vaultgoals.review.scale import Scale, amount
from vaultgoals.review.text import plain
from vaultgoals.review.words import verdict_on

_FOLDS = {
    Aggregate.LAST: "the last of",
    Aggregate.SUM: "the baseline and the sum of",
    Aggregate.MEAN: "the mean of",
    Aggregate.MEDIAN: "the median of",
    Aggregate.MIN: "the least of",
    Aggregate.MAX: "the greatest of",
    Aggregate.COUNT: "the baseline and the number of",
}

_STATES = {
    KeptState.MET: "met",
    KeptState.UNMET: "not met",
    KeptState.ZERO: "zero",
    KeptState.BLANK: "blank: nothing that day, in a week with a log",
    KeptState.UNLOGGED: "not logged",
    KeptState.SKIPPED: "skipped",
    KeptState.EVENTLESS: "no events",
    KeptState.PAUSED: "paused",
    KeptState.OPEN: "open",
}


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a goal: its name, its value as shown, and how it was worked out."""

    name: str
    value: str
    how: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """One goal explained. `readings` are the check-ins that its figures were made from, oldest first."""

    goal: Goal
    figures: tuple[Figure, ...]
    readings: tuple[CheckIn, ...]


def explain(card: Scorecard, standing: Standing) -> Explanation:
    """Every figure of a goal as of the scorecard's day."""
    return Explanation(
        goal=standing.goal,
        figures=tuple(_figures(card, standing)),
        readings=tuple(c for c in standing.history.checkins if c.on <= card.asof),
    )


def _figures(card: Scorecard, standing: Standing) -> Iterator[Figure]:
    if standing.progress:
        yield from _metric(card, standing, standing.progress)
    if standing.keeping:
        yield from _process(standing.goal, standing.keeping, card.vault.config)
        yield from _contrasts(card, standing)
    if standing.diagnosis:
        yield from _diagnosis(card, standing, standing.diagnosis)
    if standing.goal.kind is Kind.LEVER:
        yield _lever(standing.goal)
    if standing.roll_up:
        outcomes = card.vault.below_objective.get(standing.goal.path, ())
        names = ", ".join(outcome.title for outcome in outcomes) or "no outcome"
        yield Figure("Score", _figure(standing.roll_up.score), f"the weighted mean of: {names}")
        yield Figure("Health", standing.roll_up.health, "the weakest of theirs")


def _figure(value: Fraction | None) -> str:
    """A value as exactly as it takes to work it out again by hand."""
    return "unknown" if value is None else show_exact(value)


def _metric(card: Scorecard, standing: Standing, progress: Progress) -> Iterator[Figure]:
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
    current, begin, target = map(_figure, (progress.current, progress.baseline, goal.target))
    yield Figure("Progress", _figure(progress.progress), f"({current} − {begin}) / ({target} − {begin})")
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
    yield Figure("Elapsed", _figure(progress.elapsed), how)
    line = "through its milestones" if goal.milestones else "on a straight line from baseline to target"
    yield Figure("Expected", _figure(progress.expected), f"{line}, over active days")
    planned = share_of_way(progress.expected, baseline=progress.baseline, target=goal.target)
    how = f"{_figure(progress.progress)} / {_figure(planned)}, the share of the way that the plan expects"
    yield Figure("Pace", _figure(progress.pace), how)
    limits = card.vault.config.thresholds
    how = f"on track from a pace of {show_exact(limits.on_track)}, at risk from {show_exact(limits.at_risk)}"
    yield Figure("Health", progress.health.replace("-", " ") if progress.health else "unknown", how)
    band = f"{progress.band}; " if progress.band else ""
    yield Figure("Score", _figure(progress.score), f"{band}progress between 0 and 1")


def _outlook(card: Scorecard, standing: Standing, progress: Progress) -> Iterator[Figure]:
    goal, scale = standing.goal, Scale.of(standing.history)
    if progress.required_per_week is not None:
        days = Plan.of(goal, baseline=progress.baseline, first_reading=None).days_left(card.asof)
        how = f"7 × ({_figure(goal.target)} − {_figure(progress.current)}) / {days} active days left"
        yield Figure("Required", f"{_figure(progress.required_per_week)} a week", how)
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
            "Confidence", _figure(progress.confidence), f"said on {show_day(progress.confidence_on)}"
        )


def _process(goal: Goal, keeping: Keeping, config: Config) -> Iterator[Figure]:
    if keeping.current:
        yield Figure(f"This period, {keeping.current.period.label}", *_kept(goal, keeping.current))
        if keeping.needed_per_day is not None:
            per_day = amount(goal, keeping.needed_per_day)
            yield Figure("Needed a day", per_day, "what remains / active days left, today included")
    for kept in keeping.closed:
        yield Figure(kept.period.label, *_kept(goal, kept))
    adherence = keeping.adherence
    how = f"of the last {adherence.window} closed periods that count, {adherence.unlogged} not logged"
    yield Figure("Adherence", f"{adherence.met} of {adherence.closed}", how)
    yield Figure("Attainment", _figure(adherence.attainment), "the mean of done / quota, each at most 1")
    yield Figure(
        "Streak", str(keeping.streak), "periods met in a row; what is paused or skipped does not break it"
    )
    did, partly = config.thresholds.did, config.thresholds.partly
    how = f"on track from an attainment of {show_exact(did)}, at risk from {show_exact(partly)}"
    yield Figure("Health", keeping.health.replace("-", " ") if keeping.health else "unknown", how)


def _kept(goal: Goal, kept: Kept) -> tuple[str, str]:
    limit = "at most " if goal.cadence and goal.cadence.at_most else ""
    done = f"{amount(goal, kept.done, bare=True)} of {limit}{amount(goal, kept.quota)}"
    reason = f": {kept.skip}" if kept.skip and kept.state is KeptState.SKIPPED else ""
    return done, f"{_STATES[kept.state]}{reason}"


def _contrasts(card: Scorecard, standing: Standing) -> Iterator[Figure]:
    """What the outcomes did in weeks with and without a process goal."""
    for path in standing.outcomes:
        outcome = card.histories[path]
        config = card.vault.config
        found = with_and_without(outcome, standing.history, asof=card.asof, today=card.today, config=config)
        if found:
            scale = Scale.of(outcome)
            changes = f"{scale.rate(found.change_with)} with, {scale.rate(found.change_without)} without"
            weeks = (
                f"mean weekly change in {found.weeks_with} weeks with and {found.weeks_without} without it"
            )
            yield Figure(f"{outcome.goal.title} with and without", changes, f"{weeks}: a hint, no proof")


def _diagnosis(card: Scorecard, standing: Standing, diagnosis: Diagnosis) -> Iterator[Figure]:
    verdict, movement = verdict_on(card, standing), diagnosis.movement
    window = f"{show_day(diagnosis.window.start)} to {show_day(diagnosis.window.last)}"
    yield Figure("Diagnosis", diagnosis.kind.replace("-", " "), verdict.title if verdict else "")
    yield Figure("Window", window, "the last closed weeks")
    for part in diagnosis.processes:
        how = f"over {counted(part.closed, 'period')}: {part.met} met, {part.unlogged} not logged"
        yield Figure(f"Attainment of {part.goal.title}", _figure(part.attainment), how)
    yield Figure("Attainment", _figure(diagnosis.attainment), "the mean over the process goals")
    yield Figure("Not logged", _figure(diagnosis.unlogged), "the share of all their periods without a log")
    known = (movement.after, movement.before, movement.plan_after, movement.plan_before)
    after, before, plan_after, plan_before = map(_figure, known)
    how = f"({after} − {before}) / ({plan_after} − {plan_before}): the number's way over the plan's"
    yield Figure("Movement", _figure(movement.ratio), how)
    if verdict:
        yield Figure("In words", " ".join(plain(line) for line in verdict.lines if line))


def _lever(goal: Goal) -> Figure:
    parts = {"reach": goal.reach, "impact": goal.impact, "confidence": goal.confidence}
    known = [f"{name} {show_exact(value)}" for name, value in parts.items() if value is not None]
    effort = f" / effort {show_exact(goal.effort)}" if goal.effort is not None else ""
    return Figure("Score", _figure(lever_score(goal)), " × ".join(known) + effort)
