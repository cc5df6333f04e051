"""How process goals were kept lately, drawn in text: ■ met, □ not, · not logged."""

from dataclasses import dataclass

from vaultgoals.core.kept import Kept, KeptState
from vaultgoals.core.scorecard import Standing
from vaultgoals.review.phrases import counted, noun_of
from vaultgoals.review.text import Name, Text

LEGEND = "■ met, □ not, · not logged"

_NOT_LOGGED = frozenset({KeptState.UNLOGGED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """One process goal's periods, oldest first, one mark each; days stand in groups, a week each.

    `run` says how many were met in a row up to now, where these are more than the marks show; `so_far` what
    was done in the period under way.
    """

    goal: Name
    marks: str
    run: str = ""
    so_far: Text = ()


def strip_of(standing: Standing) -> Strip | None:
    """The closed periods that adherence looks back on; None where there are none."""
    if standing.keeping is None or not standing.keeping.closed:
        return None
    marks = "".join(_mark(kept, before) for kept, before in _with_previous(standing.keeping.closed))
    run = ""
    if standing.goal.cadence and standing.keeping.streak > len(standing.keeping.closed):
        run = f"{counted(standing.keeping.streak, noun_of(standing.goal.cadence))} in a row"
    return Strip(goal=Name(standing.goal.title), marks=marks, run=run)


def _with_previous(closed: tuple[Kept, ...]) -> "zip[tuple[Kept, Kept | None]]":
    return zip(closed, (None, *closed), strict=False)


def _mark(kept: Kept, before: Kept | None) -> str:
    mark = "■" if kept.met else "·" if kept.state in _NOT_LOGGED else "□"
    days = kept.period.days == 1
    new_week = (
        before is not None and kept.period.start.isocalendar()[:2] != before.period.start.isocalendar()[:2]
    )
    return f" {mark}" if days and new_week else mark
