"""How a vault is seen: by the system's events where it has them, and by a scan from time to time."""

import os
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from random import uniform

from vaultgoals.errors import Unwritten
from vaultgoals.store.ruling import ruling_marks
from vaultgoals.store.shelf import scan
from vaultgoals.watch.observe import check_room, observed
from vaultgoals.watch.wake import Cause, Hint

_SCAN_EVERY = 300.0
_POLL_EVERY = 2.0


class Sight:
    """Puts a hint whenever something in the vault may have changed; `poll` does without events."""

    def __init__(
        self, root: Path, put: Callable[[Hint], None], *, poll: bool, say: Callable[[str], None]
    ) -> None:
        self._root = root
        self._put = put
        self._poll = poll
        self._say = say
        self._events = ExitStack()
        self._folder: tuple[int, int] | None = None
        self._was_gone = False
        self._is_stale = False
        self._seen_before = False
        self._means = ""
        self._scan_at = 0.0
        self._scanned = 0

    def close(self) -> None:
        """Look no more."""
        self._events.close()

    def check(self, *, now: float) -> bool:
        """Notice what no event tells; False while the vault's folder is gone.

        A folder that was replaced or came back is another one to the system: it is watched anew, and
        everything in it is looked at.
        """
        try:
            status = os.stat(self._root)
        except OSError:
            if not self._was_gone:
                self._say(f"The vault {self._root} is gone. Waiting for it to come back.")
            self._was_gone, self._folder = True, None
            return False
        if self._was_gone:
            self._say(f"The vault {self._root} is back.")
        folder = (status.st_dev, status.st_ino)
        if folder != self._folder or self._is_stale:
            self._put(Cause.BACK if self._seen_before else Cause.START)
            self._folder, self._was_gone, self._seen_before = folder, False, True
            self._is_stale = False
            self._watch()
            self._scan(now)
        elif now >= self._scan_at:
            self._rescan(now)
        return True

    def _watch(self) -> None:
        self._events.close()
        if not self._poll:
            try:
                self._events.enter_context(observed(str(self._root), self._hear))
            except OSError as error:
                self._give_up_events(error)
        means = f"by looking every {_POLL_EVERY:g} s" if self._poll else "by its file events"
        if means != self._means:
            self._means = means
            self._say(f"Watching {self._root} {means}. Stop with Ctrl-C.")

    def _hear(self, hint: Hint) -> None:
        if hint is Cause.BACK:
            self._is_stale = True  # told once it is watched anew
        else:
            self._put(hint)

    def _give_up_events(self, error: OSError) -> None:
        self._events.close()
        self._poll = True
        self._say(f"The system cannot tell of changes here ({error.strerror}): looking every 2 s instead.")

    def _rescan(self, now: float) -> None:
        if not self._poll:
            try:
                check_room(str(self._root))
            except OSError as error:
                self._give_up_events(error)
        before = self._scanned
        self._scan(now)
        if self._scanned != before:
            self._put(Cause.SCAN)

    def _scan(self, now: float) -> None:
        # Uneven, so that several watchers on one machine do not all scan in the same second.
        self._scan_at = now + (_POLL_EVERY if self._poll else _SCAN_EVERY * uniform(0.9, 1.1))
        try:
            seen = ((folder, *shelf.seen) for folder, shelf in scan(self._root).items())
            self._scanned = hash((ruling_marks(self._root), *seen))
        except Unwritten:
            self._scanned = 0
