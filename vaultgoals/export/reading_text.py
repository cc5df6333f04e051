"""A check-in in figures, for a person."""

from vaultgoals.core.goal import CheckIn, Goal
from vaultgoals.core.show import show_number


def reading_text(goal: Goal, checkin: CheckIn) -> str:
    """What a check-in says in figures: `6.4 %`, `3 of 4`, `skipped: ill`; empty where it holds only words.

    A skip beside a value excuses nothing, but it was said: `5 calls, skip: ill`.
    """
    if checkin.value is None:
        return "" if checkin.skip is None else f"skipped{_reason(checkin.skip)}"
    value = show_number(checkin.value, goal.unit if checkin.of is None else None)
    total = "" if checkin.of is None else f" of {show_number(checkin.of)}"
    skip = "" if checkin.skip is None else f", skip{_reason(checkin.skip)}"
    return f"{value}{total}{skip}"


def _reason(skip: str) -> str:
    return f": {skip}" if skip else ""
