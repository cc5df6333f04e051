"""One thread at which all work on vaults is done, in the order in which it was asked for."""

from collections.abc import Callable
from concurrent.futures import Future
from queue import SimpleQueue
from threading import Thread
from typing import TypeVar

T = TypeVar("T")


class Desk:
    """Does one job after the other, so that nothing about a vault is ever seen half done.

    A job that is cancelled before its turn is never begun. The thread does not keep the program from ending:
    nothing here writes, so there is nothing to finish.
    """

    def __init__(self) -> None:
        self._jobs: SimpleQueue[Callable[[], None]] = SimpleQueue()
        Thread(target=self._work, name="desk", daemon=True).start()

    def ask(self, job: Callable[[], T]) -> "Future[T]":
        """Have a job done; what comes of it, its error too, is the future's."""
        future: Future[T] = Future()
        self._jobs.put(lambda: _do(job, future))
        return future

    def _work(self) -> None:
        while True:
            self._jobs.get()()


def _do(job: Callable[[], T], future: "Future[T]") -> None:
    if not future.set_running_or_notify_cancel():
        return
    try:
        future.set_result(job())
    except Exception as error:  # the boundary of a job: whoever asked for it is told, and the next one begins
        future.set_exception(error)
