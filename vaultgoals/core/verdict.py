"""What the doing and the number mean together: the decision alone, from its figures."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from vaultgoals.core.config import Thresholds


class DiagnosisKind(StrEnum):
    """What an outcome and its process goals mean together."""

    GUARDRAIL_BROKEN = "guardrail-broken"
    NOT_MEASURED = "not-measured"
    NO_PROCESS = "no-process"
    LOG_FIRST = "log-first"
    TOO_EARLY = "too-early"
    EARLY_SIGN = "early-sign"
    WORKING = "working"
    MOVES_WITHOUT_IT = "moves-without-it"
    ASSUMPTION_TO_REVISIT = "assumption-to-revisit"
    EXECUTION_GAP = "execution-gap"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What a diagnosis is decided from.

    `measured`: there is a reading in the window and a value before it. `processes` is how many process goals
    there are, `unlogged` the share of their periods that hold no log, `attainment` how well they were kept,
    None while nothing has closed. `moves` is the number's, `early_sign` an indicator's. `since_begin` are the
    days since the first process goal began, `lag` those that it needs to show.
    """

    guardrail_broken: bool
    measured: bool
    processes: int
    unlogged: Fraction
    attainment: Fraction | None
    moves: bool
    since_begin: int | None
    lag: int
    early_sign: bool = False


GRACE = 14
"""Days beyond the lag before work that was done may be judged."""


def decide(evidence: Evidence, thresholds: Thresholds) -> DiagnosisKind:
    """The first that holds."""
    if evidence.guardrail_broken:
        return DiagnosisKind.GUARDRAIL_BROKEN
    if not evidence.measured:
        return DiagnosisKind.NOT_MEASURED
    if not evidence.processes:
        return DiagnosisKind.NO_PROCESS
    if evidence.unlogged > thresholds.unlogged:
        return DiagnosisKind.LOG_FIRST
    if evidence.attainment is None:
        return DiagnosisKind.TOO_EARLY
    if evidence.moves:
        partly = evidence.attainment >= thresholds.partly
        return DiagnosisKind.WORKING if partly else DiagnosisKind.MOVES_WITHOUT_IT
    if evidence.attainment < thresholds.did:
        return DiagnosisKind.EXECUTION_GAP
    return _done_in_vain(evidence)


def _done_in_vain(evidence: Evidence) -> DiagnosisKind:
    """The work was done and the number does not move: too early, a sign elsewhere, or a wrong assumption."""
    if evidence.since_begin is not None and evidence.since_begin < evidence.lag + GRACE:
        return DiagnosisKind.TOO_EARLY
    return DiagnosisKind.EARLY_SIGN if evidence.early_sign else DiagnosisKind.ASSUMPTION_TO_REVISIT
