"""Whether the paths of the pages are theirs alone: no periodic note's name, and no two at one place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from vaultgoals.core.config import Config
from vaultgoals.core.links import folded
from vaultgoals.core.period import Calendar, Period
from vaultgoals.core.periodic import note_formats
from vaultgoals.review.pages import PERIOD_OF, Page, PageKind, page_of

# Days whose pages stand for those of all others: in the middle of a year, and in its first week.
_DAYS = (date(2026, 11, 16), date(2027, 1, 4))

_LABEL = re.compile("[0-9]{4}(?:-(?:W[0-9]{2}|Q[1-4]|[0-9]{2}))?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """A page, `kind` by its setting, whose `path` is not its own alone.

    It is also that of a note of the person's, `note` being `daily`, …, `yearly`, or of the page `other`.
    """

    kind: PageKind
    path: str
    note: str = ""
    other: PageKind | None = None


def find_clash(config: Config) -> Clash | None:
    """The first page whose path is taken, None where each has its own; paths are compared as links are."""
    calendar, formats = Calendar(week=config.week), note_formats(config.periodic)
    taken: dict[str, PageKind] = {}
    for page in _examples(config, calendar):
        note = next((form.kind for form in formats if form.period_of(page.path, calendar)), "")
        if note:
            return Clash(kind=page.kind, path=page.path, note=note)
        other = taken.setdefault(folded(page.path), page.kind)
        if other is not page.kind:
            return Clash(kind=page.kind, path=page.path, other=other)
    return None


def is_taken(config: Config, path: str) -> bool:
    """Whether a path is that of a periodic note of the person's by its name, or of a page of another kind."""
    calendar = Calendar(week=config.week)
    if any(form.period_of(path, calendar) for form in note_formats(config.periodic)):
        return True
    named = [calendar.read(label) for label in _LABEL.findall(path.upper())]
    pages = [page_of(config, kind, period) for kind in PERIOD_OF for period in named if period]
    pages += [page_of(config, kind) for kind in PageKind if kind not in PERIOD_OF]
    return any(page is not None and folded(page.path) == folded(path) for page in pages)


def _examples(config: Config, calendar: Calendar) -> Iterator[Page]:
    """Some pages of each kind: of sample periods, and of those that the path of another page names."""
    lone = [page for kind in PageKind if kind not in PERIOD_OF and (page := page_of(config, kind))]
    named = (calendar.read(label) for page in lone for label in _LABEL.findall(page.path.upper()))
    days = (*_DAYS, *(period.start for period in named if isinstance(period, Period)))
    for kind, period_of in PERIOD_OF.items():
        pages = (page_of(config, kind, period_of(calendar, day)) for day in days)
        yield from (page for page in pages if page)
    yield from lone
