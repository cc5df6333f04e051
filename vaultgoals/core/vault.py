"""The vault as a value: its notes, what they are, where their links lead, and what was logged."""

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, partial
from itertools import repeat
from types import MappingProxyType

from vaultgoals.core.actions import Action, ActionReader
from vaultgoals.core.checkin_note import checkin_note
from vaultgoals.core.config import Config
from vaultgoals.core.goal import CheckIn, Goal, History, Kind, Status
from vaultgoals.core.goal_log import goal_log
from vaultgoals.core.kinds import MAY_SERVE, is_sync_copy, kind_of
from vaultgoals.core.links import Names, Resolution, folded
from vaultgoals.core.log_names import LogNames
from vaultgoals.core.logged import Logged
from vaultgoals.core.logs import Logs
from vaultgoals.core.mentions import links_in_tasks
from vaultgoals.core.note import Link, Malformed, Note
from vaultgoals.core.order import dated
from vaultgoals.core.period import Period
from vaultgoals.core.periodic import periodic_notes
from vaultgoals.core.periodic_log import periodic_log
from vaultgoals.core.reading import read_goal
from vaultgoals.core.task_log import task_log

CLOSED = frozenset({Status.DONE, Status.DROPPED})
IMPASSABLE = frozenset({Status.DRAFT, Status.DROPPED})
"""The statuses of notes over which no goal reaches an outcome."""


@dataclass(frozen=True, kw_only=True)
class Vault:
    """All notes of a vault by path, and its settings. Everything else is worked out from these, once.

    `files` are the paths of all files that links can lead to, notes among them. `templates` are the vault's
    own, by path: no notes, only text, and what is known to be wrong in it.
    """

    notes: Mapping[str, Note]
    config: Config = Config()
    files: frozenset[str] = frozenset()
    templates: Mapping[str, Note] = field(default_factory=lambda: MappingProxyType({}))

    @classmethod
    def of(
        cls,
        notes: Iterable[Note],
        config: Config = Config(),
        files: Iterable[str] = (),
        templates: Iterable[Note] = (),
    ) -> "Vault":
        """A vault of these notes, of the other files that their links may lead to, and of its templates."""
        by_path = {note.path: note for note in sorted(notes, key=lambda note: note.path)}
        return cls(
            notes=by_path,
            config=config,
            files=frozenset(files) | frozenset(by_path),
            templates={template.path: template for template in templates},
        )

    @cached_property
    def places(self) -> Mapping[str, Note]:
        """All that findings may stand in, by path: the notes, and the templates."""
        return {**self.notes, **self.templates} if self.templates else self.notes

    @cached_property
    def names(self) -> Names:
        """The index that links resolve by."""
        return Names(self.files)

    @cached_property
    def kinds(self) -> Mapping[str, Kind]:
        """What each note is; a note of nobody's kind is not listed."""
        found = ((path, kind_of(note, self.config)) for path, note in self.notes.items())
        return {path: kind for path, kind in found if kind}

    @cached_property
    def goals(self) -> Mapping[str, Goal]:
        """All goals by path, drafts and closed ones too."""
        return {
            path: read_goal(self.notes[path], kind, self.config)
            for path, kind in self.kinds.items()
            if kind.is_goal
        }

    @cached_property
    def periods(self) -> Mapping[str, Period]:
        """The periodic notes by path, each with the day, week, month, quarter or year that it is about."""
        return periodic_notes(self.notes.values(), self.kinds, self.config)

    def resolve(self, link: Link, source: str) -> Resolution:
        """Where a link in the note `source` leads."""
        return self.names.resolve(link.target, source)

    def goal_at(self, link: Link, source: str) -> Goal | None:
        """The goal that a link leads to, if it leads to one."""
        path = self.resolve(link, source).path
        return self.goals.get(path) if path else None

    def of_kind(self, *kinds: Kind) -> Iterator[Goal]:
        """The goals of some kinds, by path."""
        return (goal for goal in self.goals.values() if goal.kind in kinds)

    # What is to be done, and what was logged.

    @cached_property
    def actions(self) -> Mapping[str, tuple[Action, ...]]:
        """The open and ticked tasks of each goal, by the path and place where they stand."""
        found: dict[str, list[Action]] = {}
        titles = frozenset(folded(goal.title) for goal in self.goals.values())
        for note in self.notes.values():
            own = self.goals.get(note.path)
            about_goals = own or not titles.isdisjoint(links_in_tasks(note.source.text))
            if about_goals and not (note.unusable or is_sync_copy(note)):
                for action in self._action_reader.read(note, own):
                    found.setdefault(action.goal, []).append(action)
        return {goal: tuple(actions) for goal, actions in found.items()}

    @cached_property
    def _action_reader(self) -> ActionReader:
        owners = {folded(name): name for goal in self.goals.values() for name in goal.owners}
        return ActionReader(goal_at=self.goal_at, owners=owners)

    @cached_property
    def log_names(self) -> LogNames:
        """The goals by the names that periodic notes log them by."""
        return LogNames.of(self.goals.values())

    @cached_property
    def _logs(self) -> Logs:
        return Logs.of(self._read_logs())

    def _read_logs(self) -> Iterator[tuple[str, Logged]]:
        """Whatever was logged, in all ways, each with the path of the note that says so."""
        for path, kind in self.kinds.items():
            if kind is Kind.CHECKIN:
                goal_at = partial(self._goal_meant, source=path)
                yield from zip(repeat(path), checkin_note(self.notes[path], self.config, goal_at))
        for path, goal in self.goals.items():
            yield from zip(repeat(path), goal_log(goal, self.config))
        for path, period in self.periods.items():
            yield from zip(repeat(path), periodic_log(self.notes[path], period, self.log_names))
        for path, actions in self.actions.items():
            for action in actions:
                note, about = self.notes[action.path], self.periods.get(action.path)
                yield from zip(repeat(action.path), task_log(action, self.goals[path], note, about))

    def _goal_meant(self, link: Link, source: str) -> Goal | None:
        """The goal that a check-in names; a bare name that no note has may be a goal's alias."""
        if link.bare and self.resolve(link, source).path is None:
            return self._by_alias.get(folded(link.target))
        return self.goal_at(link, source)

    @cached_property
    def _by_alias(self) -> Mapping[str, Goal]:
        """The goals by their other names; of two that share one, the first by path."""
        goals = reversed(tuple(self.goals.values()))
        return {folded(alias): goal for goal in goals for alias in goal.aliases}

    def history(self, goal: Goal) -> History:
        """A goal with all that was logged about it, in order."""
        return History(goal=goal, checkins=self._logs.checkins.get(goal.path, ()))

    @property
    def checkins(self) -> Iterator[CheckIn]:
        """All check-ins, goal by goal."""
        return (checkin for checkins in self._logs.checkins.values() for checkin in checkins)

    def checkins_seen(self, today: date) -> Iterator[CheckIn]:
        """All check-ins, goal by goal, each on the day that it has as seen from `today`."""
        return (dated(checkin, today) for checkin in self.checkins)

    @property
    def unread_checkins(self) -> Mapping[str, tuple[Malformed, ...]]:
        """By note, what looks like a check-in and could not be read."""
        return self._logs.unread

    # What leads where.

    @cached_property
    def serves(self) -> Mapping[str, tuple[str, ...]]:
        """For each goal the goals that its `outcome` links lead to, where its kind may serve theirs."""
        return {path: tuple(self._served_by(goal)) for path, goal in self.goals.items()}

    def _served_by(self, goal: Goal) -> Iterator[str]:
        for link in goal.outcome:
            served = self.goal_at(link, goal.path)
            if served and served.kind in MAY_SERVE.get(goal.kind, ()):
                yield served.path

    def outcomes_of(self, path: str, *, avoiding: Set[str] = frozenset()) -> tuple[str, ...]:
        """The outcomes that a goal reaches by following `outcome` links from note to note.

        The way leads over none of the notes to be avoided.
        """
        reached, seen, ahead = [], {path}, list(reversed(self.serves.get(path, ())))
        while ahead:
            at = ahead.pop()
            if at in seen or at in avoiding:
                continue
            seen.add(at)
            if self.goals[at].kind is Kind.OUTCOME:
                reached.append(at)
            else:
                ahead.extend(reversed(self.serves[at]))
        return tuple(reached)

    @cached_property
    def reaching(self) -> Mapping[str, tuple[Goal, ...]]:
        """For each outcome the goals that reach it over notes that are not draft or dropped, by path."""
        return self.reaching_around({goal.path for goal in self.goals.values() if goal.status in IMPASSABLE})

    def reaching_around(self, avoided: Set[str]) -> Mapping[str, tuple[Goal, ...]]:
        """For each outcome the goals that reach it over none of the notes to be avoided, by path."""
        found: dict[str, list[Goal]] = {}
        for goal in self.goals.values():
            for outcome in self.outcomes_of(goal.path, avoiding=avoided):
                found.setdefault(outcome, []).append(goal)
        return {outcome: tuple(goals) for outcome, goals in found.items()}

    def objective_of(self, goal: Goal) -> str | None:
        """The path of the objective that an outcome belongs to."""
        objective = self.goal_at(goal.objective, goal.path) if goal.objective else None
        return objective.path if objective and objective.kind is Kind.OBJECTIVE else None

    @cached_property
    def below_objective(self) -> Mapping[str, tuple[Goal, ...]]:
        """For each objective its outcomes, by path."""
        found: dict[str, list[Goal]] = {}
        for outcome in self.of_kind(Kind.OUTCOME):
            objective = self.objective_of(outcome)
            if objective:
                found.setdefault(objective, []).append(outcome)
        return {objective: tuple(outcomes) for objective, outcomes in found.items()}
