"""How far a metric came in a window, against what its plan asked of it there."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from vaultgoals.core.config import Thresholds
from vaultgoals.core.goal import Goal, History
from vaultgoals.core.period import Period
from vaultgoals.core.plan import Plan, shifted
from vaultgoals.core.progress import share_of_way
from vaultgoals.core.value import course_of, stated_baseline


class Grade(StrEnum):
    """A movement in words."""

    FELL_BACK = "fell-back"
    FLAT = "flat"
    SLOWER = "slower"
    ON_PLAN = "on-plan"


@dataclass(frozen=True, slots=True, kw_only=True)
class Movement:
    """A metric before and at the end of a window, and its plan on the same days; None is unknown.

    `before_on` and `after_on` are the days of the last readings behind the values; `before_on` is None where
    the baseline stands in. `read` says whether there is a reading in the window. `ratio` is the way that the
    value came over the way that the plan asked for, None where either is unknown or the plan stands still.
    `moves` and `grade` are what it means.
    """

    before: Fraction | None
    after: Fraction | None
    before_on: date | None
    after_on: date | None
    plan_before: Fraction | None
    plan_after: Fraction | None
    read: bool
    ratio: Fraction | None
    moves: bool
    grade: Grade | None

    @property
    def measured(self) -> bool:
        """Whether there is a reading in the window, and something before it to hold it against."""
        return self.read and self.before is not None


def movement_in(window: Period, history: History, *, asof: date, thresholds: Thresholds) -> Movement:
    """The movement of a metric in a window that is over, known as of a day.

    (value at the window's end − value on the day before it) / (plan at the window's end − plan on the day
    before it), where the value before is the last reading before the window, or else the baseline.
    """
    goal, course = history.goal, course_of(history, asof)
    eve = shifted(window.start, -1)
    earlier, later = course.on(eve), course.on(window.last)
    before_on, before = earlier or (None, stated_baseline(goal))
    after_on, after = later or (None, before)
    plan = Plan.of(goal, baseline=course.baseline, first_reading=course.days[0] if course.days else None)
    plan_before, plan_after = plan.expected(eve), plan.expected(window.last)
    read = after_on is not None and after_on in window
    ratio, moves = None, False
    if read and before is not None and after is not None:
        ratio = _ratio(after - before, plan_before, plan_after)
        met = reached(goal, after, baseline=course.baseline)
        moves = does_move(ratio, thresholds, met=met, step=_towards(goal, after - before, course.baseline))
    return Movement(
        before=before,
        after=after,
        before_on=before_on,
        after_on=after_on,
        plan_before=plan_before,
        plan_after=plan_after,
        read=read,
        ratio=ratio,
        moves=moves,
        grade=grade_of(ratio, thresholds),
    )


def does_move(
    ratio: Fraction | None, thresholds: Thresholds, *, met: bool = False, step: bool = False
) -> bool:
    """Whether a movement is one: half of what the plan asked for, or the target is met.

    Where the plan stands still, any `step` towards the target is a movement.
    """
    return met or (step if ratio is None else ratio >= thresholds.moves)


def grade_of(ratio: Fraction | None, thresholds: Thresholds) -> Grade | None:
    """A movement in words: fell back (< 0), flat (< 0.5), slower than the plan (< 0.95), on plan."""
    if ratio is None:
        return None
    if ratio < 0:
        return Grade.FELL_BACK
    if ratio < thresholds.moves:
        return Grade.FLAT
    return Grade.SLOWER if ratio < thresholds.on_track else Grade.ON_PLAN


def reached(goal: Goal, value: Fraction, *, baseline: Fraction | None) -> bool:
    """Whether a value has reached the goal's target."""
    share = share_of_way(value, baseline=baseline, target=goal.target)
    return share is not None and share >= 1


def _towards(goal: Goal, step: Fraction, baseline: Fraction | None) -> bool:
    return goal.target is not None and baseline is not None and step * (goal.target - baseline) > 0


def _ratio(way: Fraction, plan_before: Fraction | None, plan_after: Fraction | None) -> Fraction | None:
    if plan_before is None or plan_after is None or plan_before == plan_after:
        return None
    return way / (plan_after - plan_before)
