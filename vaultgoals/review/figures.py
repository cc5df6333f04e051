"""The figures that a page folds away: all metrics in a table, the guardrails, and how the rest was kept."""

from dataclasses import dataclass

from vaultgoals.core.goal import Kind
from vaultgoals.core.scorecard import Scorecard, Standing, of_goal
from vaultgoals.core.show import show_day
from vaultgoals.review.pages import goal_link
from vaultgoals.review.scale import Scale
from vaultgoals.review.shown import active
from vaultgoals.review.standing_line import limits
from vaultgoals.review.strip import Strip
from vaultgoals.review.text import Mention, Name, Strong, Text, text

_BESIDES = (Kind.INDICATOR, Kind.OUTPUT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A metric among the figures."""

    goal: Mention
    now: str
    plan: str
    due: str
    health: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """`rows` of outcomes, indicators and outputs, a sentence for each guardrail, and `strips`."""

    rows: tuple[Row, ...]
    bounds: tuple[Text, ...]
    strips: tuple[Strip, ...]


def figures_of(card: Scorecard, outcomes: tuple[str, ...], strips: tuple[Strip, ...]) -> Figures:
    """The figures of these outcomes, by path, in their order, of what else is active, and some strips."""
    besides = [path for kind in _BESIDES for path in active(card.vault, kind, card.asof)]
    return Figures(
        rows=figures_row.each(card, (*outcomes, *besides)),
        bounds=_bound.each(card, active(card.vault, Kind.GUARDRAIL, card.asof)),
        strips=strips,
    )


@of_goal
def figures_row(card: Scorecard, standing: Standing) -> Row:
    """A metric's row in the table of figures."""
    goal, progress, scale = standing.goal, standing.progress, Scale.of(standing.history, card.asof)
    assert progress is not None  # every metric has figures
    return Row(
        goal=goal_link(card.vault, goal),
        now=scale.say(progress.current) if progress.current is not None else "–",
        plan=scale.say(progress.expected) if progress.expected is not None else "–",
        due=show_day(goal.due, card.asof.year) if goal.due else "–",
        health=progress.health.replace("-", " ") if progress.health else "–",
    )


@of_goal
def _bound(card: Scorecard, standing: Standing) -> Text:
    """How a guardrail stands: `Refunds 1.2 %, at most 2 %: holds.`"""
    goal, progress = standing.goal, standing.progress
    scale = Scale.of(standing.history, card.asof)
    within = limits(goal, scale)
    if progress is None or progress.current is None or not progress.measured:
        return text(Name(goal.title), f", {within}" if within else "", ": not measured.")
    holds = Strong("broken") if progress.broken else "holds"
    return text(Name(goal.title), f" {scale.say(progress.current)}, {within}: ", holds, ".")
