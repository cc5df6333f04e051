"""What goes onto each kind of page and into each block: built as a value, then rendered."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from vaultgoals.core.finding import Finding
from vaultgoals.core.period import Period
from vaultgoals.core.vault import Vault
from vaultgoals.render.pages import render_block, render_page
from vaultgoals.review.blocks import build_block
from vaultgoals.review.dashboard import Dashboard, build_dashboard
from vaultgoals.review.pages import Page, PageKind
from vaultgoals.review.problems import Problems, build_problems
from vaultgoals.review.weekly import WeeklyReview, build_weekly

PageValue: TypeAlias = WeeklyReview | Dashboard | Problems

ABOUT_A_PERIOD: Mapping[PageKind, Callable[..., PageValue]] = {PageKind.WEEKLY: build_weekly}
"""The kinds of pages that are about a period, and who builds them; a new one is one line here."""

ABOUT_TODAY: Mapping[PageKind, Callable[..., PageValue]] = {
    PageKind.DASHBOARD: build_dashboard,
    PageKind.PROBLEMS: build_problems,
}
"""The kinds that are always about today; a new one is one line here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What pages are made from: the vault, the day, its findings, and where there will be notes."""

    vault: Vault
    today: date
    findings: tuple[Finding, ...]
    pages: frozenset[str]


def page_text(page: Page, seen: Seen) -> str:
    """A whole page, with the markers of its blocks but without their digests."""
    also = {"today": seen.today, "findings": seen.findings, "pages": seen.pages}
    if page.period:
        return render_page(page.kind, ABOUT_A_PERIOD[page.kind](seen.vault, page.period, **also))
    return render_page(page.kind, ABOUT_TODAY[page.kind](seen.vault, **also))


def block_text(name: str, path: str, period: Period | None, seen: Seen) -> str | None:
    """What a block says in a note of the person's, None where it makes no sense there."""
    value = build_block(
        seen.vault,
        name,
        path=path,
        period=period,
        today=seen.today,
        findings=seen.findings,
        pages=seen.pages,
    )
    return None if value is None else render_block(name, value)
