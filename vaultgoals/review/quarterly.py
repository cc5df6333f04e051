"""The quarterly page as a value: what was reached, what was not and why, and what was learnt from it."""

from collections.abc import Container, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from vaultgoals.core.finding import Finding
from vaultgoals.core.period import Calendar, Period
from vaultgoals.core.scorecard import Standing
from vaultgoals.core.vault import Vault
from vaultgoals.review.ended import Ended, at_end, ended_in
from vaultgoals.review.gathered import gathered
from vaultgoals.review.grades import grade
from vaultgoals.review.kept_by import KeptTable, kept_by, kept_in
from vaultgoals.review.listing import Listing
from vaultgoals.review.navigation import Navigation, navigation_of, parts_of
from vaultgoals.review.outcome import by_need
from vaultgoals.review.overview import Overview
from vaultgoals.review.pages import PageKind, is_past
from vaultgoals.review.pictures import Pictures, pictures_of
from vaultgoals.review.promise import Promise, promise_for
from vaultgoals.review.quotes import Quotes, quotes_of
from vaultgoals.review.scores import Scores, is_reached, mean_score, scored_in, scores_of
from vaultgoals.review.spoken import named
from vaultgoals.review.standing_line import standing_line
from vaultgoals.review.text import Text, text
from vaultgoals.review.tried import levers_tried

QUOTED = 5
"""How many reflections a quarterly page quotes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuarterlyReview:
    """All that a quarterly page shows, as of the end of `min(today, its last day)`.

    `outcomes` is how many are scored, `score` their mean, `adherence` that of the quarter. `runs_on` are the
    outcomes that are due later, once the quarter is over; `following` names the quarter that they run into.
    """

    period: Period
    title: str
    is_open: bool
    sealed: bool
    reached: int
    outcomes: int
    score: Fraction | None
    adherence: Fraction | None
    headline: Text
    promise: Promise | None
    ended: Ended
    scores: Scores
    pictures: Pictures
    tried: Listing
    kept: KeptTable
    gathered: Quotes
    following: str
    runs_on: Listing
    questions: tuple[Text, ...]
    ways: Navigation


def build_quarterly(
    vault: Vault, quarter: Period, *, today: date, findings: Sequence[Finding], pages: Container[str]
) -> QuarterlyReview:
    """The quarterly page of a period; `pages` are the paths of all pages once this run is over."""
    following = Calendar(week=vault.config.week).quarter_of(quarter.stop)
    overview = Overview.of(vault, asof=min(today, quarter.last), today=today, until=following.last)
    card, calendar = overview.card, Calendar(week=vault.config.week)
    scored, ended = scored_in(card, quarter), at_end(card, quarter)
    months = list(parts_of(calendar, quarter, PageKind.QUARTERLY))
    kept = kept_by(card, kept_in(card, quarter), months)
    before = calendar.quarter_of(quarter.start - timedelta(days=1))
    return QuarterlyReview(
        period=quarter,
        title=named(quarter),
        is_open=today <= quarter.last,
        sealed=is_past(vault.config, quarter, today),
        reached=sum(map(is_reached, scored)),
        outcomes=len(scored),
        score=mean_score(scored),
        adherence=kept.attainment,
        headline=grade(quarter, scored, ended, so_far=today <= quarter.last),
        promise=promise_for(vault, before),
        ended=ended_in(card, quarter),
        scores=scores_of(card, scored, told=ended),
        pictures=pictures_of(card, by_need(card, (*ended, *scored))),
        tried=Listing.of(levers_tried(card, quarter)),
        kept=kept,
        gathered=quotes_of(gathered(vault, quarter, quoted=QUOTED)),
        following=named(following),
        runs_on=_runs_on(overview, quarter, today),
        questions=_questions(scored),
        ways=navigation_of(vault, quarter, pages),
    )


def _runs_on(overview: Overview, quarter: Period, today: date) -> Listing:
    """The outcomes under way that are due after a closed quarter, or never; in the order of need."""
    if today <= quarter.last:
        return Listing()
    later = (s for s in overview.active if s.goal.due is None or s.goal.due > quarter.last)
    return Listing.of([standing_line(overview.card, standing) for standing in later])


def _questions(scored: Sequence[Standing]) -> tuple[Text, ...]:
    which = (text("Which outcome would you not set again?"),) if scored else ()
    return (*which, text("What did you learn that changes next quarter’s bets?"))
