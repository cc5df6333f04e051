"""A goal that waits for a reading, as it is shown before it is asked for."""

from collections.abc import Iterator

from vaultgoals.export.excerpt import visible
from vaultgoals.export.lines import Line, Style, fitted
from vaultgoals.review.waiting_for import Waiting

_WIDE = 1 << 20
_INDENT = 2


def waiting_text(one: Waiting, place: str = "", width: int | None = None) -> Iterator[Line]:
    """Its title and what it is for, why it is done, what was logged last and how it stands.

    `place` says which of several it is. Wrapped to `width` columns, if any.
    """
    columns = width or _WIDE
    leads = f" → {visible(', '.join(one.outcomes))}" if one.outcomes else ""
    beside = f"  ({place})" if place else ""
    head: Line = ((visible(one.goal.title), Style.TITLE), (leads, Style.PLAIN), (beside, Style.QUIET))
    yield from fitted([head], columns, more=_INDENT)
    if one.why:
        yield from fitted([((visible(one.why), Style.PLAIN),)], columns, indent=_INDENT, more=0)
    stands = " · ".join(filter(None, (one.last, one.now)))
    yield from fitted([((visible(stands), Style.QUIET),)], columns, indent=_INDENT, more=0)
