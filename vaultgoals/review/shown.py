"""Which goals a page shows and in which order, all by path: what does not hang on what was logged."""

from datetime import date

from vaultgoals.core.goal import Kind, Status
from vaultgoals.core.memo import remembered
from vaultgoals.core.past import as_it_was
from vaultgoals.core.vault import Vault

SHOWN = frozenset({Status.ACTIVE, Status.PAUSED})
"""The statuses of goals that pages show."""


@remembered
def shown(vault: Vault, kind: Kind, asof: date, only: frozenset[str] | None, until: date) -> tuple[str, ...]:
    """The goals of a kind that are active or paused on a day and begin by another, by path."""
    then = (as_it_was(goal, asof) for goal in vault.of_kind(kind))
    begun = (goal for goal in then if goal.start is None or goal.start <= until)
    meant = (goal for goal in begun if goal.status in SHOWN)
    return tuple(goal.path for goal in meant if only is None or goal.path in only)


@remembered
def active(vault: Vault, kind: Kind, asof: date) -> tuple[str, ...]:
    """The goals of a kind that are active on a day, by path."""
    then = (as_it_was(goal, asof) for goal in vault.of_kind(kind))
    return tuple(goal.path for goal in then if goal.status is Status.ACTIVE)


@remembered
def by_outcome(vault: Vault, processes: tuple[str, ...], outcomes: tuple[str, ...]) -> tuple[str, ...]:
    """Process goals in the order of outcomes; those that lead to none of these come last."""
    rank = {outcome: place for place, outcome in enumerate(outcomes)}
    last = len(rank)
    ranks = {
        path: min((rank.get(outcome, last) for outcome in vault.outcomes_of(path)), default=last)
        for path in processes
    }
    return tuple(sorted(processes, key=ranks.__getitem__))


@remembered
def leading_elsewhere(vault: Vault, processes: tuple[str, ...], at_rest: frozenset[str]) -> tuple[str, ...]:
    """The process goals that lead to no outcome, or to another than these."""
    led = ((path, vault.outcomes_of(path)) for path in processes)
    return tuple(path for path, outcomes in led if not outcomes or not at_rest.issuperset(outcomes))
