"""What came to its end in a quarter or a year: outcomes that were due or closed, and why they came out so."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from vaultgoals.core.goal import CheckIn, Kind, Status
from vaultgoals.core.period import Period
from vaultgoals.core.scorecard import Scorecard, Standing
from vaultgoals.core.show import show_day
from vaultgoals.core.vault import CLOSED, Vault
from vaultgoals.review.listing import Listing
from vaultgoals.review.pages import goal_link
from vaultgoals.review.places import heading_above
from vaultgoals.review.scores import figures_said, is_measured, is_reached
from vaultgoals.review.standing_line import standing_line
from vaultgoals.review.text import Mention, Said, Text, join, text


class Fate(StrEnum):
    """What became of an outcome, in words."""

    REACHED = "reached"
    NOT_REACHED = "not reached"
    NOT_MEASURED = "not measured"
    DROPPED = "dropped"


_MARKS = {Fate.REACHED: "✓", Fate.NOT_REACHED: "✗"}
_OUTCOMES = frozenset({Kind.OUTCOME})
_CLOSING = frozenset({Kind.OBJECTIVE, Kind.OUTCOME, Kind.PROCESS, Kind.OUTPUT})
"""The kinds of goals of which it is told that they were closed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """The block `ended`: a line for each outcome that was due or closed, then what else was closed.

    While the period is open, `due` are the outcomes that are due in what is left of it.
    """

    outcomes: Listing
    due: Listing
    closed: Text


def at_end(card: Scorecard, period: Period) -> tuple[Standing, ...]:
    """The outcomes that are due in a period or were done in it, and that can be judged; by path.

    Not drafts and dropped ones, nor those without a target, or with one that is the baseline.
    """
    outcomes = (s for s in card.standings.values() if s.goal.kind is Kind.OUTCOME and _can_be_judged(s))
    live = (s for s in outcomes if s.goal.status not in (Status.DRAFT, Status.DROPPED))
    return tuple(s for s in live if (s.goal.due and s.goal.due in period) or _is_closed_in(s, period))


def _can_be_judged(standing: Standing) -> bool:
    progress = standing.progress
    unknown = progress is None or (progress.measured and progress.score is None)
    return standing.goal.target is not None and not unknown


def over_in(card: Scorecard, period: Period) -> tuple[Standing, ...]:
    """The outcomes that came to their end in a period, dropped ones too; the reached first, then by day."""
    over = [standing for standing in at_end(card, period) if not _is_ahead(standing, card.today)]
    over += (s for s in _closed_in(card, period, _OUTCOMES) if s.goal.status is Status.DROPPED)
    return tuple(sorted(over, key=_order))


def fate_of(standing: Standing) -> Fate:
    """What became of an outcome; one that was closed early is judged by its number."""
    if is_reached(standing):
        return Fate.REACHED
    if standing.goal.status is Status.DROPPED:
        return Fate.DROPPED
    return Fate.NOT_REACHED if is_measured(standing) else Fate.NOT_MEASURED


def ended_in(card: Scorecard, period: Period) -> Ended:
    """What ended in a period up to as-of, and what is still due in it."""
    due = sorted((s for s in at_end(card, period) if _is_ahead(s, card.today)), key=_order)
    over = over_in(card, period)
    told = {standing.goal.path for standing in over}
    others = [_closed(card, s) for s in _closed_in(card, period, _CLOSING) if s.goal.path not in told]
    return Ended(
        outcomes=Listing.of([_line(card, standing, period) for standing in over]),
        due=Listing.of([standing_line(card, standing) for standing in due]),
        closed=text("Also closed: ", join(others, " · ")) if others else (),
    )


def _is_ahead(standing: Standing, today: date) -> bool:
    """Whether an outcome is still open, and its due date not past."""
    goal = standing.goal
    return goal.status not in CLOSED and goal.due is not None and goal.due >= today


def _order(standing: Standing) -> tuple[bool, date, str]:
    return not is_reached(standing), standing.goal.due or date.max, standing.goal.path


def _is_closed_in(standing: Standing, period: Period) -> bool:
    goal = standing.goal
    return goal.status in CLOSED and goal.closed is not None and goal.closed in period


def _closed_in(card: Scorecard, period: Period, kinds: Collection[Kind]) -> Iterator[Standing]:
    """The goals of some kinds that were closed in a period, by path."""
    return (s for s in card.standings.values() if s.goal.kind in kinds and _is_closed_in(s, period))


def _closed(card: Scorecard, standing: Standing) -> Text:
    """`Nudge mails on 3 Nov`, `Sales dropped on 3 Nov`."""
    assert standing.goal.closed  # it was closed on a day
    on = show_day(standing.goal.closed, card.asof.year)
    dropped = "dropped " if standing.goal.status is Status.DROPPED else ""
    return text(goal_link(card.vault, standing.goal), f" {dropped}on {on}")


def _line(card: Scorecard, standing: Standing, period: Period) -> Text:
    """`✗ 10 km: not reached · 51:36, target 50:00 by 13 Dec · score 0.6 (amber). You wrote on 8 Dec: “…”`"""
    mark, link = _MARKS.get(fate_of(standing), "·"), goal_link(card.vault, standing.goal)
    figures, said = figures_said(card, standing), _reason(card, standing, period)
    came = text(f"{mark} ", link, f": {_fate(card, standing)}", " · " if figures else "", figures)
    return text(came, ". " if said else "", said)


def _fate(card: Scorecard, standing: Standing) -> str:
    """`reached`, `dropped on 3 Nov`, `closed on 3 Nov, not reached`."""
    goal, fate = standing.goal, fate_of(standing)
    on = f" on {show_day(goal.closed, card.asof.year)}" if goal.closed else ""
    if fate is Fate.DROPPED:
        return f"{fate}{on}"
    early = fate is not Fate.REACHED and goal.status is Status.DONE
    return f"closed{on}, {fate}" if early else fate


def _reason(card: Scorecard, standing: Standing, period: Period) -> Text:
    """What the person wrote last about a goal in a period: a comment, or what blocked it."""
    said = [c for c in standing.history.checkins if c.on in period and c.on <= card.asof]
    last = next((c for c in reversed(said) if c.comment or c.blocked), None)
    if last is None:
        return ()
    place = checkin_link(card.vault, last, show_day(last.on, card.asof.year))
    return text("You wrote on ", place, ": ", Said(last.comment or last.blocked or ""))


def checkin_link(vault: Vault, checkin: CheckIn, shown: str) -> Mention:
    """A link to where a check-in stands: its block if it has an id, else the heading above it."""
    note, place = vault.notes[checkin.path], checkin.span.start
    ids = (item.block for item in note.items if item.span.start <= place < item.span.end)
    block = next(filter(None, ids), None)
    heading = None if block else heading_above(note, place)
    return Mention(note.path, vault.names.shortest(note.path), shown, block, heading)
