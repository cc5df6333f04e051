"""What became of the belief behind what was done: whether it fits, is in doubt, or was not tested."""

from collections.abc import Mapping
from types import MappingProxyType

from vaultgoals.core.doing import ProcessPart
from vaultgoals.core.verdict import DiagnosisKind
from vaultgoals.review.sentences import Sentences

_CAME: Mapping[DiagnosisKind, str] = MappingProxyType(
    {
        DiagnosisKind.WORKING: "Fits what happened so far.",
        DiagnosisKind.EARLY_SIGN: "It may need more time.",
        DiagnosisKind.TOO_EARLY: "Too early to tell.",
        DiagnosisKind.ASSUMPTION_TO_REVISIT: "In doubt.",
        DiagnosisKind.MOVES_WITHOUT_IT: "Not tested.",
        DiagnosisKind.EXECUTION_GAP: "Not really tried yet.",
    }
)
"""What became of a belief by the diagnosis of its outcome; of the others nobody can tell."""

_HALF_DONE: Mapping[DiagnosisKind, str] = MappingProxyType(
    {
        DiagnosisKind.WORKING: "Half tested so far.",
        DiagnosisKind.EXECUTION_GAP: "Half tried so far.",
    }
)
"""The same where half of the work was done."""

_UNDONE = frozenset({DiagnosisKind.MOVES_WITHOUT_IT, DiagnosisKind.EXECUTION_GAP})


def what_came(say: Sentences) -> str:
    """What became of the belief, as a sentence; empty where nobody can tell."""
    kind = say.diagnosis.kind
    if kind is DiagnosisKind.TOO_EARLY and say.diagnosis.begun_on is None:
        return "Not begun."
    return (say.half_done and _HALF_DONE.get(kind)) or _CAME.get(kind, "")


def told(say: Sentences) -> ProcessPart | None:
    """The process goal whose belief that is: the best kept; where less than all was done, the least kept."""
    return say.worst if say.half_done or say.diagnosis.kind in _UNDONE else say.best
