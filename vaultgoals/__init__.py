"""Process goals and outcomes in a vault of Markdown notes: checked, measured and reviewed.

`vaultgoals.open` is the way in from Python. Nothing is imported before it is asked for.
"""

from typing import TYPE_CHECKING

__version__ = "0.1.0"

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
    "open",
]

if TYPE_CHECKING:
    from vaultgoals.api import (
        Adherence,
        Band,
        Diagnosis,
        DiagnosisKind,
        Figures,
        Finding,
        Forecast,
        Goal,
        Health,
        Kept,
        KeptState,
        Kind,
        PageKind,
        Period,
        Reading,
        Review,
        Severity,
        Status,
        Vault,
        VaultgoalsError,
        Way,
    )
    from vaultgoals.api import open_vault as open
else:

    def __getattr__(name: str) -> object:
        """What is asked for by name, imported then."""
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from vaultgoals import api

        return getattr(api, "open_vault" if name == "open" else name)

    def __dir__() -> list[str]:
        """What can be asked for."""
        return sorted((*__all__, "__version__"))
