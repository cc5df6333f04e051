"""The vault for Python programs and notebooks: opened and read, never written.

Goals, readings, figures, findings and reviews are values of this room, with names that stay: those of the
core hold notes, spans and links, which may change with each version. What is plain there is the core's own
value (`Kind`, `Period`, `Forecast` …).
"""

from vaultgoals.api.figures import Diagnosis, Figures
from vaultgoals.api.values import Finding, Goal, Reading, Review
from vaultgoals.api.vault import Vault, open_vault
from vaultgoals.core.finding import Severity
from vaultgoals.core.forecast import Forecast
from vaultgoals.core.goal import Kind, Status, Way
from vaultgoals.core.health import Band, Health
from vaultgoals.core.keeping import Adherence
from vaultgoals.core.kept import Kept, KeptState
from vaultgoals.core.period import Period
from vaultgoals.core.verdict import DiagnosisKind
from vaultgoals.errors import VaultgoalsError
from vaultgoals.review.pages import PageKind

__all__ = [
    "Adherence",
    "Band",
    "Diagnosis",
    "DiagnosisKind",
    "Figures",
    "Finding",
    "Forecast",
    "Goal",
    "Health",
    "Kept",
    "KeptState",
    "Kind",
    "PageKind",
    "Period",
    "Reading",
    "Review",
    "Severity",
    "Status",
    "Vault",
    "VaultgoalsError",
    "Way",
    "open_vault",
]
