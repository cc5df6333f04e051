"""What to do by the end of a period: at most three steps an outcome, seven in all."""

from collections.abc import Iterator
from itertools import chain

from vaultgoals.core.goal import Goal
from vaultgoals.core.period import Period
from vaultgoals.core.scorecard import MEASURED, Scorecard, Standing, of_goal
from vaultgoals.review.asked import asked_by_verdict
from vaultgoals.review.in_the_way import blocked
from vaultgoals.review.outcome import IN_FULL
from vaultgoals.review.pages import goal_link
from vaultgoals.review.steps import IN_ALL, UNTRIED, Step, actions_due, is_unread, readings_due
from vaultgoals.review.text import text
from vaultgoals.review.trials import trials_ending
from vaultgoals.review.waiting import best_untried, next_open

PER_OUTCOME = 3


def next_steps(card: Scorecard, outcomes: tuple[str, ...], period: Period) -> tuple[Step, ...]:
    """What to do by the end of a period, for the outcomes in their order of need; the readings due come last.

    The outcomes are given by path. What serves several outcomes is named once, where it is needed most.
    """
    unread = _unread.each(card, outcomes)
    own = (*_asked.each(card, outcomes[:IN_FULL], period), *_due.each(card, outcomes[IN_FULL:], period))
    steps: dict[Step, None] = {}
    for of_one, overdue in zip(own, unread, strict=True):
        steps |= dict.fromkeys(of_one[: PER_OUTCOME - bool(overdue)])
    due = dict.fromkeys(chain.from_iterable(unread))
    last = (*trials_ending(card), *readings_due(card, tuple(due)))
    return (*list(steps)[: IN_ALL - len(last)], *last)


@of_goal
def _asked(card: Scorecard, standing: Standing, period: Period) -> tuple[Step, ...]:
    """What the verdict on an outcome asks for, and why not, and its actions: it has a section to say why."""
    return tuple(dict.fromkeys(_by_verdict(card, standing, period)))


@of_goal
def _due(card: Scorecard, standing: Standing, period: Period) -> tuple[Step, ...]:
    """The actions of an outcome that are due."""
    goals = [standing.goal, *_below(card, standing)]
    return tuple(dict.fromkeys(actions_due(card, goals, period)))


def _by_verdict(card: Scorecard, standing: Standing, period: Period) -> Iterator[Step]:
    goals = [standing.goal, *_below(card, standing)]
    yield from asked_by_verdict(card, standing, period)
    yield from blocked(card, goals)
    lever = best_untried(card, standing, goals)
    due = list(actions_due(card, goals, period, untried=lever))
    yield from due
    if lever and not any(actions_due(card, [lever], period)):
        yield Step("Try", text(goal_link(card.vault, lever), UNTRIED))
    if not due:
        yield from next_open(card, standing, goals, period)


def _below(card: Scorecard, outcome: Standing) -> list[Goal]:
    """The goals that lead to an outcome."""
    return [card.standings[goal.path].goal for goal in card.vault.reaching.get(outcome.goal.path, ())]


@of_goal
def _unread(card: Scorecard, outcome: Standing) -> tuple[str, ...]:
    """The metrics of an outcome whose reading is overdue, or due within days, by path."""
    goals = (outcome.goal, *_below(card, outcome))
    histories = (card.histories[goal.path] for goal in goals if goal.kind in MEASURED)
    return tuple(history.goal.path for history in histories if is_unread(card, history))
