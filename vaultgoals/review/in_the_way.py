"""What stands in the way, as the person logged it in `blocked`."""

from collections.abc import Iterable, Iterator

from vaultgoals.core.goal import CheckIn, Goal, History, Status, Way
from vaultgoals.core.scorecard import Scorecard, Standing, of_goal
from vaultgoals.core.show import show_day
from vaultgoals.review.pages import goal_link
from vaultgoals.review.places import heading_above
from vaultgoals.review.steps import Step
from vaultgoals.review.text import Mention, Name, Said, text

FADES = 14
"""For how many days a blocker is told that nobody took back."""


def blocked(card: Scorecard, goals: Iterable[Goal]) -> Iterator[Step]:
    """The active goals of which a check-in of these days says what blocks them, linked to where it does.

    No goal is among them twice.
    """
    active = tuple(goal.path for goal in goals if goal.status is Status.ACTIVE)
    return filter(None, _told.each(card, active))


@of_goal
def _told(card: Scorecard, standing: Standing) -> Step | None:
    checkin = _last_blocker(card, standing.history)
    if checkin is None or not checkin.blocked:
        return None
    who = text(Name(checkin.by)) if checkin.by else text("you")
    said = text(". On ", _where(card, checkin), " ", who, " wrote: ", Said(checkin.blocked))
    return Step("Clear the way", text(goal_link(card.vault, standing.goal), said))


def _last_blocker(card: Scorecard, history: History) -> CheckIn | None:
    """The last check-in that names a blocker, unless a later one of its way, which could, names none."""
    ways: set[Way] = set()
    for checkin in reversed(history.checkins):
        if 0 <= (card.asof - checkin.on).days < FADES:
            if checkin.blocked and checkin.way not in ways:
                return checkin
            ways.add(checkin.way)
    return None


def _where(card: Scorecard, checkin: CheckIn) -> Mention:
    """The day of a check-in, as a link to the note and heading that it stands under."""
    note = card.vault.notes[checkin.path]
    shown, heading = show_day(checkin.on, card.asof.year), heading_above(note, checkin.span.start)
    return Mention(note.path, card.vault.names.shortest(note.path), shown, heading=heading)
