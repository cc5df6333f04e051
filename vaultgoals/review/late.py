"""Check-ins that were logged after the page about their week was sealed, so that it does not count them.

When something was logged nobody knows. But a page says in the title above its check-ins how many there were
when it was written, and a sealed one is not written again.
"""

import re
from collections.abc import Iterator
from datetime import date

from vaultgoals.core.block import block_content, is_edited, is_sealed
from vaultgoals.core.goal import Kind
from vaultgoals.core.memo import each, remembered
from vaultgoals.core.note import Note
from vaultgoals.core.order import dated
from vaultgoals.core.period import Calendar, Period
from vaultgoals.core.plan import shifted
from vaultgoals.core.vault import Vault
from vaultgoals.review.pages import page_link, page_path
from vaultgoals.review.phrases import counted
from vaultgoals.review.spoken import named
from vaultgoals.review.text import Code, Text, text

WEEKS = 8
"""How many weeks are looked back at: as a rule twice what is judged."""

_TITLE = re.compile(r"^> \[!\w+\]-? (?P<title>Check-ins of .+) \((?P<number>\d+)\)$", re.MULTILINE)


def checkins_title(week: Period) -> str:
    """What stands above the check-ins of a week."""
    return f"Check-ins of {named(week)}"


def logged_late(vault: Vault, week: Period, *, today: date) -> Iterator[Text]:
    """The weeks before one whose sealed pages count fewer check-ins than there are now, the oldest first."""
    calendar = Calendar(week=vault.config.week)
    for back in range(WEEKS, 0, -1):
        earlier = calendar.week_of(shifted(week.start, -7 * back))
        sealed = _sealed(vault, earlier)
        if sealed is None:
            continue
        page, counts = sealed
        late = sum(each(_logged_in, vault, vault.logged, earlier, today)) - counts
        if late > 0:
            without = f" is sealed without {counted(late, 'check-in')}; "
            reopen = Code(f"vaultgoals review {earlier.label} --reopen")
            yield text(page_link(page), without, reopen, f" counts {'it' if late == 1 else 'them'} in")


@remembered
def _logged_in(vault: Vault, goal: str, week: Period, today: date) -> int:
    """How often something was logged about a goal in a week."""
    days = (dated(checkin, today).on for checkin in vault.checkins_of(goal))
    return sum(on in week for on in days)


@remembered
def _sealed(vault: Vault, week: Period) -> tuple[str, int] | None:
    """The sealed page about a week and how many check-ins it shows; None where it does not say."""
    page = _sealed_page(vault, week)
    counts = _counted_on(page, week) if page else None
    return (page.path, counts) if page and counts is not None else None


def _sealed_page(vault: Vault, week: Period) -> Note | None:
    page = vault.notes.get(page_path(vault, week) or "")
    ours = page is not None and vault.kinds.get(page.path) is Kind.REVIEW
    return page if page and ours and is_sealed(page) else None


def _counted_on(page: Note, week: Period) -> int | None:
    """How many check-ins of its week a page shows; None where its block is gone, edited or silent on it.

    A page that was last written in a week without a check-in shows those of the week before.
    """
    block = next((block for block in page.blocks if block.name == "checkins"), None)
    if block is None or is_edited(page.source, block):
        return None
    content = block_content(page.source, block)
    title = _TITLE.search(content)
    if title is None:
        return None if content.strip() else 0
    return int(title["number"]) if title["title"] == checkins_title(week) else 0
