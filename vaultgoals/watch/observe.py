"""The system's own news of what changed in a folder, turned into hints."""

import ctypes
import errno
import logging
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer

from vaultgoals.watch.debounce import hint_of
from vaultgoals.watch.wake import Cause, Hint

# Not the opening and closing of files that are only read: our own reading would wake us for ever.
_KINDS: list[type[FileSystemEvent]] = [
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
]
_IN_DELETE_SELF = 0x400


class _Hints(FileSystemEventHandler):
    def __init__(self, root: str, put: Callable[[Hint], None]) -> None:
        self._root = root.rstrip(os.sep)
        self._put = put

    def on_any_event(self, event: FileSystemEvent) -> None:
        for full in (event.src_path, event.dest_path):
            hint = self._hint(os.fsdecode(full), is_folder=event.is_directory) if full else None
            if hint is not None:
                self._put(hint)

    def _hint(self, full: str, *, is_folder: bool) -> Hint | None:
        if full == self._root:
            return Cause.BACK  # whatever stands in its place, even at once, is another folder
        path = full.removeprefix(self._root + os.sep).replace(os.sep, "/")
        return hint_of(path, is_folder=is_folder)


class _Trouble(logging.Handler):
    """Only a log line says that events were lost, so a log line makes us look at everything."""

    def __init__(self, put: Callable[[Hint], None]) -> None:
        super().__init__(logging.WARNING)
        self._put = put

    def emit(self, record: logging.LogRecord) -> None:
        self._put(Cause.LOST)


@contextmanager
def observed(root: str, put: Callable[[Hint], None]) -> Iterator[None]:
    """While open, `put` is called with a hint for each change, from another thread.

    The last hint is `Cause.BACK`: the folder itself was deleted or moved, and nothing more is told of it.
    Raises OSError where the system cannot watch so many folders, or none at all.
    """
    trouble = _Trouble(put)
    log = logging.getLogger("watchdog")
    log.addHandler(trouble)
    observer = Observer()
    try:
        observer.schedule(_Hints(root, put), root, recursive=True, event_filter=_KINDS)
        observer.start()
        check_room(root)
        yield
    finally:
        if observer.is_alive():
            observer.stop()
            observer.join(timeout=0.1)  # it may rest for half a second, and tells nothing more
        log.removeHandler(trouble)


def check_room(root: str) -> None:
    """Raise OSError when the system has no room for another watched folder.

    Then some folder of the vault may have found no room either, which is told to nobody.
    """
    if sys.platform != "linux":
        return
    libc = ctypes.CDLL(None, use_errno=True)
    descriptor = libc.inotify_init1(os.O_CLOEXEC)
    if descriptor < 0:
        raise OSError(ctypes.get_errno(), "no room for another watcher")
    try:
        added = libc.inotify_add_watch(descriptor, os.fsencode(root), _IN_DELETE_SELF)
        if added < 0 and ctypes.get_errno() == errno.ENOSPC:
            raise OSError(errno.ENOSPC, "no room for another watched folder")
    finally:
        os.close(descriptor)
