"""The outcomes on a page: those that need the person most in full, the others in a list."""

from dataclasses import dataclass

from vaultgoals.review.outcome import IN_FULL, OutcomeSection
from vaultgoals.review.overview import Overview
from vaultgoals.review.strip import Strip, strip_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Sections:
    """The block `outcomes`. `strips` are of the process goals whose outcome needs the person, `folded` all
    others.
    """

    full: tuple[OutcomeSection, ...]
    others: tuple[OutcomeSection, ...]
    strips: tuple[Strip, ...]
    folded: tuple[Strip, ...]


def sections_of(overview: Overview) -> Sections:
    """What a page says of each outcome, and how their process goals were kept."""
    full, others = overview.sections[:IN_FULL], overview.sections[IN_FULL:]
    pressing = {section.goal.path for section in full if not section.calm}
    strips = [(strip, pressing.isdisjoint(s.outcomes)) for s in overview.processes if (strip := strip_of(s))]
    return Sections(
        full=full,
        others=others,
        strips=tuple(strip for strip, folded in strips if not folded),
        folded=tuple(strip for strip, folded in strips if folded),
    )
