"""What was to be tried for a while and is ending: explorations without an outcome, and experiments."""

from collections.abc import Iterator
from datetime import date

from vaultgoals.core.goal import Goal, Kind
from vaultgoals.core.memo import remembered
from vaultgoals.core.past import as_it_was
from vaultgoals.core.scorecard import Scorecard
from vaultgoals.core.show import show_day
from vaultgoals.core.vault import Vault
from vaultgoals.review.pages import goal_link
from vaultgoals.review.shown import active
from vaultgoals.review.steps import Step, some_of
from vaultgoals.review.text import Text, text

NEAR = 14
"""How many days before its end an exploration asks what comes of it."""


def trials_ending(card: Scorecard) -> tuple[Step, ...]:
    """The explorations that end soon or have ended, and the experiments whose time is over; a step a kind."""
    return _ending(card.vault, card.asof, card.today)


@remembered
def _ending(vault: Vault, asof: date, today: date) -> tuple[Step, ...]:
    return tuple(_steps(Scorecard(vault, asof, today)))


def _steps(card: Scorecard) -> Iterator[Step]:
    paths = (path for kind in (Kind.PROCESS, Kind.LEVER) for path in active(card.vault, kind, card.asof))
    goals = [as_it_was(card.vault.goals[path], card.asof) for path in sorted(paths)]
    explored = [_named(card, goal, until) for goal in goals if (until := explored_until(card, goal))]
    if explored:
        ask, drop = ("leads", "it") if len(explored) == 1 else ("lead", "them")
        yield Step("Decide", text("what ", some_of(explored), f" {ask} to, or drop {drop}"))
    tried = [_named(card, g, g.tried_until) for g in goals if g.tried_until and is_over(g, card.asof)]
    if tried:
        yield Step("Write down", text("what came of ", some_of(tried)))


def _named(card: Scorecard, goal: Goal, until: date) -> Text:
    kind = "experiment" if goal.kind is Kind.LEVER else "explored"
    return text(goal_link(card.vault, goal), f" ({kind} until {show_day(until, card.asof.year)})")


def explored_until(card: Scorecard, goal: Goal) -> date | None:
    """The last day of an exploration that still leads to no outcome, once it is near."""
    until = goal.until if goal.kind is Kind.PROCESS and goal.exploratory and not goal.outcome else None
    return until if until and (until - card.asof).days < NEAR else None


def is_over(goal: Goal, asof: date) -> bool:
    """Whether a goal is an experiment without a result whose last day has passed."""
    running = goal.kind is Kind.LEVER and goal.experiment and not goal.result
    return running and goal.tried_until is not None and goal.tried_until < asof
