"""What to do next: the same in the terminal and on the page of problems."""

from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from vaultgoals.core.finding import Finding, Severity
from vaultgoals.core.period import Calendar
from vaultgoals.core.vault import Vault
from vaultgoals.review.pages import PageKind, page_in


class Otherwise(StrEnum):
    """What there is to do where nothing is to be mended, in words."""

    BEGIN = "write a note with `type: outcome`, and one with `type: process` whose `outcome` links to it"
    REVIEW = "vaultgoals review"


NextStep: TypeAlias = Finding | Otherwise | None


def next_step(findings: Sequence[Finding], *, goals: int, lacks_page: bool) -> NextStep:
    """Mend the first of the worst findings; else begin where there are no goals, else write the pages.

    None where all of that is done; `lacks_page` is the answer of the function of that name.
    """
    worst = worst_first(findings)
    if worst:
        return worst[0]
    if not goals:
        return Otherwise.BEGIN
    return Otherwise.REVIEW if lacks_page else None


def worst_first(findings: Iterable[Finding]) -> Sequence[Finding]:
    """The errors, then the warnings, then the infos that do not fold, each by place."""
    told = [finding for finding in findings if not finding.folded]
    return sorted(told, key=lambda finding: [*Severity].index(finding.severity))


def lacks_page(vault: Vault, *, today: date) -> bool:
    """Whether there is to be a page about the week of `today`, and is none yet."""
    page = page_in(vault, PageKind.WEEKLY, Calendar(week=vault.config.week).week_of(today))
    return page is not None and page.path not in vault.files
