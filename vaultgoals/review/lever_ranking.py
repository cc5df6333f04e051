"""The levers that were not tried yet, the most promising first."""

from collections.abc import Sequence

from vaultgoals.core.goal import Goal, Kind, Status
from vaultgoals.core.rollup import lever_score
from vaultgoals.core.scorecard import Scorecard
from vaultgoals.core.show import show_number
from vaultgoals.review.overview import under_way
from vaultgoals.review.pages import goal_link
from vaultgoals.review.text import Text, join, text
from vaultgoals.review.trials import is_over

RANKED = 5
"""How many levers are named in a ranking."""


def untried_levers(card: Scorecard) -> tuple[Goal, ...]:
    """The scored levers without a result that lead to an active outcome, the best score first."""
    levers = (s.goal for s in card.standings.values() if s.goal.kind is Kind.LEVER)
    found = [
        (score, lever.path, lever)
        for lever in levers
        if lever.status is Status.ACTIVE and not lever.result and not is_over(lever, card.asof)
        if _serves(card, lever)
        if (score := lever_score(lever)) is not None
    ]
    return tuple(lever for *_, lever in sorted(found, key=lambda one: one[:2], reverse=True))


def _serves(card: Scorecard, lever: Goal) -> bool:
    return any(under_way(card.standings[path]) for path in card.vault.outcomes_of(lever.path))


def ranking(card: Scorecard, levers: Sequence[Goal]) -> Text:
    """`[[Price per site]] 1.2 · [[Video]] 0.8 and 3 more`; empty below two, with nothing to rank."""
    if len(levers) < 2:
        return ()
    scored = [
        text(goal_link(card.vault, lever), f" {show_number(score)}")
        for lever in levers[:RANKED]
        if (score := lever_score(lever)) is not None
    ]
    more = len(levers) - RANKED
    return text(join(scored, " · "), f" and {more} more" if more > 0 else "")
