"""Actions: the tasks of a goal's own note, and those in any note whose text begins or ends with its link."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from vaultgoals.core.goal import Goal
from vaultgoals.core.goal_log import log_sections, within
from vaultgoals.core.links import folded
from vaultgoals.core.mentions import holds_box
from vaultgoals.core.note import Link, ListItem, Note, Task
from vaultgoals.core.plain_text import without_comments


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """A task that is open or ticked, and the goal that it is for, by path.

    `path` is the note that it stands in, as its `item`; `text` is the task's, without the links around its
    words where these lead to goals and people. `linked` says that one of them leads to the goal: a task in
    the goal's own note needs none. `owner` is who does it.
    """

    goal: str
    path: str
    item: ListItem
    task: Task
    text: str
    linked: bool
    owner: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionReader:
    """Reads the actions of notes.

    `goal_at` is the goal that a link in the note at a path leads to. `owners` are the names of all who own a
    goal, by how names are compared.
    """

    goal_at: Callable[[Link, str], Goal | None]
    owners: Mapping[str, str]

    def read(self, note: Note, own: Goal | None = None) -> Iterator[Action]:
        """The actions in a note; `own` is the goal that the note itself is. Its log holds none of its own."""
        if not holds_box(note.source.text):
            return
        log = log_sections(note) if own else ()
        for item in note.items:
            task = item.task
            if task and (task.open or task.ticked) and (own or task.first or task.last):
                yield from self._of_task(note, item, task, own, logged=within(log, item.span.start))

    def _of_task(
        self, note: Note, item: ListItem, task: Task, own: Goal | None, *, logged: bool
    ) -> Iterator[Action]:
        """A task as an action of the goals that it links to, and of its own note's, unless that logs it."""
        known = [*self._outermost(note, task.first), *self._outermost(note, task.last)]
        if not any(known):
            known += self._outermost(note, task.beyond)
        linked = {goal.path for goal in known if goal}
        goals = linked | {own.path} if own else linked
        edges = len(task.first) + len(task.last)
        text = task.words if len(known) == edges else task.text
        for goal in sorted(goals - {own.path} if own and logged else goals):
            yield Action(
                goal=goal,
                path=note.path,
                item=item,
                task=task,
                text=without_comments(text),
                linked=goal in linked,
                owner=task.owner or self._linked_owner(note, item),
            )

    def _outermost(self, note: Note, links: Iterable[Link]) -> Iterator[Goal | None]:
        """Where links lead, from the outside in: to a goal, or None for a person; any other ends them.

        It is as good as a word; so is a link to a heading of its own note.
        """
        for link in links:
            goal = self.goal_at(link, note.path) if link.target else None
            if goal is None and self._person(link) is None:
                return
            yield goal

    def _person(self, link: Link) -> str | None:
        return self.owners.get(folded(link.target.rpartition("/")[2].removesuffix(".md")))

    def _linked_owner(self, note: Note, item: ListItem) -> str | None:
        """The first person that a task links to, wherever in its text."""
        bounds = (item.span.start, item.span.end)
        first, end = (bisect_left(note.links, at, key=lambda link: link.span.start) for at in bounds)
        return next((person for link in note.links[first:end] if (person := self._person(link))), None)
