"""What would strengthen each outcome, as lines of a page."""

from collections.abc import Iterator, Sequence

from vaultgoals.core import strengthen
from vaultgoals.core.finding import Finding
from vaultgoals.core.vault import Vault
from vaultgoals.review.pages import goal_link
from vaultgoals.review.text import Text, text


def to_strengthen(vault: Vault, findings: Sequence[Finding]) -> Iterator[Text]:
    """A line for each outcome, by path: `Trials: a guardrail, dates for 3 actions`.

    What is about no outcome comes last.
    """
    for one in strengthen.to_strengthen(vault, findings):
        of = goal_link(vault, vault.goals[one.outcome]) if one.outcome else "Also"
        yield text(of, ": ", ", ".join(one.wanted))
