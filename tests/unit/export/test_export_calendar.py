"""What is due, as a calendar: which days, by which rule, known by what name."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path

import hostile_words
import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from icalendar import Calendar, Component

from vaultgoals.core.config import Config
from vaultgoals.core.period import Calendar as OurCalendar
from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.export.calendar_ics import calendar_ics
from vaultgoals.export.occasions import due_days
from vaultgoals.markdown import read_note
from vaultgoals.store.files import read as read_file

SAMPLE = Path(__file__).resolve().parents[3] / "sample-vault"
TODAY = date(2026, 11, 20)


def read(*, config: Config | None = None, **notes: str) -> Vault:
    texts = notes.items()
    return Vault.of((read_note(Source.of(f"{name}.md", text)) for name, text in texts), config or Config())


def events(vault: Vault, *, today: date = TODAY, name: str = "Home") -> dict[str, Component]:
    """The events by their titles."""
    calendar = Calendar.from_ical(calendar_ics(vault, name=name, today=today))
    return {str(event["summary"]): event for event in calendar.walk("VEVENT")}


def process(cadence: str, more: str = "") -> Vault:
    return read(Calls=f"---\ntype: process\ncadence: {cadence}\n{more}---\n")


def days_of(event: Component, until: date) -> list[date]:
    """The days that an event is on, as another library reads its rule."""
    first: date = event.decoded("dtstart")
    if "rrule" not in event:
        return [first]
    start, end = (datetime.combine(day, time()) for day in (first, until))
    written = event["rrule"].to_ical()
    rule = rrulestr(written if isinstance(written, str) else written.decode(), dtstart=start)
    left_out = set(_left_out(event))
    return [moment.date() for moment in rule.between(start, end, inc=True) if moment.date() not in left_out]


def _left_out(event: Component) -> Iterator[date]:
    found = event.get("exdate", [])
    for one in found if isinstance(found, list) else [found]:
        yield from (stamp.dt for stamp in one.dts)


CADENCES = [
    "daily",
    "weekdays",
    "Mon, Wed, Fri",
    "every Friday",
    "weekly",
    "50 calls per week",
    "every 2 weeks",
    "monthly",
    "quarterly",
    "yearly",
]


@pytest.mark.parametrize("week", ["iso", "sunday"])
@pytest.mark.parametrize("cadence", CADENCES)
def test_a_rule_names_the_very_days_on_which_a_cadence_is_due(cadence: str, week: str) -> None:
    note = f"---\ntype: process\ncadence: {cadence}\npauses: [2026-12-20..2027-01-06]\n---\n"
    vault = read(config=Config(week=week), Calls=note)
    (event,) = events(vault).values()
    (goal,) = vault.goals.values()
    assert goal.cadence is not None
    until = TODAY + timedelta(days=1000)
    due = due_days(goal.cadence, TODAY, until, goal=goal, calendar=OurCalendar(week=week))
    pause = goal.pauses[0]
    assert days_of(event, until) == [day for day in due if day not in pause]


def test_a_check_in_is_due_on_the_last_day_of_its_week_until_the_goal_is_due() -> None:
    found = events(read(A="---\ntype: outcome\ntarget: 8\nunit: kg\ndue: 2026-12-09\n---\n"))
    assert [*found] == ["Reading: A", "Due: A"]
    sundays = [date(2026, 11, 22), date(2026, 11, 29), date(2026, 12, 6)]
    assert days_of(found["Reading: A"], date(2027, 1, 1)) == sundays
    assert found["Due: A"].decoded("dtstart") == date(2026, 12, 9)
    assert str(found["Due: A"]["description"]) == "Target: 8 kg\nA.md"


@pytest.mark.parametrize("cadence", ["at most 2 per day", "every demo"])
def test_what_nobody_can_be_reminded_of_is_not_in_the_calendar(cadence: str) -> None:
    assert events(process(cadence)) == {}


@pytest.mark.parametrize("status", ["draft", "paused", "done", "dropped"])
def test_a_goal_that_rests_is_not_in_the_calendar(status: str) -> None:
    assert events(process("daily", f"status: {status}\ndue: 2026-12-01\n")) == {}


def test_open_actions_are_there_with_their_deadlines() -> None:
    tasks = "- [ ] Call Acme 📅 2026-11-24\n- [x] Write 📅 2026-11-25\n- [ ] Some day\n"
    found = events(read(A=f"---\ntype: outcome\nstatus: active\ncheck-in: yearly\n---\n{tasks}"))
    assert [*found] == ["Reading: A", "Call Acme"]
    assert found["Call Acme"].decoded("dtstart") == date(2026, 11, 24)


def test_an_event_keeps_its_name_when_its_day_changes_and_two_of_the_same_words_have_two() -> None:
    goal = "---\ntype: outcome\ncheck-in: yearly\n---\n- [ ] Call 📅 2026-11-24\n- [ ] Call 📅 2026-11-25\n"

    def names(text: str, name: str = "Home") -> list[str]:
        calendar = Calendar.from_ical(calendar_ics(read(A=text), name=name, today=TODAY))
        return [str(event["uid"]) for event in calendar.walk("VEVENT")]

    assert len(set(names(goal))) == 3
    assert names(goal) == names(goal.replace("11-24", "12-24"))
    assert not set(names(goal)) & set(names(goal, "Work"))


def test_events_take_whole_days_in_no_time_zone_and_keep_nobody_busy() -> None:
    for event in events(read(A="---\ntype: outcome\ntarget: 8\ndue: 2026-12-09\n---\n")).values():
        assert type(event.decoded("dtstart")) is date
        assert str(event["transp"]) == "TRANSPARENT"
        assert event.decoded("dtstamp").isoformat() == "2026-11-20T00:00:00+00:00"


def test_the_sample_vaults_calendar_is_whole_and_always_the_same() -> None:
    paths = [file.relative_to(SAMPLE).as_posix() for file in SAMPLE.rglob("*.md")]
    vault = Vault.of(read_note(read_file(SAMPLE, path, limit=1 << 20)) for path in paths)
    written = calendar_ics(vault, name="Sample", today=TODAY)
    calendar = Calendar.from_ical(written)
    assert (str(calendar["version"]), str(calendar["x-wr-calname"])) == ("2.0", "Sample")
    found = calendar.walk("VEVENT")
    assert len({str(event["uid"]) for event in found}) == len(found) > 30
    assert all(len(line) <= 75 for line in written.split(b"\r\n"))
    assert written == calendar_ics(vault, name="Sample", today=TODAY)


@settings(max_examples=15, deadline=None)
@given(hostile_words.WORDS)
def test_words_of_any_kind_stay_in_their_event(words: str) -> None:
    vault = hostile_words.vault(words)
    calendar = Calendar.from_ical(calendar_ics(vault, name=words, today=TODAY))
    assert (
        len(calendar.subcomponents)
        == len(calendar_ics(vault, name="x", today=TODAY).split(b"BEGIN:VEVENT")) - 1
    )
    assert all(event.name == "VEVENT" and not event.errors for event in calendar.subcomponents)
