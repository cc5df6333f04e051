"""What process goals still ask for: by the end of a period, and on one day."""

from datetime import date
from fractions import Fraction
from math import ceil

from vaultgoals.core.cadence import periods_between
from vaultgoals.core.duration import unit_minutes
from vaultgoals.core.goal import Goal, Status
from vaultgoals.core.kept import Kept, KeptState
from vaultgoals.core.ledger import Ledger
from vaultgoals.core.period import Calendar, Period
from vaultgoals.core.scorecard import Scorecard, Standing, of_goal
from vaultgoals.core.show import show_day
from vaultgoals.review.phrases import DAYS
from vaultgoals.review.scale import amount
from vaultgoals.review.spoken import by_day
from vaultgoals.review.text import Name, Text, text


def quotas_left(card: Scorecard, processes: tuple[str, ...], period: Period) -> tuple[Text, ...]:
    """What process goals, by path, still ask for by the end of a period, or of their own longer one."""
    return tuple(item for item in _quota_left.each(card, processes, period) if item)


@of_goal
def _quota_left(card: Scorecard, standing: Standing, by: Period) -> Text:
    goal, config = standing.goal, card.vault.config
    ledger = Ledger.of(standing.history, asof=card.asof, today=card.today, config=config)
    if ledger is None or goal.status is not Status.ACTIVE:
        return ()
    calendar = Calendar(week=config.week)
    ahead = list(periods_between(ledger.cadence, card.asof, by.last, start=goal.start, calendar=calendar))
    ending = [period for period in ahead if period.last <= by.last] or ahead[:1]
    still_open = [kept for period in ending if (kept := ledger.kept(period)).state is KeptState.OPEN]
    if not still_open:
        return ()
    if ledger.cadence.event:  # nobody knows how many there will be
        return text(Name(goal.title), " all within ", Name(goal.within)) if goal.within else ()
    left = sum((period.remaining for period in still_open), Fraction(0))
    if ledger.cadence.at_most:
        if ledger.cadence.period in DAYS and still_open[-1].quota:
            return text(Name(goal.title), f" at most {amount(goal, still_open[-1].quota)} a day")
        return text(Name(goal.title), f" {_may_be(goal, left, still_open[-1].quota)}")
    if not left:
        return ()
    last = still_open[-1].period.last
    later = f" by {show_day(last, card.asof.year)}" if last > by.last else ""
    return text(Name(goal.title), f" {amount(goal, left)}{later}")


@of_goal
def asked_on(card: Scorecard, standing: Standing, day: date) -> Text:
    """What a process goal asks for on a day that is not over: `4 today, 10 by Sunday`, `once today`.

    That is what is left of its period over the active days left in it, rounded up to whole ones, of a time to
    whole minutes; nothing where nothing is left, or no day.
    """
    goal = standing.goal
    ledger = Ledger.of(standing.history, asof=card.asof, today=card.today, config=card.vault.config)
    kept = ledger.at(day) if ledger and goal.status is Status.ACTIVE else None
    if ledger is None or kept is None or kept.state is not KeptState.OPEN:
        return ()
    if ledger.cadence.event:  # nobody knows how many there will be
        return text("all within ", Name(goal.within)) if goal.within else ()
    when = by_day(kept.period.last, day)
    if ledger.cadence.at_most:
        return text(f"{_may_be(goal, kept.remaining, kept.quota)} {when}")
    if not kept.remaining or not ledger.active.count(day, day):
        return ()
    days = ledger.active.count(day, kept.period.last)
    return text(_share_of_day(goal, kept, days, by_day(day, card.today), when))


def _may_be(goal: Goal, left: Fraction, quota: Fraction) -> str:
    """What may be done under *at most*: `at most 2 more`, `no more`, or `none` where none is allowed."""
    if not quota:
        return "none"
    return f"at most {amount(goal, left)} more" if left else "no more"


def _share_of_day(goal: Goal, kept: Kept, days: int, now: str, when: str) -> str:
    """`once today`, `4 today, 10 by Sunday`, `1 by Sunday`."""
    left = kept.remaining
    if kept.period.days == 1:
        return f"{'once' if left == kept.quota == 1 else amount(goal, left)} {when}"
    steps = max(unit_minutes(goal.unit) or 1, 1)  # a whole minute, or a whole one of what is counted
    share = min(left, ceil(left / days * steps) / Fraction(steps))
    if share == left:
        return f"{amount(goal, left)} {when}"
    return f"{amount(goal, share)} {now}, {amount(goal, left, bare=True)} {when}"
