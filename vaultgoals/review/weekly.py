"""The weekly page as a value: what a week says, and what to do next, with every number already worked out."""

from collections.abc import Container, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction

from vaultgoals.core.finding import Finding
from vaultgoals.core.period import Calendar, Period
from vaultgoals.core.show import show_range
from vaultgoals.core.vault import Vault
from vaultgoals.review.ahead import Ahead, ahead
from vaultgoals.review.figures import Figures, figures_of
from vaultgoals.review.finding_lines import to_tidy
from vaultgoals.review.headline import asides, headline, questions
from vaultgoals.review.late import checkins_title, logged_late
from vaultgoals.review.log import Logbook, log_lines
from vaultgoals.review.navigation import Navigation, navigation_of
from vaultgoals.review.outcome import IN_FULL
from vaultgoals.review.overview import Overview
from vaultgoals.review.pages import is_past
from vaultgoals.review.promise import Promise, promise_for
from vaultgoals.review.sections import Sections, sections_of
from vaultgoals.review.spoken import named, sentence
from vaultgoals.review.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class WeeklyReview:
    """All that a weekly page shows, as of the end of `min(today, its last day)`.

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
    next: Ahead
    sections: Sections
    figures: Figures
    checkins: Logbook
    questions: tuple[Text, ...]
    ways: Navigation


def build_weekly(
    vault: Vault, week: Period, *, today: date, findings: Sequence[Finding], pages: Container[str]
) -> WeeklyReview:
    """The weekly page of a period; `pages` are the paths of all weekly pages once this run is over."""
    following = Calendar(week=vault.config.week).week_of(week.stop)
    overview = Overview.of(vault, asof=min(today, week.last), today=today, until=following.last)
    before = _week_before(vault, week)
    sections = sections_of(overview)
    return WeeklyReview(
        period=week,
        title=f"{sentence(named(week))} · {show_range(week)}",
        is_open=today <= week.last,
        sealed=is_past(vault.config, week, today),
        on_track=overview.on_track,
        outcomes=len(overview.active),
        adherence=overview.adherence,
        headline=headline(vault, overview.sections),
        asides=asides(vault, overview.sections[:IN_FULL]),
        promise=promise_for(vault, before),
        next=ahead(replace(overview, until=date.max), week),  # what is due is due, however early
        sections=sections,
        figures=figures_of(overview.card, overview.outcome_paths, sections.folded),
        checkins=_logbook(overview, week, before, findings),
        questions=questions(overview.sections),
        ways=navigation_of(vault, week, pages),
    )


def _logbook(overview: Overview, week: Period, before: Period, findings: Sequence[Finding]) -> Logbook:
    """The check-ins of a week; while an open one has none, those of the week before."""
    card = overview.card
    logged = log_lines(card.vault, week, asof=card.asof, today=card.today)
    told = week if logged or card.today > week.last else before
    return Logbook(
        title=checkins_title(told),
        lines=logged or log_lines(card.vault, told, asof=card.asof, today=card.today),
        tidy=to_tidy(card.vault, findings),
        late=tuple(logged_late(card.vault, week, today=card.today)) if card.today <= week.last else (),
    )


def _week_before(vault: Vault, week: Period) -> Period:
    return Calendar(week=vault.config.week).week_of(week.start - timedelta(days=1))
