"""The goals that a page speaks of, in the order in which they need the person."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from functools import cached_property

from vaultgoals.core.goal import Kind, Status
from vaultgoals.core.health import Health
from vaultgoals.core.scorecard import Scorecard, Standing
from vaultgoals.core.vault import Vault
from vaultgoals.review.marks import health_of
from vaultgoals.review.outcome import OutcomeSection, by_need, outcome_section
from vaultgoals.review.resting import is_over

_SHOWN = frozenset({Status.ACTIVE, Status.PAUSED})
_WELL = frozenset({Health.ON_TRACK, Health.ACHIEVED})


def under_way(standing: Standing) -> bool:
    """Whether a goal is active, and not paused for these days."""
    return standing.goal.status is Status.ACTIVE and health_of(standing) is not Health.PAUSED


def is_paused(standing: Standing) -> bool:
    """Whether a goal is paused, by its status or for these days."""
    return standing.goal.status in _SHOWN and not under_way(standing)


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
        return tuple(by_need(self.card, self.of_kind(Kind.OUTCOME)))

    @cached_property
    def processes(self) -> tuple[Standing, ...]:
        """Process goals in the order of the outcomes that they lead to; those that lead to none come last."""
        rank = {standing.goal.path: place for place, standing in enumerate(self.outcomes)}
        last = len(rank)
        processes = self.of_kind(Kind.PROCESS)
        order = sorted(
            processes, key=lambda s: min((rank.get(path, last) for path in s.outcomes), default=last)
        )
        return tuple(order)

    @cached_property
    def asking(self) -> tuple[Standing, ...]:
        """The process goals that may still ask for something: not those whose outcomes are all past due, or
        paused.
        """
        outcomes = replace(self, only=None).of_kind(Kind.OUTCOME)
        at_rest = {s.goal.path for s in outcomes if is_paused(s) or is_over(s, self.card.asof)}
        return tuple(s for s in self.processes if not s.outcomes or not at_rest.issuperset(s.outcomes))

    @cached_property
    def sections(self) -> tuple[OutcomeSection, ...]:
        """What is said of each outcome, in the same order."""
        return tuple(outcome_section(self.card, standing) for standing in self.outcomes)

    def of_kind(self, kind: Kind) -> Iterable[Standing]:
        """The goals of a kind, by path."""
        shown = (s for s in self.card.standings.values() if s.goal.kind is kind and s.goal.status in _SHOWN)
        near = (s for s in shown if s.goal.start is None or s.goal.start <= self.until)
        return (s for s in near if self.only is None or s.goal.path in self.only)

    @cached_property
    def active(self) -> tuple[Standing, ...]:
        """The outcomes that are under way."""
        return tuple(standing for standing in self.outcomes if under_way(standing))

    @property
    def on_track(self) -> int:
        """How many of the active outcomes are on track, or achieved."""
        return sum(s.progress is not None and s.progress.health in _WELL for s in self.active)

    @property
    def adherence(self) -> Fraction | None:
        """The mean attainment of the process goals over the last closed periods of each, 0..1."""
        shares = [s.keeping.adherence.attainment for s in self.processes if s.keeping]
        known = [share for share in shares if share is not None]
        return sum(known, Fraction(0)) / len(known) if known else None
