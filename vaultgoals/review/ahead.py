"""What to do by the end of a period, or once it is over what happened in it."""

from dataclasses import dataclass

from vaultgoals.core.period import Period
from vaultgoals.core.scorecard import Standing
from vaultgoals.core.show import WEEKDAYS, show_day
from vaultgoals.review.happened import what_happened, what_moved
from vaultgoals.review.listing import Listing
from vaultgoals.review.next_steps import next_steps
from vaultgoals.review.overview import Overview
from vaultgoals.review.quotas import quotas_left
from vaultgoals.review.spoken import named, noun_for, sentence
from vaultgoals.review.steps import Step
from vaultgoals.review.ticked import ticked_off


@dataclass(frozen=True, slots=True, kw_only=True)
class Ahead:
    """The block `next`. While a period is open `steps`, and the quotas left by its end, `by` which day, or
    what a day `asks` of each; once it is closed what was `done` in it, which actions were `ticked` off, and
    what `moved`. `otherwise` is said in a note where there is nothing of all this.
    """

    title: str
    steps: tuple[Step, ...] = ()
    by: str = ""
    quotas: Listing = Listing()
    asks: Listing = Listing()
    done: Listing = Listing()
    ticked: Listing = Listing()
    moved: Listing = Listing()
    otherwise: str = ""


def ahead(overview: Overview, period: Period) -> Ahead:
    """What to do by the end of a period of a week or more, or once it is over what happened in it."""
    card = overview.card
    if card.today > period.last:
        return Ahead(
            title="What happened",
            done=Listing.of([what_happened(card, s, period) for s in overview.processes]),
            ticked=Listing.of(ticked_off(card.vault, period)),
            moved=Listing.of([what_moved(card, s, period) for s in overview.outcomes if _begun(s, period)]),
            otherwise="Nothing was due.",
        )
    last, is_week = period.last, noun_for(period) == "week"
    return Ahead(
        title=f"This {noun_for(period)}" if card.today in period else sentence(named(period)),
        steps=next_steps(card, overview.outcome_paths, period),
        by=f"By {WEEKDAYS[last.weekday()] if is_week else show_day(last, card.asof.year)}",
        quotas=Listing.of(quotas_left(card, overview.asking_paths, period)),
        otherwise="Nothing is due.",
    )


def _begun(standing: Standing, period: Period) -> bool:
    return standing.goal.start is None or standing.goal.start <= period.last
