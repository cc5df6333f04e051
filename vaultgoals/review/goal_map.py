"""The goal map: what leads to what, as a picture and as a nested list."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from vaultgoals.core.goal import Kind
from vaultgoals.core.scorecard import Scorecard, Standing, of_goal
from vaultgoals.review.flow import Flow, goal_flow
from vaultgoals.review.ladder import HEADS, goals_above, live_goals
from vaultgoals.review.marks import health_of, mark_of
from vaultgoals.review.overview import is_paused
from vaultgoals.review.pages import goal_link
from vaultgoals.review.scale import Scale
from vaultgoals.review.standing_line import limits
from vaultgoals.review.text import Name, Text, text

OPEN = 24
"""How many goals a map shows that is not folded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MapLine:
    """One goal on the map, `depth` levels below the top."""

    depth: int
    words: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalMap:
    """What leads to what, from the top; and the goals that lead to no outcome, or in a circle.

    `flow` is the picture of it, None where nothing leads to anything.
    """

    lines: tuple[MapLine, ...]
    lost: tuple[Text, ...]
    flow: Flow | None

    @property
    def folded(self) -> bool:
        """Whether the list is folded: below a picture, or too long to stand open."""
        return self.flow is not None or len(self.lines) + len(self.lost) > OPEN


def goal_map(card: Scorecard) -> GoalMap:
    """The goals that are active or paused, each below what it leads to.

    One that leads to several stands below each of them, and what is below it only the first time.
    """
    live = live_goals(card)
    below: dict[str, list[Standing]] = {}
    for standing in live:
        for upper in goals_above(card, standing):
            below.setdefault(upper.goal.path, []).append(standing)
    tops = [s for s in live if s.goal.kind in HEADS and not goals_above(card, s)]
    drawn: set[str] = set()
    lines = tuple(line for top in tops for line in _draw(card, top, below, drawn))
    lost = [standing for standing in live if standing.goal.path not in drawn]
    flow = goal_flow(card).for_a_page()
    return GoalMap(
        lines=lines,
        lost=tuple(goal_words(card, standing) for standing in lost),
        flow=flow if flow.edges else None,
    )


def _draw(
    card: Scorecard,
    standing: Standing,
    below: Mapping[str, Sequence[Standing]],
    drawn: set[str],
    depth: int = 0,
) -> Iterator[MapLine]:
    path, words = standing.goal.path, goal_words(card, standing)
    if path in drawn:
        yield MapLine(depth=depth, words=text(words, ", as above" if below.get(path) else ""))
        return
    drawn.add(path)
    yield MapLine(depth=depth, words=words)
    for lower in below.get(path, ()):
        yield from _draw(card, lower, below, drawn, depth + 1)


@of_goal
def goal_words(card: Scorecard, standing: Standing) -> Text:
    """A goal with what it is: `○ Trial conversion`, `Calls: 10 calls per week`, `Refunds: at most 2 %`."""
    goal = standing.goal
    link, paused = goal_link(card.vault, goal), ", paused" if is_paused(standing) else ""
    match goal.kind:
        case Kind.OBJECTIVE | Kind.OUTCOME:
            return text(f"{mark_of(health_of(standing))} ", link, paused)
        case Kind.PROCESS:
            often = (": ", Name(goal.cadence.text)) if goal.cadence else ()
            return text(link, often, paused)
        case Kind.GUARDRAIL:
            bounds = limits(goal, Scale.of(standing.history, card.asof))
            return text(link, f": {bounds}" if bounds else ", guardrail", paused)
        case _:
            return text(link, f", {goal.kind}", paused)
