"""Who does it: the checks about owners sleep until a vault names one."""

from collections.abc import Iterable

from vaultgoals.core.links import folded
from vaultgoals.rules.rule import Case


def names_owners(case: Case) -> bool:
    """Whether some goal has an owner. A vault of one person's goals needs none, and is asked for none."""
    return any(goal.owners for goal in case.vault.goals.values())


def people(names: Iterable[str]) -> frozenset[str]:
    """Who is meant by some names, whatever their case."""
    return frozenset(map(folded, names))
