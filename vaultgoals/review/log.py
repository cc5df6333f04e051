"""The check-ins of a stretch of time, as lines for a page."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import chain
from operator import itemgetter

from vaultgoals.core.goal import CheckIn, Goal, Kind
from vaultgoals.core.memo import each, remembered
from vaultgoals.core.order import Order, checkin_order, seen_on
from vaultgoals.core.period import Period
from vaultgoals.core.show import show_day, show_number, show_weekday
from vaultgoals.core.vault import Vault
from vaultgoals.review.listing import IN_A_LINE
from vaultgoals.review.pages import goal_link
from vaultgoals.review.scale import Scale, amount
from vaultgoals.review.spoken import noun_for, this
from vaultgoals.review.text import Mention, Name, Text, join, text, unlinked

AT_MOST = 60
"""How many check-ins a block shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LogLine:
    """One check-in: its day (`Mon 16`; empty where that goes without saying), goal, and all that was said."""

    day: str
    goal: Mention
    words: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Logbook:
    """The block `checkins`: the check-ins of a stretch of time, and what there is to tidy in the notes.

    `late` are sealed weeks that have more by now. `earlier` counts those that are left out. `otherwise` is
    said where there is nothing of all this.
    """

    title: str
    lines: tuple[LogLine, ...]
    tidy: tuple[Text, ...] = ()
    late: tuple[Text, ...] = ()
    folded: bool = True
    earlier: int = 0
    otherwise: str = ""


def logbook(vault: Vault, period: Period, *, asof: date, today: date) -> Logbook:
    """What was logged in a period up to as-of, the latest where that is too much; folded where it is long."""
    lines = log_lines(vault, period, asof=asof, today=today)
    when = this(period, today)
    return Logbook(
        title=f"Check-ins {when}",
        lines=lines[-AT_MOST:],
        folded=len(lines) > IN_A_LINE,
        earlier=max(len(lines) - AT_MOST, 0),
        otherwise=f"Nothing logged {when}{' yet' if today in period else ''}.",
    )


def log_lines(vault: Vault, period: Period, *, asof: date, today: date) -> tuple[LogLine, ...]:
    """What was logged in a period up to as-of, as seen from today, oldest first."""
    lines = chain.from_iterable(each(_lines_about, vault, vault.logged, period, asof, today))
    return tuple(line for _, line in sorted(lines, key=itemgetter(0)))


@remembered
def _lines_about(
    vault: Vault, goal: str, period: Period, asof: date, today: date
) -> tuple[tuple[Order, LogLine], ...]:
    """What was logged about one goal, each with where it belongs in the order."""
    history = seen_on(vault.history(vault.goals[goal]), today)
    checkins = [c for c in history.checkins if c.on in period and c.on <= asof]
    scale = Scale.of(history, asof) if checkins else None
    return tuple((checkin_order(c), _line(vault, c, scale, period)) for c in checkins if scale)


def _line(vault: Vault, checkin: CheckIn, scale: Scale, period: Period) -> LogLine:
    goal = vault.goals[checkin.goal]
    said: list[Text] = []
    if checkin.comment:
        said.append(text(Name(unlinked(checkin.comment))))
    if checkin.blocked:
        said.append(text("blocked: ", Name(unlinked(checkin.blocked))))
    if checkin.confidence is not None:
        said.append(text(f"confidence {show_number(checkin.confidence * 10)} of 10"))
    said += [text("evidence: ", _evidence(vault, checkin, words)) for words in checkin.evidence]
    value = value_of(goal, checkin, scale)
    words = join([value, *said] if value else said, " · ")
    return LogLine(day=_day(checkin.on, period), goal=goal_link(vault, goal), words=words)


def _evidence(vault: Vault, checkin: CheckIn, words: str) -> Name | Mention:
    """What shows that it is so; a link where it is one to a note."""
    note, shown = vault.notes[checkin.path], unlinked(words)
    link = next((link for link in note.links if note.source.cut(link.span) == words), None)
    path = vault.resolve(link, note.path).path if link else None
    if link is None or path is None or path not in vault.notes:
        return Name(shown)
    return Mention(path, vault.names.shortest(path), link.alias or shown, link.block, link.heading)


def _day(on: date, period: Period) -> str:
    """A day, as far as the period does not say it."""
    match noun_for(period):
        case "day":
            return ""
        case "week" | "month":
            return show_weekday(on)
        case _:
            return show_day(on)


def value_of(goal: Goal, checkin: CheckIn, scale: Scale) -> Text:
    """What a check-in says in figures: `6.4 %`, `done`, `skipped: ill`; nothing where it holds only words.

    A skip beside a value excuses nothing, but it was said: `5 calls, skip: ill`.
    """
    skip = checkin.skip
    reason = text(": ", Name(unlinked(skip))) if skip else ()
    if checkin.value is None:
        return () if skip is None else text("skipped", reason)
    value = _value(goal, checkin, checkin.value, scale)
    return value if skip is None else text(value, ", skip", reason)


def _value(goal: Goal, checkin: CheckIn, value: Fraction, scale: Scale) -> Text:
    if checkin.of is not None:
        return text(f"{show_number(value)} of {show_number(checkin.of)}")
    if goal.kind is not Kind.PROCESS:
        return text(scale.say(value))
    if is_yes_or_no(goal) and value in (0, 1):
        return text("done" if value else "not done")
    return text(amount(goal, value))


def is_yes_or_no(goal: Goal) -> bool:
    """Whether a day's log of a goal can only say that it was done, or not."""
    cadence = goal.cadence
    if cadence is None or cadence.unit or goal.unit or cadence.at_most:
        return False
    return bool(cadence.days) or (cadence.amount == 1 and cadence.every == 1)
