"""One goal in a few lines: how it stands, what that means, what leads to it and where it leads."""

from collections.abc import Iterator, Sequence

from vaultgoals.core.scorecard import MEASURED, Scorecard, Standing
from vaultgoals.export.excerpt import visible
from vaultgoals.export.lines import Line, Style, fitted
from vaultgoals.export.status_text import NONE, bars_of, confidence_of
from vaultgoals.review.goal_progress import goal_progress
from vaultgoals.review.text import Text, plain

_WIDE = 1 << 20


def goal_lines(card: Scorecard, standing: Standing, width: int | None = None) -> list[Line]:
    """The lines of a goal's own block, and its last readings as bars; wrapped to `width` columns, if any."""
    goal, told = standing.goal, goal_progress(card, standing)
    entries = [(line.about, visible(plain(line.words))) for line in told.lines]
    bars = bars_of(card, standing) if goal.kind in MEASURED else NONE
    if bars != NONE:
        entries.append(("Lately", bars))
    if confidence := confidence_of(card, standing):
        entries.append(("Confidence", confidence.removeprefix("Confidence ").removesuffix(".")))
    columns = width or _WIDE
    lines = [_head(standing), *fitted((_entry(*entry) for entry in entries), columns, indent=2)]
    for title, goals in (("What leads here", told.below), ("Where it leads", told.above)):
        lines += _named(title, goals, columns) if goals else []
    return lines


def _head(standing: Standing) -> Line:
    goal = standing.goal
    return (visible(goal.title), Style.TITLE), (f" ({goal.kind}, {visible(goal.path)})", Style.QUIET)


def _entry(about: str, words: str) -> Line:
    return (f"{about}: ", Style.PLACE), (words, Style.PLAIN)


def _named(title: str, goals: Sequence[Text], columns: int) -> Iterator[Line]:
    yield ("  ", Style.PLAIN), (f"{title}:", Style.PLACE)
    yield from fitted([((visible(plain(goal)), Style.PLAIN),) for goal in goals], columns, indent=4)
