"""How a process goal is kept, in a few words: this period's work, the last periods, and how many in a row."""

from dataclasses import dataclass

from vaultgoals.core.cadence import Cadence
from vaultgoals.core.goal import Goal
from vaultgoals.core.kept import Kept, KeptState
from vaultgoals.core.scorecard import Scorecard, Standing
from vaultgoals.core.show import show_day
from vaultgoals.review.phrases import DAYS, named_period, not_logged, noun_of, share_of
from vaultgoals.review.scale import amount
from vaultgoals.review.strip import strip_of
from vaultgoals.review.text import Name, Text, join, text, unlinked


@dataclass(frozen=True, slots=True, kw_only=True)
class Doing:
    """What was done in the period of the day, `now`, and `lately` in the closed ones before it, if any."""

    now: Text
    lately: str = ""

    def in_words(self) -> Text:
        """`7 of 10 this week · ■□■■ 3 of 4 weeks, 2 in a row`."""
        return join([words for words in (self.now, text(self.lately)) if words], " · ")


def doing(card: Scorecard, standing: Standing) -> Doing:
    """How a process goal is kept as of a day.

    How many were met in a row is said where the marks do not: one alone is no row.
    """
    keeping, cadence, strip = standing.keeping, standing.goal.cadence, strip_of(standing)
    now = _done_now(card, standing)
    if keeping is None or cadence is None or strip is None:
        return Doing(now=now)
    adherence = keeping.adherence
    if adherence.closed and adherence.unlogged == adherence.closed:
        never = not_logged(adherence.closed, cadence, keeping.closed[0].period)
        return Doing(now=now, lately=f"{strip.marks} {never}")
    kept = share_of(adherence.met, adherence.closed, noun_of(cadence))
    seen = keeping.streak == adherence.met == adherence.closed
    run = f", {keeping.streak} in a row" if keeping.streak > 1 and not seen else ""
    return Doing(now=now, lately=f"{strip.marks} {kept}{run}")


def _done_now(card: Scorecard, standing: Standing) -> Text:
    """What was done in the period of the day: `7 of 10 this week`, `done today`, `begins on 1 Dec`."""
    goal, keeping = standing.goal, standing.keeping
    if goal.cadence is None:
        return text("no cadence yet")
    if goal.start and goal.start > card.asof:
        return text(f"begins on {show_day(goal.start, card.asof.year)}")
    if goal.due and goal.due < card.asof:
        return text(f"ended on {show_day(goal.due, card.asof.year)}")
    if keeping is None or keeping.current is None:
        return text("nothing due today") if card.asof == card.today else ()
    return _done(goal, goal.cadence, keeping.current, _when(card, goal.cadence, keeping.current))


def _done(goal: Goal, cadence: Cadence, kept: Kept, when: str) -> Text:
    if kept.state is KeptState.PAUSED:
        return text(f"paused {when}")
    if kept.state is KeptState.SKIPPED:
        return text(f"skipped {when}", ": " if kept.skip else "", Name(unlinked(kept.skip or "")))
    if cadence.event and not kept.quota:
        return text(f"no {cadence.event} logged {when}")
    if cadence.period in DAYS and kept.quota == 1 and not cadence.at_most:
        return text(f"done {when}" if kept.met else f"not yet {when}" if _is_open(kept) else f"not {when}")
    limit = "at most " if cadence.at_most else ""
    return text(f"{amount(goal, kept.done, bare=True)} of {limit}{amount(goal, kept.quota)} {when}")


def _is_open(kept: Kept) -> bool:
    return kept.state is KeptState.OPEN


def _when(card: Scorecard, cadence: Cadence, kept: Kept) -> str:
    """`this week`, or seen from a later day `in the week of 12 Oct`."""
    if card.asof < card.today:
        return named_period(kept.period, cadence)
    return "today" if cadence.period in DAYS else f"this {noun_of(cadence)}"
