"""Confidence held against what came: how sure somebody was of outcomes that are over now."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from vaultgoals.core.config import Config
from vaultgoals.core.goal import CheckIn, Goal, History, Status
from vaultgoals.core.progress import measure

LEAST_OUTCOMES = 3
"""With fewer outcomes that are over there is nothing to say about them together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Foretold:
    """An outcome that was over on the day `ended`, whether it was `reached`, and how sure somebody had been.

    `stated` are the check-ins up to that day that say a confidence, at least one, in order.
    """

    goal: Goal
    ended: date
    reached: bool
    stated: tuple[CheckIn, ...]

    @property
    def said(self) -> Fraction:
        """The mean of what was said, 0..1: somebody who says a thing every week is not more sure of it."""
        return _mean([checkin.confidence for checkin in self.stated if checkin.confidence is not None])


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """Of `outcomes` that are over so many were `reached`; `said` is the mean confidence in them, 0..1.

    Who is calibrated reaches the share that they say (Lichtenstein, Fischhoff and Phillips 1982).
    """

    outcomes: int
    reached: int
    said: Fraction


def foretold(outcome: History, *, asof: date, today: date, config: Config) -> Foretold | None:
    """What was foretold of an outcome and what came.

    None where it is not over, was dropped, was never measured or has no way to go, or nobody said how sure
    they were.
    """
    goal, ended = outcome.goal, ended_on(outcome.goal, asof=asof, today=today)
    if ended is None or goal.status in (Status.DRAFT, Status.DROPPED):
        return None
    progress = measure(outcome, asof=ended, config=config)
    stated = tuple(c for c in outcome.checkins if c.confidence is not None and c.on <= ended)
    if not progress.measured or progress.progress is None or not stated:
        return None
    return Foretold(goal=goal, ended=ended, reached=progress.progress >= 1, stated=stated)


def ended_on(goal: Goal, *, asof: date, today: date) -> date | None:
    """The day on which a goal was over: when it was closed, or else due; None where that is still to come.

    A day that is not over yet ends nothing.
    """
    closed = goal.closed if goal.status in (Status.DONE, Status.DROPPED) else None
    day = closed or goal.due
    return day if day and day <= asof and (closed or day < today) else None


def calibration(over: Iterable[Foretold]) -> Calibration | None:
    """How well confidence told what came; None below 3 outcomes. Each outcome counts once."""
    told = tuple(over)
    if len(told) < LEAST_OUTCOMES:
        return None
    return Calibration(
        outcomes=len(told),
        reached=sum(one.reached for one in told),
        said=_mean([one.said for one in told]),
    )


def _mean(shares: list[Fraction]) -> Fraction:
    return sum(shares, Fraction(0)) / len(shares)
