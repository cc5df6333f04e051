"""What a run is about: the pages that are due or asked for, and the notes that hold blocks of ours."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import compress

from vaultgoals.core.block import BLOCKS, is_sealed
from vaultgoals.core.goal import Kind
from vaultgoals.core.kinds import is_sync_copy
from vaultgoals.core.memo import each, remembered
from vaultgoals.core.note import Note
from vaultgoals.core.period import YEARS, Calendar, Period
from vaultgoals.core.vault import Vault
from vaultgoals.errors import UsageError
from vaultgoals.review.pages import (
    PERIOD_OF,
    Page,
    PageKind,
    page_in,
    page_kind,
    page_of,
    page_path,
    review_pages,
)
from vaultgoals.review.people_paths import people_pages
from vaultgoals.workspace.contents import ABOUT_A_PERIOD, ABOUT_TODAY

LOOKED_BACK = 20
"""How many years back the missing pages are made; what is logged earlier than that is a slip of the pen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What a run is asked for: the pages of some periods, or where none are named all that is due.

    `missing` asks for the pages of all earlier periods too. `reopen` renews what is sealed, and
    `replace_edited` the blocks that a person edited.
    """

    periods: tuple[Period, ...] = ()
    missing: bool = False
    reopen: bool = False
    replace_edited: bool = False


DUE = Request()
"""The request for all that is due."""


def pages_meant(vault: Vault, request: Request, *, today: date) -> list[Page]:
    """The pages that a run is about, those of each kind from the earliest on.

    What is due is the pages of today, each where the settings want it, and each earlier one that is there and
    not sealed, wherever it was moved. There is always one about the week; those about longer periods begin
    once something was logged, since until then they have nothing to tell. Raises UsageError where missing
    pages would go back further than anybody can have meant.
    """
    config = vault.config
    periods = set(request.periods) or {*_current(vault, today), *_unsealed(vault, today)}
    if request.missing:
        periods.update(_since_the_first_log(vault, today))
    about = [(kind, period) for period in sorted(periods) if (kind := page_kind(config, period))]
    now = set(_current(vault, today))
    pages = [
        page_of(config, kind, period) if period in now else page_in(vault, kind, period)
        for kind in ABOUT_A_PERIOD
        for of, period in about
        if of is kind
    ]
    if not request.periods:
        pages += [page_of(config, kind) for kind in ABOUT_TODAY]
        pages += people_pages(vault)
    by_path = {page.path: page for page in reversed(pages) if page}  # of two at one place, the first
    return list(reversed(by_path.values()))


def notes_meant(vault: Vault, request: Request, pages: list[Page]) -> list[Note]:
    """The notes beside the pages that blocks of ours stand in, or broken markers; only where all is due."""
    if request.periods:
        return []
    taken = {page.path for page in pages}
    return [vault.notes[path] for path in _holding_blocks(vault) if path not in taken]


def _current(vault: Vault, today: date) -> Iterator[Period]:
    """The periods of today that there is to be a page about, or is one already."""
    calendar = Calendar(week=vault.config.week)
    logged = _is_logged(vault, today)
    for kind in ABOUT_A_PERIOD:
        period = PERIOD_OF[kind](calendar, today)
        if kind is PageKind.WEEKLY or logged or page_path(vault, period) in vault.files:
            yield period


@remembered
def _is_logged(vault: Vault, today: date) -> bool:
    """Whether anything was logged by today."""
    return any(checkin.on <= today for checkin in vault.checkins_seen(today))


def _unsealed(vault: Vault, today: date) -> Iterator[Period]:
    """The periods before today whose pages are there and not sealed."""
    calendar = Calendar(week=vault.config.week)
    for path in review_pages(vault):
        page = vault.notes[path]
        if not is_sealed(page):
            period = _period_on(page, calendar)
            if period and period.stop <= today and page_path(vault, period) == path:
                yield period


def _period_on(page: Note, calendar: Calendar) -> Period | None:
    """The period that a page says it is about."""
    prop = page.property("period")
    period = calendar.read(str(prop.value.plain)) if prop else None
    return period if period and period.start.year in YEARS else None


def _since_the_first_log(vault: Vault, today: date) -> Iterator[Period]:
    first = min(
        (checkin for checkin in vault.checkins if checkin.on <= today), key=lambda c: c.on, default=None
    )
    if first is None:
        return
    if today.year - first.on.year > LOOKED_BACK:
        raise UsageError(
            f"The first check-in is dated {first.on}, in {first.path}.",
            "Mend its date, or name the weeks whose pages you want.",
        )
    calendar = Calendar(week=vault.config.week)
    for kind in ABOUT_A_PERIOD:
        period = PERIOD_OF[kind](calendar, first.on)
        while period.start <= today:
            yield period
            period = PERIOD_OF[kind](calendar, period.stop)


@remembered
def _holding_blocks(vault: Vault) -> tuple[str, ...]:
    """The notes that blocks of ours stand in, or broken markers, but for our pages."""
    paths = tuple(vault.notes)
    return tuple(compress(paths, each(_holds_blocks, vault, paths)))


@remembered
def _holds_blocks(vault: Vault, path: str) -> bool:
    note = vault.notes[path]
    if not note.marked or vault.kinds.get(path) is Kind.REVIEW:
        return False
    if is_sync_copy(note) or is_sealed(note):
        return False
    broken = any(trouble.what == "broken-markers" for trouble in note.malformed)
    return broken or any(block.name in BLOCKS for block in note.blocks)
