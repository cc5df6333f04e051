"""Every day of three years in four zones: what day it is, when it ends, and a page of every kind.

`make long` makes the pages of each of these days; other runs make those of a tenth of them.
"""

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from vaultgoals.core.note import Note
from vaultgoals.core.period import Calendar
from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note
from vaultgoals.workspace.contents import Seen, page_text
from vaultgoals.workspace.folder import Workspace
from vaultgoals.workspace.press import Press
from vaultgoals.workspace.targets import DUE, pages_meant

ZONES = ("Europe/Berlin", "America/Los_Angeles", "Asia/Kolkata", "Pacific/Kiritimati")
FIRST, LAST = date(2026, 1, 1), date(2028, 12, 31)
DAYS = tuple(FIRST + timedelta(days=number) for number in range((LAST - FIRST).days + 1))
ENDS = (time(0), time(2, 30), time(4), time(23, 59))
A_MOMENT = timedelta(microseconds=1)

NOTES = {
    "vaultgoals.toml": '[pages]\npeople = "Reviews/People/{owner}.md"\n',
    "Goals/Growth.md": "---\ntype: objective\n---\n",
    "Goals/Trials.md": (
        '---\ntype: outcome\nobjective: "[[Growth]]"\nowner: Ana\nbaseline: 6\ntarget: 8\nstart: 2026-01-01\n'
        "due: 2028-12-31\npauses: [2026-12-24..2027-01-03]\n---\n- [ ] Ask 📅 2026-12-31\n\n## Check-ins\n\n"
        "- 2025-12-30: 6\n- 2026-10-25: 6.4\n- 2027-03-28: 7\n- 2028-02-29: 7.4\n"
    ),
    "Goals/Calls.md": (
        '---\ntype: process\noutcome: "[[Trials]]"\ncadence: weekly\nbecause: so\nstart: 2026-01-01\n---\n'
        "## Check-ins\n\n- 2026-12-31: 1\n- 2027-01-01: 1\n- 2028-02-29: 1\n"
    ),
    "Goals/Runs.md": (
        '---\ntype: process\noutcome: "[[Trials]]"\ncadence: 2 per month\nbecause: so\n---\n## Check-ins\n\n'
        "- 2026-03-29: 1\n- 2026-10-25: 1\n"
    ),
}


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    root = tmp_path_factory.mktemp("vault")
    for path, text in NOTES.items():
        (root / path).parent.mkdir(exist_ok=True)
        (root / path).write_text(text)
    return Workspace.at(root)


def at(workspace: Workspace, zone: str, ends: time = time(0)) -> Workspace:
    workspace.config = replace(workspace.config, timezone=zone, day_ends_at=ends)
    return workspace


@pytest.mark.parametrize("ends", ENDS, ids=str)
@pytest.mark.parametrize("zone", ZONES)
def test_each_day_begins_where_the_one_before_it_ends(opened: Workspace, zone: str, ends: time) -> None:
    workspace = at(opened, zone, ends)
    begin = workspace.end_of_day(datetime.combine(FIRST - timedelta(days=1), time(23, 58), ZoneInfo(zone)))
    begin = begin if workspace.today(begin) == FIRST else workspace.end_of_day(begin)
    for day in DAYS:
        end = workspace.end_of_day(begin)
        assert workspace.today(begin) == day
        assert workspace.today(end - A_MOMENT) == day
        assert workspace.end_of_day(end - A_MOMENT) == end
        assert timedelta(hours=22) < end - begin < timedelta(hours=26)
        begin = end


@pytest.mark.parametrize("ends", ENDS, ids=str)
@pytest.mark.parametrize("zone", ZONES)
def test_no_day_comes_again_when_the_clocks_are_changed(opened: Workspace, zone: str, ends: time) -> None:
    workspace = at(opened, zone, ends)
    for day in changes(zone):
        noon = datetime.combine(day, time(12), ZoneInfo(zone)).astimezone(UTC)
        moments = [noon + timedelta(minutes=minutes) for minutes in range(-24 * 60, 24 * 60, 10)]
        days = [workspace.today(moment) for moment in moments]
        assert days == sorted(days)
        assert all(workspace.end_of_day(moment) > moment for moment in moments)


def changes(zone: str) -> Iterator[date]:
    """The days on which the clocks of a zone are changed; a plain day where there is none."""
    offsets = [datetime.combine(day, time(12), ZoneInfo(zone)).utcoffset() for day in DAYS]
    found = [day for day, now, before in zip(DAYS[1:], offsets[1:], offsets, strict=False) if now != before]
    yield from found or DAYS[:1]


def test_there_are_two_changes_a_year_where_there_are_any() -> None:
    assert [len(list(changes(zone))) for zone in ZONES] == [6, 6, 1, 1]


def test_without_a_zone_of_its_own_a_vault_has_the_one_of_the_machine(opened: Workspace) -> None:
    opened.config = replace(opened.config, timezone=None, day_ends_at=time(0))
    now = datetime(2026, 11, 20, 12, tzinfo=UTC)
    assert opened.today(now) == now.astimezone().date()
    assert opened.today(opened.end_of_day(now)) == opened.today(now) + timedelta(days=1)


NOTABLE = frozenset(
    (
        *(date(2026, 12, day) for day in (27, 28, 31)),  # week 53 and what is around it
        *(date(2027, 1, day) for day in (1, 3, 4)),
        *(date(2027, 12, 31), date(2028, 1, 1), date(2028, 2, 29), date(2028, 12, 31)),
        *(date(2026, 3, 29), date(2026, 10, 25), date(2026, 3, 8), date(2026, 11, 1)),
    )
)
TRIED = [day for number, day in enumerate(DAYS) if number % 10 == 0 or day in NOTABLE or "LONG" in os.environ]


@pytest.mark.parametrize("turn", range(4))
def test_on_each_day_there_is_a_page_of_every_kind(opened: Workspace, turn: int) -> None:
    """A fourth of the days, each in the last moment of its day in one of the zones."""
    for number, day in enumerate(TRIED[turn::4]):
        zone = ZONES[number % 4]
        workspace = at(opened, zone)
        late = datetime.combine(day, time(23, 59, 59, 999_999), ZoneInfo(zone))
        today = workspace.today(late)
        assert today == day
        pages = made(workspace.vault, today)
        assert set(pages) == pages_of(day)
        assert all(page.blocks and not page.malformed for page in pages.values())


def made(vault: Vault, today: date) -> dict[str, Note]:
    """The pages that are due, as they are read once they are written, by path."""
    meant = pages_meant(vault, DUE, today=today)
    paths = frozenset(page.path for page in meant)
    with Press({}) as press:
        seen = Seen(press=press, vault=vault, today=today, pages=paths)
        return {page.path: read_note(Source.of(page.path, page_text(page, seen))) for page in meant}


def pages_of(day: date) -> set[str]:
    calendar = Calendar()
    longer = {
        "Weekly": calendar.week_of(day),
        "Monthly": calendar.month_of(day),
        "Quarterly": calendar.quarter_of(day),
        "Yearly": calendar.year_of(day),
    }
    about = {f"Reviews/{kind}/Review {period.label}.md" for kind, period in longer.items()}
    return about | {"Reviews/Dashboard.md", "Reviews/Problems.md", "Reviews/People/Ana.md"}


@pytest.mark.parametrize(
    ("day", "week"),
    [
        (date(2026, 12, 27), "2026-W52"),
        (date(2026, 12, 28), "2026-W53"),
        (date(2026, 12, 31), "2026-W53"),
        (date(2027, 1, 3), "2026-W53"),
        (date(2027, 1, 4), "2027-W01"),
        (date(2028, 1, 1), "2027-W52"),
        (date(2028, 12, 31), "2028-W52"),
    ],
)
def test_around_new_year_the_week_is_that_of_its_thursday(opened: Workspace, day: date, week: str) -> None:
    late = datetime.combine(day, time(23, 59), ZoneInfo("Pacific/Kiritimati"))
    today = at(opened, "Pacific/Kiritimati").today(late)
    assert Calendar().week_of(today).label == week
