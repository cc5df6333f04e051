"""A bar at the terminal for what takes longer than a second, and nothing for what does not."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

from vaultgoals.workspace.progress import Progress

_PATIENCE = 1.0
_TICK = 0.1


@contextmanager
def waiting(words: str, *, quiet: bool) -> Iterator[Progress]:
    """Show how far the work within has come once it has taken a second, on stderr, if that is a terminal."""
    progress, over = Progress(), Event()
    if quiet or not sys.stderr.isatty():
        yield progress
        return
    shower = Thread(target=_show, args=(words, progress, over), daemon=True)
    shower.start()
    try:
        yield progress
    finally:
        over.set()
        shower.join()


def _show(words: str, progress: Progress, over: Event) -> None:
    if over.wait(_PATIENCE):
        return
    from rich.console import Console
    from rich.progress import BarColumn, TextColumn
    from rich.progress import Progress as Bars

    columns = (TextColumn("{task.description}"), BarColumn())
    with Bars(*columns, console=Console(stderr=True), transient=True) as bars:
        bar = bars.add_task(words, total=None)
        while not over.wait(_TICK):
            counted = f"{words}: {progress.done:,} of {progress.total:,}" if progress.total else words
            bars.update(bar, description=counted, completed=progress.done, total=progress.total or None)
