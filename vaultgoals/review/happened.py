"""What happened in a closed period: what was done of each process goal, and what each number did."""

from datetime import timedelta

from vaultgoals.core.cadence import Cadence
from vaultgoals.core.doing import EXCUSED, ProcessPart
from vaultgoals.core.keeping import keep_between
from vaultgoals.core.kept import Kept, KeptState
from vaultgoals.core.period import Period
from vaultgoals.core.progress import measure
from vaultgoals.core.scorecard import Scorecard, Standing
from vaultgoals.review.log import value_of
from vaultgoals.review.pages import goal_link
from vaultgoals.review.phrases import DAYS, counted, met_or_nothing, named_period, what_was_done
from vaultgoals.review.scale import Scale, amount
from vaultgoals.review.text import Name, Text, join, text, unlinked

_WEEK = 7  # days
_NOTHING_DUE = frozenset({KeptState.PAUSED, KeptState.EVENTLESS})


def what_happened(card: Scorecard, standing: Standing, period: Period) -> Text:
    """What was done of a process goal in a closed week or longer: `Calls 8 of 10`; nothing where nothing was
    due.
    """
    goal, cadence = standing.goal, standing.goal.cadence
    ended = _ended(card, standing, period)
    periods = [kept for kept in ended if kept.state not in _NOTHING_DUE]
    if not periods or cadence is None:
        return ()
    counting = tuple(kept for kept in periods if kept.counts)
    excused = tuple(kept for kept in ended if kept.state in EXCUSED)
    part = ProcessPart(goal=goal, periods=counting, begun_on=goal.start, excused=excused)
    if len(counting) > 1 and period.days > _WEEK:
        return what_was_done(part)
    name, last = Name(goal.title), periods[-1]
    if all(kept.state is KeptState.SKIPPED for kept in periods):
        return text(name, " skipped: " if last.skip else " skipped", Name(unlinked(last.skip or "")))
    if all(kept.state is KeptState.UNLOGGED for kept in periods):
        return text(name, " not logged")
    if cadence.period in DAYS:
        return text(name, " ", _on_days(part, cadence))
    limit = "at most " if cadence.at_most else ""
    done = f" {amount(goal, last.done, bare=True)} of {limit}{amount(goal, last.quota)}"
    longer = "" if last.period.start >= period.start else f" {named_period(last.period, cadence)}"
    return text(name, done, longer)


def _on_days(part: ProcessPart, cadence: Cadence) -> str:
    """`on 4 of 5 days`; where some were done in part `7:30 of 10 hours, met on 0 of 5 days`."""
    days = f"on {part.met} of {counted(part.closed, 'day')}"
    if cadence.at_most or met_or_nothing(part, cadence):
        return days
    return f"{amount(part.goal, part.done, bare=True)} of {amount(part.goal, part.quota)}, met {days}"


def _ended(card: Scorecard, standing: Standing, period: Period) -> tuple[Kept, ...]:
    """A process goal's periods whose last day lies in another period."""
    return keep_between(
        standing.history,
        period.start,
        period.last,
        asof=card.asof,
        today=card.today,
        config=card.vault.config,
    )


def what_was_logged(card: Scorecard, standing: Standing, day: Period) -> Text:
    """What was logged about a goal on a day: `Calls 4`, `Mails done`; nothing where nothing was."""
    goal, scale = standing.goal, Scale.of(standing.history, card.asof)
    told = [value_of(goal, checkin, scale) for checkin in standing.history.checkins if checkin.on in day]
    values = [words for words in told if words]
    return text(Name(goal.title), " ", join(values, ", ")) if values else ()


def what_moved(card: Scorecard, standing: Standing, period: Period) -> Text:
    """What an outcome's number did in a closed period: `Trial conversion 6.2 → 6.4 %`."""
    goal, progress = goal_link(card.vault, standing.goal), standing.progress
    readings = [c for c in standing.history.checkins if c.on in period and c.value is not None]
    if not readings or progress is None or progress.current is None:
        return text(goal, " no reading")
    scale = Scale.of(standing.history, card.asof)
    eve = period.start - timedelta(days=1)
    before = measure(standing.history, asof=eve, config=card.vault.config).current
    if before is None:
        return text(goal, f" {scale.say(progress.current)}")
    if before == progress.current:
        return text(goal, f" unchanged at {scale.say(progress.current)}")
    return text(goal, f" {scale.bare(before)} → {scale.say(progress.current)}")
