"""What is due, as a calendar (RFC 5545) that any program takes in, and takes in again without doubles."""

from datetime import UTC, date, datetime, time
from hashlib import sha256

from icalendar import Calendar, Event, vRecur, vText

from vaultgoals import __version__
from vaultgoals.core.vault import Vault
from vaultgoals.export.excerpt import visible
from vaultgoals.export.occasions import Occasion, Repeat, occasions

_UNITS = {"day": "daily", "week": "weekly", "month": "monthly", "year": "yearly"}


def calendar_ics(vault: Vault, *, name: str, today: date) -> bytes:
    """All occasions of a vault that is called `name`, as events of a whole day that keep nobody busy.

    An event is known by the vault's name, the note's path and what is due: exported again it is the same
    event, changed. It is stamped with the day, not the moment, so that the same vault makes the same bytes.
    """
    calendar = Calendar()
    calendar.add("prodid", f"-//vaultgoals//vaultgoals {__version__}//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", vText(_plain(" ".join(name.split()))))
    for occasion in occasions(vault, today):
        calendar.add_component(_event(occasion, name, today))
    data: bytes = calendar.to_ical()
    return data


def _event(occasion: Occasion, name: str, today: date) -> Event:
    event = Event()
    event.add("uid", _uid(occasion, name))
    event.add("dtstamp", datetime.combine(today, time(), UTC))
    event.add("dtstart", occasion.on)
    event.add("summary", _plain(occasion.title))
    about = "\n".join(filter(None, (occasion.about, occasion.path)))
    event.add("description", _plain(about))
    event.add("transp", "TRANSPARENT")
    if occasion.repeat:
        event.add("rrule", _rule(occasion.repeat))
        for day in occasion.repeat.but:
            event.add("exdate", day)
    return event


def _uid(occasion: Occasion, name: str) -> str:
    named = "\0".join((name, occasion.path, occasion.what)).encode("utf-8", "surrogateescape")
    return f"{sha256(named).hexdigest()[:32]}@vaultgoals"


def _rule(repeat: Repeat) -> vRecur:
    rule = vRecur({"freq": _UNITS[repeat.unit]})
    if repeat.every > 1:
        rule["interval"] = repeat.every
    if repeat.weekdays:
        rule["byday"] = [day[:2] for day in repeat.weekdays]
    if repeat.month_end:
        rule["bymonthday"] = -1
    if repeat.until:
        rule["until"] = repeat.until
    return rule


def _plain(words: str) -> str:
    """Words without what steers a terminal; lines stay lines."""
    return "\n".join(map(visible, words.split("\n")))
