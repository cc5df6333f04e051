"""What an outcome's figures mean, in two or three words: `belief in doubt`."""

from collections.abc import Mapping
from types import MappingProxyType

from vaultgoals.core.diagnosis import Diagnosis
from vaultgoals.core.goal import Kind
from vaultgoals.core.health import Health
from vaultgoals.core.scorecard import Scorecard, Standing
from vaultgoals.core.verdict import DiagnosisKind
from vaultgoals.review.marks import health_of, is_met_unjudged
from vaultgoals.review.resting import resting

_GISTS: Mapping[DiagnosisKind, str] = MappingProxyType(
    {
        DiagnosisKind.GUARDRAIL_BROKEN: "a limit is broken",
        DiagnosisKind.NOT_MEASURED: "no recent reading",
        DiagnosisKind.NO_PROCESS: "a wish so far",
        DiagnosisKind.LOG_FIRST: "logs are missing",
        DiagnosisKind.TOO_EARLY: "too early to tell",
        DiagnosisKind.EARLY_SIGN: "an early sign moves",
        DiagnosisKind.WORKING: "working",
        DiagnosisKind.MOVES_WITHOUT_IT: "moves without you",
        DiagnosisKind.ASSUMPTION_TO_REVISIT: "belief in doubt",
        DiagnosisKind.EXECUTION_GAP: "not really tried",
    }
)

# Where the health says all that there is to say.
_SELF_EVIDENT = frozenset({Health.NOT_MEASURED, Health.PAUSED, Health.ACHIEVED})
_OVER = frozenset({Health.ACHIEVED, Health.MISSED})
_CLOSED = frozenset({Health.DONE, Health.DROPPED})


def gist(card: Scorecard, standing: Standing) -> str:
    """What an outcome's doing and number mean together, or why that cannot be told; empty where its health
    says it, and for any other goal.
    """
    health = standing.progress.health if standing.progress else None
    if standing.goal.kind is not Kind.OUTCOME:
        return ""
    if standing.diagnosis:
        return "" if _is_said(standing, standing.diagnosis) else _gist(card, standing, standing.diagnosis)
    rest = resting(standing, card.asof)
    if rest is None or health in _CLOSED or (health in _SELF_EVIDENT and not rest.decide):
        return ""
    if rest.decide and health in _OVER:
        return "time to decide"
    return rest.why[:1].lower() + rest.why[1:].rstrip(".")


def _is_said(standing: Standing, diagnosis: Diagnosis) -> bool:
    unread = diagnosis.kind is DiagnosisKind.NOT_MEASURED and health_of(standing) is Health.NOT_MEASURED
    return unread or is_met_unjudged(standing)


def _gist(card: Scorecard, standing: Standing, diagnosis: Diagnosis) -> str:
    health = standing.progress.health if standing.progress else None
    share, partly = diagnosis.attainment, card.vault.config.thresholds.partly
    if diagnosis.kind is DiagnosisKind.EXECUTION_GAP and share is not None and share >= partly:
        return "half tried"
    if standing.slower:
        return "slower lately" if health is Health.ON_TRACK else "slower than planned"
    if diagnosis.kind is DiagnosisKind.WORKING and health is Health.OFF_TRACK:
        return "moving lately"
    if diagnosis.kind is DiagnosisKind.NOT_MEASURED and diagnosis.movement.read:
        return "nothing to compare"
    if diagnosis.kind is DiagnosisKind.TOO_EARLY and diagnosis.begun_on is None:
        return "not begun"
    return _GISTS[diagnosis.kind]
