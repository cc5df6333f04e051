"""Phrases that pages share: numbers of things, stretches of time, and what was done in them."""

from vaultgoals.core.cadence import Cadence
from vaultgoals.core.doing import ProcessPart
from vaultgoals.core.kept import KeptState
from vaultgoals.core.period import Period
from vaultgoals.core.show import MONTHS, show_day
from vaultgoals.review.scale import amount
from vaultgoals.review.text import Name, Text, text

_COUNTS = (
    *("no", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
DAYS = frozenset({"day", "weekday"})
"""The periods that are days."""


def count(number: int) -> str:
    """A small number as a word."""
    return _COUNTS[number] if 0 <= number < len(_COUNTS) else str(number)


def counted(number: int, noun: str) -> str:
    """A number of things: `1 day`, `3 days`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def stretch(days: int) -> str:
    """So many days, in weeks where they are whole: `4 weeks`, `10 days`."""
    return counted(days, "day") if days % 7 else counted(days // 7, "week")


def noun_of(cadence: Cadence) -> str:
    """What a period of a cadence is called: `week`, `fortnight`."""
    return "fortnight" if (cadence.period, cadence.every) == ("week", 2) else cadence.period


def share_of(part: int, whole: int, noun: str) -> str:
    """So many of so many: `3 of 4 weeks`, `all 4 weeks`, `both weeks`, `none of 4 weeks`."""
    if part == whole == 1:
        return f"the only {noun}"
    if part == whole:
        return f"both {noun}s" if whole == 2 else f"all {counted(whole, noun)}"
    return f"{part or 'none'} of {counted(whole, noun)}"


def named_period(period: Period, cadence: Cadence) -> str:
    """One period by name: `in the week of 12 Oct`, `in October`, `in Q3`, `on 12 Oct`."""
    match cadence.period:
        case "day" | "weekday":
            return f"on {show_day(period.start)}"
        case "week":
            return f"in the {noun_of(cadence)} of {show_day(period.start)}"
        case "month":
            return f"in {MONTHS[period.start.month - 1]}"
        case "quarter":
            return f"in {period.label[-2:]}"
        case _:
            return f"in {period.label}"


def what_was_done(part: ProcessPart) -> Text:
    """`Calls 40 of 40, met in 3 of 4 weeks`, `Mails on 18 of 20 weekdays`, `Coffee at most 2 on 5 of 28
    days`; nothing where nothing has closed.
    """
    goal, cadence = part.goal, part.goal.cadence
    if cadence is None or not part.periods:
        return ()
    if part.unlogged == part.closed:
        only = part.periods[0].period
        return text(Name(goal.title), f" {not_logged(part.closed, cadence, only)}")
    unlogged = f", {part.unlogged} not logged" if part.unlogged else ""
    return text(Name(goal.title), *_done(part, cadence), unlogged, _excused(part, cadence))


def what_is_short(part: ProcessPart) -> Text:
    """What was done and how much of it is missing: `Calls 6 of 40, 34 short`; else `what_was_done`.

    Where more was done than was due in one period, it does not make up for another: no one number says that.
    """
    goal, cadence = part.goal, part.goal.cadence
    short = part.quota - part.done
    counts = cadence is not None and not cadence.at_most and not met_or_nothing(part, cadence)
    if not counts or part.unlogged or short != sum(kept.remaining for kept in part.periods) or not short:
        return what_was_done(part)
    done = f" {amount(goal, part.done, bare=True)} of {amount(goal, part.quota)}"
    return text(Name(goal.title), done, f", {amount(goal, short, bare=True)} short")


def not_logged(closed: int, cadence: Cadence, first: Period) -> str:
    """That none of the last periods holds a log: `not logged in 4 weeks`, `not logged in October`."""
    if closed == 1:
        return f"not logged {named_period(first, cadence)}"
    return f"not logged {_preposition(cadence)} {counted(closed, noun_of(cadence))}"


def _done(part: ProcessPart, cadence: Cadence) -> Text:
    goal = part.goal
    when = _when(part, cadence)
    if cadence.at_most:
        kept = when if part.met or part.closed > 1 else f"not kept {when}"
        return text(f" at most {amount(goal, part.periods[-1].quota)} {kept}")
    if met_or_nothing(part, cadence):
        missed = part.closed == 1 and cadence.period in DAYS and not part.met
        return text(f" not {when}" if missed else f" {when}")
    done = f" {amount(goal, part.done, bare=True)} of {amount(goal, part.quota)}"
    if cadence.event:
        within = (", within ", Name(goal.within)) if goal.within else ()
        return text(done, within)
    return text(done, f", met {when}" if part.closed > 1 else f" {when}")


def met_or_nothing(part: ProcessPart, cadence: Cadence) -> bool:
    """Whether each period of days, or of once in a period, was met or left out: no amount to tell."""
    if any(0 < kept.attainment < 1 for kept in part.periods):
        return False
    once = all(kept.quota == 1 for kept in part.periods)
    return cadence.period in DAYS or (once and part.closed > 1 and not cadence.event)


def _excused(part: ProcessPart, cadence: Cadence) -> str:
    """What was left out, and why: `, 1 week paused`, `, 2 days skipped`."""
    states = [kept.state for kept in part.excused]
    found = ((states.count(state), state) for state in (KeptState.PAUSED, KeptState.SKIPPED))
    return "".join(f", {counted(number, noun_of(cadence))} {state}" for number, state in found if number)


def _preposition(cadence: Cadence) -> str:
    return "on" if cadence.period in DAYS else "in"


def _when(part: ProcessPart, cadence: Cadence) -> str:
    if part.closed == 1:
        return named_period(part.periods[0].period, cadence)
    return f"{_preposition(cadence)} {share_of(part.met, part.closed, noun_of(cadence))}"
