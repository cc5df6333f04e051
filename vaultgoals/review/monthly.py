"""The monthly page as a value: what to stop and what to keep, and the figures that say so."""

from collections.abc import Container, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from vaultgoals.core.finding import Finding
from vaultgoals.core.period import Calendar, Period
from vaultgoals.core.vault import Vault
from vaultgoals.review.beliefs import Beliefs, beliefs_in
from vaultgoals.review.bets import bets_of
from vaultgoals.review.decide import Decisions, decisions_of
from vaultgoals.review.gathered import gathered
from vaultgoals.review.keep_or_stop import month_headline, month_questions
from vaultgoals.review.navigation import Navigation, navigation_of
from vaultgoals.review.overview import Overview
from vaultgoals.review.pages import is_past
from vaultgoals.review.promise import Promise, promise_for
from vaultgoals.review.quotes import Quotes, quotes_of
from vaultgoals.review.spoken import named
from vaultgoals.review.text import Text
from vaultgoals.review.trends import Trends, trends_of
from vaultgoals.review.worked import Worked, worked_in


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthlyReview:
    """All that a monthly page shows, as of the end of `min(today, its last day)`.

    `headline` is its first sentence, `asides` follow it.
    """

    period: Period
    title: str
    is_open: bool
    sealed: bool
    on_track: int
    outcomes: int
    adherence: Fraction | None
    headline: Text
    asides: tuple[Text, ...]
    promise: Promise | None
    trends: Trends
    worked: Worked
    beliefs: Beliefs
    decide: Decisions
    gathered: Quotes
    questions: tuple[Text, ...]
    ways: Navigation


def build_monthly(
    vault: Vault, month: Period, *, today: date, findings: Sequence[Finding], pages: Container[str]
) -> MonthlyReview:
    """The monthly page of a period; `pages` are the paths of all pages once this run is over."""
    following = Calendar(week=vault.config.week).month_of(month.stop)
    overview = Overview.of(vault, asof=min(today, month.last), today=today, until=following.last)
    before = Calendar(week=vault.config.week).month_of(month.start - timedelta(days=1))
    bets = bets_of(overview)
    headline, asides = month_headline(overview, bets)
    return MonthlyReview(
        period=month,
        title=named(month),
        is_open=today <= month.last,
        sealed=is_past(vault.config, month, today),
        on_track=overview.on_track,
        outcomes=len(overview.active),
        adherence=overview.adherence,
        headline=headline,
        asides=asides,
        promise=promise_for(vault, before),
        trends=trends_of(overview, month),
        worked=worked_in(overview.card, bets, month),
        beliefs=beliefs_in(overview, month),
        decide=decisions_of(overview, bets),
        gathered=quotes_of(gathered(vault, month)),
        questions=month_questions(bets),
        ways=navigation_of(vault, month, pages),
    )
