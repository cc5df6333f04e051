"""What happened in a closed week: what was done of each process goal, and what each outcome's number did."""

from datetime import timedelta

from vaultgoals.core.keeping import keep_between
from vaultgoals.core.kept import Kept, KeptState
from vaultgoals.core.period import Period
from vaultgoals.core.progress import measure
from vaultgoals.core.scorecard import Scorecard, Standing
from vaultgoals.review.pages import goal_link
from vaultgoals.review.phrases import DAYS, counted, named_period
from vaultgoals.review.scale import Scale, amount
from vaultgoals.review.text import Name, Text, text

_NOTHING_DUE = frozenset({KeptState.PAUSED, KeptState.EVENTLESS})


def what_happened(card: Scorecard, standing: Standing, week: Period) -> Text:
    """What was done of a process goal in a closed week: `Calls 8 of 10`; nothing where nothing was due."""
    goal, cadence = standing.goal, standing.goal.cadence
    periods = [kept for kept in _ended(card, standing, week) if kept.state not in _NOTHING_DUE]
    if not periods or cadence is None:
        return ()
    name, last = Name(goal.title), periods[-1]
    if all(kept.state is KeptState.SKIPPED for kept in periods):
        return text(name, " skipped: " if last.skip else " skipped", Name(last.skip or ""))
    if all(kept.state is KeptState.UNLOGGED for kept in periods):
        return text(name, " not logged")
    if cadence.period in DAYS:
        due = [kept for kept in periods if kept.state is not KeptState.SKIPPED]
        return text(name, f" on {sum(kept.met for kept in due)} of {counted(len(due), 'day')}")
    limit = "at most " if cadence.at_most else ""
    done = f" {amount(goal, last.done, bare=True)} of {limit}{amount(goal, last.quota)}"
    longer = "" if last.period.start >= week.start else f" {named_period(last.period, cadence)}"
    return text(name, done, longer)


def _ended(card: Scorecard, standing: Standing, week: Period) -> tuple[Kept, ...]:
    """A process goal's periods whose last day lies in the week."""
    return keep_between(
        standing.history,
        week.start,
        week.last,
        asof=card.asof,
        today=card.today,
        config=card.vault.config,
    )


def what_moved(card: Scorecard, standing: Standing, week: Period) -> Text:
    """What an outcome's number did in a closed week: `Trial conversion 6.2 → 6.4 %`."""
    goal, progress = goal_link(card.vault, standing.goal), standing.progress
    readings = [c for c in standing.history.checkins if c.on in week and c.value is not None]
    if not readings or progress is None or progress.current is None:
        return text(goal, " no reading")
    scale = Scale.of(standing.history, card.asof)
    eve = week.start - timedelta(days=1)
    before = measure(standing.history, asof=eve, config=card.vault.config).current
    if before is None:
        return text(goal, f" {scale.say(progress.current)}")
    if before == progress.current:
        return text(goal, f" unchanged at {scale.say(progress.current)}")
    return text(goal, f" {scale.bare(before)} → {scale.say(progress.current)}")
