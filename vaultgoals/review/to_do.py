"""What there is to do now: actions, decisions, what process goals ask for, readings; each with its why."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from vaultgoals.core.actions import Action
from vaultgoals.core.check_in import answered_on, awaited_by, overdue_since
from vaultgoals.core.goal import Goal, History, Kind, Status
from vaultgoals.core.links import folded
from vaultgoals.core.scorecard import MEASURED, Scorecard, Standing
from vaultgoals.core.show import show_day
from vaultgoals.review.gist import gist
from vaultgoals.review.in_the_way import blocked
from vaultgoals.review.marks import health_of, in_words
from vaultgoals.review.overview import Overview
from vaultgoals.review.people_paths import people_of
from vaultgoals.review.quotas import asked_on
from vaultgoals.review.resting import resting
from vaultgoals.review.steps import is_unread, open_actions
from vaultgoals.review.text import Name, Said, Text, text
from vaultgoals.review.trials import explored_until, is_over


class Ask(StrEnum):
    """What kind of thing there is to do, in the order in which it is told."""

    ACTION = "action"
    DECISION = "decision"
    BLOCKER = "blocker"
    PROCESS = "process"
    READING = "reading"


@dataclass(frozen=True, slots=True, kw_only=True)
class ToDo:
    """One thing to do about a `goal`: `what` it is, `why`, and the `outcomes` that it leads to.

    `by` is the day that it is due, None where it has none; `late` says that this day has passed. It stands at
    `path`, an action in its `line`. `owners` are those whose it is: an action's own, else the goal's, else
    the outcomes'.
    """

    ask: Ask
    goal: Goal
    what: Text
    why: Text = ()
    outcomes: tuple[Goal, ...]
    by: date | None = None
    late: bool = False
    owners: tuple[str, ...]
    path: str
    line: int | None = None


def things_to_do(overview: Overview) -> Iterator[ToDo]:
    """All there is to do on the overview's day, by kind; what is late comes first in its kind."""
    card = overview.card
    goals = list(_by_need(overview))
    yield from _actions(card, goals)
    for tell in (_decisions, _blockers):
        for goal in goals:
            yield from tell(card, goal)
    for standing in overview.asking:
        yield from _process(card, standing)
    metrics = (card.histories[goal.path] for goal in goals if goal.kind in MEASURED)
    readings = [_reading(card, history) for history in metrics if is_unread(card, history)]
    yield from sorted(readings, key=lambda one: not one.late)


def _by_need(overview: Overview) -> Iterator[Goal]:
    """Every goal: the outcomes that need the person most and what leads to them first."""
    card = overview.card
    first = [standing.goal for standing in overview.outcomes]
    below = [goal for outcome in first for goal in card.vault.reaching.get(outcome.path, ())]
    paths = dict.fromkeys(goal.path for goal in (*first, *below, *card.vault.goals.values()))
    return (card.standings[path].goal for path in paths)


def _actions(card: Scorecard, goals: Iterable[Goal]) -> list[ToDo]:
    """The open actions that are due, by day and place; one of several goals is told with the neediest."""
    names = {folded(name): name for name in people_of(card.vault)}
    found: dict[tuple[date, str, int], ToDo] = {}
    for goal in goals:
        if goal.status is Status.ACTIVE:
            for action in open_actions(card.vault, goal):
                by = action.task.due
                if by and by <= card.asof:
                    place = (by, action.path, action.item.span.start)
                    found.setdefault(place, _action(card, goal, action, by, names))
    return [found[place] for place in sorted(found)]


def _action(card: Scorecard, goal: Goal, action: Action, by: date, names: Mapping[str, str]) -> ToDo:
    """An action that is due; its owner is spelt as goals write them, in `names`."""
    about = _about(card, Ask.ACTION, goal, text(Name(action.text or goal.title)), by=by, late=by < card.asof)
    return replace(
        about,
        why=_verdict(card, about.outcomes),
        owners=(names.get(folded(action.owner), action.owner),) if action.owner else about.owners,
        path=action.path,
        line=card.vault.notes[action.path].source.position(action.item.span.start).line,
    )


def _decisions(card: Scorecard, goal: Goal) -> Iterator[ToDo]:
    """What there is to decide about an outcome that cannot be judged, and about what is tried for a while."""
    if goal.status is not Status.ACTIVE:
        return
    rest = resting(card.standings[goal.path], card.asof) if goal.kind is Kind.OUTCOME else None
    if rest and rest.decide:
        yield _about(card, Ask.DECISION, goal, text(f"decide {rest.decide}"), why=text(rest.why))
    if until := explored_until(card, goal):
        what, why = text("decide what it leads to, or drop it"), text(f"Explored until {_day(card, until)}.")
        yield _about(card, Ask.DECISION, goal, what, why=why, by=until, late=until < card.asof)
    if (until := goal.tried_until) and is_over(goal, card.asof):
        what, why = text("write down what came of it"), text(f"An experiment until {_day(card, until)}.")
        yield _about(card, Ask.DECISION, goal, what, why=why, by=until, late=True)


def _blockers(card: Scorecard, goal: Goal) -> Iterator[ToDo]:
    return (_about(card, Ask.BLOCKER, goal, step.what) for step in blocked(card, [goal]))


def _process(card: Scorecard, standing: Standing) -> Iterator[ToDo]:
    keeping = standing.keeping
    if asked := asked_on(card, standing, card.asof):
        by = keeping.current.period.last if keeping and keeping.current else None
        about = _about(card, Ask.PROCESS, standing.goal, asked, by=by)
        yield replace(about, why=_in_their_words(card, standing) or _verdict(card, about.outcomes))


def _reading(card: Scorecard, history: History) -> ToDo:
    config, answers = card.vault.config, answered_on(history, card.asof)
    late = overdue_since(history, today=card.asof, config=config)
    asked = late or awaited_by(history, today=card.asof, config=config)
    what = f"last read {_day(card, answers[-1])}" if answers else "not read yet"
    by = asked.last if asked else None
    return _about(card, Ask.READING, history.goal, text(what), by=by, late=late is not None)


def _about(
    card: Scorecard,
    ask: Ask,
    goal: Goal,
    what: Text,
    *,
    why: Text = (),
    by: date | None = None,
    late: bool = False,
) -> ToDo:
    """A thing to do about a goal, with where that leads and whose it is."""
    outcomes = (goal.path,) if goal.kind is Kind.OUTCOME else card.standings[goal.path].outcomes
    above = tuple(card.standings[path].goal for path in outcomes)
    owners = goal.owners or tuple(dict.fromkeys(name for outcome in above for name in outcome.owners))
    return ToDo(
        ask=ask,
        goal=goal,
        what=what,
        why=why,
        outcomes=above,
        by=by,
        late=late,
        owners=owners,
        path=goal.path,
    )


def _day(card: Scorecard, day: date) -> str:
    return show_day(day, card.asof.year)


def _verdict(card: Scorecard, outcomes: tuple[Goal, ...]) -> Text:
    """How the first outcome stands, and what that means: `off track, belief in doubt`."""
    if not outcomes:
        return ()
    standing = card.standings[outcomes[0].path]
    return text(", ".join(filter(None, (in_words(health_of(standing)), gist(card, standing)))))


def _in_their_words(card: Scorecard, standing: Standing) -> Text:
    """Why they do it; where they do it too little, what they said they would do then."""
    goal, kept = standing.goal, standing.keeping.adherence.attainment if standing.keeping else None
    short = kept is not None and kept < card.vault.config.thresholds.did
    if goal.if_then and (short or not goal.because):
        return text("You said: ", Said(goal.if_then))
    return text("You wrote: ", Said(goal.because)) if goal.because else ()
