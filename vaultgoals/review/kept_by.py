"""How process goals were kept in a long period, part by part: the months of a quarter, a year's quarters."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import TypeAlias

from vaultgoals.core.goal import Kind, Status
from vaultgoals.core.keeping import keep_between, mean_attainment
from vaultgoals.core.kept import Kept, KeptState
from vaultgoals.core.period import Period
from vaultgoals.core.scorecard import Scorecard, Standing, of_goal
from vaultgoals.core.show import MONTHS
from vaultgoals.core.vault import CLOSED
from vaultgoals.review.listing import IN_A_LINE
from vaultgoals.review.pages import goal_link
from vaultgoals.review.phrases import noun_of, share_of
from vaultgoals.review.text import Mention

AtWork: TypeAlias = tuple[Standing, tuple[Kept, ...]]
"""A process goal, and its closed periods in a longer one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptRow:
    """One process goal: how many periods were met in each part, `3/4`, and in the whole."""

    goal: Mention
    parts: tuple[str, ...]
    whole: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptTable:
    """The block `kept`: a row for each process goal with closed periods, those that are too many `folded`.

    `heads` name the parts in which any has closed. `attainment` is the mean over the goals of their mean
    attainment, 0..1.
    """

    heads: tuple[str, ...]
    rows: tuple[KeptRow, ...]
    folded: tuple[KeptRow, ...]
    attainment: Fraction | None


def kept_by(card: Scorecard, kept: Iterable[AtWork], parts: Sequence[Period]) -> KeptTable:
    """How some process goals were kept in each of the parts of a period, the least kept first."""
    kept = list(kept)
    parts = [part for part in parts if any(one.period.last in part for _, found in kept for one in found)]
    means = [(mean_attainment(found) or Fraction(0), s, found) for s, found in kept]
    means.sort(key=lambda one: (one[0], one[1].goal.path))
    rows = tuple(_row(card, standing, found, parts) for _, standing, found in means)
    return KeptTable(
        heads=tuple(_named(part) for part in parts),
        rows=rows[:IN_A_LINE],
        folded=rows[IN_A_LINE:],
        attainment=sum((mean for mean, *_ in means), Fraction(0)) / len(means) if means else None,
    )


def kept_in(card: Scorecard, period: Period) -> tuple[AtWork, ...]:
    """Each process goal that was active in a period, with its closed periods in it, by path."""
    return tuple((s, found) for s in _processes(card) if (found := _counting(card, s, period)))


def _processes(card: Scorecard) -> Iterator[Standing]:
    """The process goals that were at work at some time: a closed one needs the day on which it was."""
    for standing in card.standings.values():
        goal = standing.goal
        at_rest = goal.status is Status.DRAFT or (goal.status in CLOSED and goal.closed is None)
        if goal.kind is Kind.PROCESS and not at_rest:
            yield standing


@of_goal
def _counting(card: Scorecard, standing: Standing, period: Period) -> tuple[Kept, ...]:
    """A process goal's periods that ended in another one, and count.

    After the goal or its outcomes had come to their end, only those in which something was logged; none of a
    paused one of which nothing was logged.
    """
    ended = keep_between(
        standing.history,
        period.start,
        period.last,
        asof=card.asof,
        today=card.today,
        config=card.vault.config,
    )
    over = _end(card, standing)
    kept = tuple(one for one in ended if one.counts and (one.period.last <= over or one.logged))
    silent = standing.goal.status is Status.PAUSED and _unlogged(kept) == len(kept)
    return () if silent else kept


def _end(card: Scorecard, standing: Standing) -> date:
    """The last day on which a process goal has something to do: of it being closed, else of its outcomes."""
    if standing.goal.status in CLOSED and standing.goal.closed:
        return standing.goal.closed
    served = [card.vault.goals[path] for path in standing.outcomes]
    return max((goal.closed or goal.due or date.max for goal in served), default=date.max)


def _row(card: Scorecard, standing: Standing, kept: Sequence[Kept], parts: Iterable[Period]) -> KeptRow:
    cadence = standing.goal.cadence
    assert cadence is not None  # without one there are no periods
    met = share_of(sum(one.met for one in kept), len(kept), noun_of(cadence))
    return KeptRow(
        goal=goal_link(card.vault, standing.goal),
        parts=tuple(_cell([one for one in kept if one.period.last in part]) for part in parts),
        whole="not logged" if _unlogged(kept) == len(kept) else met + _not_logged(kept),
    )


def _cell(kept: Sequence[Kept]) -> str:
    if not kept:
        return "–"
    if _unlogged(kept) == len(kept):
        return "not logged"
    return f"{sum(one.met for one in kept)}/{len(kept)}"


def _not_logged(kept: Sequence[Kept]) -> str:
    unlogged = _unlogged(kept)
    return f", {unlogged} not logged" if unlogged else ""


def _unlogged(kept: Iterable[Kept]) -> int:
    return sum(one.state is KeptState.UNLOGGED for one in kept)


def _named(part: Period) -> str:
    """`Nov`, `Q4`."""
    return part.label[-2:] if "Q" in part.label else MONTHS[part.start.month - 1][:3]
