"""What was tried and what came of it: the process goals worth keeping, weeks with and without, and levers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vaultgoals.core.period import Period
from vaultgoals.core.scorecard import Scorecard
from vaultgoals.review.bets import Bet, Worth, done_and_moved
from vaultgoals.review.listing import Listing
from vaultgoals.review.pages import goal_link
from vaultgoals.review.phrases import counted
from vaultgoals.review.scale import Scale
from vaultgoals.review.text import Text, text
from vaultgoals.review.tried import levers_tried


@dataclass(frozen=True, slots=True, kw_only=True)
class Worked:
    """The block `worked`; `hinted` says that weeks with are held against weeks without."""

    lines: Listing
    hinted: bool


def worked_in(card: Scorecard, bets: Sequence[Bet], month: Period) -> Worked:
    """The levers of a month, what seems to work of the bets, and what the weeks with and without them say."""
    return Worked(
        lines=Listing.of([*levers_tried(card, month), *_of_bets(card, bets)]),
        hinted=any(bet.contrast for bet in bets),
    )


def _of_bets(card: Scorecard, bets: Sequence[Bet]) -> Iterator[Text]:
    """A line for each bet that is worth keeping, or whose weeks can be compared; those to keep come first."""
    for bet in sorted(bets, key=lambda bet: bet.worth is not Worth.KEEP):
        if bet.worth is Worth.KEEP:
            yield text(done_and_moved(card, bet), " " if bet.contrast else "", _weeks(card, bet))
        elif bet.contrast:
            yield text(goal_link(card.vault, bet.goal), ": ", _weeks(card, bet))


def _weeks(card: Scorecard, bet: Bet) -> Text:
    """`+0.2 points a week with it (5 weeks), +0.1 points without (4 weeks).`"""
    if bet.contrast is None:
        return ()
    found, scale = bet.contrast, Scale.of(bet.outcome.history, card.asof)
    with_it = f"{scale.rate(found.change_with)} a week with it ({counted(found.weeks_with, 'week')})"
    without = f"{scale.rate(found.change_without)} without ({counted(found.weeks_without, 'week')})"
    named = () if bet.worth is Worth.KEEP else (goal_link(card.vault, bet.outcome.goal), " ")
    return text(*named, f"{with_it}, {without}.")
