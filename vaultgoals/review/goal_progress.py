"""One goal's figures in plain words, to stand in its own note."""

from collections.abc import Iterator
from dataclasses import dataclass

from vaultgoals.core.goal import Kind
from vaultgoals.core.health import Health
from vaultgoals.core.scorecard import MEASURED, Scorecard, Standing
from vaultgoals.core.show import show_day
from vaultgoals.review.doing_now import doing
from vaultgoals.review.ladder import goals_above, goals_below
from vaultgoals.review.log import value_of
from vaultgoals.review.marks import health_of, mark_of
from vaultgoals.review.outcome import outcome_section
from vaultgoals.review.outlook import outlook
from vaultgoals.review.quotas import asked_on
from vaultgoals.review.scale import Scale
from vaultgoals.review.standing_line import judged, standing_line, standing_words
from vaultgoals.review.text import Name, Text, join, text, unlinked

LAST_READINGS = 5

_AT_REST = frozenset({Health.PAUSED, Health.DONE, Health.DROPPED})


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalLine:
    """A line about a goal: what it is about, in a word or two, and what there is to say."""

    about: str
    words: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalProgress:
    """The block `progress`: a goal's lines, then what leads to it and what it leads to, a line for each."""

    lines: tuple[GoalLine, ...]
    below: tuple[Text, ...]
    above: tuple[Text, ...]


def goal_progress(card: Scorecard, standing: Standing) -> GoalProgress:
    """What the figures of one goal say, as of the scorecard's day."""
    return GoalProgress(
        lines=tuple(GoalLine(about=about, words=words) for about, words in _lines(card, standing) if words),
        below=tuple(standing_line(card, lower) for lower in goals_below(card, standing)),
        above=tuple(standing_line(card, upper) for upper in goals_above(card, standing)),
    )


def _lines(card: Scorecard, standing: Standing) -> Iterator[tuple[str, Text]]:
    goal = standing.goal
    if goal.kind is Kind.PROCESS:
        yield from _process(card, standing)
        return
    mark = "" if goal.kind is Kind.LEVER else f"{mark_of(judged(standing))} "
    yield "Now", text(mark, standing_words(card, standing, in_full=True))
    if goal.kind is Kind.OUTCOME and health_of(standing) not in _AT_REST:
        section = outcome_section(card, standing)
        yield "What it means", text(section.title)
        yield "The road", section.road
    if standing.progress and standing.progress.forecast:
        scale = Scale.of(standing.history, card.asof)
        yield "If it goes on like this", text(outlook(goal, standing.progress.forecast, scale, card.asof))
    if goal.kind in MEASURED:
        yield "Last readings", _last_readings(card, standing)
    if goal.result:
        yield "Result", text(Name(unlinked(goal.result)))


def _last_readings(card: Scorecard, standing: Standing) -> Text:
    """The last few readings, oldest first: `6.3 % (13 Nov) · 6.4 % (18 Nov)`."""
    scale, goal = Scale.of(standing.history, card.asof), standing.goal
    told = [c for c in standing.history.checkins if c.value is not None and c.on <= card.asof]
    said = [
        text(value_of(goal, checkin, scale), f" ({show_day(checkin.on, card.asof.year)})")
        for checkin in told[-LAST_READINGS:]
    ]
    return join(said, " · ")


def _process(card: Scorecard, standing: Standing) -> Iterator[tuple[str, Text]]:
    kept = doing(card, standing)
    yield "Now", kept.now
    yield "To do", asked_on(card, standing, card.asof)
    yield "Lately", text(kept.lately)
    yield "Last logged", _last_readings(card, standing)
