"""What can be written as a reading of a goal, in words and by an example."""

from fractions import Fraction

from vaultgoals.core.duration import is_duration_unit, unit_minutes
from vaultgoals.core.goal import Goal, History, Kind
from vaultgoals.review.log import is_yes_or_no
from vaultgoals.review.scale import Scale

_LARGE = 10


def counted_in(goal: Goal) -> str:
    """What a goal counts: `calls`, `%`, `yes or no`, `done of all`, `time`."""
    if goal.cadence and goal.cadence.event:
        return "done of all"
    if is_duration_unit(goal.unit):
        return "time"
    if goal.unit:
        return goal.unit
    return "yes or no" if is_yes_or_no(goal) else "number"


def what_it_counts(goal: Goal) -> str:
    """The same as the end of a sentence: `which counts calls`, `which is measured in %`."""
    counted = counted_in(goal)
    if goal.kind is Kind.PROCESS:
        said = {"number": "by number", "done of all": "how many were done of all"}
        return f"which counts {said.get(counted, counted)}"
    return f"which is measured {f'in {counted}' if goal.unit else 'by a number'}"


def how_to_log(history: History) -> str:
    """What can be written, to follow a verb: `a number of calls, such as 12`."""
    goal, example = history.goal, _example_of(history)
    if goal.cadence and goal.cadence.event:
        return f"how many were done of all, such as {example}, or yes or no for a single one"
    if is_duration_unit(goal.unit):
        return f"a time, such as {example}"
    if is_yes_or_no(goal):
        return "yes or no, or a number of times"
    of = f" of {goal.unit}" if goal.kind is Kind.PROCESS else f" in {goal.unit}"
    return f"a number{of if goal.unit else ''}, such as {example}"


def what_to_type(history: History) -> str:
    """The same in few words, to ask by: `calls, such as 12`."""
    counted, example = counted_in(history.goal), _example_of(history)
    return counted if example == "yes" else f"{counted}, such as {example}"


def _example_of(history: History) -> str:
    """One reading as it may be typed: like the last one, else as large as one may be."""
    goal = history.goal
    if goal.cadence and goal.cadence.event:
        return "9/10"
    if is_yes_or_no(goal):
        return "yes"
    minutes = unit_minutes(goal.unit)
    if minutes:
        return "1h30m" if minutes >= 60 else "45 min"
    values = [one.value for one in history.checkins if one.value is not None]
    value = values[-1] if values else _likely(goal)
    return Scale.of(history).bare(value).replace(",", "").replace("−", "-")


def _likely(goal: Goal) -> Fraction:
    """A value of the size that a goal may have."""
    if goal.kind is Kind.PROCESS:
        large = goal.cadence is not None and (goal.cadence.amount or 0) >= _LARGE
        return Fraction(5 if large else 1)
    stated = (goal.baseline, goal.target, goal.minimum, goal.maximum)
    return next((value for value in stated if value is not None), Fraction(12))
