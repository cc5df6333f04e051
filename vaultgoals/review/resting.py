"""Outcomes without a diagnosis: why there is nothing to judge, and whether that asks for a decision."""

from dataclasses import dataclass
from datetime import date

from vaultgoals.core.health import Health
from vaultgoals.core.scorecard import Standing
from vaultgoals.core.show import show_day


@dataclass(frozen=True, slots=True)
class Resting:
    """Why an outcome is not diagnosed, in a sentence; `decide` is what there is to decide, if anything."""

    why: str
    decide: str = ""


def resting(standing: Standing, asof: date) -> Resting | None:
    """Why there is nothing to diagnose; None where there is a diagnosis."""
    if standing.diagnosis is not None:
        return None
    goal, health = standing.goal, standing.progress.health if standing.progress else None
    if health is Health.PAUSED:
        return Resting("Paused.")
    if health is Health.NOT_STARTED and goal.start:
        return Resting(f"Begins on {show_day(goal.start, asof.year)}.")
    if health is Health.ACHIEVED:
        return Resting("The target is met.", "what comes after" if is_over(standing, asof) else "")
    if goal.due and is_over(standing, asof):
        never = "" if standing.progress and standing.progress.measured else ", and it was never measured"
        why = f"Its time was up on {show_day(goal.due, asof.year)}{never}."
        return Resting(why, "on a new day for it, or close it")
    baseline = standing.progress.baseline if standing.progress else None
    if goal.target is None or goal.due is None or goal.target == baseline:
        return Resting("Nothing to judge it by.", "on a baseline, a target and a due date for it")
    return Resting("Its first week is not over yet.")


def is_over(standing: Standing, asof: date) -> bool:
    """Whether a goal's due date lies before a day."""
    return standing.goal.due is not None and standing.goal.due < asof
