"""Every figure of one goal, how it was worked out, what was decided, and the readings behind it."""

from collections.abc import Iterator
from dataclasses import dataclass

from vaultgoals.core.diagnosis import Diagnosis
from vaultgoals.core.goal import Goal, Kind
from vaultgoals.core.rollup import lever_score
from vaultgoals.core.scorecard import Scorecard, Standing
from vaultgoals.core.show import show_day, show_exact
from vaultgoals.review.chart import Chart
from vaultgoals.review.charts import value_chart
from vaultgoals.review.explained import Figure, exactly
from vaultgoals.review.explained_metric import explained_metric
from vaultgoals.review.explained_process import explained_process
from vaultgoals.review.explained_readings import Reading, readings_of
from vaultgoals.review.gathered import Quote, decisions_about
from vaultgoals.review.phrases import counted
from vaultgoals.review.scale import Scale
from vaultgoals.review.text import plain
from vaultgoals.review.words import verdict_on


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """One goal explained. `chart` draws a metric's value and its plan, in its `scale`; `decisions` are those
    that name it; `readings` are its check-ins, oldest first.
    """

    goal: Goal
    figures: tuple[Figure, ...]
    readings: tuple[Reading, ...]
    decisions: tuple[Quote, ...]
    chart: Chart | None
    scale: Scale


def explain(card: Scorecard, standing: Standing) -> Explanation:
    """Every figure of a goal as of the scorecard's day."""
    return Explanation(
        goal=standing.goal,
        figures=tuple(_figures(card, standing)),
        readings=tuple(readings_of(card, standing)),
        decisions=decisions_about(card.vault, standing.goal),
        chart=value_chart(card, standing),
        scale=Scale.of(standing.history, card.asof),
    )


def _figures(card: Scorecard, standing: Standing) -> Iterator[Figure]:
    if standing.progress:
        yield from explained_metric(card, standing, standing.progress)
    if standing.keeping:
        yield from explained_process(card, standing, standing.keeping)
    if standing.diagnosis:
        yield from _diagnosis(card, standing, standing.diagnosis)
    if standing.goal.kind is Kind.LEVER:
        yield _lever(standing.goal)
    if standing.roll_up:
        outcomes = card.vault.below_objective.get(standing.goal.path, ())
        names = ", ".join(outcome.title for outcome in outcomes) or "no outcome"
        yield Figure("Score", exactly(standing.roll_up.score), f"the weighted mean of: {names}")
        yield Figure("Health", standing.roll_up.health, "the weakest of theirs")


def _diagnosis(card: Scorecard, standing: Standing, diagnosis: Diagnosis) -> Iterator[Figure]:
    verdict, movement = verdict_on(card, standing), diagnosis.movement
    window = f"{show_day(diagnosis.window.start)} to {show_day(diagnosis.window.last)}"
    yield Figure("Diagnosis", diagnosis.kind.replace("-", " "), verdict.title if verdict else "")
    yield Figure("Window", window, "the last closed weeks")
    for part in diagnosis.processes:
        how = f"over {counted(part.closed, 'period')}: {part.met} met, {part.unlogged} not logged"
        yield Figure(f"Attainment of {part.goal.title}", exactly(part.attainment), how)
    yield Figure("Attainment", exactly(diagnosis.attainment), "the mean over the process goals")
    yield Figure("Not logged", exactly(diagnosis.unlogged), "the share of all their periods without a log")
    known = (movement.after, movement.before, movement.plan_after, movement.plan_before)
    after, before, plan_after, plan_before = map(exactly, known)
    how = f"({after} − {before}) / ({plan_after} − {plan_before}): the number's way over the plan's"
    yield Figure("Movement", exactly(movement.ratio), how)
    if verdict:
        yield Figure("In words", " ".join(plain(line) for line in verdict.lines if line))


def _lever(goal: Goal) -> Figure:
    parts = {"reach": goal.reach, "impact": goal.impact, "confidence": goal.confidence}
    known = [f"{name} {show_exact(value)}" for name, value in parts.items() if value is not None]
    effort = f" / effort {show_exact(goal.effort)}" if goal.effort is not None else ""
    return Figure("Score", exactly(lever_score(goal)), " × ".join(known) + effort)
