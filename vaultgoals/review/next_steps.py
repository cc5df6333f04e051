"""What to do by the end of a period: at most three steps an outcome, seven in all."""

from collections.abc import Iterator, Sequence

from vaultgoals.core.goal import Goal, History
from vaultgoals.core.period import Period
from vaultgoals.core.scorecard import MEASURED, Scorecard, Standing
from vaultgoals.review.asked import asked_by_verdict
from vaultgoals.review.in_the_way import blocked
from vaultgoals.review.outcome import IN_FULL
from vaultgoals.review.pages import goal_link
from vaultgoals.review.steps import IN_ALL, UNTRIED, Step, actions_due, is_unread, readings_due
from vaultgoals.review.text import text
from vaultgoals.review.trials import trials_ending
from vaultgoals.review.waiting import best_untried, next_open

PER_OUTCOME = 3


def next_steps(card: Scorecard, outcomes: Sequence[Standing], period: Period) -> tuple[Step, ...]:
    """What to do by the end of a period, for the outcomes in their order of need; the readings due come last.

    What serves several outcomes is named once, where it is needed most.
    """
    steps: dict[Step, None] = {}
    due: dict[str, History] = {}
    for place, standing in enumerate(outcomes, start=1):
        unread = {history.goal.path: history for history in _unread(card, standing)}
        own = list(dict.fromkeys(_of_outcome(card, standing, period, asks=place <= IN_FULL)))
        steps |= dict.fromkeys(own[: PER_OUTCOME - bool(unread)])
        due |= unread
    last = (*trials_ending(card), *readings_due(card, list(due.values())))
    return (*list(steps)[: IN_ALL - len(last)], *last)


def _of_outcome(card: Scorecard, standing: Standing, period: Period, *, asks: bool) -> Iterator[Step]:
    """The actions of an outcome; what its verdict `asks`, and why not, where it has a section to say why."""
    goals = [standing.goal, *_below(card, standing)]
    if not asks:
        yield from actions_due(card, goals, period)
        return
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


def _unread(card: Scorecard, outcome: Standing) -> Iterator[History]:
    """The metrics of an outcome whose reading is overdue, or due within days."""
    goals = (outcome.goal, *_below(card, outcome))
    histories = (card.histories[goal.path] for goal in goals if goal.kind in MEASURED)
    return (history for history in histories if is_unread(card, history))
