"""A day's plan: decisions, actions, what the process goals ask for, readings, and the person's if-thens."""

from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction

from vaultgoals.core.goal import Goal
from vaultgoals.core.period import Period
from vaultgoals.core.scorecard import MEASURED, Scorecard, Standing
from vaultgoals.core.show import show_weekday
from vaultgoals.review.ahead import Ahead
from vaultgoals.review.asked import decision_due
from vaultgoals.review.happened import what_was_logged
from vaultgoals.review.in_the_way import blocked
from vaultgoals.review.listing import Listing
from vaultgoals.review.outcome import IN_FULL
from vaultgoals.review.overview import Overview
from vaultgoals.review.pages import goal_link
from vaultgoals.review.quotas import asked_on
from vaultgoals.review.spoken import named
from vaultgoals.review.steps import IN_ALL, Step, actions_due, is_unread, readings_due
from vaultgoals.review.text import Said, Text, text
from vaultgoals.review.trials import trials_ending

IF_THENS = 2
"""How many of the person's if-thens are quoted."""


def plan_of_day(overview: Overview, day: Period) -> Ahead:
    """What to do on a day, or once it is over what was logged on it."""
    card = overview.card
    if card.today > day.last:
        logged = [what_was_logged(card, s, day) for s in (*overview.outcomes, *overview.processes)]
        return Ahead(title="What happened", done=Listing.of(logged), otherwise="Nothing was logged.")
    asking = [(s, words) for s in overview.asking if (words := asked_on(card, s, day.start))]
    quoted = _if_thens([standing for standing, _ in asking])
    return Ahead(
        title="Today" if card.today in day else named(day),
        steps=_steps(overview, day),
        asks=Listing.of([_ask(card, s.goal, words, quotes=s.goal.path in quoted) for s, words in asking]),
        otherwise="Nothing is due.",
    )


def _steps(overview: Overview, day: Period) -> tuple[Step, ...]:
    """Decisions, actions, what stands in the way, and at the end what is ending and the readings."""
    card, under_way = overview.card, list(_under_way(overview))
    steps = [step for s in overview.outcomes[:IN_FULL] for step in decision_due(card, s)]
    actions = dict.fromkeys(actions_due(card, under_way, day))
    steps += [_today(step, card.today) if card.today in day else step for step in actions]
    steps += blocked(card, under_way)
    metrics = (h for h in card.histories.values() if h.goal.kind in MEASURED)
    unread = tuple(history.goal.path for history in metrics if is_unread(card, history))
    last = (*trials_ending(card), *readings_due(card, unread))
    return (*steps[: IN_ALL - len(last)], *last)


def _today(step: Step, today: date) -> Step:
    """A step of this very day says so, rather than its weekday."""
    return Step("Today", step.what) if step.when == show_weekday(today) else step


def _ask(card: Scorecard, goal: Goal, words: Text, *, quotes: bool) -> Text:
    """`Calls: 1 of the 3 left by Sunday. You said: “If a call is moved twice, …”`."""
    said = (". You said: ", Said(goal.if_then)) if quotes and goal.if_then else ()
    return text(goal_link(card.vault, goal), ": ", words, said)


def _under_way(overview: Overview) -> Iterator[Goal]:
    """Every goal, the outcomes that need the person most and what leads to them first."""
    first = [standing.goal for standing in overview.outcomes]
    below = [goal for outcome in first for goal in overview.card.vault.reaching.get(outcome.path, ())]
    paths = dict.fromkeys(goal.path for goal in (*first, *below, *overview.card.vault.goals.values()))
    return (overview.card.standings[path].goal for path in paths)


def _if_thens(asking: Iterable[Standing]) -> frozenset[str]:
    """The goals of which the person's if-then is quoted: those that are kept least."""
    said = sorted((standing for standing in asking if standing.goal.if_then), key=_kept)
    return frozenset(standing.goal.path for standing in said[:IF_THENS])


def _kept(standing: Standing) -> Fraction:
    share = standing.keeping.adherence.attainment if standing.keeping else None
    return Fraction(1) if share is None else share
