"""The watcher: gathers hints, waits for some quiet or for midnight, and wakes its caller."""

import os
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from queue import Empty, SimpleQueue

from vaultgoals.store.state import watch_lock
from vaultgoals.watch.debounce import Alarm, Debouncer
from vaultgoals.watch.sight import Sight
from vaultgoals.watch.wake import Hint, Rest, Wake

_TICK = 0.5
_GIT_AT_WORK = 60.0


def watch(
    root: Path,
    look: Callable[[Wake], Rest],
    *,
    inbox: SimpleQueue[Hint],
    rest: Rest,
    poll: bool,
    stop: Callable[[], bool],
    say: Callable[[str], None],
) -> None:
    """Call `look` whenever notes may have changed, until `stop` holds; it is asked twice a second.

    `look` answers how long to rest after it, as `rest` does before the first, which comes by itself. It is
    called from this thread, never while it runs. What it writes wakes it once more; a call that writes
    nothing ends that. Hints may be put into `inbox` from anywhere, a signal handler too.

    `poll` scans every 2 s instead of asking the system for events; the same is done, and `say` is told, where
    the system has no room for that. A vault whose folder is gone is waited for. Raises `Held` when another
    watcher has the vault.
    """
    pending = Debouncer(quiet=rest.quiet)
    alarm = Alarm(day_ends=rest.day_ends, wall=time.time(), now=time.monotonic())
    with watch_lock(root), closing(Sight(root, inbox.put, poll=poll, say=say)) as sight:
        while not stop():
            if not sight.check(now=time.monotonic()):
                time.sleep(_TICK)
                continue
            _gather(inbox, pending)
            if cause := alarm.rings(wall=time.time(), now=time.monotonic()):
                pending.add(cause, now=time.monotonic())
            if _git_is_at_work(root):  # looked at last: it may have begun while hints were gathered
                time.sleep(_TICK)
                continue
            wake = pending.take(now=time.monotonic())
            if wake is not None:
                rest = look(wake)
                pending.quiet = rest.quiet
                again = None if rest.again is None else time.monotonic() + rest.again
                alarm.set(day_ends=rest.day_ends, again=again)


def _gather(inbox: SimpleQueue[Hint], pending: Debouncer) -> None:
    """Take in hints until it is time to look, or for a tick; then those that are there already."""
    end = time.monotonic() + _TICK
    while (left := min(end, pending.due() or end) - time.monotonic()) > 0:
        try:
            pending.add(inbox.get(timeout=left), now=time.monotonic())
        except Empty:
            return
    for _ in range(inbox.qsize()):
        pending.add(inbox.get_nowait(), now=time.monotonic())


def _git_is_at_work(root: Path) -> bool:
    """Whether git is changing the vault, when a look would see half of it; an old lock was left behind."""
    try:
        return time.time() - os.stat(root / ".git" / "index.lock").st_mtime < _GIT_AT_WORK
    except OSError:
        return False
