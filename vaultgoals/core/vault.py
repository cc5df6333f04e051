"""The vault as a value: its notes, what they are, where their links lead, and what was logged."""

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass

from vaultgoals.core.goal import Goal, Kind, Status
from vaultgoals.core.kinds import MAY_SERVE
from vaultgoals.core.logs import Logs
from vaultgoals.core.memo import remembered

CLOSED = frozenset({Status.DONE, Status.DROPPED})
IMPASSABLE = frozenset({Status.DRAFT, Status.DROPPED})
"""The statuses of notes over which no goal reaches an outcome."""


@dataclass(frozen=True, kw_only=True)
class Vault(Logs):
    """All notes of a vault, and all that follows from them alone; each worked out when it is first asked for.

    Figures as of a day are in `scorecard`. What is worked out is remembered, see `memo`.
    """

    def of_kind(self, *kinds: Kind) -> Iterator[Goal]:
        """The goals of some kinds, by path."""
        return (goal for goal in self.goals.values() if goal.kind in kinds)

    # What leads where.

    @property
    def serves(self) -> Mapping[str, tuple[str, ...]]:
        """For each goal the goals that its `outcome` links lead to, where its kind may serve theirs."""
        return self._serves()

    @remembered
    def _serves(self) -> Mapping[str, tuple[str, ...]]:
        return {path: self.served_by(path) for path in self.goals}

    @remembered
    def served_by(self, path: str) -> tuple[str, ...]:
        """The goals that the `outcome` links of a goal lead to, where its kind may serve theirs, by path."""
        goal = self.goals[path]
        served = (self.goal_at(link, path) for link in goal.outcome)
        return tuple(to.path for to in served if to and to.kind in MAY_SERVE.get(goal.kind, ()))

    def outcomes_of(self, path: str, *, avoiding: Set[str] = frozenset()) -> tuple[str, ...]:
        """The outcomes that a goal reaches by following `outcome` links from note to note.

        The way leads over none of the notes to be avoided.
        """
        return self._reached(path, avoiding) if avoiding else self._outcomes_of(path)

    @remembered
    def _outcomes_of(self, path: str) -> tuple[str, ...]:
        return self._reached(path, frozenset())

    def _reached(self, path: str, avoiding: Set[str]) -> tuple[str, ...]:
        reached, seen, ahead = [], {path}, [*reversed(self.served_by(path))] if path in self.goals else []
        while ahead:
            at = ahead.pop()
            if at in seen or at in avoiding:
                continue
            seen.add(at)
            if self.kinds[at] is Kind.OUTCOME:
                reached.append(at)
            else:
                ahead.extend(reversed(self.served_by(at)))
        return tuple(reached)

    @property
    def reaching(self) -> Mapping[str, tuple[Goal, ...]]:
        """For each outcome the goals that reach it over notes that are not draft or dropped, by path."""
        return self._reaching()

    @remembered
    def _reaching(self) -> Mapping[str, tuple[Goal, ...]]:
        avoided = frozenset(path for path, goal in self.goals.items() if goal.status in IMPASSABLE)
        found = self.reaching_around(avoided)
        return {outcome: tuple(self.goals[path] for path in paths) for outcome, paths in found.items()}

    def reaching_around(self, avoided: Set[str]) -> Mapping[str, tuple[str, ...]]:
        """For each outcome the goals that reach it over none of the notes to be avoided, all by path."""
        return self._reaching_around(frozenset(avoided))

    @remembered
    def _reaching_around(self, avoided: frozenset[str]) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for path in self.goals:
            for outcome in self._reached(path, avoided):
                found.setdefault(outcome, []).append(path)
        return {outcome: tuple(paths) for outcome, paths in found.items()}

    def objective_of(self, goal: Goal) -> str | None:
        """The path of the objective that an outcome belongs to."""
        objective = self.goal_at(goal.objective, goal.path) if goal.objective else None
        return objective.path if objective and objective.kind is Kind.OBJECTIVE else None

    @property
    def below_objective(self) -> Mapping[str, tuple[Goal, ...]]:
        """For each objective its outcomes, by path."""
        return self._below_objective()

    @remembered
    def _below_objective(self) -> Mapping[str, tuple[Goal, ...]]:
        found: dict[str, list[Goal]] = {}
        for outcome in self.of_kind(Kind.OUTCOME):
            objective = self.objective_of(outcome)
            if objective:
                found.setdefault(objective, []).append(outcome)
        return {objective: tuple(outcomes) for objective, outcomes in found.items()}
