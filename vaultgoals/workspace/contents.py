"""What goes onto each kind of page and into each block: built as a value, then rendered."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from vaultgoals.core.finding import Finding
from vaultgoals.core.period import Period
from vaultgoals.core.vault import Vault
from vaultgoals.render.pages import PageValue
from vaultgoals.review.blocks import build_block
from vaultgoals.review.dashboard import build_dashboard
from vaultgoals.review.monthly import build_monthly
from vaultgoals.review.pages import Page, PageKind
from vaultgoals.review.people import build_person
from vaultgoals.review.problems import build_problems
from vaultgoals.review.quarterly import build_quarterly
from vaultgoals.review.weekly import build_weekly
from vaultgoals.review.yearly import build_yearly
from vaultgoals.workspace.press import Press

ABOUT_A_PERIOD: Mapping[PageKind, Callable[..., PageValue]] = {
    PageKind.WEEKLY: build_weekly,
    PageKind.MONTHLY: build_monthly,
    PageKind.QUARTERLY: build_quarterly,
    PageKind.YEARLY: build_yearly,
}
"""The kinds of pages that are about a period, and who builds them; a new one is one line here."""

ABOUT_TODAY: Mapping[PageKind, Callable[..., PageValue]] = {
    PageKind.DASHBOARD: build_dashboard,
    PageKind.PROBLEMS: build_problems,
}
"""The kinds that are always about today; a new one is one line here."""

ABOUT_A_PERSON: Mapping[PageKind, Callable[..., PageValue]] = {PageKind.PEOPLE: build_person}
"""The kinds of which each owner has one, about today."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What pages are made from: the vault, the day, its findings, where there will be notes, the press."""

    press: Press
    vault: Vault
    today: date
    findings: tuple[Finding, ...]
    pages: frozenset[str]


def page_text(page: Page, seen: Seen) -> str:
    """A whole page, with the markers of its blocks but without their digests."""
    also = {"today": seen.today, "findings": seen.findings, "pages": seen.pages}
    if page.owner is not None:
        return seen.press.page(page, ABOUT_A_PERSON[page.kind](seen.vault, page.owner, **also))
    if page.period:
        return seen.press.page(page, ABOUT_A_PERIOD[page.kind](seen.vault, page.period, **also))
    return seen.press.page(page, ABOUT_TODAY[page.kind](seen.vault, **also))


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
    return None if value is None else seen.press.block(name, value)
