"""How a goal is doing, in one word: its health, and the colour of its score."""

from datetime import date
from enum import StrEnum
from fractions import Fraction

from vaultgoals.core.config import Thresholds
from vaultgoals.core.goal import Goal, Status


class Health(StrEnum):
    """A goal's health as of a day."""

    ACHIEVED = "achieved"
    ON_TRACK = "on-track"
    AT_RISK = "at-risk"
    OFF_TRACK = "off-track"
    MISSED = "missed"
    NOT_MEASURED = "not-measured"
    NOT_STARTED = "not-started"
    PAUSED = "paused"
    DONE = "done"
    DROPPED = "dropped"


class Band(StrEnum):
    """The colour of a score."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"


_BY_STATUS = {
    Status.DROPPED: Health.DROPPED,
    Status.DONE: Health.DONE,
    Status.DRAFT: Health.NOT_STARTED,
    Status.PAUSED: Health.PAUSED,
}

_NO_RED_BEFORE = Fraction(1, 10)


def standing(goal: Goal, asof: date, *, measured: bool) -> Health | None:
    """The health that a goal's life decides, whatever its figures; None where these decide.

    The first that holds: dropped, done, draft, paused (by status, or inside a pause), before `start`, not
    measured.
    """
    by_status = _BY_STATUS.get(goal.status)
    if by_status:
        return by_status
    if any(asof in pause for pause in goal.pauses):
        return Health.PAUSED
    if goal.start and asof < goal.start:
        return Health.NOT_STARTED
    return None if measured else Health.NOT_MEASURED


def paced(
    progress: Fraction, planned: Fraction, *, elapsed: Fraction | None, thresholds: Thresholds
) -> tuple[Fraction | None, Health]:
    """Pace, and the health that it means.

    Pace is `progress` over `planned`, both shares of the way from baseline to target. Where the plan asks for
    nothing yet there is no pace, and all that is not behind it is on track. No red before 10 % `elapsed`.
    """
    if planned <= 0:
        return None, Health.ON_TRACK if progress >= planned else Health.AT_RISK
    pace = progress / planned
    if pace >= thresholds.on_track:
        return pace, Health.ON_TRACK
    if pace >= thresholds.at_risk or (elapsed is not None and elapsed < _NO_RED_BEFORE):
        return pace, Health.AT_RISK
    return pace, Health.OFF_TRACK


def band_of(score: Fraction | None, *, committed: bool) -> Band | None:
    """The colour of a score: green from 0.7, amber from 0.4; for a committed goal green at 1, amber from 0.7.

    The bands of OKR grading as Doerr describes it (Measure What Matters, 2018).
    """
    if score is None:
        return None
    green, amber = (Fraction(1), Fraction(7, 10)) if committed else (Fraction(7, 10), Fraction(4, 10))
    return Band.GREEN if score >= green else Band.AMBER if score >= amber else Band.RED
