"""Where a number is heading if it goes on as it did, in words."""

from datetime import date

from vaultgoals.core.forecast import Forecast
from vaultgoals.core.goal import Goal
from vaultgoals.core.show import show_day
from vaultgoals.review.scale import Scale


def lies_ahead(goal: Goal, asof: date) -> bool:
    """Whether a goal's number can still change: on its due date it is in, whatever a line through it says."""
    return goal.due is None or asof < goal.due


def outlook(goal: Goal, forecast: Forecast, scale: Scale, asof: date) -> str:
    """`6.6 % on 20 Dec, between 6.4 and 6.9 %; the target on 3 Mar 2027`; empty where nothing is known, or
    nothing lies ahead.
    """
    if not lies_ahead(goal, asof):
        return ""
    parts = []
    if goal.due and forecast.at_due is not None:
        due = show_day(goal.due, asof.year)
        parts.append(f"{scale.say(forecast.at_due)} on {due}{_range(forecast, scale)}")
    if forecast.target_on:
        parts.append(f"the target on {show_day(forecast.target_on, asof.year)}")
    return "; ".join(parts)


def _range(forecast: Forecast, scale: Scale) -> str:
    if forecast.at_due_low is None or forecast.at_due_high is None:
        return ""
    between = scale.between(forecast.at_due_low, forecast.at_due_high)
    return f", {between}" if between else ""
