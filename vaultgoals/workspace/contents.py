"""What goes onto each kind of page and into each block: built as a value, then rendered."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from vaultgoals.core.memo import remembered
from vaultgoals.core.note import Contents, Note
from vaultgoals.core.period import Period
from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note
from vaultgoals.markdown.markers import read_markers
from vaultgoals.render.pages import PageValue, render_page
from vaultgoals.review.blocks import BlockValue, build_block
from vaultgoals.review.dashboard import build_dashboard
from vaultgoals.review.monthly import build_monthly
from vaultgoals.review.pages import Page, PageKind
from vaultgoals.review.people import build_person
from vaultgoals.review.problems import build_problems
from vaultgoals.review.quarterly import build_quarterly
from vaultgoals.review.weekly import build_weekly
from vaultgoals.review.yearly import build_yearly
from vaultgoals.rules import new_findings
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
    """What pages are made from: the vault, the day, the paths of the pages of this run, the press."""

    press: Press
    vault: Vault
    today: date
    pages: frozenset[str]


@dataclass(frozen=True, slots=True)
class _There:
    """The paths at which notes will stand once a run is over: those of its pages, and those of all others."""

    vault: Vault
    pages: frozenset[str]

    def __contains__(self, path: object) -> bool:
        return path in self.pages or self.vault.is_note(str(path))


def page_text(page: Page, seen: Seen) -> str:
    """A whole page, with the markers of its blocks but without their digests."""
    return fresh_page(page, seen).source.text


def fresh_page(page: Page, seen: Seen) -> Note:
    """A whole page as it will be read, with the markers of its blocks but without their digests."""
    if not seen.press.has_own:
        return _fresh_page(seen.vault, page, seen.today, seen.pages)
    value = _page_value(seen.vault, page, seen.today, seen.pages)
    return read_note(Source.of(page.path, seen.press.page(page, value)))


@remembered
def _fresh_page(vault: Vault, page: Page, today: date, pages: frozenset[str]) -> Note:
    """A page by the built-in template."""
    text = render_page(page.kind, _page_value(vault, page, today, pages))
    return replace(read_note(Source.of(page.path, text)), reader=_blocks_alone)


def _blocks_alone(page: Note) -> Contents:
    """All that is asked of a page that our template made: its blocks. No marker in it stands in code."""
    return Contents(blocks=read_markers(page.source.text, page.body.start, lambda _: False, ours=True).blocks)


@remembered
def _page_value(vault: Vault, page: Page, today: date, pages: frozenset[str]) -> PageValue:
    also = {"today": today, "findings": new_findings(vault, today), "pages": _There(vault, pages)}
    if page.owner is not None:
        return ABOUT_A_PERSON[page.kind](vault, page.owner, **also)
    if page.period:
        return ABOUT_A_PERIOD[page.kind](vault, page.period, **also)
    return ABOUT_TODAY[page.kind](vault, **also)


def block_text(name: str, path: str, period: Period | None, seen: Seen) -> str | None:
    """What a block says in a note of the person's, None where it makes no sense there."""
    value = _block_value(seen.vault, name, path, period, seen.today, seen.pages)
    return None if value is None else seen.press.block(name, value)


@remembered
def _block_value(
    vault: Vault, name: str, path: str, period: Period | None, today: date, pages: frozenset[str]
) -> BlockValue | None:
    return build_block(
        vault,
        name,
        path=path,
        period=period,
        today=today,
        findings=new_findings(vault, today),
        pages=_There(vault, pages),
    )
