"""What would strengthen each outcome: what folds of the infos about it and what leads to it, in a line."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from vaultgoals.core.finding import Finding, Wanted
from vaultgoals.core.goal import Kind
from vaultgoals.core.vault import Vault

# The words of rules' names that people say otherwise.
_CALLED = {"because": "reason", "deadline": "date", "process": "process goal"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Strengthening:
    """What would strengthen one outcome, by its path: `a guardrail`, `dates for 3 actions`.

    Without an `outcome` it is about what has to do with none.
    """

    outcome: str | None
    wanted: tuple[str, ...]


def to_strengthen(vault: Vault, findings: Iterable[Finding]) -> tuple[Strengthening, ...]:
    """One for each outcome with an info that folds, by path; what is about no outcome comes last.

    What the outcome itself wants stands before what is wanted of the goals and notes below it, each by code.
    """
    by_outcome: dict[str, dict[tuple[bool, str], list[Finding]]] = {}
    for finding in findings:
        if finding.folded:
            for outcome in _outcomes(vault, finding):
                kind = (finding.path != outcome, finding.code + finding.name)
                by_outcome.setdefault(outcome, {}).setdefault(kind, []).append(finding)
    return tuple(
        Strengthening(
            outcome=outcome or None,
            wanted=tuple(_in_a_phrase(alike) for _, alike in sorted(by_outcome[outcome].items())),
        )
        for outcome in sorted(by_outcome, key=lambda path: (not path, path))
    )


def _outcomes(vault: Vault, finding: Finding) -> Sequence[str]:
    """The outcomes that a finding is about, or that what it is about leads to; empty is none of them."""
    about = finding.about or (finding.path,)
    reached = dict.fromkeys(outcome for path in about for outcome in _of(vault, path))
    return tuple(reached) or ("",)


def _of(vault: Vault, path: str) -> Sequence[str]:
    if path not in vault.goals:
        return ()
    return (path,) if vault.kinds[path] is Kind.OUTCOME else vault.outcomes_of(path)


def _in_a_phrase(alike: Sequence[Finding]) -> str:
    wanted = alike[0].wanted or _by_name(alike[0].name)
    return wanted.times(len(alike))


def _by_name(name: str) -> Wanted:
    """What a rule's name says is wanted: `process-without-because` a reason, `some-other-rule` itself."""
    subject, without, missing = name.partition("-without-")
    of, wanted = (_CALLED.get(word, word.replace("-", " ")) for word in (subject, missing))
    if not without:
        return Wanted(of, f"{of} ({{}})")
    if wanted.endswith("s"):
        return Wanted(wanted, f"{wanted} for {{}} {of}s")
    return Wanted(f"{'an' if wanted[0] in 'aeiou' else 'a'} {wanted}", f"{wanted}s for {{}} {of}s")
