"""Which goals lead to which, among those that are active or paused."""

from vaultgoals.core.goal import Kind, Status
from vaultgoals.core.scorecard import Scorecard, Standing, of_goal

HEADS = (Kind.OBJECTIVE, Kind.OUTCOME)
"""The kinds that everything else is to lead to."""

_LIVE = frozenset({Status.ACTIVE, Status.PAUSED})
# Early indicators, outputs and guardrails first, then what is tried and made, then what is done.
_ORDER = (*HEADS, Kind.INDICATOR, Kind.GUARDRAIL, Kind.LEVER, Kind.OUTPUT, Kind.PROCESS)


def live_goals(card: Scorecard) -> list[Standing]:
    """All goals that are active or paused, objectives first and process goals last, each kind by path."""
    return sorted((s for s in card.standings.values() if s.goal.status in _LIVE), key=_rank)


@of_goal
def goals_above(card: Scorecard, standing: Standing) -> tuple[Standing, ...]:
    """The active and paused goals that a goal leads to directly, the objective of an outcome."""
    vault, goal = card.vault, standing.goal
    objective = vault.objective_of(goal) if goal.kind is Kind.OUTCOME else None
    above = (objective,) if objective else dict.fromkeys(vault.serves[goal.path])
    return tuple(card.standings[path] for path in above if card.standings[path].goal.status in _LIVE)


def goals_below(card: Scorecard, standing: Standing) -> tuple[Standing, ...]:
    """The active and paused goals that lead to a goal directly."""
    path = standing.goal.path
    return tuple(s for s in live_goals(card) if any(path == up.goal.path for up in goals_above(card, s)))


def _rank(standing: Standing) -> tuple[int, str]:
    return _ORDER.index(standing.goal.kind), standing.goal.path
