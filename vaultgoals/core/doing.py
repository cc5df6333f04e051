"""What the process goals of an outcome did in a window."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from vaultgoals.core.config import Config
from vaultgoals.core.goal import Goal, History, Status
from vaultgoals.core.keeping import keep_between, last_closed, mean_attainment
from vaultgoals.core.kept import Kept, KeptState, is_log
from vaultgoals.core.period import Period

EXCUSED = frozenset({KeptState.PAUSED, KeptState.SKIPPED})
"""What becomes of a period that counts nowhere, because the person said so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessPart:
    """What one process goal did: its periods that closed in the window, or its last closed one before.

    `attainment` is their mean, None where nothing has closed; `done` and `quota` are their sums.
    `begun_on` is its `start`, else the day of its first log. `excused` are the periods among them that
    count nowhere, as they were paused or skipped.
    """

    goal: Goal
    periods: tuple[Kept, ...]
    begun_on: date | None
    excused: tuple[Kept, ...] = ()

    @property
    def met(self) -> int:
        """How many of the periods were met."""
        return sum(kept.met for kept in self.periods)

    @property
    def closed(self) -> int:
        """How many periods there are."""
        return len(self.periods)

    @property
    def unlogged(self) -> int:
        """How many of the periods hold no log."""
        return sum(kept.state is KeptState.UNLOGGED for kept in self.periods)

    @property
    def attainment(self) -> Fraction | None:
        """The mean attainment of the periods, None of none."""
        return mean_attainment(self.periods)

    @property
    def done(self) -> Fraction:
        """What was done in all periods."""
        return sum((kept.done for kept in self.periods), Fraction(0))

    @property
    def quota(self) -> Fraction:
        """What was due in all periods."""
        return sum((kept.quota for kept in self.periods), Fraction(0))


def doing_in(
    window: Period, processes: Iterable[History], *, asof: date, today: date, config: Config
) -> tuple[ProcessPart, ...]:
    """What each process goal that is active and has begun did in a window."""
    return tuple(
        _part(history, window, asof=asof, today=today, config=config)
        for history in processes
        if history.goal.status is Status.ACTIVE and (history.goal.start is None or history.goal.start <= asof)
    )


def _part(history: History, window: Period, *, asof: date, today: date, config: Config) -> ProcessPart:
    ended = keep_between(history, window.start, window.last, asof=asof, today=today, config=config)
    periods = tuple(kept for kept in ended if kept.counts)
    excused = tuple(kept for kept in ended if kept.state in EXCUSED) if periods else ()
    if not periods:
        older = last_closed(history, window.last, asof=asof, today=today, config=config)
        periods = (older,) if older else ()
    logged = (checkin.on for checkin in history.checkins if is_log(checkin) and checkin.on <= asof)
    return ProcessPart(
        goal=history.goal,
        periods=periods,
        begun_on=history.goal.start or next(logged, None),
        excused=excused,
    )


def joint_attainment(parts: Sequence[ProcessPart]) -> Fraction | None:
    """The mean over the process goals of their mean attainment; one where nothing has closed is left out."""
    shares = [part.attainment for part in parts if part.attainment is not None]
    return sum(shares, Fraction(0)) / len(shares) if shares else None


def unlogged_share(parts: Sequence[ProcessPart]) -> Fraction:
    """The share of all used periods of all process goals together that hold no log."""
    closed = sum(part.closed for part in parts)
    return Fraction(sum(part.unlogged for part in parts), closed) if closed else Fraction(0)
