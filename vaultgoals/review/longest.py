"""The longest stretches in which process goals were kept without a break."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from vaultgoals.core.kept import Kept
from vaultgoals.core.scorecard import Scorecard, Standing
from vaultgoals.core.show import show_day
from vaultgoals.review.kept_by import AtWork
from vaultgoals.review.pages import goal_link
from vaultgoals.review.phrases import counted, noun_of
from vaultgoals.review.text import Text, text

LEAST = 4
"""A shorter run is no news."""

TOLD = 5


def longest_runs(card: Scorecard, kept: Iterable[AtWork]) -> tuple[Text, ...]:
    """The longest run of each process goal, the longest first: `Calls 12 weeks in a row, up to 29 Mar`."""
    runs = [(run, standing) for standing, periods in kept if (run := _longest(periods))]
    runs.sort(key=lambda one: (-_days(one[0]), one[1].goal.path))
    return tuple(_said(card, standing, run) for run, standing in runs[:TOLD])


def _longest(periods: Sequence[Kept]) -> tuple[Kept, ...]:
    """The longest run of met periods, of equals the latest; nothing where it is no news."""
    longest = max(reversed([*_runs(periods)]), key=len, default=())
    return longest if len(longest) >= LEAST else ()


def _runs(periods: Sequence[Kept]) -> Iterator[tuple[Kept, ...]]:
    for met, run in groupby(periods, key=lambda kept: kept.met):
        if met:
            yield tuple(run)


def _days(run: Sequence[Kept]) -> int:
    return sum(kept.period.days for kept in run)


def _said(card: Scorecard, standing: Standing, run: Sequence[Kept]) -> Text:
    cadence = standing.goal.cadence
    assert cadence is not None  # without one there are no periods
    link, number = goal_link(card.vault, standing.goal), counted(len(run), noun_of(cadence))
    return text(link, f" {number} in a row, up to {show_day(run[-1].period.last, card.asof.year)}")
