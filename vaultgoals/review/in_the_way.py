"""What stands in the way, as the person logged it in `blocked`."""

from collections.abc import Iterable, Iterator

from vaultgoals.core.goal import CheckIn, Goal, Status, Way
from vaultgoals.core.scorecard import Scorecard
from vaultgoals.core.show import show_day
from vaultgoals.review.pages import goal_link
from vaultgoals.review.places import heading_above
from vaultgoals.review.steps import Step
from vaultgoals.review.text import Mention, Name, Said, text

FADES = 14
"""For how many days a blocker is told that nobody took back."""


def blocked(card: Scorecard, goals: Iterable[Goal]) -> Iterator[Step]:
    """The active goals of which a check-in of these days says what blocks them, linked to where it does."""
    for goal in goals:
        checkin = _last_blocker(card, goal) if goal.status is Status.ACTIVE else None
        if checkin and checkin.blocked:
            who = text(Name(checkin.by)) if checkin.by else text("you")
            said = text(". On ", _where(card, checkin), " ", who, " wrote: ", Said(checkin.blocked))
            yield Step("Clear the way", text(goal_link(card.vault, goal), said))


def _last_blocker(card: Scorecard, goal: Goal) -> CheckIn | None:
    """The last check-in that names a blocker, unless a later one of its way, which could, names none."""
    ways: set[Way] = set()
    for checkin in reversed(card.histories[goal.path].checkins):
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
