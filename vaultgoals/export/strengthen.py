"""What would strengthen each outcome, in a line each, for a terminal."""

from collections.abc import Iterable, Iterator

from vaultgoals.core.finding import Finding
from vaultgoals.core.strengthen import to_strengthen
from vaultgoals.core.vault import Vault


def strengthen_lines(vault: Vault, findings: Iterable[Finding]) -> Iterator[str]:
    """The infos, folded: `Trial conversion, to strengthen: a guardrail, dates for 3 actions`."""
    for one in to_strengthen(vault, findings):
        of = vault.goals[one.outcome].title if one.outcome else "Also"
        yield f"{of}, to strengthen: {', '.join(one.wanted)}"
