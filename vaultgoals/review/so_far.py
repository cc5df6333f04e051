"""What was done of a process goal in the period that is under way: `4 of 10 this week`."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from vaultgoals.core.goal import Goal, Status
from vaultgoals.core.kept import Kept, KeptState
from vaultgoals.core.ledger import Ledger
from vaultgoals.core.plan import shifted
from vaultgoals.core.scorecard import Scorecard, Standing, of_goal
from vaultgoals.review.phrases import DAYS, counted, noun_of
from vaultgoals.review.scale import amount
from vaultgoals.review.text import Text, text

_NOT_ASKED = frozenset({KeptState.PAUSED, KeptState.SKIPPED})


@of_goal
def so_far(card: Scorecard, standing: Standing) -> Text:
    """What was done, of what; of a cadence of days on how many days of the week.

    Nothing where nothing was done yet, seen from a later day, of a goal that rests, and of events, since
    nobody knows how many there will be.
    """
    goal, config = standing.goal, card.vault.config
    ledger = Ledger.of(standing.history, asof=card.asof, today=card.today, config=config)
    if ledger is None or card.asof < card.today or goal.status is not Status.ACTIVE or ledger.cadence.event:
        return ()
    if ledger.cadence.period in DAYS:
        return () if ledger.cadence.at_most else _this_week(goal, tuple(_days(ledger)))
    now = ledger.at(card.asof)
    if now is None or now.state in _NOT_ASKED or not now.done:
        return ()
    limit = "at most " if ledger.cadence.at_most else ""
    done, quota = amount(goal, now.done, bare=True), amount(goal, now.quota)
    return text(f"{done} of {limit}{quota} this {noun_of(ledger.cadence)}")


def _this_week(goal: Goal, days: Sequence[Kept]) -> Text:
    """`2 of 5 days this week`; where some were done in part `7:30 of 10 hours this week`."""
    if any(0 < kept.attainment < 1 for kept in days):
        done = sum((kept.done for kept in days), Fraction(0))
        quota = sum((kept.quota for kept in days), Fraction(0))
        return text(f"{amount(goal, done, bare=True)} of {amount(goal, quota)} this week")
    met = sum(kept.met for kept in days)
    return text(f"{met} of {counted(len(days), 'day')} this week") if met else ()


def _days(ledger: Ledger) -> Iterator[Kept]:
    """The days of this week on which something is due."""
    week = ledger.calendar.week_of(ledger.asof)
    for number in range(week.days):
        kept = ledger.at(shifted(week.start, number))
        if kept and kept.state not in _NOT_ASKED:
            yield kept
