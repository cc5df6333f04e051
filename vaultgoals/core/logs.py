"""What is to be done in a vault and what was logged in it: read note by note, gathered goal by goal."""

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import chain

from vaultgoals.core.actions import Action, ActionReader
from vaultgoals.core.checkin_note import checkin_note
from vaultgoals.core.goal import CheckIn, Goal, History, Kind, Way
from vaultgoals.core.goal_log import goal_log
from vaultgoals.core.kinds import is_sync_copy
from vaultgoals.core.links import folded
from vaultgoals.core.logged import Logged
from vaultgoals.core.memo import entry_of, remembered
from vaultgoals.core.mentions import holds_box
from vaultgoals.core.note import Link, Malformed
from vaultgoals.core.order import checkin_order, dated
from vaultgoals.core.periodic_log import periodic_log
from vaultgoals.core.sources import Sources
from vaultgoals.core.task_log import task_log

_RANKS = {Way.NOTE: 0, Way.LOG: 1, Way.PROPERTY: 2, Way.FIELD: 2, Way.TASK: 3}


@dataclass(frozen=True, kw_only=True)
class Logs(Sources):
    """The actions and the check-ins of all goals."""

    # What is to be done.

    @property
    def actions(self) -> Mapping[str, tuple[Action, ...]]:
        """The open and ticked tasks of each goal, by the path and place where they stand."""
        return self._actions()

    @remembered
    def _actions(self) -> Mapping[str, tuple[Action, ...]]:
        found: dict[str, list[Action]] = {}
        for path in self._acting():
            for action in self.actions_in(path):
                found.setdefault(action.goal, []).append(action)
        return {goal: tuple(actions) for goal, actions in found.items()}

    _actions_at = entry_of(_actions)

    def actions_of(self, path: str) -> tuple[Action, ...]:
        """The open and ticked tasks of the goal at a path."""
        return self._actions_at(path) or ()

    @remembered
    def actions_in(self, path: str) -> tuple[Action, ...]:
        """The open and ticked tasks in a note, of whatever goals."""
        note = self.notes[path]
        if not holds_box(note.source.text) or note.unusable or is_sync_copy(note):
            return ()
        reader = ActionReader(goal_at=self.goal_at, owners=self._owners())
        return tuple(reader.read(note, self.goals.get(path)))

    @remembered
    def _acting(self) -> tuple[str, ...]:
        """The notes that may hold actions: goals, and those that name one behind a task's box."""
        titles = self._titles()
        naming = (path for path, names in self.mentions.items() if not titles.isdisjoint(names))
        return tuple(sorted({*self.goals, *naming}))

    @remembered
    def _titles(self) -> Set[str]:
        return frozenset(folded(goal.title) for goal in self.goals.values())

    @remembered
    def _owners(self) -> Mapping[str, str]:
        return {folded(name): name for goal in self.goals.values() for name in goal.owners}

    # What was logged.

    def history(self, goal: Goal) -> History:
        """A goal with all that was logged about it, in order."""
        return History(goal=goal, checkins=self.checkins_of(goal.path))

    @remembered
    def checkins_of(self, goal: str) -> tuple[CheckIn, ...]:
        """All that was logged about the goal at a path, in the order of `checkin_order`."""
        found = chain.from_iterable(self._logged_in(path) for path in self._told_in(goal) or ())
        checkins = [one for one in found if isinstance(one, CheckIn) and one.goal == goal]
        return tuple(sorted(checkins, key=checkin_order))

    @property
    def logged(self) -> tuple[str, ...]:
        """The goals that something is logged about."""
        return self._logged()

    @remembered
    def _logged(self) -> tuple[str, ...]:
        return tuple(self._telling())

    @property
    def checkins(self) -> Iterator[CheckIn]:
        """All check-ins, goal by goal."""
        return chain.from_iterable(map(self.checkins_of, self.logged))

    def checkins_seen(self, today: date) -> Iterator[CheckIn]:
        """All check-ins, goal by goal, each on the day that it has as seen from `today`."""
        return (dated(checkin, today) for checkin in self.checkins)

    @property
    def unread_checkins(self) -> Mapping[str, tuple[Malformed, ...]]:
        """By note, what looks like a check-in and could not be read."""
        return self._unread_checkins()

    @remembered
    def _unread_checkins(self) -> Mapping[str, tuple[Malformed, ...]]:
        found = ((path, self.unread_in(path)) for path in self._logging())
        return {path: troubles for path, troubles in found if troubles}

    @remembered
    def unread_in(self, path: str) -> tuple[Malformed, ...]:
        """What looks like a check-in in a note and could not be read, each trouble once."""
        return tuple(dict.fromkeys(one for one in self._logged_in(path) if isinstance(one, Malformed)))

    @remembered
    def _telling(self) -> Mapping[str, tuple[str, ...]]:
        """For each goal the notes that log something about it.

        First come the goals that check-in notes tell of, then those that have logs, fields and tasks alone.
        """
        found: tuple[dict[str, list[str]], ...] = ({}, {}, {}, {})
        for path in self._logging():
            for rank, goal in self._goals_logged_in(path):
                found[rank].setdefault(goal, []).append(path)
        ticked = (goal for goal in self._actions() if goal in found[-1])
        goals = dict.fromkeys(chain(*found[:-1], ticked))
        return {
            goal: tuple(dict.fromkeys(path for by_goal in found for path in by_goal.get(goal, ())))
            for goal in goals
        }

    _told_in = entry_of(_telling)

    @remembered
    def _goals_logged_in(self, path: str) -> tuple[tuple[int, str], ...]:
        """The goals that a note logs something about, and how, by rank."""
        checkins = (one for one in self._logged_in(path) if isinstance(one, CheckIn))
        return tuple(dict.fromkeys((_RANKS[one.way], one.goal) for one in checkins))

    @remembered
    def _logging(self) -> tuple[str, ...]:
        """The notes that may log something, by path."""
        checkins = (path for path, kind in self.kinds.items() if kind is Kind.CHECKIN)
        return tuple(sorted({*checkins, *self.goals, *self.periods, *self._acting()}))

    @remembered
    def _logged_in(self, path: str) -> tuple[Logged, ...]:
        """Whatever was logged in a note, in all ways."""
        return tuple(self._read_log(path))

    def _read_log(self, path: str) -> Iterator[Logged]:
        note, goal, period = self.notes[path], self.goals.get(path), self.periods.get(path)
        if self.kinds.get(path) is Kind.CHECKIN:
            yield from checkin_note(note, self.config, partial(self._goal_meant, source=path))
        if goal:
            yield from goal_log(goal, self.config)
        if period:
            yield from periodic_log(note, period, self.log_names)
        for action in self.actions_in(path):
            yield from task_log(action, self.goals[action.goal], note, period)

    def _goal_meant(self, link: Link, source: str) -> Goal | None:
        """The goal that a check-in names; a bare name that no note has may be a goal's alias."""
        if link.bare and self.resolve(link, source).path is None:
            path = self._by_alias().get(folded(link.target))
            return self.goals[path] if path else None
        return self.goal_at(link, source)

    @remembered
    def _by_alias(self) -> Mapping[str, str]:
        """The goals' paths by their other names; of two that share one, the first by path."""
        goals = reversed(tuple(self.goals.values()))
        return {folded(alias): goal.path for goal in goals for alias in goal.aliases}
