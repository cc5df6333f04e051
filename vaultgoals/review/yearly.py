"""The yearly page as a value: the quarters side by side, what came of the year, and what was learnt in it."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from vaultgoals.core.finding import Finding
from vaultgoals.core.period import Calendar, Period
from vaultgoals.core.scorecard import Scorecard, Standing
from vaultgoals.core.vault import Vault
from vaultgoals.review.by_quarter import ByQuarter, scores_by_quarter
from vaultgoals.review.ended import Fate, at_end, fate_of, over_in
from vaultgoals.review.gathered import gathered
from vaultgoals.review.grades import grade
from vaultgoals.review.kept_by import KeptTable, kept_by, kept_in
from vaultgoals.review.listing import Listing
from vaultgoals.review.longest import longest_runs
from vaultgoals.review.navigation import Navigation, navigation_of, parts_of
from vaultgoals.review.pages import PageKind, goal_link, is_past
from vaultgoals.review.promise import Promise, promise_for
from vaultgoals.review.quotes import quotes_of
from vaultgoals.review.scores import is_reached, mean_score, scored_in, shown
from vaultgoals.review.spoken import named, sentence
from vaultgoals.review.text import Text, text

QUOTED = 5
"""How many reflections a yearly page quotes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class YearlyReview:
    """All that a yearly page shows, as of the end of `min(today, its last day)`.

    `outcomes` is how many are scored, `score` their mean, `adherence` that of the year. `came` are the
    outcomes that ended, by what became of them. `learnt` quotes the reflections on the pages below.
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
    scores: ByQuarter
    came: tuple["Came", ...]
    kept: KeptTable
    runs: tuple[Text, ...]
    learnt: tuple[Text, ...]
    questions: tuple[Text, ...]
    ways: Navigation


@dataclass(frozen=True, slots=True, kw_only=True)
class Came:
    """The outcomes of which the same became; `fate` says what."""

    fate: str
    outcomes: Listing


def build_yearly(
    vault: Vault, year: Period, *, today: date, findings: Sequence[Finding], pages: Container[str]
) -> YearlyReview:
    """The yearly page of a period; `pages` are the paths of all pages once this run is over."""
    card = Scorecard.of(vault, asof=min(today, year.last), today=today)
    calendar = Calendar(week=vault.config.week)
    quarters = list(parts_of(calendar, year, PageKind.YEARLY))
    scored, ended = scored_in(card, year), at_end(card, year)
    at_work = kept_in(card, year)
    kept = kept_by(card, at_work, quarters)
    return YearlyReview(
        period=year,
        title=named(year),
        is_open=today <= year.last,
        sealed=is_past(vault.config, year, today),
        reached=sum(map(is_reached, scored)),
        outcomes=len(scored),
        score=mean_score(scored),
        adherence=kept.attainment,
        headline=grade(year, scored, ended, so_far=today <= year.last),
        promise=promise_for(vault, calendar.year_of(year.start - timedelta(days=1))),
        scores=scores_by_quarter(card, quarters),
        came=tuple(_came(card, year)),
        kept=kept,
        runs=longest_runs(card, at_work),
        learnt=quotes_of(gathered(vault, year, quoted=QUOTED)).reflections,
        questions=_questions(scored),
        ways=navigation_of(vault, year, pages),
    )


def _came(card: Scorecard, year: Period) -> Iterator[Came]:
    over = over_in(card, year)
    for fate in Fate:
        told = [_with_score(card, standing) for standing in over if fate_of(standing) is fate]
        if told:
            yield Came(fate=sentence(fate), outcomes=Listing.of(told))


def _with_score(card: Scorecard, standing: Standing) -> Text:
    """A link, and how far it came where that is not the target: `Churn (0.25)`."""
    link, progress = goal_link(card.vault, standing.goal), standing.progress
    partly = progress is not None and progress.measured and not is_reached(standing)
    score = progress.score if progress and partly else None
    return text(link, f" ({shown(score)})" if score is not None else "")


def _questions(scored: Sequence[Standing]) -> tuple[Text, ...]:
    which = (text("Which outcome was worth its work, and which was not?"),) if scored else ()
    return (*which, text("What did you believe in January that you no longer believe?"))
