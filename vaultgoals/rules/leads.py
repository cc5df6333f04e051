"""Where a goal's properties lead, and where they may."""

from collections.abc import Iterator

from vaultgoals.core.goal import Goal, Kind
from vaultgoals.core.kinds import MAY_SERVE
from vaultgoals.core.note import Link


def goal_links(goal: Goal) -> Iterator[tuple[str, Link]]:
    """The links by which a goal is joined to others, each with its property's name."""
    yield from (("outcome", link) for link in goal.outcome)
    if goal.objective:
        yield "objective", goal.objective


def may_lead_to(kind: Kind, name: str) -> frozenset[Kind]:
    """The kinds that the property `name` of a goal may lead to."""
    return frozenset({Kind.OBJECTIVE}) if name == "objective" else MAY_SERVE.get(kind, frozenset())
