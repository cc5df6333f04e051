"""What `vaultgoals watch` does: keep the pages current until told to stop."""

import gc
import signal
import sys
import time
import warnings
from datetime import UTC, datetime
from queue import SimpleQueue
from types import FrameType

from vaultgoals.cli.reviewing import announce, exit_code, in_words
from vaultgoals.cli.session import Session, tell
from vaultgoals.watch import CALM, Cause, Hint, Keeper, Look, Rest, Wake, account, watch
from vaultgoals.workspace.pages import Fate, Written, write_pages


def keep_current(session: Session, *, once: bool, poll: bool) -> int:
    """Keep the pages current; the exit code."""
    if not once:
        gc.enable()  # as for any program that runs for days
        return _Watcher(session).run(poll=poll)
    workspace = session.open()
    pages = write_pages(workspace, today=session.today(workspace))
    for words in dict.fromkeys(words for page in pages for words in page.said):
        tell(words)
    for page in pages:
        if page.fate not in (Fate.UNCHANGED, Fate.AT_REST):
            announce(page, session)
    return exit_code(pages)


class _Watcher:
    """Looks whenever it is woken, says what came of it, and stops when a signal says so."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.keeper = Keeper(session.open(), session.pinned)
        self.inbox: SimpleQueue[Hint] = SimpleQueue()
        self.at_terminal = sys.stderr.isatty()
        self.signal = 0
        self.trouble = ""
        self.told: dict[str, str] = {}
        self.faults: frozenset[str] = frozenset()

    def run(self, *, poll: bool) -> int:
        """Until a signal comes; 128 + its number."""
        try:
            for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
                signal.signal(number, self._on_signal)
            # A folder made in a new folder is registered twice, which watchdog warns of; nothing is lost.
            warnings.filterwarnings("ignore", "Callback with id .* already exists", RuntimeWarning)
            watch(
                self.keeper.workspace.root,
                self._look,
                inbox=self.inbox,
                rest=self._rest(datetime.now(UTC)),
                poll=poll,
                stop=lambda: self.signal > 0,
                say=self.session.say,
            )
        except KeyboardInterrupt:
            if not self.signal:
                raise
        return 128 + self.signal

    def _look(self, wake: Wake) -> Rest:
        at = datetime.now(UTC)
        look = self.keeper.look(wake, at=at, now=time.monotonic())
        if Cause.ASKED in wake.causes:
            self.trouble = ""
        self._tell(look)
        return self._rest(at, look.again)

    def _rest(self, at: datetime, again: float | None = None) -> Rest:
        workspace = self.keeper.workspace
        return Rest(quiet=workspace.config.quiet, day_ends=workspace.end_of_day(at).timestamp(), again=again)

    def _tell(self, look: Look) -> None:
        """Say what was written and why, and what was not, which is said once."""
        if look.trouble and look.trouble != self.trouble:
            for line in look.trouble.split("\n"):
                tell(f"vaultgoals: {line}" if not line.startswith(" ") else line)
        self.trouble = look.trouble
        if look.back:
            self.session.say(f"The vault {self.keeper.workspace.root} is back.")
        written = [page.path for page in look.pages if page.fate is Fate.WRITTEN]
        if written or (self.session.verbose and look.why):
            self.session.say(account(written, look.why, self.keeper.workspace.vault.notes.keys()))
        if look.waiting and self.session.verbose:
            self.session.say("Another vaultgoals is writing here: waiting for it.")
        self._tell_of_templates(look)
        for page in look.pages:
            self._tell_of(page)
        for path in look.contested:
            tell(f"{path} is rewritten from elsewhere again and again; it is left for {CALM / 60:g} minutes.")

    def _tell_of_templates(self, look: Look) -> None:
        """Say what is wrong with the vault's own templates; once, until it is another thing."""
        if look.pages:
            said = frozenset(words for page in look.pages for words in page.said)
            for words in sorted(said - self.faults):
                tell(words)
            self.faults = said

    def _tell_of(self, page: Written) -> None:
        words = in_words(page)
        unwritten = page.fate in (Fate.LEFT, Fate.FAILED) or (page.fate is Fate.BUSY and self.session.verbose)
        if unwritten and self.told.get(page.path) != words:
            announce(page, self.session)
        if page.fate is not Fate.BUSY or unwritten:
            self.told[page.path] = words

    def _on_signal(self, number: int, frame: FrameType | None) -> None:
        """End at once, or after the page that is being written.

        A hang-up only means to read the settings again, unless the terminal has gone that we were called at.
        """
        if number == signal.SIGHUP and not (self.at_terminal and not sys.stderr.isatty()):
            self.inbox.put(Cause.ASKED)
            return
        first, self.signal = not self.signal, self.signal or number
        if first and not self.keeper.writing:
            raise KeyboardInterrupt
