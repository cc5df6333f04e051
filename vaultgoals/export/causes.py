"""Findings of one cause together: what one change mends in many places is said once."""

from collections.abc import Hashable, Iterable, Sequence

from vaultgoals.core.finding import Finding


def by_cause(findings: Iterable[Finding]) -> list[tuple[Finding, Sequence[Finding]]]:
    """Each finding with the later ones of its code and cause; one without a cause stands alone."""
    together: dict[Hashable, list[Finding]] = {}
    for number, finding in enumerate(findings):
        cause = (finding.code, finding.cause) if finding.cause else number
        together.setdefault(cause, []).append(finding)
    return [(first, others) for first, *others in together.values()]
