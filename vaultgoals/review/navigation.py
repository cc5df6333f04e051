"""The ways from a page about a period to those before and after it, above it and below it."""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from types import MappingProxyType

from vaultgoals.core.period import Calendar, Period
from vaultgoals.core.vault import Vault
from vaultgoals.review.pages import PERIOD_OF, PageKind, page_kind
from vaultgoals.review.text import Text, text
from vaultgoals.review.way import page_mention

_ABOVE: Mapping[PageKind, PageKind] = MappingProxyType(
    {
        PageKind.WEEKLY: PageKind.MONTHLY,
        PageKind.MONTHLY: PageKind.QUARTERLY,
        PageKind.QUARTERLY: PageKind.YEARLY,
    }
)
_BELOW: Mapping[PageKind, PageKind] = MappingProxyType({above: kind for kind, above in _ABOVE.items()})


@dataclass(frozen=True, slots=True)
class Navigation:
    """Links to other pages: `across` to those beside and above one, `below` to those that it sums up."""

    across: tuple[Text, ...]
    below: tuple[Text, ...]


def navigation_of(vault: Vault, period: Period, pages: Container[str]) -> Navigation:
    """The pages around one, as far as they are among `pages`, the paths once this run is over.

    A week belongs to the month in which its last day lies.
    """
    kind = page_kind(vault.config, period)
    assert kind is not None  # there is a page about it
    calendar = Calendar(week=vault.config.week)
    of = PERIOD_OF[kind]

    def link(to: PageKind, about: Period, before: str = "", after: str = "") -> Iterator[Text]:
        mention = page_mention(vault, to, pages, about)
        if mention:
            yield text(before, mention, after)

    across = [*link(kind, of(calendar, period.start - timedelta(days=1)), "← ")]
    if kind in _ABOVE:
        across += link(_ABOVE[kind], PERIOD_OF[_ABOVE[kind]](calendar, period.last))
    across += link(kind, of(calendar, period.stop), after=" →")
    below = [way for part in parts_of(calendar, period, kind) for way in link(_BELOW[kind], part)]
    return Navigation(tuple(across), tuple(below))


def parts_of(calendar: Calendar, period: Period, kind: PageKind) -> Iterator[Period]:
    """The periods that the pages below one are about: of a month its weeks, of a week none."""
    if kind not in _BELOW:
        return
    of = PERIOD_OF[_BELOW[kind]]
    part = of(calendar, period.start)
    while part.start < period.stop:
        if part.last in period:
            yield part
        part = of(calendar, part.stop)
