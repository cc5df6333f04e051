"""How much was looked at."""

from dataclasses import dataclass

from vaultgoals.core.vault import Vault


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How much was looked at: notes, the goals among them, and what was logged in any way."""

    notes: int
    goals: int
    checkins: int

    @classmethod
    def of(cls, vault: Vault) -> "Tally":
        """The tally of a vault."""
        return cls(notes=len(vault.listed), goals=len(vault.goals), checkins=sum(1 for _ in vault.checkins))
