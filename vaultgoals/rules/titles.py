"""Which goal was probably meant by a name that leads nowhere."""

from collections.abc import Iterable, Mapping
from itertools import islice
from typing import TypeAlias

from vaultgoals.core.goal import Goal, Kind
from vaultgoals.core.vault import Vault

# Each guess looks at every title, so a vault with thousands of broken links gets them for the first few.
_MOST_GUESSES = 25


Wanted: TypeAlias = tuple[str, frozenset[Kind]]
"""What a link says, and the kinds of goal that it may lead to."""


def guesses(vault: Vault, wanted: Iterable[Wanted]) -> Mapping[Wanted, Goal]:
    """The goal that is named most like what each of these says.

    Titles and aliases are compared, whatever the case. What is like none is left out.
    """
    named: dict[frozenset[Kind], Mapping[str, Goal]] = {}
    found = {}
    for target, kinds in islice(dict.fromkeys(wanted), _MOST_GUESSES):
        from difflib import get_close_matches  # few vaults have a broken link

        if kinds not in named:
            named[kinds] = _by_name(vault, kinds)
        name = target.rpartition("/")[2].removesuffix(".md").lower()
        near = get_close_matches(name, named[kinds], n=1)
        if near:
            found[target, kinds] = named[kinds][near[0]]
    return found


def _by_name(vault: Vault, kinds: frozenset[Kind]) -> Mapping[str, Goal]:
    names: dict[str, Goal] = {}
    for goal in vault.of_kind(*kinds):
        for name in (goal.title, *goal.aliases):
            names.setdefault(name.lower(), goal)
    return names
