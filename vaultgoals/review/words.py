"""What each diagnosis says: the verdict, what it was made from, what follows from it, and a question.

The words carry the figures that they come from. Cause is never claimed: a belief fits, or was not tested.
What was not logged is called not logged. Nobody is praised or blamed.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from vaultgoals.core.scorecard import Scorecard, Standing
from vaultgoals.core.verdict import DiagnosisKind
from vaultgoals.review.marks import is_met_unjudged
from vaultgoals.review.sentences import Sentences
from vaultgoals.review.verdicts import Verdict
from vaultgoals.review.words_done import assumption_to_revisit, early_sign, target_met, too_early, working
from vaultgoals.review.words_undone import execution_gap, moves_without_it
from vaultgoals.review.words_unjudged import guardrail_broken, log_first, no_process
from vaultgoals.review.words_unmeasured import not_measured

__all__ = ["Verdict", "verdict_on"]


def verdict_on(card: Scorecard, standing: Standing) -> Verdict | None:
    """The words of an outcome's diagnosis, None where there is nothing to diagnose."""
    if standing.diagnosis is None:
        return None
    say = Sentences(card, standing, standing.diagnosis)
    if is_met_unjudged(standing):
        return target_met(say)
    return _VERDICTS[standing.diagnosis.kind](say)


_VERDICTS: Mapping[DiagnosisKind, Callable[[Sentences], Verdict]] = MappingProxyType(
    {
        DiagnosisKind.GUARDRAIL_BROKEN: guardrail_broken,
        DiagnosisKind.NOT_MEASURED: not_measured,
        DiagnosisKind.NO_PROCESS: no_process,
        DiagnosisKind.LOG_FIRST: log_first,
        DiagnosisKind.TOO_EARLY: too_early,
        DiagnosisKind.EARLY_SIGN: early_sign,
        DiagnosisKind.WORKING: working,
        DiagnosisKind.MOVES_WITHOUT_IT: moves_without_it,
        DiagnosisKind.ASSUMPTION_TO_REVISIT: assumption_to_revisit,
        DiagnosisKind.EXECUTION_GAP: execution_gap,
    }
)
