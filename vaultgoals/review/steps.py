"""Steps: what is due, each taken from a note and linked to it: open actions and readings."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from vaultgoals.core.actions import Action
from vaultgoals.core.check_in import answered_on, awaited_by, overdue_since
from vaultgoals.core.goal import Goal, History, Status
from vaultgoals.core.period import Period
from vaultgoals.core.scorecard import Scorecard, Standing, of_goal
from vaultgoals.core.show import show_day, show_weekday
from vaultgoals.core.vault import Vault
from vaultgoals.review.pages import action_link, goal_link
from vaultgoals.review.text import Text, join, text

SOON = 3
"""How many days before its check-in period ends a reading is asked for."""

IN_ALL = 7
"""How many steps a page has at most."""

NAMED = 5
"""How many goals a step names; of the others there is only the number."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do: `when` is a day or the one word that says what kind of thing it is.

    `more` are those of its goals that are too many for its line.
    """

    when: str
    what: Text
    more: tuple[Text, ...] = ()


def actions_due(
    card: Scorecard,
    goals: Iterable[Goal],
    period: Period,
    *,
    untried: Goal | None = None,
    only: Callable[[Goal, Action], bool] = lambda goal, action: True,
) -> Iterator[Step]:
    """The goals' open actions that are due by the end of a period, overdue ones too, by day.

    One of the lever `untried` says that this is the best-scored one; `only` says which are meant.
    """
    due = [
        (action.task.due, action.path, action.item.span, goal, action)
        for goal in goals
        if goal.status is Status.ACTIVE
        for action in open_actions(card.vault, goal)
        if action.task.due and action.task.due <= period.last and only(goal, action)
    ]
    for on, *_, goal, action in sorted(due, key=lambda found: found[:3]):
        when = show_weekday(on) if on >= card.asof else f"Due since {show_day(on, card.asof.year)}"
        of_lever = UNTRIED if goal == untried else ""
        yield Step(when, text(action_link(card.vault, goal, action), of_lever))


UNTRIED = ", the best-scored lever not yet tried"


def open_actions(vault: Vault, goal: Goal) -> Iterator[Action]:
    """The tasks of a goal that are still to be done, wherever they stand."""
    return (action for action in vault.actions_of(goal.path) if action.task.open)


def is_unread(card: Scorecard, history: History) -> bool:
    """Whether a reading of a metric is overdue, or due within days."""
    return _is_unread(card, card.standings[history.goal.path])


@of_goal
def _is_unread(card: Scorecard, standing: Standing) -> bool:
    history, config = standing.history, card.vault.config
    awaited = awaited_by(history, today=card.asof, config=config)
    soon = awaited is not None and (awaited.last - card.asof).days < SOON
    return soon or overdue_since(history, today=card.asof, config=config) is not None


def readings_due(card: Scorecard, due: tuple[str, ...]) -> tuple[Step, ...]:
    """The readings of these goals as one step, none where there are none; the longest overdue come first."""
    readings = sorted(_reading.each(card, due), key=lambda reading: reading[0])
    named = [words for _, words in readings]
    if not named:
        return ()
    when, what = ("ten seconds", "a reading") if len(named) == 1 else ("a minute", "readings")
    return (Step(f"Today, {when}", text(f"{what} of ", some_of(named)), tuple(named[NAMED:])),)


@of_goal
def _reading(card: Scorecard, standing: Standing) -> tuple[tuple[bool, date], Text]:
    """Whether a reading is only due, and since when there is none; and how it is asked for."""
    history, begun = standing.history, standing.goal.start or date.min
    answers = answered_on(history, card.asof)
    late = overdue_since(history, today=card.asof, config=card.vault.config)
    last = f"last read {show_day(answers[-1], card.asof.year)}" if answers else "not read yet"
    words = text(goal_link(card.vault, history.goal), f" ({last})")
    return (late is None, answers[-1] if answers else begun), words


def some_of(names: Sequence[Text]) -> Text:
    """Names in a sentence, `A, B and C`; of many the first five, and how many more there are."""
    *first, last = names
    if len(names) > NAMED:
        first, last = list(names[:NAMED]), text(f"{len(names) - NAMED} more")
    return text(join(first, ", "), " and " if first else "", last)
