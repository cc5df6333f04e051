"""What waits to be tried: the best-scored lever of an outcome, and its open actions without a day."""

from collections.abc import Iterator, Sequence

from vaultgoals.core.actions import Action
from vaultgoals.core.goal import Goal, Status
from vaultgoals.core.period import Period
from vaultgoals.core.scorecard import Scorecard, Standing
from vaultgoals.core.verdict import DiagnosisKind
from vaultgoals.review.lever_ranking import untried_levers
from vaultgoals.review.pages import action_link
from vaultgoals.review.steps import Step, open_actions
from vaultgoals.review.text import text

_ACT = frozenset({DiagnosisKind.ASSUMPTION_TO_REVISIT, DiagnosisKind.EXECUTION_GAP, DiagnosisKind.NO_PROCESS})
"""The diagnoses that ask for something to be done, beside what is due."""


def best_untried(card: Scorecard, standing: Standing, goals: Sequence[Goal]) -> Goal | None:
    """The best-scored of these levers, where the work was done and another bet is in question."""
    if not (_kind(standing) is DiagnosisKind.ASSUMPTION_TO_REVISIT or standing.slower):
        return None
    below = {goal.path for goal in goals}
    return next((lever for lever in untried_levers(card) if lever.path in below), None)


def next_open(card: Scorecard, standing: Standing, goals: Sequence[Goal], period: Period) -> Iterator[Step]:
    """The first open action without a day, one under way before all others, where the verdict asks to act."""
    if not (_kind(standing) in _ACT or standing.slower):
        return
    waiting = [
        (action.task.status != "/", place, action.path, action.item.span, goal, action)
        for place, goal in enumerate(goals)
        if goal.status is Status.ACTIVE
        for action in open_actions(card.vault, goal)
        if _may_begin(action, period)
    ]
    if waiting:
        *_, goal, action = min(waiting, key=lambda found: found[:4])
        yield Step("Next", text(action_link(card.vault, goal, action), ", open and without a day"))


def _kind(standing: Standing) -> DiagnosisKind | None:
    return standing.diagnosis.kind if standing.diagnosis else None


def _may_begin(action: Action, period: Period) -> bool:
    """Whether an action has no day that it is due, and none on which it begins after a period."""
    task = action.task
    return task.due is None and all(day is None or day <= period.last for day in (task.scheduled, task.start))
