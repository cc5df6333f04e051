"""Where each outcome is heading: what a month brought, what its plan asked for, and where that leads."""

from collections.abc import Iterator
from dataclasses import dataclass

from vaultgoals.core.calibration import ended_on
from vaultgoals.core.goal import Goal
from vaultgoals.core.health import Health
from vaultgoals.core.movement import Movement, movement_in
from vaultgoals.core.period import Period
from vaultgoals.core.plan import shifted
from vaultgoals.core.scorecard import Scorecard, Standing, of_goal
from vaultgoals.core.show import MONTHS, show_day
from vaultgoals.core.verdict import DiagnosisKind
from vaultgoals.review.chart import Chart
from vaultgoals.review.charts import value_chart
from vaultgoals.review.ended import Ended, ended_in
from vaultgoals.review.marks import health_of
from vaultgoals.review.outcome import IN_FULL, OutcomeSection, outcome_section
from vaultgoals.review.outlook import outlook
from vaultgoals.review.overview import Overview
from vaultgoals.review.pages import goal_link
from vaultgoals.review.scale import Scale
from vaultgoals.review.sentences import Sentences
from vaultgoals.review.text import Mention, Text, text


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """One outcome in full: `section` is what its page of the week would say, `figure` its month in a line.

    `lines` are what the month brought and where it leads; `chart` draws the same.
    """

    section: OutcomeSection
    figure: str
    lines: tuple[Text, ...]
    chart: Chart | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendRow:
    """One outcome in the table of the others; what is unknown is a dash."""

    goal: Mention
    begin: str
    end: str
    plan: str
    ahead: str
    health: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Trends:
    """The block `trends`: the outcomes that need the person most in full, the others in a table, and what
    ended.
    """

    full: tuple[Trend, ...]
    others: tuple[TrendRow, ...]
    ended: Ended


def trends_of(overview: Overview, month: Period) -> Trends:
    """What a month brought for each outcome that had begun; those at rest are among the others."""
    card = overview.card
    begun = (s for s in overview.outcomes if health_of(s) is not Health.NOT_STARTED)
    running = [standing for standing in begun if not has_ended(card, standing.goal)]
    full = [s for s in running if s.diagnosis or not outcome_section(card, s).calm][:IN_FULL]
    return Trends(
        full=tuple(_trend(card, standing, month) for standing in full),
        others=tuple(_row(card, standing, month) for standing in running if standing not in full),
        ended=ended_in(card, month),
    )


def has_ended(card: Scorecard, goal: Goal) -> bool:
    """Whether a goal's time was up, or it was closed, by the end of the scorecard's day."""
    return ended_on(goal, asof=card.asof, today=card.today) is not None


def _month_movement(card: Scorecard, standing: Standing, month: Period) -> Movement:
    """What a metric did in a month, up to as-of."""
    so_far = Period(month.start, shifted(card.asof, 1))
    limits = card.vault.config.thresholds
    return movement_in(so_far, standing.history, asof=card.asof, thresholds=limits)


def _trend(card: Scorecard, standing: Standing, month: Period) -> Trend:
    section, movement = outcome_section(card, standing), _month_movement(card, standing, month)
    judged = standing.diagnosis is not None
    chart = value_chart(card, standing) if judged else None
    lines = _lines(card, standing, month, movement, drawn=chart is not None) if judged else section.lines
    scale = Scale.of(standing.history, card.asof)
    return Trend(
        section=section,
        figure=f"{_begin(movement, scale)}{section.figure}",
        lines=tuple(line for line in lines if line),
        chart=chart,
    )


def _begin(movement: Movement, scale: Scale) -> str:
    """`6.3 → `, where the number began the month, as far as it is read and another."""
    if not movement.measured or movement.before is None or movement.before == movement.after:
        return ""
    return f"{scale.bare(movement.before)} → "


def _lines(
    card: Scorecard, standing: Standing, month: Period, movement: Movement, *, drawn: bool
) -> Iterator[Text]:
    """What the month brought, after the weeks that the verdict means; where it leads, as no chart says it."""
    if standing.diagnosis and _tells_of_weeks(standing, standing.diagnosis.kind):
        yield Sentences(card, standing, standing.diagnosis).moved_until()
    scale = Scale.of(standing.history, card.asof)
    yield text(_brought(movement, scale, MONTHS[month.start.month - 1], so_far=card.today <= month.last))
    goal, ahead = standing.goal, standing.progress.forecast if standing.progress else None
    if ahead is None or goal.target is None or goal.due is None:
        return
    if not drawn:
        yield text(f"If it goes on like this: {outlook(goal, ahead, scale, card.asof)}.")
    elif ahead.target_on and ahead.target_on > goal.due:
        reached = show_day(ahead.target_on, card.asof.year)
        yield text(f"At this rate {scale.say(goal.target)} comes on {reached}.")


def _tells_of_weeks(standing: Standing, kind: DiagnosisKind) -> bool:
    """Whether a verdict says how the number moved: it means its own weeks, and not the month."""
    return standing.slower or kind in (DiagnosisKind.ASSUMPTION_TO_REVISIT, DiagnosisKind.MOVES_WITHOUT_IT)


def _brought(movement: Movement, scale: Scale, month: str, *, so_far: bool) -> str:
    """`November brought +0.1 points; the plan asked for +0.6 points.`"""
    if not movement.read:
        return f"No reading in {month}{' so far' if so_far else ''}."
    if movement.before is None or movement.after is None:
        return f"First read in {month}."
    change = movement.after - movement.before
    came = scale.change(change) if change else "no change"
    brought = f"{'So far ' if so_far else ''}{month} brought {came}"
    if movement.plan_before is None or movement.plan_after is None:
        return f"{brought}."
    asked = movement.plan_after - movement.plan_before
    return f"{brought}; the plan {f'asked for {scale.change(asked)}' if asked else 'stood still'}."


@of_goal
def _row(card: Scorecard, standing: Standing, month: Period) -> TrendRow:
    goal, progress, scale = standing.goal, standing.progress, Scale.of(standing.history, card.asof)
    assert progress is not None  # an outcome has figures
    movement = _month_movement(card, standing, month)
    ahead = progress.forecast if standing.diagnosis else None
    known = (movement.before, movement.after, progress.expected, ahead.at_due if ahead else None)
    begin, end, plan, at_due = ("–" if value is None else scale.say(value) for value in known)
    due = f" on {show_day(goal.due, card.asof.year)}" if goal.due and at_due != "–" else ""
    return TrendRow(
        goal=goal_link(card.vault, goal),
        begin=begin,
        end=end if progress.measured else "–",
        plan=plan,
        ahead=f"{at_due}{due}",
        health=progress.health.replace("-", " ") if progress.health else "–",
    )
