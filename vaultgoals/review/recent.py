"""What was logged lately, day by day, the newest first; of one goal its blank days and weeks too."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from vaultgoals.core.goal import CheckIn, Goal
from vaultgoals.core.keeping import keep_between
from vaultgoals.core.kept import KeptState
from vaultgoals.core.order import checkin_order, seen_on
from vaultgoals.core.period import Period
from vaultgoals.core.scorecard import Scorecard
from vaultgoals.core.show import show_day, show_number
from vaultgoals.core.vault import Vault
from vaultgoals.review.log import value_of
from vaultgoals.review.phrases import counted
from vaultgoals.review.scale import Scale
from vaultgoals.review.spoken import named, noun_for
from vaultgoals.review.text import plain, unlinked

_SILENT = {KeptState.BLANK: "blank", KeptState.UNLOGGED: "not logged"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Logged:
    """One thing that was logged on a day, in words; without a `checkin` that nothing was.

    `value` is its figure, a skip, or what else it is; `said` is all that was said beside it.
    """

    on: date
    goal: Goal
    value: str
    said: str = ""
    checkin: CheckIn | None = None


def recent(vault: Vault, *, since: date, today: date, goal: Goal | None = None) -> tuple[Logged, ...]:
    """What was logged from a day on, the newest first; of one goal, or of all.

    Of one process goal also the closed periods in which nothing was: a blank day counts as zero, and what is
    not logged as not met.
    """
    meant = (one for one in vault.checkins_seen(today) if _is_meant(one, since, goal))
    found = [_logged(vault, one, today) for one in sorted(meant, key=checkin_order, reverse=True)]
    if goal:
        found += _silences(vault, goal, since, today)
    return tuple(sorted(found, key=lambda one: one.on, reverse=True))


def _is_meant(checkin: CheckIn, since: date, goal: Goal | None) -> bool:
    return checkin.on >= since and (goal is None or checkin.goal == goal.path)


def _logged(vault: Vault, checkin: CheckIn, today: date) -> Logged:
    goal = vault.goals[checkin.goal]
    scale = Scale.of(seen_on(vault.history(goal), today))
    sure = checkin.confidence
    said = [
        unlinked(checkin.comment),
        f"blocked: {unlinked(checkin.blocked)}" if checkin.blocked else "",
        f"confidence {show_number(sure * 10)} of 10" if sure is not None else "",
        f"by {checkin.by}" if checkin.by else "",
        *(f"evidence: {unlinked(one)}" for one in checkin.evidence),
    ]
    value = plain(value_of(goal, checkin, scale)) or "a note"
    words = " · ".join(" ".join(one.split()) for one in said if one)
    return Logged(on=checkin.on, goal=goal, value=value, said=words, checkin=checkin)


def _silences(vault: Vault, goal: Goal, since: date, today: date) -> Iterator[Logged]:
    history = Scorecard.of(vault, asof=today, today=today).histories[goal.path]
    found = keep_between(history, since, today, asof=today, today=today, config=vault.config)
    for state, group in groupby(found, key=lambda kept: kept.state):
        if state in _SILENT:
            periods = [kept.period for kept in group]
            yield Logged(on=periods[-1].last, goal=goal, value=_silence(periods, _SILENT[state]))


def _silence(periods: Sequence[Period], words: str) -> str:
    """`blank`, `not logged`, `week 46 not logged`; of several in a row since when, and how many they are."""
    first, noun = periods[0], noun_for(periods[0])
    if len(periods) > 1:
        return f"{words} since {show_day(first.start)}, {counted(len(periods), noun)}"
    return words if noun == "day" else f"{named(first)} {words}"
