"""What a check-in that was just written makes of its goal, in a sentence."""

from datetime import date
from fractions import Fraction

from vaultgoals.core.duration import unit_minutes
from vaultgoals.core.goal import CheckIn, Goal, Kind, Status
from vaultgoals.core.kept import Kept, KeptState
from vaultgoals.core.ledger import Ledger
from vaultgoals.core.scorecard import Scorecard, Standing
from vaultgoals.core.show import WEEKDAYS, show_day, show_number
from vaultgoals.core.vault import CLOSED
from vaultgoals.review.explained_readings import readings_of
from vaultgoals.review.log import value_of
from vaultgoals.review.phrases import DAYS
from vaultgoals.review.scale import Scale, amount
from vaultgoals.review.so_far import so_far
from vaultgoals.review.spoken import this
from vaultgoals.review.standing_line import standing_words
from vaultgoals.review.text import plain

_A_DAY = 24 * 60
"""Minutes."""


def logged_now(card: Scorecard, checkin: CheckIn) -> str:
    """`Calls: 12 on Fri 20 Nov → 42 of 50 this week, 8 to go`; `card` has the check-in already."""
    standing = card.standings[checkin.goal]
    said = f"{standing.goal.title}: {_said(standing, checkin)} on {show_near(checkin.on, card.today)}"
    makes = _makes(card, standing, checkin)
    return f"{said} → {makes}" if makes else said


def show_near(day: date, today: date) -> str:
    """A day with its weekday: `Fri 20 Nov`, with the year where that is not today's."""
    return f"{WEEKDAYS[day.weekday()][:3]} {show_day(day, today.year)}"


def life_of(goal: Goal, today: date) -> str:
    """That a goal is not under way, in a sentence; empty where it is."""
    if goal.status in CLOSED:
        since = f" since {show_near(goal.closed, today)}" if goal.closed else ""
        return f"“{goal.title}” is {goal.status}{since}; it is logged all the same."
    if goal.status is Status.PAUSED:
        return f"“{goal.title}” is paused; it is logged all the same."
    return f"“{goal.title}” is a draft; it is logged all the same." if goal.status is Status.DRAFT else ""


def far_from(goal: Goal, day: date, today: date) -> str:
    """That a day is to come, or lies outside a goal's own days, in a sentence; empty where it does not."""
    if day > today:
        return f"{show_near(day, today)} is still to come; this counts from then on."
    if goal.start and day < goal.start:
        return f"{show_near(day, today)} lies before its first day, {show_near(goal.start, today)}."
    if goal.due and day > goal.due:
        return f"{show_near(day, today)} lies behind its last day, {show_near(goal.due, today)}."
    return ""


def beyond_a_day(goal: Goal, value: Fraction | None) -> str:
    """That somebody's time on a day is more than a day has, in a sentence; empty where it is not."""
    minutes = unit_minutes(goal.unit)
    if goal.kind is not Kind.PROCESS or value is None or minutes is None or value * minutes <= _A_DAY:
        return ""
    return f"{show_number(value, goal.unit)} is more than a day has: 45 minutes are written as `45 min`."


def _said(standing: Standing, checkin: CheckIn) -> str:
    """What was logged: its figure, else its confidence, else that it is only words."""
    said = plain(value_of(standing.goal, checkin, Scale.of(standing.history)))
    if said:
        return said
    if checkin.confidence is not None:
        return f"confidence {show_number(checkin.confidence * 10)} of 10"
    return "a note"


def _makes(card: Scorecard, standing: Standing, checkin: CheckIn) -> str:
    """What follows from it; empty where it holds no figure, or is of a day that is still to come."""
    if checkin.on > card.asof or (checkin.value is None and checkin.skip is None):
        return ""
    read = next((one for one in readings_of(card, standing) if one.checkin.path == checkin.path), None)
    if read is not None and not read.counts and checkin.value is not None:
        return f"it does not count: {read.why_not}"
    if standing.goal.kind is Kind.PROCESS:
        return _of_process(card, standing, checkin.on)
    return plain(standing_words(card, standing, in_full=True)) if checkin.value is not None else ""


def now_of(card: Scorecard, standing: Standing) -> str:
    """How a goal stands in the period that is under way, or by its figures: `30 of 50 this week`."""
    if standing.goal.kind is Kind.PROCESS:
        return _of_process(card, standing, card.asof)
    return plain(standing_words(card, standing, in_full=True))


def _of_process(card: Scorecard, standing: Standing, day: date) -> str:
    """The period of a day."""
    ledger = Ledger.of(standing.history, asof=card.asof, today=card.today, config=card.vault.config)
    kept = ledger.at(day) if ledger else None
    if ledger is None or kept is None:
        return ""
    when = this(kept.period, card.today)
    if kept.state is KeptState.SKIPPED:
        return f"{when} neither counts nor breaks a streak"
    in_week = day in ledger.calendar.week_of(card.asof)
    if ledger.cadence.period in DAYS and in_week and (days := plain(so_far(card, standing))):
        return days
    if ledger.cadence.event and not kept.quota:
        return f"none {when} yet"
    return f"{_of_quota(ledger, kept)} {when}{_left(ledger, kept)}"


def _of_quota(ledger: Ledger, kept: Kept) -> str:
    """`42 of 50`, `2 of at most 5`."""
    goal = ledger.goal
    limit = "at most " if ledger.cadence.at_most else ""
    return f"{amount(goal, kept.done, bare=True)} of {limit}{amount(goal, kept.quota)}"


def _left(ledger: Ledger, kept: Kept) -> str:
    """What is left to do, or that it is met; nothing of events, nor of a period that is over."""
    if ledger.cadence.event or kept.state is not KeptState.OPEN:
        return ""
    if ledger.cadence.at_most:
        over = kept.done - kept.quota
        return f", {amount(ledger.goal, over, bare=True)} over" if over > 0 else ""
    return f", {amount(ledger.goal, kept.remaining, bare=True)} to go" if kept.remaining else ", met"
