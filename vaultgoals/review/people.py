"""A person's page as a value: what they do next, and how what they own stands."""

from collections.abc import Container, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from vaultgoals.core.finding import Finding
from vaultgoals.core.period import Calendar
from vaultgoals.core.scorecard import Scorecard
from vaultgoals.core.vault import Vault
from vaultgoals.review.ahead import Ahead
from vaultgoals.review.glance import Glance, glance_at
from vaultgoals.review.headline import asides, headline
from vaultgoals.review.outcome import IN_FULL
from vaultgoals.review.overview import Overview
from vaultgoals.review.pages import PageKind
from vaultgoals.review.people_steps import is_theirs, waiting_for, what_is_due
from vaultgoals.review.phrases import counted
from vaultgoals.review.problems import ProblemsInShort, problems_in_short
from vaultgoals.review.text import Mention, Text, text
from vaultgoals.review.way import page_mention


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonReview:
    """All that the page of one owner shows, as of today.

    `waiting` is what others wrote that they wait for from them; `ways` lead to other pages.
    """

    owner: str
    on_track: int
    outcomes: int
    adherence: Fraction | None
    headline: Text
    asides: tuple[Text, ...]
    next: Ahead
    scorecard: Glance
    waiting: tuple[Text, ...]
    problems: ProblemsInShort
    ways: tuple[Mention, ...]


def build_person(
    vault: Vault, owner: str, *, today: date, findings: Sequence[Finding], pages: Container[str]
) -> PersonReview:
    """The page of an owner; `pages` are the paths of all pages once this run is over."""
    card = Scorecard.of(vault, asof=today, today=today)
    theirs = frozenset(
        path for path, standing in card.standings.items() if is_theirs(card, standing.goal, owner)
    )
    overview = Overview(card=card, only=theirs)
    active = {standing.goal.path for standing in overview.active}
    sections = [section for section in overview.sections if section.goal.path in active]
    week = Calendar(week=vault.config.week).week_of(today)
    due = what_is_due(overview, owner, week)
    ways = (page_mention(vault, PageKind.DASHBOARD, pages), page_mention(vault, PageKind.WEEKLY, pages, week))
    return PersonReview(
        owner=owner,
        on_track=overview.on_track,
        outcomes=len(overview.active),
        adherence=overview.adherence,
        headline=headline(vault, sections) if sections else _how_much(due),
        asides=asides(vault, sections[:IN_FULL]) if sections else (),
        next=due,
        scorecard=glance_at(overview),
        waiting=tuple(waiting_for(overview, owner)),
        problems=problems_in_short(vault, [one for one in findings if one.path in theirs], pages),
        ways=tuple(way for way in ways if way),
    )


def _how_much(due: Ahead) -> Text:
    """What is said of somebody who owns no active outcome: how much there is to do."""
    number = len(due.steps) + len(due.asks.shown) + len(due.asks.folded)
    return text(
        f"{counted(number, 'thing')} {'is' if number == 1 else 'are'} to be done."
        if number
        else due.otherwise
    )
