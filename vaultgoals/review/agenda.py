"""The list of what to do on a day, of everybody or of one person; where it is empty, what comes next."""

from dataclasses import dataclass
from datetime import date

from vaultgoals.core.links import folded
from vaultgoals.core.plan import shifted
from vaultgoals.core.vault import Vault
from vaultgoals.review.overview import Overview
from vaultgoals.review.steps import open_actions
from vaultgoals.review.to_do import ToDo, things_to_do

FORESIGHT = 14
"""How many days are looked ahead for what comes next."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """What is to be done on the day `today`; without anything, `upcoming` is the first thing that will be,
    from the day `then` on.
    """

    today: date
    items: tuple[ToDo, ...]
    upcoming: ToDo | None = None
    then: date | None = None


def agenda(vault: Vault, *, today: date, owner: str | None = None) -> Agenda:
    """What to do today, of one owner or of all."""
    items = _on(vault, today, owner)
    if not items:
        for ahead in range(1, FORESIGHT + 1):
            day = shifted(today, ahead)
            if later := _on(vault, day, owner):
                return Agenda(today=today, items=(), upcoming=later[0], then=day)
    return Agenda(today=today, items=items)


def _on(vault: Vault, day: date, owner: str | None) -> tuple[ToDo, ...]:
    things = things_to_do(Overview.of(vault, asof=day, today=day))
    return tuple(one for one in things if owner is None or is_of(one, owner))


def is_of(one: ToDo, owner: str) -> bool:
    """Whether a thing is to be done by a person, however the name's case is written."""
    return any(folded(name) == folded(owner) for name in one.owners)


def owners_of(vault: Vault) -> tuple[str, ...]:
    """The people whom goals and open actions name, each once, as goals write them."""
    actions = (action for goal in vault.goals.values() for action in open_actions(vault, goal))
    names = {folded(action.owner): action.owner for action in actions if action.owner}
    names |= {folded(name): name for goal in vault.goals.values() for name in goal.owners}
    return tuple(names[key] for key in sorted(names))
