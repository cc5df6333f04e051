"""Why a task is no action of a goal that it links to, or no reading although it is one."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from vaultgoals.core.actions import Action
from vaultgoals.core.goal import Goal
from vaultgoals.core.goal_log import within
from vaultgoals.core.lookalike import NotTaken
from vaultgoals.core.note import Link, ListItem, Note, Task
from vaultgoals.core.source import Span
from vaultgoals.core.task_log import counts_tasks
from vaultgoals.core.vault import Vault


def tasks_not_taken(
    vault: Vault, note: Note, *, taken: frozenset[Span], log: tuple[Span, ...]
) -> Iterator[NotTaken]:
    """The tasks of a note that log nothing; `taken` are the places of what was read, `log` its log's own."""
    yield from _Tasks(vault=vault, note=note, taken=taken, log=log).not_taken()


@dataclass(frozen=True, kw_only=True)
class _Tasks:
    """The tasks of one note."""

    vault: Vault
    note: Note
    taken: frozenset[Span]
    log: tuple[Span, ...]

    def not_taken(self) -> Iterator[NotTaken]:
        own = self.vault.goals.get(self.note.path)
        for item in self.note.items:
            if item.task and item.span not in self.taken:
                yield from self._no_task(item, item.task, own)
                whys = (self._why_no_reading(action) for action in self.actions.get(item.span, ()))
                yield from (NotTaken(item.span, "reading", why) for why in whys if why)

    def _no_task(self, item: ListItem, task: Task, own: Goal | None) -> Iterator[NotTaken]:
        """The goals that an item links to and is no task of; in a goal's own note it needs no link."""
        linked, taken = self._goals(item), {action.goal for action in self.actions.get(item.span, ())}
        if own and not linked and not _counts(task) and not within(self.log, item.span.start):
            linked = [own]
        for goal in linked:
            if goal.path not in taken:
                yield NotTaken(item.span, "action", _why_no_task(task, goal))

    @cached_property
    def actions(self) -> dict[Span, list[Action]]:
        """The actions that stand in this note, by place."""
        found: dict[Span, list[Action]] = {}
        for actions in self.vault.actions.values():
            for action in actions:
                if action.path == self.note.path:
                    found.setdefault(action.item.span, []).append(action)
        return found

    def _goals(self, item: ListItem) -> list[Goal]:
        """The goals that an item links to, wherever in its text."""
        found = (self.vault.goal_at(link, self.note.path) for link in self._links(item) if link.target)
        return list({goal.path: goal for goal in found if goal}.values())

    def _links(self, item: ListItem) -> tuple[Link, ...]:
        links, bounds = self._body_links, (item.span.start, item.span.end)
        first, end = (bisect_left(links, at, key=lambda link: link.span.start) for at in bounds)
        return links[first:end]

    @cached_property
    def _body_links(self) -> tuple[Link, ...]:
        return tuple(link for link in self.note.links if link.property is None)

    def _why_no_reading(self, action: Action) -> str | None:
        goal, task = self.vault.goals[action.goal], action.task
        if not action.linked or not task.ticked:
            return None
        if not counts_tasks(goal):
            return f"ticked tasks do not add up to what “{goal.title}” measures"
        if task.cancelled:
            return "it was cancelled"
        if task.done is None and self.note.path not in self.vault.periods:
            return "it has no done date (✅ 2026-11-20) and stands in no periodic note"
        return None


def _counts(task: Task) -> bool:
    return task.open or task.ticked


def _why_no_task(task: Task, goal: Goal) -> str:
    if not _counts(task):
        return f"`[{task.status}]` is neither open nor done, and counts nothing"
    return f"the link to “{goal.title}” stands within the text: it counts first or last in it"
