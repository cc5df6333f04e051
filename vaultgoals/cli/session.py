"""What a call of the program knows: where it was called, when, and how it should talk.

What a command needs is imported when it is called, so that `--help` answers at once.
"""

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from vaultgoals.workspace.folder import Workspace
    from vaultgoals.workspace.glance import Glimpsed


_USUAL = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class DayType(click.ParamType[date]):
    """A calendar date on the command line."""

    name = "date"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The date, or a usage error that says how to write one."""
        from vaultgoals.core.years import YEARS

        if isinstance(value, date):
            return value
        day = _day(str(value))
        if day is None:
            self.fail(f"“{value}” is not a date; write it as 2026-11-20", param, ctx)
        if day.year not in YEARS:
            self.fail(f"{day} lies too far away", param, ctx)
        return day


def _day(text: str) -> date | None:
    """The date that is written, None where it is none; as it usually is, without much to import."""
    if _USUAL.fullmatch(text):
        with suppress(ValueError):
            return date.fromisoformat(text)
    from vaultgoals.core.dates import parse_date
    from vaultgoals.core.unreadable import Unreadable

    day = parse_date(text)
    return None if isinstance(day, Unreadable) else day


DAY = DayType()


@dataclass(kw_only=True)
class Session:
    """One call: the folder it was made in, the moment, and the options before the command.

    `uncached` does without what was read the last time; `opened` is the vault once it is loaded, of which
    some notes may have been `glimpsed` before.
    """

    start: Path
    explicit: Path | None
    environ: Mapping[str, str]
    now: datetime
    pinned: date | None
    quiet: bool
    verbose: bool
    uncached: bool = False
    opened: "Workspace | None" = None
    glimpsed: "Glimpsed" = field(default_factory=dict)

    def open(self, *, once: bool = False) -> "Workspace":
        """The vault that is meant, loaded; what of Obsidian's settings cannot be read is said.

        `once` is for who only looks, and writes nothing.
        """
        from vaultgoals.cli.waiting import waiting
        from vaultgoals.workspace.folder import Workspace

        with waiting("Reading the notes", quiet=self.quiet) as progress:
            workspace = self.opened = Workspace.open(
                self.start,
                self.explicit,
                self.environ,
                once=once,
                cached=not self.uncached,
                progress=progress,
                glimpsed=self.glimpsed,
            )
        for unread in workspace.unread_settings:
            tell(unread.words)
        return workspace

    def today(self, workspace: "Workspace") -> date:
        """The date that the call is about."""
        return self.pinned or workspace.today(self.now)

    def local_date(self) -> date:
        """The date where the call was made, for what is not in a vault yet."""
        return self.pinned or self.now.astimezone().date()

    def say(self, words: str) -> None:
        """Talk, unless told to be quiet."""
        if not self.quiet:
            tell(words)


def tell(words: str) -> None:
    """A line on stderr, without anything in it that acts on a terminal."""
    from vaultgoals.export.excerpt import visible

    click.echo(visible(words), err=True)
