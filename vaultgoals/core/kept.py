"""One period of a process goal: what was done in it, what was due, and what that makes of it."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from vaultgoals.core.goal import CheckIn
from vaultgoals.core.period import Period


class KeptState(StrEnum):
    """What became of a period: not logged, blank, zero and skipped stay apart.

    `blank` is a day without a log in a week that has one; `unlogged` any other closed period without a log.
    """

    MET = "met"
    UNMET = "unmet"
    ZERO = "zero"
    BLANK = "blank"
    UNLOGGED = "unlogged"
    SKIPPED = "skipped"
    EVENTLESS = "eventless"
    PAUSED = "paused"
    OPEN = "open"


_COUNTING = frozenset({KeptState.MET, KeptState.UNMET, KeptState.ZERO, KeptState.BLANK, KeptState.UNLOGGED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A period of a process goal as of a day.

    `done` and `quota` are in the goal's unit; `attainment` is 0..1. While the period is open, `met` means so
    far. `logged` says whether anything was logged, a skip too; `skip` is the reason last given for one, None
    without.
    """

    period: Period
    done: Fraction
    quota: Fraction
    attainment: Fraction
    met: bool
    state: KeptState
    logged: bool
    skip: str | None

    @property
    def counts(self) -> bool:
        """Whether it is closed and counts in adherence, streak and diagnosis."""
        return self.state in _COUNTING

    @property
    def remaining(self) -> Fraction:
        """What is left to do; under *at most* what may still be done. Never below 0."""
        return max(Fraction(0), self.quota - self.done)


def attained(done: Fraction, due: Fraction, *, at_most: bool = False) -> Fraction:
    """How much of a quota was kept, 0..1.

    done / due up to 1; under *at most* 1 up to the quota and 1 − (done − due)/due above it. A ceiling of 0 is
    kept by doing nothing; where nothing was due nothing was kept.
    """
    if done <= due if at_most else 0 < due <= done:
        return Fraction(1)
    if due <= 0:
        return Fraction(0)
    return max(2 - done / due if at_most else done / due, Fraction(0))


def is_log(checkin: CheckIn) -> bool:
    """Whether a check-in is a log: a value or a skip, not a confidence or a comment alone."""
    return checkin.value is not None or checkin.skip is not None
