"""What process goals still ask for by the end of a week."""

from collections.abc import Iterable
from fractions import Fraction

from vaultgoals.core.cadence import periods_between
from vaultgoals.core.goal import Status
from vaultgoals.core.kept import KeptState
from vaultgoals.core.ledger import Ledger
from vaultgoals.core.period import Calendar, Period
from vaultgoals.core.scorecard import Scorecard, Standing
from vaultgoals.core.show import show_day
from vaultgoals.review.phrases import DAYS
from vaultgoals.review.scale import amount
from vaultgoals.review.text import Name, Text, text


def quotas_left(card: Scorecard, processes: Iterable[Standing], week: Period) -> tuple[Text, ...]:
    """What each process goal still asks for by the end of the week, or of its own longer period."""
    found = (_quota_left(card, standing, week) for standing in processes)
    return tuple(item for item in found if item)


def _quota_left(card: Scorecard, standing: Standing, week: Period) -> Text:
    goal, config = standing.goal, card.vault.config
    ledger = Ledger.of(standing.history, asof=card.asof, today=card.today, config=config)
    if ledger is None or goal.status is not Status.ACTIVE:
        return ()
    calendar = Calendar(week=config.week)
    ahead = periods_between(ledger.cadence, card.asof, week.last, start=goal.start, calendar=calendar)
    still_open = [kept for period in ahead if (kept := ledger.kept(period)).state is KeptState.OPEN]
    if not still_open:
        return ()
    if ledger.cadence.event:  # nobody knows how many there will be
        return text(Name(goal.title), " all within ", Name(goal.within)) if goal.within else ()
    left = sum((period.remaining for period in still_open), Fraction(0))
    if ledger.cadence.at_most:
        if ledger.cadence.period in DAYS:
            return text(Name(goal.title), f" at most {amount(goal, still_open[-1].quota)} a day")
        return text(Name(goal.title), f" at most {amount(goal, left)} more" if left else " no more")
    if not left:
        return ()
    last = still_open[-1].period.last
    by = f" by {show_day(last, card.asof.year)}" if last > week.last else ""
    return text(Name(goal.title), f" {amount(goal, left)}{by}")
