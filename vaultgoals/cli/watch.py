"""`vaultgoals watch`: keep the pages current until told to stop."""

import signal
import threading
import warnings
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime
from types import FrameType

import click

from vaultgoals.cli.review import announce, exit_code
from vaultgoals.cli.session import Session, tell
from vaultgoals.errors import ConfigError, Held, VaultgoalsError
from vaultgoals.store.locate import SETTINGS, find_vault
from vaultgoals.watch import watch
from vaultgoals.workspace.folder import Workspace
from vaultgoals.workspace.pages import Fate, Written, due_weeks, write_pages

RETRY = 1.0
"""Seconds between two tries at a page that somebody is typing into."""


@click.command("watch")
@click.option("--once", is_flag=True, help="Bring the pages up to date and stop.")
@click.option("--poll", is_flag=True, help="Look every two seconds instead of asking the system for changes.")
@click.pass_obj
def command(session: Session, *, once: bool, poll: bool) -> int:
    """Keep the pages current while you write.

    After every save, and at midnight, until it is stopped.
    """
    keeper = _Keeper(session, session.open())
    return keeper.once() if once else keeper.run(poll=poll)


class _Keeper:
    """Renews the pages of one vault whenever it is woken, and stops when a signal says so."""

    def __init__(self, session: Session, workspace: Workspace) -> None:
        self.session = session
        self.workspace = workspace
        self.stop = threading.Event()
        self.signal = 0
        self.greeted = False
        self.left: dict[str, str] = {}

    def once(self) -> int:
        """Renew the pages; the exit code."""
        pages = self._renew()
        self._announce(pages)
        return exit_code(pages)

    def run(self, *, poll: bool) -> int:
        """Until a signal comes; 128 + its number."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._on_signal)
        # A folder made in a new folder is registered twice, which watchdog warns of; nothing is lost by it.
        warnings.filterwarnings("ignore", "Callback with id .* already exists", RuntimeWarning)
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
        """Look again at the settings, if it may be these, and at the notes; then renew the pages."""
        if not self.greeted:
            # Not before: until now it might have been another watcher's vault.
            self.greeted = True
            self.session.say(f"Watching {self.workspace.root}. Stop with Ctrl-C.")
        try:
            if not paths or SETTINGS in paths:
                self._reload()
            self._renew_patiently()
        except VaultgoalsError as error:
            tell(f"vaultgoals: {error.message}")

    def _reload(self) -> None:
        try:
            self.workspace.reload()
        except ConfigError as error:
            tell(f"vaultgoals: {error.message} {error.hint}".rstrip())
            tell("  The settings stay as they were.")

    def _renew_patiently(self) -> None:
        """Until no page is left that somebody is typing into or another vaultgoals is writing."""
        while not self.stop.is_set():
            # A folder that is empty now, such as where a disk was mounted, is no vault without any goals.
            find_vault(self.workspace.root, self.workspace.root, {})
            self.workspace.refresh()
            with suppress(Held):
                pages = self._renew()
                self._announce(pages)
                if all(page.fate is not Fate.BUSY for page in pages):
                    return
            self.stop.wait(RETRY)

    def _renew(self) -> list[Written]:
        today = self.session.pinned or self.workspace.today(datetime.now(UTC))
        return write_pages(self.workspace, due_weeks(self.workspace.vault, today), today=today)

    def _announce(self, pages: Sequence[Written]) -> None:
        """Say which pages were written, and once of each that was not why."""
        for page in pages:
            left = page.fate in (Fate.LEFT, Fate.FAILED) and self.left.get(page.path) != page.reason
            if left or page.fate is Fate.WRITTEN:
                announce(page, self.session)
        self.left = {page.path: page.reason for page in pages}

    def _end_of_day(self) -> float:
        return self.workspace.end_of_day(datetime.now(UTC)).timestamp()

    def _on_signal(self, number: int, frame: FrameType | None) -> None:
        self.signal = number
        self.stop.set()
