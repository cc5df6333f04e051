"""The actions that checks look at: each once, whatever goals it is for, and apart from its own steps."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from vaultgoals.core.actions import Action
from vaultgoals.core.goal import Goal
from vaultgoals.core.memo import remembered
from vaultgoals.core.source import Span
from vaultgoals.core.vault import Vault
from vaultgoals.rules.below import below
from vaultgoals.rules.rule import Case, Problem
from vaultgoals.rules.wording import quoted

_Place: TypeAlias = tuple[str, Span]


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """An action and the active and paused goals that it is for; a step stands below another of theirs."""

    action: Action
    goals: tuple[Goal, ...]
    is_step: bool

    @property
    def called(self) -> str:
        """What is to be done, as a person is told."""
        return quoted(self.action.text or self.action.item.text)

    def problem(self, message: str, hint: str) -> Problem:
        """A problem with it, at its text, about its goals."""
        return Problem(
            path=self.action.path,
            span=self.action.item.span,
            message=message,
            hint=hint,
            about=tuple(goal.path for goal in self.goals),
        )


def open_work(case: Case) -> Iterator[Work]:
    """The open actions of active and paused goals."""
    return (work for work in _work(case, list(case.live())) if work.action.task.open)


def work_for(case: Case, outcome: Goal) -> Sequence[Work]:
    """The actions, open and ticked, of an outcome and of all that leads to it, without their steps."""
    return [work for work in _work(case, [outcome, *below(case, outcome)]) if not work.is_step]


def _work(case: Case, goals: Sequence[Goal]) -> Iterator[Work]:
    found: dict[_Place, list[Action]] = {}
    for goal in goals:
        for action in case.vault.actions.get(goal.path, ()):
            found.setdefault((action.path, action.item.span), []).append(action)
    for (path, span), actions in found.items():
        yield Work(
            action=actions[0],
            goals=tuple(case.vault.goals[action.goal] for action in actions),
            is_step=any((path, above) in found for above in _above(case.vault, path).get(span, ())),
        )


@remembered
def _above(vault: Vault, path: str) -> Mapping[Span, tuple[Span, ...]]:
    """Of each list item in a note that stands in others, where these stand, the nearest first."""
    items, found = vault.notes[path].items, dict[Span, tuple[Span, ...]]()
    for item in items:
        if item.parent is not None:
            parent = items[item.parent].span
            found[item.span] = (parent, *found.get(parent, ()))
    return found
