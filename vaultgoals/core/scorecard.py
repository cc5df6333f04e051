"""Every figure of every goal as of one day: the one place that computes, for all who show figures."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from vaultgoals.core.diagnosis import Diagnosis, diagnose
from vaultgoals.core.goal import Goal, History, Kind, Status
from vaultgoals.core.health import Health
from vaultgoals.core.keeping import Keeping, keep
from vaultgoals.core.movement import Grade
from vaultgoals.core.order import seen_on
from vaultgoals.core.progress import Progress, measure
from vaultgoals.core.rollup import RollUp, Share, roll_up
from vaultgoals.core.vault import CLOSED, IMPASSABLE, Vault
from vaultgoals.core.verdict import DiagnosisKind

MEASURED = frozenset({Kind.OUTCOME, Kind.INDICATOR, Kind.OUTPUT, Kind.GUARDRAIL})


@dataclass(frozen=True, kw_only=True)
class Standing:
    """How one goal stands: `progress` of a metric, `keeping` of a process goal, `diagnosis` of an outcome.
    `roll_up` is an objective's.

    `outcomes` are the paths of the outcomes that it reaches.
    """

    goal: Goal
    history: History
    outcomes: tuple[str, ...] = ()
    progress: Progress | None = None
    keeping: Keeping | None = None
    diagnosis: Diagnosis | None = None
    roll_up: RollUp | None = None

    @property
    def slower(self) -> bool:
        """Whether an outcome works, slower than its plan asks for, and has not met its target."""
        if self.diagnosis is None or (self.progress and self.progress.health is Health.ACHIEVED):
            return False
        works = self.diagnosis.kind is DiagnosisKind.WORKING
        return works and self.diagnosis.movement.grade is Grade.SLOWER


@dataclass(frozen=True, kw_only=True)
class Scorecard:
    """The standings of all goals by path, as of the end of the day `asof`, seen from `today`."""

    vault: Vault
    asof: date
    today: date

    @classmethod
    def of(cls, vault: Vault, *, asof: date, today: date) -> "Scorecard":
        """The scorecard of a vault; later check-ins than `asof` do not count."""
        return cls(vault=vault, asof=asof, today=today)

    @cached_property
    def histories(self) -> Mapping[str, History]:
        """Each goal as it was on the day, with its check-ins."""
        return {
            path: replace(seen_on(self.vault.history(goal), self.today), goal=as_it_was(goal, self.asof))
            for path, goal in self.vault.goals.items()
        }

    @cached_property
    def standings(self) -> Mapping[str, Standing]:
        """How each goal stands, by path."""
        return {path: self._standing(history) for path, history in self.histories.items()}

    @cached_property
    def _reaching(self) -> Mapping[str, tuple[Goal, ...]]:
        """For each outcome the goals that reached it on the day."""
        impassable = {path for path, past in self.histories.items() if past.goal.status in IMPASSABLE}
        return self.vault.reaching_around(impassable)

    def _standing(self, history: History) -> Standing:
        goal, config = history.goal, self.vault.config
        standing = Standing(goal=goal, history=history, outcomes=self.vault.outcomes_of(goal.path))
        if goal.kind is Kind.PROCESS:
            kept = keep(history, asof=self.asof, today=self.today, config=config)
            return replace(standing, keeping=kept)
        if goal.kind in MEASURED:
            progress = measure(history, asof=self.asof, config=config)
            return replace(standing, progress=progress, diagnosis=self._diagnosis(history))
        if goal.kind is Kind.OBJECTIVE:
            return replace(standing, roll_up=self.roll_up_of(goal.path))
        return standing

    def roll_up_of(self, objective: str) -> RollUp:
        """The figures of an objective, by its path."""
        below = (self.histories[outcome.path] for outcome in self.vault.below_objective.get(objective, ()))
        config = self.vault.config
        return roll_up(Share.of(h.goal, measure(h, asof=self.asof, config=config)) for h in below)

    def _diagnosis(self, history: History) -> Diagnosis | None:
        if history.goal.kind is not Kind.OUTCOME:
            return None
        below: dict[Kind, list[History]] = {}
        for goal in self._reaching.get(history.goal.path, ()):
            below.setdefault(goal.kind, []).append(self.histories[goal.path])
        return diagnose(
            history,
            processes=below.get(Kind.PROCESS, []),
            indicators=below.get(Kind.INDICATOR, []),
            outputs=below.get(Kind.OUTPUT, []),
            guardrails=below.get(Kind.GUARDRAIL, []),
            asof=self.asof,
            today=self.today,
            config=self.vault.config,
        )


def as_it_was(goal: Goal, asof: date) -> Goal:
    """A goal before the day it was closed: active. Without a `closed` date today's status holds."""
    if goal.status in CLOSED and goal.closed and asof < goal.closed:
        return replace(goal, status=Status.ACTIVE)
    return goal
