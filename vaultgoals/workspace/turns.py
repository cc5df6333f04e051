"""The turns of a goal's life, as small edits to its note: done, and promoted; `rests` has the others."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date

from vaultgoals.core.goal import Goal, Kind, Status
from vaultgoals.core.header import Value
from vaultgoals.core.own_words import link_to, property_word
from vaultgoals.core.property_finder import PropertyFinder
from vaultgoals.core.show import show_list
from vaultgoals.core.vault import CLOSED, Vault
from vaultgoals.errors import Unwritten, UsageError
from vaultgoals.workspace.amending import amended
from vaultgoals.workspace.plan import Plan

RESULTS = ("worked", "did-not", "unclear")
"""What a result begins with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """What is to become of a goal's note, None where it stands so already; `asis` says that then."""

    plan: Plan | None = None
    asis: str = ""


def finish(vault: Vault, goal: Goal, on: date, result: str | None = None) -> Turn:
    """The goal is done, since a day; a lever may have a result. Raises UsageError and `Unwritten`."""
    sets: dict[str, Value] = {}
    if result and goal.kind is not Kind.LEVER:
        raise UsageError(
            "A result is what an experiment has, and only a lever can be one.", "Leave --result out."
        )
    if result and not _begins_well(result):
        raise UsageError(
            f"“{result}” does not begin with what came of it.",
            f"Begin with {', '.join(RESULTS[:-1])} or {RESULTS[-1]}, then say why.",
        )
    if goal.status is not Status.DONE:
        sets |= {"status": Status.DONE.value, "closed": on}
    elif goal.closed is None:
        sets["closed"] = on
    if result and result != goal.result:
        sets["result"] = result
    if not sets:
        return Turn(asis=f"“{goal.title}” is done already, since {goal.closed}.")
    return Turn(plan=changed(vault, goal, sets))


def _begins_well(result: str) -> bool:
    return any(result.lower().startswith(word) for word in RESULTS)


def promote(vault: Vault, goal: Goal, outcome: Goal, because: str | None) -> Turn:
    """A search becomes a process goal under what it leads to. Raises UsageError and `Unwritten`."""
    link = link_to(vault, outcome.path)
    sets: dict[str, Value] = {"outcome": link}
    if because:
        sets["because"] = because
    return Turn(plan=changed(vault, goal, sets, {"exploratory", "until"}))


def refuse_unpromotable(goal: Goal) -> None:
    """Refuse to promote what is no search; raises UsageError."""
    if goal.kind is Kind.PROCESS and goal.exploratory:
        return
    if goal.kind is Kind.LEVER and goal.experiment:
        raise UsageError(
            f"“{goal.title}” is an experiment: what came of it is its `result`.",
            "Write `vaultgoals done` with --result, then `vaultgoals new process` for what is to be kept up.",
        )
    raise UsageError(
        f"“{goal.title}” is no search.",
        "A process goal with `exploratory: true` can be promoted to an outcome.",
    )


def refuse_closed(goal: Goal) -> None:
    """Refuse what is done or dropped; raises UsageError."""
    if goal.status in CLOSED:
        raise UsageError(
            f"“{goal.title}” is {goal.status}.",
            "Set its `status` to active first, if it is to go on after all.",
        )


def changed(vault: Vault, goal: Goal, sets: Mapping[str, Value], drops: Set[str] = frozenset()) -> Plan:
    """The goal's note with some properties, named as we do, set or gone; as the note or the vault names them.

    Raises `Unwritten` where that would not be certain.
    """
    finder = PropertyFinder(goal.note, goal.kind, vault.config)

    def named(name: str) -> str:
        prop = finder.find(name)
        return prop.name if prop else property_word(vault, name)

    plan = amended(goal.note, {named(name): sets[name] for name in sets}, {named(name) for name in drops})
    if plan is None:
        raise unsure(goal, [*sets, *drops])
    return plan


def unsure(goal: Goal, names: Sequence[str]) -> Unwritten:
    """That some properties are for the person to change."""
    return Unwritten(
        f"{goal.path} was left as it is: its header cannot be changed with certainty.",
        f"Change {show_list([f'`{name}`' for name in names])} by hand.",
    )
