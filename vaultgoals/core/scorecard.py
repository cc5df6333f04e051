"""Every figure of every goal as of one day: the one place that computes, for all who show figures."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import wraps
from typing import Generic, TypeVar, TypeVarTuple

from vaultgoals.core.diagnosis import Diagnosis, diagnose
from vaultgoals.core.goal import Goal, History, Kind
from vaultgoals.core.health import Health
from vaultgoals.core.keeping import Keeping, keep
from vaultgoals.core.memo import each, remembered
from vaultgoals.core.movement import Grade
from vaultgoals.core.past import OfEach, as_it_was, histories, history_as_of
from vaultgoals.core.progress import Progress, measure
from vaultgoals.core.rollup import RollUp, Share, roll_up
from vaultgoals.core.vault import IMPASSABLE, Vault
from vaultgoals.core.verdict import DiagnosisKind

R = TypeVar("R")
Ts = TypeVarTuple("Ts")

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


@dataclass(frozen=True, slots=True)
class Scorecard:
    """The standings of all goals, as of the end of the day `asof`, seen from `today`.

    It is only a way to ask. The vault remembers each figure, so that all who show it share it.
    """

    vault: Vault
    asof: date
    today: date

    @classmethod
    def of(cls, vault: Vault, *, asof: date, today: date) -> "Scorecard":
        """The scorecard of a vault; later check-ins than `asof` do not count."""
        return cls(vault, asof, today)

    @property
    def histories(self) -> Mapping[str, History]:
        """Each goal as it was on the day, with its check-ins."""
        return histories(self.vault, asof=self.asof, today=self.today)

    @property
    def standings(self) -> Mapping[str, Standing]:
        """How each goal stands, by path."""
        return OfEach(standing_of, self.vault, self.asof, self.today)

    def roll_up_of(self, objective: str) -> RollUp:
        """The figures of an objective, by its path."""
        return _roll_up(self.vault, objective, self.asof, self.today)


class OfGoal(Generic[R, *Ts]):
    """A query of what is said of one goal of a scorecard, given its standing there."""

    def __init__(self, say: Callable[[Scorecard, Standing, *Ts], R]) -> None:
        @remembered
        @wraps(say)
        def said(vault: Vault, path: str, asof: date, today: date, *more: *Ts) -> R:
            card = Scorecard(vault, asof, today)
            return say(card, card.standings[path], *more)

        self._said = said
        self.__doc__ = say.__doc__

    def __call__(self, card: Scorecard, standing: Standing, *more: *Ts) -> R:
        """What is said of a goal."""
        return self._said(card.vault, standing.goal.path, card.asof, card.today, *more)

    def each(self, card: Scorecard, paths: tuple[str, ...], *more: *Ts) -> tuple[R, ...]:
        """What is said of each of some goals, by path; the same as long as nothing else is said of any."""
        return each(self._said, card.vault, paths, card.asof, card.today, *more)


def of_goal(say: Callable[[Scorecard, Standing, *Ts], R]) -> OfGoal[R, *Ts]:
    """Make a query of what is said of one goal of a scorecard, given its standing there."""
    return OfGoal(say)


@remembered
def standing_of(vault: Vault, path: str, asof: date, today: date) -> Standing:
    """How the goal at a path stands."""
    history, config = history_as_of(vault, path, asof, today), vault.config
    goal = history.goal
    standing = Standing(goal=goal, history=history, outcomes=vault.outcomes_of(path))
    if goal.kind is Kind.PROCESS:
        return replace(standing, keeping=keep(history, asof=asof, today=today, config=config))
    if goal.kind in MEASURED:
        progress = measure(history, asof=asof, config=config)
        return replace(standing, progress=progress, diagnosis=_diagnosis(vault, history, asof, today))
    if goal.kind is Kind.OBJECTIVE:
        return replace(standing, roll_up=_roll_up(vault, path, asof, today))
    return standing


@remembered
def _roll_up(vault: Vault, objective: str, asof: date, today: date) -> RollUp:
    outcomes = vault.below_objective.get(objective, ())
    below = (history_as_of(vault, outcome.path, asof, today) for outcome in outcomes)
    return roll_up(Share.of(h.goal, measure(h, asof=asof, config=vault.config)) for h in below)


@remembered
def _impassable(vault: Vault, asof: date) -> frozenset[str]:
    """The notes over which no goal reached an outcome on a day."""
    then = ((path, as_it_was(goal, asof)) for path, goal in vault.goals.items())
    return frozenset(path for path, goal in then if goal.status in IMPASSABLE)


@remembered
def _reaching(vault: Vault, outcome: str, asof: date) -> tuple[str, ...]:
    """The goals that reached an outcome on a day."""
    return vault.reaching_around(_impassable(vault, asof)).get(outcome, ())


def _diagnosis(vault: Vault, history: History, asof: date, today: date) -> Diagnosis | None:
    if history.goal.kind is not Kind.OUTCOME:
        return None
    below: dict[Kind, list[History]] = {}
    for path in _reaching(vault, history.goal.path, asof):
        below.setdefault(vault.kinds[path], []).append(history_as_of(vault, path, asof, today))
    return diagnose(
        history,
        processes=below.get(Kind.PROCESS, []),
        indicators=below.get(Kind.INDICATOR, []),
        outputs=below.get(Kind.OUTPUT, []),
        guardrails=below.get(Kind.GUARDRAIL, []),
        asof=asof,
        today=today,
        config=vault.config,
    )
