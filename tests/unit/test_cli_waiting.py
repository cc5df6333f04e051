"""The bar for what takes long: at a terminal, after a second, and gone when it is over."""

import io
import time
from collections.abc import Callable

import pytest

from vaultgoals.cli import waiting as module
from vaultgoals.cli.waiting import waiting


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def until(true: Callable[[], bool]) -> None:
    end = time.monotonic() + 20
    while not true() and time.monotonic() < end:
        time.sleep(0.005)
    assert true()


def test_work_that_takes_long_shows_how_far_it_has_come(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    monkeypatch.setattr(module, "_PATIENCE", 0.0)
    monkeypatch.setenv("TERM", "xterm")
    with waiting("Reading the notes", quiet=False) as progress:
        progress.done, progress.total = 12, 3400
        until(lambda: "Reading the notes: 12 of 3,400" in terminal.getvalue())
    assert "Reading the notes" in terminal.getvalue()


def test_work_that_is_soon_done_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    monkeypatch.setattr(module, "_PATIENCE", 60.0)
    with waiting("Reading the notes", quiet=False):
        pass
    assert terminal.getvalue() == ""


@pytest.mark.parametrize(("stream", "quiet"), [(io.StringIO(), False), (Terminal(), True)])
def test_nobody_who_does_not_look_is_shown_anything(
    monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, *, quiet: bool
) -> None:
    monkeypatch.setattr("sys.stderr", stream)
    monkeypatch.setattr(module, "_PATIENCE", 0.0)
    with waiting("Reading the notes", quiet=quiet) as progress:
        progress.done = 1
    assert stream.getvalue() == ""
