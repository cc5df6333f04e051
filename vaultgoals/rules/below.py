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

    It has baseline, target and due date, something is done for it, and each process goal says why.
    """
    measurable = None not in (stated_baseline(outcome), outcome.target, outcome.due)
    reasons = [process.because for process in below(case, outcome, Kind.PROCESS)]
    return measurable and bool(reasons) and all(reasons)
