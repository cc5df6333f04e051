"""The goals that wait for a reading on a day, each with why, what was logged last, and how it stands now."""

from collections.abc import Iterator
from dataclasses import dataclass

from vaultgoals.core.goal import Goal, Kind
from vaultgoals.core.kept import is_log
from vaultgoals.core.scorecard import Scorecard
from vaultgoals.review.agenda import agenda
from vaultgoals.review.log import value_of
from vaultgoals.review.logged_now import now_of, show_near
from vaultgoals.review.scale import Scale
from vaultgoals.review.text import plain
from vaultgoals.review.to_do import Ask, ToDo

_ASKED = frozenset({Ask.PROCESS, Ask.READING})


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A goal that waits for a reading: the `outcomes` it is for, and in words `why`, `last` and `now`."""

    goal: Goal
    outcomes: tuple[str, ...] = ()
    why: str = ""
    last: str = ""
    now: str = ""


def waiting_on(card: Scorecard, owner: str | None = None) -> Iterator[Waiting]:
    """The goals that the list of what to do asks a number of, in its order, each once; of an owner or all."""
    items = agenda(card.vault, today=card.today, owner=owner).items
    asked = (one for one in items if one.ask in _ASKED)
    found: dict[str, ToDo] = {}
    for one in asked:
        found.setdefault(one.goal.path, one)
    return (_waiting(card, one.goal, one) for one in found.values())


def waiting(card: Scorecard, goal: Goal) -> Waiting:
    """The same of any goal."""
    there = (one for one in waiting_on(card) if one.goal.path == goal.path)
    return next(there, None) or _waiting(card, goal, None)


def _waiting(card: Scorecard, goal: Goal, one: ToDo | None) -> Waiting:
    outcomes = one.outcomes if one else ()
    return Waiting(
        goal=goal,
        outcomes=tuple(outcome.title for outcome in outcomes if outcome.path != goal.path),
        why=plain(one.why) if one and goal.kind is Kind.PROCESS else "",
        last=_last(card, goal),
        now=now_of(card, card.standings[goal.path]),
    )


def _last(card: Scorecard, goal: Goal) -> str:
    history = card.histories[goal.path]
    logs = [log for log in history.checkins if is_log(log) and log.on <= card.asof]
    if not logs:
        return "nothing logged yet"
    said = plain(value_of(goal, logs[-1], Scale.of(history)))
    return f"last {said} on {show_near(logs[-1].on, card.today)}"
