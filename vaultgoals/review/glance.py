"""The scorecard at a glance: outcomes by objective, process goals, and what is measured beside them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from vaultgoals.core.goal import Kind
from vaultgoals.core.health import Health
from vaultgoals.core.scorecard import Scorecard, Standing
from vaultgoals.review.listing import Listing
from vaultgoals.review.overview import Overview, under_way
from vaultgoals.review.standing_line import judged, standing_line
from vaultgoals.review.text import Text, text

_ILL = frozenset({Health.OFF_TRACK, Health.MISSED})
_WELL = frozenset({Health.ON_TRACK, Health.ACHIEVED})
_MEASURES = (Kind.INDICATOR, Kind.OUTPUT, Kind.GUARDRAIL)


@dataclass(frozen=True, slots=True, kw_only=True)
class GlanceGroup:
    """The outcomes of one objective, or of none; those that need the person least are folded."""

    title: Text
    outcomes: Listing


@dataclass(frozen=True, slots=True, kw_only=True)
class Glance:
    """The block `scorecard`, as of a day; `marked` says whether there are strips to explain."""

    groups: tuple[GlanceGroup, ...]
    doing: Listing
    measures: Listing
    marked: bool


def glance_at(overview: Overview) -> Glance:
    """The goals that are under way: active, and not paused for these days."""
    card = overview.card
    doing = [standing for standing in overview.processes if under_way(standing)]
    measures = [s for kind in _MEASURES for s in overview.of_kind(kind) if under_way(s)]
    measures.sort(key=_well)
    return Glance(
        groups=tuple(_groups(card, overview.active)),
        doing=_lines(card, doing),
        measures=_lines(card, measures),
        marked=any(s.keeping and s.keeping.closed for s in doing),
    )


def _well(standing: Standing) -> int:
    """What is off its plan, or outside its bounds, comes first, and what is well last."""
    health = judged(standing)
    return 0 if health in _ILL else 2 if health in _WELL else 1


def _groups(card: Scorecard, outcomes: Sequence[Standing]) -> Iterable[GlanceGroup]:
    """The outcomes by objective, that which needs the person most first; those without one come last."""
    by_objective: dict[str, list[Standing]] = {}
    for standing in outcomes:
        by_objective.setdefault(card.vault.objective_of(standing.goal) or "", []).append(standing)
    alone = by_objective.pop("", [])
    for objective, standings in by_objective.items():
        yield _group(card, standing_line(card, card.standings[objective]), standings)
    if alone:
        yield _group(card, text("Other outcomes" if by_objective else "Outcomes"), alone)


def _group(card: Scorecard, title: Text, outcomes: Sequence[Standing]) -> GlanceGroup:
    return GlanceGroup(title=title, outcomes=_lines(card, outcomes))


def _lines(card: Scorecard, standings: Sequence[Standing]) -> Listing:
    return Listing.of([standing_line(card, standing) for standing in standings])
