"""The check-ins of a stretch of time, as lines for a page."""

from dataclasses import dataclass
from datetime import date

from vaultgoals.core.goal import CheckIn, Goal, Kind
from vaultgoals.core.order import checkin_order
from vaultgoals.core.period import Period
from vaultgoals.core.show import show_number, show_weekday
from vaultgoals.core.vault import Vault
from vaultgoals.review.pages import goal_link
from vaultgoals.review.scale import Scale, amount
from vaultgoals.review.text import Mention, Name, Text, join, text


@dataclass(frozen=True, slots=True, kw_only=True)
class LogLine:
    """One check-in: its day (`Mon 16`), goal, and all that was said."""

    day: str
    goal: Mention
    words: Text


def log_lines(vault: Vault, period: Period, asof: date) -> tuple[LogLine, ...]:
    """What was logged in a period up to as-of, oldest first."""
    checkins = sorted((c for c in vault.checkins if c.on in period and c.on <= asof), key=checkin_order)
    goals = {checkin.goal: vault.goals[checkin.goal] for checkin in checkins}
    scales = {path: Scale.of(vault.history(goal), asof) for path, goal in goals.items()}
    return tuple(_line(vault, checkin, scales[checkin.goal]) for checkin in checkins)


def _line(vault: Vault, checkin: CheckIn, scale: Scale) -> LogLine:
    goal = vault.goals[checkin.goal]
    said: list[Text] = []
    if checkin.comment:
        said.append(text(Name(checkin.comment)))
    if checkin.blocked:
        said.append(text("blocked: ", Name(checkin.blocked)))
    if checkin.confidence is not None:
        said.append(text(f"confidence {show_number(checkin.confidence * 10)} of 10"))
    said += [text("evidence: ", Name(evidence)) for evidence in checkin.evidence]
    value = _value(goal, checkin, scale)
    words = join([value, *said] if value else said, " · ")
    return LogLine(day=show_weekday(checkin.on), goal=goal_link(vault, goal), words=words)


def _value(goal: Goal, checkin: CheckIn, scale: Scale) -> Text:
    if checkin.skip is not None:
        return text("skipped: ", Name(checkin.skip)) if checkin.skip else text("skipped")
    if checkin.value is None:
        return ()
    if checkin.of is not None:
        return text(f"{show_number(checkin.value)} of {show_number(checkin.of)}")
    if goal.kind is not Kind.PROCESS:
        return text(scale.say(checkin.value))
    if _is_yes_or_no(goal) and checkin.value in (0, 1):
        return text("done" if checkin.value else "not done")
    return text(amount(goal, checkin.value))


def _is_yes_or_no(goal: Goal) -> bool:
    """Whether a day's log of a goal can only say that it was done, or not."""
    cadence = goal.cadence
    if cadence is None or cadence.unit or goal.unit or cadence.at_most:
        return False
    return bool(cadence.days) or (cadence.amount == 1 and cadence.every == 1)
