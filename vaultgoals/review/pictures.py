"""The charts of a page: the first few stand open, the others are folded."""

from collections.abc import Iterable
from dataclasses import dataclass

from vaultgoals.core.scorecard import Scorecard, Standing
from vaultgoals.review.chart import Chart
from vaultgoals.review.charts import value_chart
from vaultgoals.review.pages import goal_link
from vaultgoals.review.text import Mention

OPEN = 3
"""How many charts of a page stand open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A goal's chart."""

    goal: Mention
    chart: Chart


@dataclass(frozen=True, slots=True, kw_only=True)
class Pictures:
    """The block `pictures`."""

    shown: tuple[Picture, ...]
    folded: tuple[Picture, ...]


def pictures_of(card: Scorecard, standings: Iterable[Standing]) -> Pictures:
    """The value of each of some goals against its plan, where there are readings enough to see something."""
    by_path = {standing.goal.path: standing for standing in standings}
    charts = ((standing, value_chart(card, standing)) for standing in by_path.values())
    drawn = [Picture(goal=goal_link(card.vault, s.goal), chart=chart) for s, chart in charts if chart]
    return Pictures(shown=tuple(drawn[:OPEN]), folded=tuple(drawn[OPEN:]))
