"""What one person has to do by the end of the week, and what others wait for from them."""

import re
from collections.abc import Iterable, Iterator

from vaultgoals.core.actions import Action
from vaultgoals.core.goal import Goal
from vaultgoals.core.links import folded
from vaultgoals.core.period import Period
from vaultgoals.core.scorecard import MEASURED, Scorecard
from vaultgoals.review.ahead import Ahead
from vaultgoals.review.asked import decision_due
from vaultgoals.review.in_the_way import blocked
from vaultgoals.review.listing import Listing
from vaultgoals.review.outcome import IN_FULL
from vaultgoals.review.overview import Overview
from vaultgoals.review.pages import goal_link
from vaultgoals.review.people_paths import is_owned
from vaultgoals.review.quotas import asked_on
from vaultgoals.review.steps import IN_ALL, Step, actions_due, is_unread, readings_due
from vaultgoals.review.text import Said, Text, text


def is_theirs(card: Scorecard, goal: Goal, owner: str) -> bool:
    """Whether a goal is a person's: it names them, or names nobody, and an outcome that it leads to does."""
    if goal.owners:
        return is_owned(goal, owner)
    outcomes = card.standings[goal.path].outcomes
    return any(is_owned(card.standings[path].goal, owner) for path in outcomes)


def what_is_due(overview: Overview, owner: str, week: Period) -> Ahead:
    """Decisions, actions by the end of the week, what blocks them, readings, and what process goals ask for.

    An action that names somebody is theirs, whosever the goal is.
    """
    card = overview.card
    theirs = [s.goal for s in card.standings.values() if overview.only and s.goal.path in overview.only]
    steps = [step for s in overview.outcomes[:IN_FULL] for step in decision_due(card, s)]
    steps += dict.fromkeys(_actions(overview, owner, week))
    steps += blocked(card, theirs)
    metrics = [card.histories[goal.path] for goal in theirs if goal.kind in MEASURED]
    readings = readings_due(card, tuple(h.goal.path for h in metrics if is_unread(card, h)))
    asked = [(s.goal, words) for s in overview.asking if (words := asked_on(card, s, card.today))]
    return Ahead(
        title="This week",
        steps=(*steps[: IN_ALL - len(readings)], *readings),
        asks=Listing.of([text(goal_link(card.vault, goal), ": ", words) for goal, words in asked]),
        otherwise="Nothing is due.",
    )


def _actions(overview: Overview, owner: str, week: Period) -> Iterator[Step]:
    card, only = overview.card, overview.only or frozenset()

    def is_for_them(goal: Goal, action: Action) -> bool:
        return folded(action.owner) == folded(owner) if action.owner else goal.path in only

    goals = (standing.goal for standing in card.standings.values())
    return actions_due(card, goals, week, only=is_for_them)


def waiting_for(overview: Overview, owner: str) -> Iterator[Text]:
    """The goals of others whose last check-in says that they are blocked, and names this person."""
    only = overview.only or frozenset()
    others = (s.goal for s in overview.card.standings.values() if s.goal.path not in only)
    named = re.compile(rf"(?<!\w){re.escape(folded(owner))}(?!\w)")
    for step in blocked(overview.card, others):
        if any(named.search(folded(words)) for words in _said_in(step.what)):
            yield step.what


def _said_in(words: Text) -> Iterable[str]:
    return (part.words for part in words if isinstance(part, Said))
