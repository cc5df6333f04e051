"""What to do next: at most three steps an outcome, each taken from a note and linked to it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from vaultgoals.core.actions import Action
from vaultgoals.core.check_in import answered_on, awaited_by, overdue_since
from vaultgoals.core.doing import ProcessPart
from vaultgoals.core.goal import Goal, History, Kind, Status
from vaultgoals.core.period import Period
from vaultgoals.core.rollup import lever_score
from vaultgoals.core.scorecard import MEASURED, Scorecard, Standing
from vaultgoals.core.show import show_day, show_weekday
from vaultgoals.core.vault import Vault
from vaultgoals.core.verdict import DiagnosisKind
from vaultgoals.review.outcome import IN_FULL
from vaultgoals.review.pages import action_link, goal_link
from vaultgoals.review.resting import resting
from vaultgoals.review.text import Said, Text, join, text

SOON = 3
"""How many days before its check-in period ends a reading is asked for."""

PER_OUTCOME = 3
IN_ALL = 7
READINGS = 5
"""How many readings that are due are named; of the others there is only the number."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do: `when` is a day or the one word that says what kind of thing it is."""

    when: str
    what: Text


def next_steps(card: Scorecard, outcomes: Sequence[Standing], week: Period) -> tuple[Step, ...]:
    """What to do by the end of a week, for the outcomes in their order of need; the readings due come last.

    What serves several outcomes is named once, where it is needed most.
    """
    steps: dict[Step, None] = {}
    due: dict[str, History] = {}
    for place, standing in enumerate(outcomes, start=1):
        unread = {history.goal.path: history for history in _unread(card, standing)}
        own = list(_of_outcome(card, standing, week, asks=place <= IN_FULL))
        steps |= dict.fromkeys(own[: PER_OUTCOME - bool(unread)])
        due |= unread
    readings = readings_due(card, list(due.values()))
    return (*list(steps)[: IN_ALL - len(readings)], *readings)


def _of_outcome(card: Scorecard, standing: Standing, week: Period, *, asks: bool) -> Iterator[Step]:
    """The actions of an outcome, and what its diagnosis `asks`, where it has a section to say why."""
    below = _below(card, standing)
    if asks:
        yield from _first(card, standing)
    yield from actions_due(card, [standing.goal, *below], week)
    if asks and standing.diagnosis and standing.diagnosis.kind is DiagnosisKind.ASSUMPTION_TO_REVISIT:
        yield from _untried(card, below, week)


def _below(card: Scorecard, outcome: Standing) -> list[Goal]:
    """The goals that lead to an outcome."""
    return [card.standings[goal.path].goal for goal in card.vault.reaching.get(outcome.goal.path, ())]


def _first(card: Scorecard, standing: Standing) -> Iterator[Step]:
    """What the diagnosis itself asks for."""
    if standing.diagnosis is None:
        yield from decision_due(card, standing)
        return
    outcome = goal_link(card.vault, standing.goal)
    match standing.diagnosis.kind:
        case DiagnosisKind.GUARDRAIL_BROKEN:
            guardrail = goal_link(card.vault, standing.diagnosis.broken[0].goal)
            yield Step("First", text("bring ", guardrail, " back within its limit"))
        case DiagnosisKind.ASSUMPTION_TO_REVISIT:
            yield Step("Decide", text("whether to change the bet → ", outcome))
        case DiagnosisKind.EXECUTION_GAP:
            yield from _gap(card, standing.diagnosis.processes)
        case DiagnosisKind.NO_PROCESS:
            yield Step("Write", text("one thing you do every week for ", outcome, ", and why it should help"))
        case DiagnosisKind.LOG_FIRST:
            worst = max(standing.diagnosis.processes, key=lambda part: part.unlogged)
            yield Step("Fill in", text("what you remember of ", goal_link(card.vault, worst.goal)))
        case DiagnosisKind.MOVES_WITHOUT_IT:
            yield Step("Find out", text("what moves ", outcome, " before adding effort"))


def decision_due(card: Scorecard, standing: Standing) -> Iterator[Step]:
    """What there is to decide about an outcome that cannot be judged, where there is anything."""
    rest = resting(standing, card.asof)
    if rest and rest.decide:
        yield Step("Decide", text(f"{rest.decide} → ", goal_link(card.vault, standing.goal)))


def _gap(card: Scorecard, parts: Sequence[ProcessPart]) -> Iterator[Step]:
    """The process goal with the largest gap, and what the person said they would do about it."""
    judged = [part for part in parts if part.attainment is not None]
    if not judged:
        return
    goal = min(judged, key=lambda part: part.attainment or 0).goal
    link = goal_link(card.vault, goal)
    if goal.if_then:
        yield Step("Close the gap", text(link, ". You said: ", Said(goal.if_then)))
    elif goal.obstacle:
        yield Step("Close the gap", text(link, ". What stands in the way, you wrote: ", Said(goal.obstacle)))
    else:
        yield Step("Write", text("an if-then for ", link, ": when something comes up, what will you do?"))


def actions_due(card: Scorecard, goals: Iterable[Goal], period: Period) -> Iterator[Step]:
    """The goals' open actions that are due by the end of a period, overdue ones too, by day."""
    due = [
        (action.task.due, action.path, action.item.span, goal, action)
        for goal in goals
        if goal.status is Status.ACTIVE
        for action in open_actions(card.vault, goal)
        if action.task.due and action.task.due <= period.last
    ]
    for on, *_, goal, action in sorted(due, key=lambda found: found[:3]):
        when = show_weekday(on) if on >= card.asof else f"Due since {show_day(on, card.asof.year)}"
        yield Step(when, text(action_link(card.vault, goal, action)))


def open_actions(vault: Vault, goal: Goal) -> Iterator[Action]:
    """The tasks of a goal that are still to be done, wherever they stand."""
    return (action for action in vault.actions.get(goal.path, ()) if action.task.open)


def _untried(card: Scorecard, goals: Iterable[Goal], week: Period) -> Iterator[Step]:
    """The best-scored lever without a result, unless an action of its own is due."""
    levers = [
        (score, goal.path, goal)
        for goal in goals
        if goal.kind is Kind.LEVER and goal.status is Status.ACTIVE and goal.result is None
        if (score := lever_score(goal)) is not None
    ]
    if not levers:
        return
    *_, lever = max(levers, key=lambda scored: (scored[0], scored[1]))
    if not any(actions_due(card, [lever], week)):
        yield Step("Try", text(goal_link(card.vault, lever), ", the best-scored lever not yet tried"))


def _unread(card: Scorecard, outcome: Standing) -> Iterator[History]:
    """The metrics of an outcome whose reading is overdue, or due within days."""
    goals = (outcome.goal, *_below(card, outcome))
    histories = (card.histories[goal.path] for goal in goals if goal.kind in MEASURED)
    return (history for history in histories if is_unread(card, history))


def is_unread(card: Scorecard, history: History) -> bool:
    """Whether a reading of a metric is overdue, or due within days."""
    config = card.vault.config
    awaited = awaited_by(history, today=card.asof, config=config)
    soon = awaited is not None and (awaited.last - card.asof).days < SOON
    return soon or overdue_since(history, today=card.asof, config=config) is not None


def readings_due(card: Scorecard, due: Sequence[History]) -> tuple[Step, ...]:
    """All readings that are due as one step, none where there are none."""
    named = [_reading(card, history) for history in due]
    if len(named) < 2:
        return tuple(Step("Today, ten seconds", text("a reading of ", reading)) for reading in named)
    last = text(f"{len(named) - READINGS} more") if len(named) > READINGS else named.pop()
    return (Step("Today, a minute", text("readings of ", join(named[:READINGS], ", "), " and ", last)),)


def _reading(card: Scorecard, history: History) -> Text:
    answers = answered_on(history, card.asof)
    last = f"last read {show_day(answers[-1], card.asof.year)}" if answers else "not read yet"
    return text(goal_link(card.vault, history.goal), f" ({last})")
