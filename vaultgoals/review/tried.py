"""The levers that were tried in a period, with what the person found out."""

from collections.abc import Iterator
from datetime import date

from vaultgoals.core.goal import Goal, Kind, Status
from vaultgoals.core.period import Period
from vaultgoals.core.scorecard import Scorecard
from vaultgoals.core.vault import CLOSED
from vaultgoals.review.pages import goal_link, is_past
from vaultgoals.review.text import Said, Text, text


def levers_tried(card: Scorecard, period: Period) -> tuple[Text, ...]:
    """A line for each lever with a `result`, or that was closed: `Price per site: “worked, …”`, by path.

    A lever belongs to the period in which it was closed, or else its time box or due date lies. A result
    without any day is told on the pages that are not past yet.
    """
    past = is_past(card.vault.config, period, card.today)
    return tuple(
        _tried(card, goal) for goal in _levers(card) if (day in period if (day := _day(goal)) else not past)
    )


def _levers(card: Scorecard) -> Iterator[Goal]:
    levers = (s.goal for s in card.standings.values() if s.goal.kind is Kind.LEVER)
    return (goal for goal in levers if goal.result or (goal.status in CLOSED and goal.closed))


def _day(lever: Goal) -> date | None:
    return lever.closed or lever.timebox or lever.due


def _tried(card: Scorecard, lever: Goal) -> Text:
    link = goal_link(card.vault, lever)
    if lever.result:
        return text(link, ": ", Said(lever.result))
    fate = "dropped" if lever.status is Status.DROPPED else "done"
    return text(link, f": {fate}, and no result is written down")
