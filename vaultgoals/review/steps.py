"""What to do next: at most three steps an outcome, each taken from a note and linked to it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from vaultgoals.core.check_in import answered_on, awaited_by, overdue_since
from vaultgoals.core.doing import ProcessPart
from vaultgoals.core.goal import Goal, History, Kind, Status
from vaultgoals.core.goal_log import in_log
from vaultgoals.core.note import ListItem
from vaultgoals.core.period import Period
from vaultgoals.core.rollup import lever_score
from vaultgoals.core.scorecard import MEASURED, Scorecard, Standing
from vaultgoals.core.show import show_day, show_weekday
from vaultgoals.core.verdict import DiagnosisKind
from vaultgoals.review.outcome import IN_FULL
from vaultgoals.review.pages import goal_link
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
        unread = {history.goal.path: history for history in _readings_due(card, standing)}
        own = list(_of_outcome(card, standing, week, asks=place <= IN_FULL))
        steps |= dict.fromkeys(own[: PER_OUTCOME - bool(unread)])
        due |= unread
    readings = _readings(card, list(due.values()))
    return (*list(steps)[: IN_ALL - len(readings)], *readings)


def _of_outcome(card: Scorecard, standing: Standing, week: Period, *, asks: bool) -> Iterator[Step]:
    """The actions of an outcome, and what its diagnosis `asks`, where it has a section to say why."""
    below = _below(card, standing)
    actions = list(_actions(card, [standing.goal, *below], week))
    if asks:
        yield from _first(card, standing)
    yield from actions
    if asks and standing.diagnosis and standing.diagnosis.kind is DiagnosisKind.ASSUMPTION_TO_REVISIT:
        yield from _untried(card, below, actions)


def _below(card: Scorecard, outcome: Standing) -> list[Goal]:
    """The goals that lead to an outcome."""
    return [card.standings[goal.path].goal for goal in card.vault.reaching.get(outcome.goal.path, ())]


def _first(card: Scorecard, standing: Standing) -> Iterator[Step]:
    """What the diagnosis itself asks for."""
    outcome = goal_link(card.vault, standing.goal)
    if standing.diagnosis is None:
        rest = resting(standing, card.asof)
        if rest and rest.decide:
            yield Step("Decide", text(f"{rest.decide} → ", outcome))
        return
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


def _actions(card: Scorecard, goals: Iterable[Goal], week: Period) -> Iterator[Step]:
    """Open tasks of the goals' notes that are due by the end of the week, overdue ones too, by day."""
    due = [
        (item.task.due, goal, item)
        for goal in goals
        if goal.status is Status.ACTIVE
        for item in open_tasks(goal)
        if item.task and item.task.due and item.task.due <= week.last
    ]
    for on, goal, item in sorted(due, key=lambda found: (found[0], found[1].path, found[2].span)):
        assert item.task is not None  # only tasks were gathered
        when = show_weekday(on) if on >= card.asof else f"Due since {show_day(on, card.asof.year)}"
        yield Step(when, text(goal_link(card.vault, goal, item.task.text, item.block)))


def open_tasks(goal: Goal) -> Iterator[ListItem]:
    """The tasks in a goal's note that are still to be done, its log left out."""
    return (
        item
        for item in goal.note.items
        if item.task and item.task.open and not in_log(goal.note, item.span.start)
    )


def _untried(card: Scorecard, goals: Iterable[Goal], actions: Sequence[Step]) -> Iterator[Step]:
    """The best-scored lever without a result, unless one of the actions is its own."""
    levers = [
        (score, goal.path, goal)
        for goal in goals
        if goal.kind is Kind.LEVER and goal.status is Status.ACTIVE and goal.result is None
        if (score := lever_score(goal)) is not None
    ]
    if not levers:
        return
    _, path, lever = max(levers, key=lambda scored: (scored[0], scored[1]))
    if not any(getattr(part, "path", None) == path for step in actions for part in step.what):
        yield Step("Try", text(goal_link(card.vault, lever), ", the best-scored lever not yet tried"))


def _readings_due(card: Scorecard, outcome: Standing) -> Iterator[History]:
    """The metrics of an outcome whose reading is overdue, or due within days."""
    goals = (outcome.goal, *_below(card, outcome))
    histories = (card.histories[goal.path] for goal in goals if goal.kind in MEASURED)
    return (history for history in histories if _is_due(card, history))


def _is_due(card: Scorecard, history: History) -> bool:
    config = card.vault.config
    awaited = awaited_by(history, today=card.asof, config=config)
    soon = awaited is not None and (awaited.last - card.asof).days < SOON
    return soon or overdue_since(history, today=card.asof, config=config) is not None


def _readings(card: Scorecard, due: Sequence[History]) -> tuple[Step, ...]:
    """All readings that are due as one step."""
    named = [_reading(card, history) for history in due]
    if len(named) < 2:
        return tuple(Step("Today, ten seconds", text("a reading of ", reading)) for reading in named)
    last = text(f"{len(named) - READINGS} more") if len(named) > READINGS else named.pop()
    return (Step("Today, a minute", text("readings of ", join(named[:READINGS], ", "), " and ", last)),)


def _reading(card: Scorecard, history: History) -> Text:
    answers = answered_on(history, card.asof)
    last = f"last read {show_day(answers[-1], card.asof.year)}" if answers else "not read yet"
    return text(goal_link(card.vault, history.goal), f" ({last})")
