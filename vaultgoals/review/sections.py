"""The outcomes on a page: those that need the person most in full, the others in a list."""

from dataclasses import dataclass, replace

from vaultgoals.core.scorecard import Scorecard, Standing, of_goal
from vaultgoals.review.charts import value_chart
from vaultgoals.review.outcome import IN_FULL, OutcomeSection, outcome_section
from vaultgoals.review.overview import Overview
from vaultgoals.review.so_far import so_far
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
    full = tuple(_illustrated(overview, place) for place in range(min(IN_FULL, len(overview.sections))))
    pressing = {section.goal.path for section in full if not section.calm}
    drawn = zip(_strip.each(overview.card, overview.process_paths), overview.processes, strict=True)
    strips = [(strip, pressing.isdisjoint(s.outcomes)) for strip, s in drawn if strip]
    return Sections(
        full=full,
        others=outcome_section.each(overview.card, overview.outcome_paths[IN_FULL:]),
        strips=tuple(strip for strip, folded in strips if not folded),
        folded=tuple(strip for strip, folded in strips if folded),
    )


@of_goal
def _strip(card: Scorecard, standing: Standing) -> Strip | None:
    strip = strip_of(standing)
    return strip and replace(strip, so_far=so_far(card, standing))


def _illustrated(overview: Overview, place: int) -> OutcomeSection:
    """A section, with a chart where it asks for something."""
    section, standing = overview.sections[place], overview.outcomes[place]
    return section if section.calm else replace(section, chart=value_chart(overview.card, standing))
