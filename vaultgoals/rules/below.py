"""What stands below an outcome, and whether that is enough to speak of more."""

from collections.abc import Iterator

from vaultgoals.core.goal import Goal, Kind
from vaultgoals.core.value import stated_baseline
from vaultgoals.rules.rule import LIVE, Case


def below(case: Case, outcome: Goal, *kinds: Kind) -> Iterator[Goal]:
    """The active and paused goals, of some kinds or of any, that lead to an outcome, by path."""
    for goal in case.vault.reaching.get(outcome.path, ()):
        if goal.status in LIVE and goal.kind in (kinds or Kind):
            yield goal


def is_founded(case: Case, outcome: Goal) -> bool:
    """Whether all is written that an outcome rests on; before that, what would strengthen it can wait.

    It has baseline, target and due date that leave a way to go, something is done for it, and each process
    goal says why.
    """
    reasons = [process.because for process in below(case, outcome, Kind.PROCESS)]
    return _is_measurable(outcome) and bool(reasons) and all(reasons)


def _is_measurable(outcome: Goal) -> bool:
    baseline, target, due = stated_baseline(outcome), outcome.target, outcome.due
    if baseline is None or target is None or due is None:
        return False
    return baseline != target and (outcome.start is None or outcome.start <= due)
