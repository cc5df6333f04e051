"""Which pages there can be, where they stand, and how they link to each other and to goals."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from vaultgoals.core.actions import Action
from vaultgoals.core.config import Config
from vaultgoals.core.goal import Goal, Kind
from vaultgoals.core.memo import remembered
from vaultgoals.core.period import Calendar, Period
from vaultgoals.core.vault import Vault

if TYPE_CHECKING:
    from vaultgoals.review.text import Mention


class PageKind(StrEnum):
    """The kinds of pages, by the names of their settings."""

    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    YEARLY = "yearly"
    DASHBOARD = "dashboard"
    PROBLEMS = "problems"
    PEOPLE = "people"


PERIOD_OF: Mapping[PageKind, Callable[[Calendar, date], Period]] = {
    PageKind.WEEKLY: Calendar.week_of,
    PageKind.MONTHLY: Calendar.month_of,
    PageKind.QUARTERLY: Calendar.quarter_of,
    PageKind.YEARLY: Calendar.year_of,
}
"""The kinds that are about a period, and which one holds a day; the others are always about today."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page that there is to be; `period` is what it is about, None where that is always today.

    `owner` is whose page it is, where each person has one of their own.
    """

    kind: PageKind
    path: str
    period: Period | None = None
    owner: str | None = None


def page_kind(config: Config, period: Period) -> PageKind | None:
    """The kind of page that is about a period, None for a day or a fortnight."""
    calendar = Calendar(week=config.week)
    return next((kind for kind, of in PERIOD_OF.items() if of(calendar, period.start) == period), None)


def page_of(config: Config, kind: PageKind, period: Period | None = None) -> Page | None:
    """The page of a kind, for its period if it is about one; None where such pages are switched off."""
    path: str | None = getattr(config.pages, kind.value)
    if not path:
        return None
    return Page(kind=kind, path=path.replace("{period}", period.label if period else ""), period=period)


def page_in(vault: Vault, kind: PageKind, period: Period | None = None) -> Page | None:
    """The same, where it lies in a vault: where a person moved it, as long as nothing stands at its path.

    Of several notes that say they are this page the first by path is taken.
    """
    page = page_of(vault.config, kind, period)
    if page is None or page.path in vault.files:
        return page
    moved = min((path for path in review_pages(vault) if _is(vault, path, page)), default="")
    return replace(page, path=moved) if moved else page


@remembered
def review_pages(vault: Vault) -> tuple[str, ...]:
    """The notes that say they are pages of ours, by path."""
    return tuple(path for path, kind in vault.kinds.items() if kind is Kind.REVIEW)


def _is(vault: Vault, path: str, page: Page) -> bool:
    """Whether a note says of itself that it is this page."""
    kind, period = _says_it_is(vault, path)
    return kind == page.kind.value and (page.period is None or period == page.period.label)


@remembered
def _says_it_is(vault: Vault, path: str) -> tuple[str | None, str | None]:
    """The kind of page that a note says it is, and the period that it says it is about."""
    kind, period = (vault.notes[path].property(name) for name in ("page", "period"))
    return str(kind.value.plain) if kind else None, str(period.value.plain) if period else None


def page_path(vault: Vault, period: Period) -> str | None:
    """The path of the page about a period in a vault, None where there is none."""
    kind = page_kind(vault.config, period)
    page = page_in(vault, kind, period) if kind else None
    return page.path if page else None


def is_past(config: Config, period: Period, today: date) -> bool:
    """Whether a period lies so far back that its page is sealed."""
    return (today - period.last).days > config.seal_after


def goal_link(vault: Vault, goal: Goal, shown: str | None = None, block: str | None = None) -> "Mention":
    """A link to a goal's note, under its title or other words."""
    from vaultgoals.review.text import Mention

    return Mention(goal.path, vault.names.shortest(goal.path), shown or goal.title, block)


def action_link(vault: Vault, goal: Goal, action: Action) -> "Mention":
    """A link to where an action stands: its block if it has one, else the heading above it.

    One without words has its goal's title.
    """
    from vaultgoals.review.places import heading_above
    from vaultgoals.review.text import Mention

    shown, block = action.text or goal.title, action.item.block
    heading = None if block else heading_above(vault.notes[action.path], action.item.span.start)
    return Mention(action.path, vault.names.shortest(action.path), shown, block, heading)


def page_link(path: str) -> "Mention":
    """A link to a page; pages are named so that their name is theirs alone."""
    from vaultgoals.review.text import Mention

    title = path.rpartition("/")[2].removesuffix(".md")
    return Mention(path, title, title)
