"""The vault as a value: its notes, what they are, where their links lead, and what was logged."""

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from functools import cached_property

from vaultgoals.core.checkin_note import checkin_note
from vaultgoals.core.config import Config
from vaultgoals.core.goal import CheckIn, Goal, History, Kind, Status
from vaultgoals.core.goal_log import goal_log
from vaultgoals.core.kinds import MAY_SERVE, kind_of
from vaultgoals.core.links import Names, Resolution, folded
from vaultgoals.core.note import Link, Malformed, Note
from vaultgoals.core.order import checkin_order
from vaultgoals.core.reading import read_goal

CLOSED = frozenset({Status.DONE, Status.DROPPED})
IMPASSABLE = frozenset({Status.DRAFT, Status.DROPPED})
"""The statuses of notes over which no goal reaches an outcome."""


@dataclass(frozen=True, kw_only=True)
class Vault:
    """All notes of a vault by path, and its settings. Everything else is worked out from these, once.

    `files` are the paths of all files that links can lead to, notes among them.
    """

    notes: Mapping[str, Note]
    config: Config = Config()
    files: frozenset[str] = frozenset()

    @classmethod
    def of(cls, notes: Iterable[Note], config: Config = Config(), files: Iterable[str] = ()) -> "Vault":
        """A vault of these notes, and of the other files that their links may lead to."""
        by_path = {note.path: note for note in sorted(notes, key=lambda note: note.path)}
        return cls(notes=by_path, config=config, files=frozenset(files) | frozenset(by_path))

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

    # What was logged.

    @cached_property
    def _logged(self) -> tuple[Mapping[str, tuple[CheckIn, ...]], Mapping[str, tuple[Malformed, ...]]]:
        checkins: dict[str, list[CheckIn]] = {}
        troubles: dict[str, list[Malformed]] = {}
        for path in self.kinds:
            for item in self._read_log(path):
                if isinstance(item, CheckIn):
                    checkins.setdefault(item.goal, []).append(item)
                else:
                    troubles.setdefault(path, []).append(item)
        return (
            {goal: tuple(sorted(items, key=checkin_order)) for goal, items in checkins.items()},
            {path: tuple(dict.fromkeys(items)) for path, items in troubles.items()},
        )

    def _read_log(self, path: str) -> Iterator[CheckIn | Malformed]:
        note = self.notes[path]
        if path in self.goals:
            yield from goal_log(self.goals[path], self.config)
        elif self.kinds[path] is Kind.CHECKIN:
            yield from checkin_note(note, self.config, lambda link: self._goal_meant(link, path))

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
        return History(goal=goal, checkins=self._logged[0].get(goal.path, ()))

    @property
    def checkins(self) -> Iterator[CheckIn]:
        """All check-ins, goal by goal."""
        return (checkin for checkins in self._logged[0].values() for checkin in checkins)

    @property
    def unread_checkins(self) -> Mapping[str, tuple[Malformed, ...]]:
        """By note, what looks like a check-in and could not be read."""
        return self._logged[1]

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
