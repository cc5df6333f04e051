"""The dashboard as a value: how everything stands now."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from vaultgoals.core.finding import Finding
from vaultgoals.core.goal import Status
from vaultgoals.core.period import Calendar
from vaultgoals.core.scorecard import Scorecard, Standing
from vaultgoals.core.show import show_day
from vaultgoals.core.vault import Vault
from vaultgoals.review.ahead import Ahead
from vaultgoals.review.glance import Glance, glance_at
from vaultgoals.review.goal_map import GoalMap, goal_map
from vaultgoals.review.headline import asides, headline
from vaultgoals.review.listing import IN_A_LINE
from vaultgoals.review.outcome import IN_FULL
from vaultgoals.review.overview import Overview, is_paused
from vaultgoals.review.pages import PageKind, goal_link
from vaultgoals.review.phrases import counted
from vaultgoals.review.problems import ProblemsInShort, problems_in_short
from vaultgoals.review.text import Mention, Text, join, text
from vaultgoals.review.today import plan_of_day
from vaultgoals.review.way import page_mention, people_mentions


@dataclass(frozen=True, slots=True, kw_only=True)
class Dashboard:
    """All that the dashboard shows, as of today. `resting` is what is paused, and how many drafts there are;
    `ways` lead to other pages.
    """

    on_track: int
    outcomes: int
    adherence: Fraction | None
    headline: Text
    asides: tuple[Text, ...]
    scorecard: Glance
    next: Ahead
    problems: ProblemsInShort
    map: GoalMap
    resting: tuple[Text, ...]
    ways: tuple[Mention, ...]


def build_dashboard(
    vault: Vault, *, today: date, findings: Sequence[Finding], pages: Container[str]
) -> Dashboard:
    """The dashboard of a vault; `pages` are the paths of all pages once this run is over."""
    overview = Overview.of(vault, asof=today, today=today)
    calendar = Calendar(week=vault.config.week)
    ways = (
        page_mention(vault, PageKind.WEEKLY, pages, calendar.week_of(today)),
        page_mention(vault, PageKind.PROBLEMS, pages),
        *people_mentions(vault, pages),
    )
    active = {standing.goal.path for standing in overview.active}
    sections = [s for s in overview.sections if s.goal.path in active] or overview.sections
    return Dashboard(
        on_track=overview.on_track,
        outcomes=len(overview.active),
        adherence=overview.adherence,
        headline=headline(vault, sections),
        asides=asides(vault, sections[:IN_FULL]),
        scorecard=glance_at(overview),
        next=plan_of_day(overview, calendar.day_of(today)),
        problems=problems_in_short(vault, findings, pages),
        map=goal_map(overview.card),
        resting=tuple(_resting(overview.card)),
        ways=tuple(way for way in ways if way),
    )


def _resting(card: Scorecard) -> Iterator[Text]:
    """What is not under way: `Paused: Yoga until 1 Dec.`, `2 drafts: …`."""
    paused = [_until(card, standing) for standing in card.standings.values() if is_paused(standing)]
    if paused:
        yield text("Paused: ", _named(paused))
    drafts = [s.goal for s in card.standings.values() if s.goal.status is Status.DRAFT]
    if drafts:
        names = _named([text(goal_link(card.vault, goal)) for goal in drafts])
        yield text(f"{counted(len(drafts), 'draft')}: ", names)


def _named(names: Sequence[Text]) -> Text:
    """Names in a line, and how many more there are."""
    more = len(names) - IN_A_LINE
    return text(join(names[:IN_A_LINE], ", "), f" and {more} more" if more > 0 else "")


def _until(card: Scorecard, standing: Standing) -> Text:
    last = max((pause.last for pause in standing.goal.pauses if card.asof in pause), default=None)
    until = f" until {show_day(last, card.asof.year)}" if last else ""
    return text(goal_link(card.vault, standing.goal), until)
