"""The goal map as a picture: goals, and arrows from each to what it leads to."""

from dataclasses import dataclass, replace

from vaultgoals.core.goal import Kind
from vaultgoals.core.health import Health
from vaultgoals.core.scorecard import Scorecard, Standing, of_goal
from vaultgoals.review.ladder import HEADS, goals_above, live_goals
from vaultgoals.review.marks import in_words, mark_of
from vaultgoals.review.scale import Scale
from vaultgoals.review.standing_line import judged, limits

MOST = 40
"""How many goals a picture on a page shows at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowNode:
    """A goal in the picture. `id` names it there; `about` is a few words on what it is or how it stands.

    `mark` is that of its health, empty for a kind that has none.
    """

    id: str
    path: str
    title: str
    kind: Kind
    health: Health | None
    mark: str
    about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowEdge:
    """That the goal `lower` leads to the goal `upper`, by their ids."""

    lower: str
    upper: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """Goals from the top down, and what leads to what. `left_out` is the number of goals without a place."""

    nodes: tuple[FlowNode, ...]
    edges: tuple[FlowEdge, ...]
    left_out: int = 0

    def for_a_page(self) -> "Flow":
        """The same, small enough to read: of more than 40 goals only objectives and outcomes, 40 at most."""
        if len(self.nodes) <= MOST:
            return self
        nodes = tuple(node for node in self.nodes if node.kind in HEADS)[:MOST]
        kept = {node.id for node in nodes}
        edges = tuple(edge for edge in self.edges if {edge.lower, edge.upper} <= kept)
        return replace(self, nodes=nodes, edges=edges, left_out=len(self.nodes) - len(nodes))


def goal_flow(card: Scorecard) -> Flow:
    """All goals that are active or paused: objectives first, then outcomes, then what leads to them."""
    live = live_goals(card)
    ids = {standing.goal.path: f"n{number}" for number, standing in enumerate(live, 1)}
    edges = (
        FlowEdge(lower=ids[standing.goal.path], upper=ids[upper.goal.path])
        for standing in live
        for upper in goals_above(card, standing)
    )
    return Flow(nodes=tuple(_node(card, s, ids[s.goal.path]) for s in live), edges=tuple(edges))


@of_goal
def _node(card: Scorecard, standing: Standing, name: str) -> FlowNode:
    goal, health = standing.goal, judged(standing)
    return FlowNode(
        id=name,
        path=goal.path,
        title=goal.title,
        kind=goal.kind,
        health=health,
        mark=mark_of(health) if health else "",
        about=_about(card, standing, health),
    )


def _about(card: Scorecard, standing: Standing, health: Health | None) -> str:
    goal = standing.goal
    match goal.kind:
        case Kind.OBJECTIVE | Kind.OUTCOME:
            return in_words(health)
        case Kind.PROCESS if goal.cadence:
            return goal.cadence.text
        case Kind.GUARDRAIL:
            return limits(goal, Scale.of(standing.history, card.asof)) or goal.kind
        case _:
            return goal.kind
