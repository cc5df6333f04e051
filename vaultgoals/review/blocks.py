"""The blocks that may stand in any note: for the period of a periodic note, or else for today."""

from collections.abc import Container, Sequence
from datetime import date
from typing import TypeAlias

from vaultgoals.core.block import BLOCKS
from vaultgoals.core.finding import Finding
from vaultgoals.core.period import Calendar, Period
from vaultgoals.core.vault import Vault
from vaultgoals.review.ahead import Ahead, ahead
from vaultgoals.review.glance import Glance, glance_at
from vaultgoals.review.goal_progress import GoalProgress, goal_progress
from vaultgoals.review.log import Logbook, logbook
from vaultgoals.review.overview import Overview
from vaultgoals.review.problems import ProblemsInShort, problems_in_short
from vaultgoals.review.sections import Sections, sections_of
from vaultgoals.review.today import plan_of_day

__all__ = ["BLOCKS", "BlockValue", "build_block"]

BlockValue: TypeAlias = Ahead | Glance | Sections | Logbook | ProblemsInShort | GoalProgress


def build_block(
    vault: Vault,
    name: str,
    *,
    path: str,
    period: Period | None,
    today: date,
    findings: Sequence[Finding],
    pages: Container[str],
) -> BlockValue | None:
    """What the block `name` says in the note at `path`, None where it makes no sense there.

    `period` is that of the periodic note that it stands in. Figures are as of the end of `min(today, its last
    day)`, problems are today's. `pages` are the paths of all pages once this run is over.
    """
    if name == "problems":
        return problems_in_short(vault, findings, pages)
    overview = Overview.of(vault, asof=min(today, period.last) if period else today, today=today)
    match name:
        case "next":
            return _next(overview, period)
        case "outcomes":
            return sections_of(overview)
        case "scorecard":
            return glance_at(overview)
        case "checkins":
            week = Calendar(week=vault.config.week).week_of(today)
            return logbook(vault, period or week, asof=overview.card.asof, today=today)
        case "progress":
            standing = overview.card.standings.get(path)
            return goal_progress(overview.card, standing) if standing else None
        case _:
            return None


def _next(overview: Overview, period: Period | None) -> Ahead:
    """A day's plan, or that of a longer period."""
    day = Calendar().day_of(overview.card.today)
    return ahead(overview, period) if period and period.days > 1 else plan_of_day(overview, period or day)
