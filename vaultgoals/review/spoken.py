"""Periods as people call them: `this week`, `20 November`, `Q4 2026`."""

from datetime import date

from vaultgoals.core.period import Period
from vaultgoals.core.show import MONTHS, WEEKDAYS, show_day

_NOUNS = ((1, "day"), (14, "week"), (31, "month"), (92, "quarter"))


def noun_for(period: Period) -> str:
    """What kind of period it is: `day`, `week`, `month`, `quarter` or `year`."""
    return next((noun for days, noun in _NOUNS if period.days <= days), "year")


def this(period: Period, today: date) -> str:
    """A period in a sentence: `today`, `this week`, `on 18 November`, `in week 46`, `in October 2026`."""
    noun = noun_for(period)
    if today in period:
        return "today" if noun == "day" else f"this {noun}"
    return f"{'on' if noun == 'day' else 'in'} {named(period)}"


def named(period: Period) -> str:
    """A period by its name: `18 November`, `week 46`, `October 2026`, `Q4 2026`, `2026`."""
    start = period.start
    match noun_for(period):
        case "day":
            return f"{start.day} {MONTHS[start.month - 1]}"
        case "week":
            return f"week {int(period.label[-2:])}"
        case "month":
            return f"{MONTHS[start.month - 1]} {start.year}"
        case "quarter":
            return f"Q{(start.month + 2) // 3} {start.year}"
        case _:
            return str(start.year)


def sentence(words: str) -> str:
    """Words that begin a sentence."""
    return words[:1].upper() + words[1:]


def by_day(last: date, asof: date) -> str:
    """A day that is not over, seen from another: `today`, `by Sunday`, `by 30 Nov`."""
    days = (last - asof).days
    if days <= 0:
        return "today"
    return f"by {WEEKDAYS[last.weekday()]}" if days < 7 else f"by {show_day(last, asof.year)}"
