"""`vaultgoals watch`: keep the pages current until told to stop."""

import signal
import threading
from datetime import UTC, date, datetime
from types import FrameType

import click

from vaultgoals.cli.review import in_words
from vaultgoals.cli.session import Session
from vaultgoals.errors import ConfigError, VaultgoalsError
from vaultgoals.store.locate import SETTINGS
from vaultgoals.watch import watch
from vaultgoals.workspace import Fate, Workspace, due_weeks, write_pages

RETRY = 1.0
"""Seconds between two tries at a page that somebody is typing into."""


@click.command("watch")
@click.option("--once", is_flag=True, help="Bring the pages up to date and stop.")
@click.option("--poll", is_flag=True, help="Look every two seconds instead of asking the system for changes.")
@click.pass_obj
def command(session: Session, *, once: bool, poll: bool) -> int:
    """Keep the pages current while you write: after every save, and at midnight."""
    workspace = session.open()
    keeper = _Keeper(session, workspace)
    if once:
        keeper.renew()
        return 0
    session.say(f"Watching {workspace.root}. Stop with Ctrl-C.")
    return keeper.run(poll=poll)


class _Keeper:
    """Renews the pages of one vault whenever it is woken, and stops when a signal says so."""

    def __init__(self, session: Session, workspace: Workspace) -> None:
        self.session = session
        self.workspace = workspace
        self.stop = threading.Event()
        self.signal = 0

    def run(self, *, poll: bool) -> int:
        """Until a signal comes; 128 + its number."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._on_signal)
        watch(
            self.workspace.root,
            self._on_change,
            quiet=self.workspace.config.quiet,
            poll=poll,
            stop=self.stop,
            say=self.session.say,
            next_deadline=self._end_of_day,
        )
        return 128 + self.signal

    def _on_change(self, paths: frozenset[str]) -> None:
        if not paths or SETTINGS in paths:
            try:
                self.workspace.reload()
            except ConfigError as error:
                self.session.say(f"vaultgoals: {error.message} The settings stay as they were.")
        self.renew()

    def renew(self) -> None:
        """Look at the vault and write what changed; a page that is being edited is tried again."""
        while True:
            try:
                self.workspace.refresh()
                today = self._today()
                pages = write_pages(self.workspace, due_weeks(self.workspace.vault, today), today=today)
            except VaultgoalsError as error:
                self.session.say(f"vaultgoals: {error.message}")
                return
            for page in pages:
                if page.fate is Fate.WRITTEN or page.fate is Fate.LEFT:
                    self.session.say(in_words(page))
            busy = any(page.fate is Fate.BUSY for page in pages)
            if not busy or self.stop.wait(RETRY):
                return

    def _today(self) -> date:
        return self.session.pinned or self.workspace.today(datetime.now(UTC))

    def _end_of_day(self) -> float:
        return self.workspace.end_of_day(datetime.now(UTC)).timestamp()

    def _on_signal(self, number: int, frame: FrameType | None) -> None:
        self.signal = number
        self.stop.set()
