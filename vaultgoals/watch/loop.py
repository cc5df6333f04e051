"""The watcher: gathers hints, waits for some quiet or for midnight, and wakes its caller."""

import os
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Protocol

from vaultgoals.store.state import watch_lock
from vaultgoals.watch.debounce import EVERYTHING, Alarm, Debouncer
from vaultgoals.watch.sight import Sight

_TICK = 0.5
_LONGEST = 3.0
_GIT_AT_WORK = 60.0


class Stop(Protocol):
    """Says when to stop, as a threading.Event does."""

    def is_set(self) -> bool:
        """Whether to stop."""


def watch(
    root: Path,
    wake: Callable[[frozenset[str]], None],
    *,
    quiet: float,
    poll: bool,
    stop: Stop,
    say: Callable[[str], None],
    next_deadline: Callable[[], float],
) -> None:
    """Call `wake` whenever notes may have changed, until `stop` is set; it is seen within half a second.

    `wake` gets the vault paths to look at again, `vaultgoals.toml` among them; the empty set means
    everything, and so does the first call, which comes by itself. It is called from this thread, never while
    it runs. What it writes wakes it once more; a call that writes nothing ends that.

    `quiet` is the time in seconds without a change before a look. `next_deadline` gives the time, in seconds
    since 1970, at which the day ends and everything is looked at. `poll` scans every 2 s instead of asking
    the system for events; the same is done, and `say` is told, where the system has no room for that. A vault
    whose folder is gone is waited for. Raises `Held` when another watcher has the vault.
    """
    hints: SimpleQueue[str] = SimpleQueue()
    pending = Debouncer(quiet=quiet, longest=max(_LONGEST, 10 * quiet))
    alarm = Alarm(deadline=next_deadline(), wall=time.time(), now=time.monotonic())
    with watch_lock(root), closing(Sight(root, hints.put, poll=poll, say=say)) as sight:
        while not stop.is_set():
            if not sight.check(now=time.monotonic()):
                time.sleep(_TICK)
                continue
            _gather(hints, pending)
            if alarm.rings(wall=time.time(), now=time.monotonic()):
                alarm.reset(deadline=next_deadline(), wall=time.time(), now=time.monotonic())
                hints.put(EVERYTHING)
            if _git_is_at_work(root):  # looked at last: it may have begun while hints were gathered
                time.sleep(_TICK)
                continue
            paths = pending.take(now=time.monotonic())
            if paths is not None:
                wake(paths)


def _gather(hints: SimpleQueue[str], pending: Debouncer) -> None:
    """Take in hints until it is time to look, or for a tick."""
    end = time.monotonic() + _TICK
    while (left := min(end, pending.due() or end) - time.monotonic()) > 0:
        try:
            hint = hints.get(timeout=left)
        except Empty:
            return
        pending.add(hint, now=time.monotonic())


def _git_is_at_work(root: Path) -> bool:
    """Whether git is changing the vault, when a look would see half of it; an old lock was left behind."""
    try:
        return time.time() - os.stat(root / ".git" / "index.lock").st_mtime < _GIT_AT_WORK
    except OSError:
        return False
