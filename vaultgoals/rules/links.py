"""The links by which goals are joined, where they may lead, and those that lead nowhere."""

from collections.abc import Iterator
from dataclasses import dataclass

from vaultgoals.core.goal import Goal, Kind
from vaultgoals.core.kinds import MAY_SERVE
from vaultgoals.core.note import Link
from vaultgoals.core.vault import Vault
from vaultgoals.rules.titles import guesses


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken:
    """A link to no file in the property `name` of a goal; `near` is the goal that was probably meant."""

    goal: Goal
    name: str
    link: Link
    near: Goal | None


def goal_links(goal: Goal) -> Iterator[tuple[str, Link]]:
    """The links by which a goal is joined to others, each with its property's name."""
    yield from (("outcome", link) for link in goal.outcome)
    if goal.objective:
        yield "objective", goal.objective


def may_lead_to(kind: Kind, name: str) -> frozenset[Kind]:
    """The kinds that the property `name` of a goal may lead to."""
    return frozenset({Kind.OBJECTIVE}) if name == "objective" else MAY_SERVE.get(kind, frozenset())


def broken_links(vault: Vault) -> tuple[Broken, ...]:
    """The links of goals, drafts and closed ones too, that lead to no file."""
    found = [
        (goal, name, link)
        for goal in vault.goals.values()
        for name, link in goal_links(goal)
        if vault.resolve(link, goal.path).path is None
    ]
    wanted = [(link.target, may_lead_to(goal.kind, name)) for goal, name, link in found]
    near = guesses(vault, wanted)
    return tuple(
        Broken(goal=goal, name=name, link=link, near=near.get(meant))
        for (goal, name, link), meant in zip(found, wanted, strict=True)
    )
