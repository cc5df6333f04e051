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
from vaultgoals.review.text import Mention, Name, Text, text


@dataclass(frozen=True, slots=True, kw_only=True)
class LogLine:
    """One check-in: its day (`Mon 16`), goal, and all that was said."""

    day: str
    goal: Mention
    words: Text


def log_lines(vault: Vault, period: Period, asof: date) -> tuple[LogLine, ...]:
    """What was logged in a period up to as-of, oldest first."""
    checkins = (c for c in vault.checkins if c.on in period and c.on <= asof)
    return tuple(_line(vault, checkin) for checkin in sorted(checkins, key=checkin_order))


def _line(vault: Vault, checkin: CheckIn) -> LogLine:
    goal = vault.goals[checkin.goal]
    said: list[Text] = []
    if checkin.comment:
        said.append(text(Name(checkin.comment)))
    if checkin.blocked:
        said.append(text("blocked: ", Name(checkin.blocked)))
    if checkin.confidence is not None:
        said.append(text(f"confidence {show_number(checkin.confidence * 10)} of 10"))
    said += [text("evidence: ", Name(evidence)) for evidence in checkin.evidence]
    words = text(_value(vault, goal, checkin), *(part for item in said for part in (" · ", *item)))
    return LogLine(day=show_weekday(checkin.on), goal=goal_link(vault, goal), words=words)


def _value(vault: Vault, goal: Goal, checkin: CheckIn) -> Text:
    if checkin.skip is not None:
        return text("skipped: ", Name(checkin.skip)) if checkin.skip else text("skipped")
    if checkin.value is None:
        return text("a note")
    if checkin.of is not None:
        return text(f"{show_number(checkin.value)} of {show_number(checkin.of)}")
    if goal.kind is Kind.PROCESS:
        return text(amount(goal, checkin.value))
    return text(Scale.of(vault.history(goal)).say(checkin.value))
