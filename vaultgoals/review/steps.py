"""What to do next: at most three steps an outcome, each taken from a note and linked to it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from vaultgoals.core.cadence import periods_between
from vaultgoals.core.check_in import answered_on, awaited_by, overdue_since
from vaultgoals.core.doing import ProcessPart
from vaultgoals.core.goal import Goal, Kind, Status
from vaultgoals.core.kept import KeptState
from vaultgoals.core.ledger import Ledger
from vaultgoals.core.logs import in_log
from vaultgoals.core.note import ListItem
from vaultgoals.core.period import Calendar, Period
from vaultgoals.core.rollup import lever_score
from vaultgoals.core.scorecard import MEASURED, Scorecard, Standing
from vaultgoals.core.show import show_day, show_weekday
from vaultgoals.core.verdict import DiagnosisKind
from vaultgoals.review.pages import goal_link
from vaultgoals.review.scale import amount
from vaultgoals.review.text import Name, Said, Text, text

SOON = 3
"""How many days before its check-in period ends a reading is asked for."""

PER_OUTCOME = 3
IN_ALL = 7


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do: `when` is a day or the one word that says what kind of thing it is."""

    when: str
    what: Text


def next_steps(card: Scorecard, outcomes: Sequence[Standing], week: Period) -> tuple[Step, ...]:
    """What to do by the end of a week, for the outcomes in their order of need."""
    steps = [step for standing in outcomes for step in _of_outcome(card, standing, week)]
    return tuple(steps[:IN_ALL])


def _of_outcome(card: Scorecard, standing: Standing, week: Period) -> list[Step]:
    below = [card.standings[goal.path].goal for goal in card.vault.reaching.get(standing.goal.path, ())]
    actions = list(_actions(card, [standing.goal, *below], week))
    steps = [*_first(card, standing), *actions]
    if standing.diagnosis and standing.diagnosis.kind is DiagnosisKind.ASSUMPTION_TO_REVISIT:
        steps += _untried(card, below, actions)
    steps += _readings_due(card, [standing.goal, *below])
    return steps[:PER_OUTCOME]


def _first(card: Scorecard, standing: Standing) -> Iterator[Step]:
    """What the diagnosis itself asks for."""
    if standing.diagnosis is None:
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
        yield Step("Close the gap", text(link, ": smaller, on another day, or with an if-then?"))


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
        when = show_weekday(on) if on >= card.asof else f"Due since {show_day(on)}"
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


def _readings_due(card: Scorecard, goals: Iterable[Goal]) -> Iterator[Step]:
    """Metrics whose reading is overdue, or due within days."""
    config = card.vault.config
    for history in (card.histories[goal.path] for goal in goals if goal.kind in MEASURED):
        awaited = awaited_by(history, today=card.asof, config=config)
        soon = awaited is not None and (awaited.last - card.asof).days < SOON
        if soon or overdue_since(history, today=card.asof, config=config):
            answers = answered_on(history, card.asof)
            last = f"the last is of {show_day(answers[-1])}" if answers else "there is none yet"
            link = goal_link(card.vault, history.goal)
            yield Step("Today, ten seconds", text("a reading of ", link, f"; {last}"))


def quotas_left(card: Scorecard, processes: Iterable[Standing], week: Period) -> tuple[Text, ...]:
    """What each process goal still asks for by the end of the week, or of its own longer period."""
    found = (_quota_left(card, standing, week) for standing in processes)
    return tuple(item for item in found if item)


def _quota_left(card: Scorecard, standing: Standing, week: Period) -> Text:
    goal, config = standing.goal, card.vault.config
    ledger = Ledger.of(standing.history, asof=card.asof, today=card.today, config=config)
    if ledger is None or not ledger.settles or goal.status is not Status.ACTIVE:
        return ()
    calendar = Calendar(week=config.week)
    ahead = periods_between(ledger.cadence, card.asof, week.last, start=goal.start, calendar=calendar)
    kept = [ledger.kept(period) for period in ahead]
    left = sum((period.remaining for period in kept if period.state is KeptState.OPEN), Fraction(0))
    if not left:
        return ()
    last = kept[-1].period.last
    by = f" by {show_day(last)}" if last > week.last else ""
    return text(Name(goal.title), f" {amount(goal, left)}{by}")
