"""The check-ins behind a goal's figures, and why some of them do not count."""

from collections.abc import Iterator
from dataclasses import dataclass

from vaultgoals.core.goal import CheckIn, Kind
from vaultgoals.core.kept import KeptState, is_log
from vaultgoals.core.ledger import Ledger
from vaultgoals.core.scorecard import Scorecard, Standing
from vaultgoals.core.value import starts_too_early


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A check-in; `why_not` says why no figure was made from it, empty where one was."""

    checkin: CheckIn
    why_not: str = ""

    @property
    def counts(self) -> bool:
        """Whether a figure was made from it."""
        return not self.why_not


def readings_of(card: Scorecard, standing: Standing) -> Iterator[Reading]:
    """All check-ins of a goal up to the scorecard's day, in order."""
    history = standing.history
    ledger = Ledger.of(history, asof=card.asof, today=card.today, config=card.vault.config)
    for checkin in history.checkins:
        if checkin.on <= card.asof:
            yield Reading(checkin=checkin, why_not=_why_not(standing, checkin, ledger))


def _why_not(standing: Standing, checkin: CheckIn, ledger: Ledger | None) -> str:
    goal = standing.goal
    if not is_log(checkin):
        return "it holds no number"
    if starts_too_early(goal, checkin):
        return "before its start"
    if goal.kind is Kind.PROCESS:
        return _why_not_kept(checkin, ledger) if ledger else "the goal has no cadence"
    if goal.due and checkin.on > goal.due and goal.kind is not Kind.GUARDRAIL:
        return "after its due date"
    return "" if checkin.value is not None else "skipped"


def _why_not_kept(checkin: CheckIn, ledger: Ledger) -> str:
    kept = ledger.at(checkin.on)
    if kept:
        return "in a pause" if kept.state is KeptState.PAUSED else ""
    if ledger.period_of(checkin.on) is None:
        return "on a day that its cadence leaves out"
    late = ledger.goal.due is not None and checkin.on > ledger.goal.due
    return "after its due date" if late else "before its start"
