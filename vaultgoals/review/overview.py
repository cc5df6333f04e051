"""The goals that a page speaks of, in the order in which they need the person."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cached_property
from itertools import compress

from vaultgoals.core.goal import Kind, Status
from vaultgoals.core.health import Health
from vaultgoals.core.memo import each
from vaultgoals.core.scorecard import Scorecard, Standing, of_goal, standing_of
from vaultgoals.core.vault import Vault
from vaultgoals.review.marks import health_of
from vaultgoals.review.outcome import OutcomeSection, in_need, outcome_section
from vaultgoals.review.resting import is_over
from vaultgoals.review.shown import SHOWN, by_outcome, leading_elsewhere, shown

_WELL = frozenset({Health.ON_TRACK, Health.ACHIEVED})


def under_way(standing: Standing) -> bool:
    """Whether a goal is active, and not paused for these days."""
    return standing.goal.status is Status.ACTIVE and health_of(standing) is not Health.PAUSED


def is_paused(standing: Standing) -> bool:
    """Whether a goal is paused, by its status or for these days."""
    return standing.goal.status in SHOWN and not under_way(standing)


@dataclass(frozen=True, kw_only=True)
class Overview:
    """The goals of a scorecard that are active or paused, and what is said of them together.

    Where `only` is given, those goals alone, by path; not those that begin after `until`.
    """

    card: Scorecard
    only: frozenset[str] | None = None
    until: date = date.max

    @classmethod
    def of(cls, vault: Vault, *, asof: date, today: date, until: date = date.max) -> "Overview":
        """The overview of a vault as of the end of a day, seen from `today`."""
        return cls(card=Scorecard.of(vault, asof=asof, today=today), until=until)

    @cached_property
    def outcomes(self) -> tuple[Standing, ...]:
        """The outcomes, those that need the person most first."""
        return self._standings(self.outcome_paths)

    @cached_property
    def outcome_paths(self) -> tuple[str, ...]:
        """The same, by path."""
        return in_need(self.card, self._shown(Kind.OUTCOME))

    @cached_property
    def processes(self) -> tuple[Standing, ...]:
        """Process goals in the order of the outcomes that they lead to; those that lead to none come last."""
        return self._standings(self.process_paths)

    @cached_property
    def process_paths(self) -> tuple[str, ...]:
        """The same, by path."""
        return by_outcome(self.card.vault, self._shown(Kind.PROCESS), self.outcome_paths)

    @cached_property
    def asking(self) -> tuple[Standing, ...]:
        """The process goals that may still ask for something: not those whose outcomes are all past due, or
        paused.
        """
        return self._standings(self.asking_paths)

    @cached_property
    def asking_paths(self) -> tuple[str, ...]:
        """The same, by path."""
        outcomes = shown(self.card.vault, Kind.OUTCOME, self.card.asof, None, self.until)
        at_rest = frozenset(compress(outcomes, _is_at_rest.each(self.card, outcomes)))
        return leading_elsewhere(self.card.vault, self.process_paths, at_rest)

    @cached_property
    def sections(self) -> tuple[OutcomeSection, ...]:
        """What is said of each outcome, in the same order."""
        return outcome_section.each(self.card, self.outcome_paths)

    def of_kind(self, kind: Kind) -> tuple[Standing, ...]:
        """The goals of a kind, by path."""
        return self._standings(self._shown(kind))

    def _shown(self, kind: Kind) -> tuple[str, ...]:
        return shown(self.card.vault, kind, self.card.asof, self.only, self.until)

    def _standings(self, paths: tuple[str, ...]) -> tuple[Standing, ...]:
        return each(standing_of, self.card.vault, paths, self.card.asof, self.card.today)

    @cached_property
    def active(self) -> tuple[Standing, ...]:
        """The outcomes that are under way."""
        return tuple(compress(self.outcomes, _is_under_way.each(self.card, self.outcome_paths)))

    @property
    def on_track(self) -> int:
        """How many of the active outcomes are on track, or achieved."""
        return sum(_does_well.each(self.card, self.outcome_paths))

    @property
    def adherence(self) -> Fraction | None:
        """The mean attainment of the process goals over the last closed periods of each, 0..1."""
        known = [share for share in _attainment.each(self.card, self.process_paths) if share is not None]
        return _sum(known) / len(known) if known else None


def _sum(shares: Iterable[Fraction]) -> Fraction:
    """Added up by their denominators, which are few: thousands of fractions one by one take long."""
    numerators: dict[int, int] = {}
    for share in shares:
        numerators[share.denominator] = numerators.get(share.denominator, 0) + share.numerator
    return sum((Fraction(numerator, of) for of, numerator in numerators.items()), Fraction(0))


@of_goal
def _is_at_rest(card: Scorecard, standing: Standing) -> bool:
    return is_paused(standing) or is_over(standing, card.asof)


@of_goal
def _is_under_way(_: Scorecard, standing: Standing) -> bool:
    return under_way(standing)


@of_goal
def _does_well(_: Scorecard, standing: Standing) -> bool:
    well = standing.progress is not None and standing.progress.health in _WELL
    return well and under_way(standing)


@of_goal
def _attainment(_: Scorecard, standing: Standing) -> Fraction | None:
    return standing.keeping.adherence.attainment if standing.keeping else None
