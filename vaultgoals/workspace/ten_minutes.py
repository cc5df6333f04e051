"""The ten-minute plan of an outcome: what stands there, and what is still to be added to it."""

import re
from dataclasses import dataclass
from datetime import date

from vaultgoals.core.actions import Action
from vaultgoals.core.goal import Goal, Kind, Status
from vaultgoals.core.goal_log import names_log
from vaultgoals.core.own_words import action_heading, in_fields
from vaultgoals.core.vault import CLOSED, Vault
from vaultgoals.workspace.amending import with_tasks
from vaultgoals.workspace.plan import Plan

ENOUGH_GOALS, MOST_GOALS = 2, 3
ENOUGH_ACTIONS, MOST_ACTIONS = 3, 5

_MENTION = re.compile(r"\w[\w.-]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What an outcome has already: its process goals and guardrails under way, and its open actions."""

    goals: tuple[Goal, ...]
    guardrails: tuple[Goal, ...]
    actions: tuple[Action, ...]

    @property
    def goals_wanted(self) -> int:
        """How many process goals it may still get; none once it has enough."""
        return MOST_GOALS - len(self.goals) if len(self.goals) < ENOUGH_GOALS else 0

    @property
    def actions_wanted(self) -> int:
        """How many actions it may still get; none once it has enough."""
        return MOST_ACTIONS - len(self.actions) if len(self.actions) < ENOUGH_ACTIONS else 0

    @property
    def is_whole(self) -> bool:
        """Whether nothing is missing."""
        return not (self.goals_wanted or self.actions_wanted) and bool(self.guardrails)


def standing_of(vault: Vault, outcome: Goal) -> Standing:
    """What an outcome has already."""
    below = [
        goal for goal in vault.reaching.get(outcome.path, ()) if goal.status not in (*CLOSED, Status.DRAFT)
    ]
    return Standing(
        goals=tuple(goal for goal in below if goal.kind is Kind.PROCESS),
        guardrails=tuple(goal for goal in below if goal.kind is Kind.GUARDRAIL),
        actions=tuple(action for action in vault.actions_of(outcome.path) if action.task.open),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAction:
    """An action that is to be; without an owner where nobody is named."""

    text: str
    owner: str
    due: date

    def line(self, *, fields: bool) -> str:
        """The task's text, as Dataview's fields have its dates or as the Tasks plugin's signs do."""
        mention = _MENTION.fullmatch(self.owner) and not fields
        owner = f" @{self.owner.lower()}" if mention else f" [owner:: {self.owner}]" if self.owner else ""
        return f"{self.text}{owner} [due:: {self.due}]" if fields else f"{self.text}{owner} 📅 {self.due}"


def lines_of(vault: Vault, outcome: Goal, actions: tuple[NewAction, ...]) -> list[str]:
    """The new actions as tasks, written as those in the outcome's note or the vault are."""
    fields = in_fields(vault, outcome.note)
    return [action.line(fields=fields) for action in actions]


def plan_actions(vault: Vault, outcome: Goal, actions: tuple[NewAction, ...]) -> Plan | None:
    """The outcome's note with the new actions, None where they would not be read as such."""
    plan = with_tasks(outcome.note, heading_of(vault, outcome), lines_of(vault, outcome, actions))
    if plan is None or plan.note is None:
        return None
    read = [item.task for item in plan.note.items if item.task and item.task.open]
    dues = sorted(task.due for task in read if task.due)
    before = [item.task.due for item in outcome.note.items if item.task and item.task.open and item.task.due]
    return plan if dues == sorted([*before, *(action.due for action in actions)]) else None


def heading_of(vault: Vault, outcome: Goal) -> str:
    """The heading over the open actions in an outcome's note, else the vault's usual one."""
    own = [action for action in vault.actions_of(outcome.path) if action.path == outcome.path]
    for action in own:
        above = [one for one in outcome.note.headings if one.span.start < action.item.span.start]
        if above and not names_log(above[-1]):
            return f"{'#' * above[-1].level} {above[-1].text.strip()}"
    return action_heading(vault)
