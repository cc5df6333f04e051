"""`vaultgoals review`: write the pages."""

import re
import time
from collections.abc import Sequence
from datetime import date, timedelta

import click

from vaultgoals.cli.session import Session, tell
from vaultgoals.core.period import YEARS, Calendar, Period
from vaultgoals.errors import UsageError
from vaultgoals.workspace.folder import Workspace
from vaultgoals.workspace.pages import Fate, Written, due_weeks, write_pages

PATIENCE = 5.0
"""How many seconds a page that somebody is typing into is waited for."""

_WEEK = re.compile(r"\d{4}-W\d{2}")
_UNWRITTEN = (Fate.LEFT, Fate.BUSY, Fate.FAILED)


@click.command("review")
@click.argument("periods", metavar="[PERIOD]...", nargs=-1)
@click.pass_obj
def command(session: Session, periods: tuple[str, ...]) -> int:
    """Write this week's page and renew the earlier ones.

    A page is sealed, and not renewed any more, some days after its week. PERIOD, such as 2026-W47 or “last
    week”, asks for other weeks. What you wrote in a page stays as it is.
    """
    workspace = session.open()
    today = session.today(workspace)
    calendar = Calendar(week=workspace.config.week)
    weeks = [_week(period, calendar, today) for period in periods] or due_weeks(workspace.vault, today)
    pages = _write_patiently(workspace, weeks, today)
    for page in pages:
        announce(page, session)
    if not pages:
        session.say("Weekly pages are switched off in vaultgoals.toml.")
    return exit_code(pages)


def exit_code(pages: Sequence[Written]) -> int:
    """3 where something that should have been written was not."""
    return 3 if any(page.fate in _UNWRITTEN for page in pages) else 0


def announce(page: Written, session: Session) -> None:
    """Say what became of a page; where it was left unwritten, also to those who asked for quiet."""
    say = tell if page.fate in _UNWRITTEN else session.say
    say(in_words(page))


def _week(text: str, calendar: Calendar, today: date) -> Period:
    match " ".join(text.lower().split()):
        case "this week":
            return calendar.week_of(today)
        case "last week":
            return calendar.week_of(today - timedelta(days=7))
    label = text.strip().upper()
    week = calendar.read(label) if _WEEK.fullmatch(label) else None
    if week is None or week.start.year not in YEARS:
        raise UsageError(
            f"“{text}” is no week that can be reviewed.", "Write it as 2026-W47, or “last week”."
        )
    return week


def _write_patiently(workspace: Workspace, weeks: Sequence[Period], today: date) -> list[Written]:
    """Write the pages; those that somebody is typing into are tried again until patience ends."""
    end = time.monotonic() + PATIENCE
    pages = write_pages(workspace, weeks, today=today)
    while any(page.fate is Fate.BUSY for page in pages) and time.monotonic() < end:
        time.sleep(0.5)
        workspace.refresh()
        again = {page.path: page for page in write_pages(workspace, weeks, today=today)}
        pages = [again[page.path] if page.fate is Fate.BUSY else page for page in pages]
    return pages


def in_words(page: Written) -> str:
    """What became of a page, in one line."""
    match page.fate:
        case Fate.WRITTEN:
            line = f"{page.path} written"
        case Fate.UNCHANGED:
            line = f"{page.path} is current"
        case Fate.AT_REST:
            line = f"{page.path} {page.reason} and stays as it is"
        case Fate.FAILED:
            line = f"{page.path} {page.reason}"
        case Fate.BUSY | Fate.LEFT:
            line = f"{page.path} {page.reason}; it was left as it is"
    edited = f"{page.edited} block{'s' if page.edited > 1 else ''} edited by hand"
    return f"{line} ({edited}, left alone)" if page.edited else line
