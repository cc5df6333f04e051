"""A goal's health as a mark, so that no colour has to carry it, and in words."""

from collections.abc import Mapping
from types import MappingProxyType

from vaultgoals.core.health import Health
from vaultgoals.core.scorecard import Standing
from vaultgoals.core.verdict import DiagnosisKind

MARKS: Mapping[Health, str] = MappingProxyType(
    {
        Health.ACHIEVED: "✓",
        Health.ON_TRACK: "●",
        Health.AT_RISK: "◐",
        Health.OFF_TRACK: "○",
        Health.MISSED: "✗",
    }
)
"""The marks of what can be judged; everything else is `·`."""


def health_of(standing: Standing) -> Health | None:
    """How a goal does, by the figures that its kind has; None where these do not tell."""
    if standing.progress:
        return standing.progress.health
    if standing.keeping:
        return standing.keeping.health
    return standing.roll_up.health if standing.roll_up else None


def is_met_unjudged(standing: Standing) -> bool:
    """Whether an outcome has met its target, and its diagnosis has only to say what is lacking for one."""
    lacking = standing.diagnosis is not None and standing.diagnosis.kind in _LACKING
    return lacking and health_of(standing) is Health.ACHIEVED


_LACKING = frozenset({DiagnosisKind.NOT_MEASURED, DiagnosisKind.NO_PROCESS})


def mark_of(health: Health | None) -> str:
    """The mark of a health."""
    return MARKS.get(health, "·") if health else "·"


def in_words(health: Health | None) -> str:
    """A health in words: `off track`; empty where nothing is known."""
    return health.replace("-", " ") if health else ""
