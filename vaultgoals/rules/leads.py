"""Goals that lead nowhere: what to say of them, and which of them may."""

from collections.abc import Iterator

from vaultgoals.core.goal import Goal, Kind
from vaultgoals.rules.lacking import lacking
from vaultgoals.rules.rule import Case, Problem, misread
from vaultgoals.rules.wording import quoted


def without_outcome(case: Case, kind: Kind, *, lack: str, hint: str) -> Iterator[Problem]:
    """A problem for each active or paused goal of a kind whose `outcome` is missing or empty."""
    for goal in case.live(kind):
        if not goal.outcome and not misread(goal, "outcome"):
            message = f"{quoted(goal.title)} leads to {lack}"
            yield lacking(case, goal.note, "outcome", message=message, hint=hint)


def is_exploration(goal: Goal) -> bool:
    """Whether a process goal is still looking for its outcome; where it names one, it has found it."""
    return goal.exploratory and not goal.outcome and not misread(goal, "outcome")
