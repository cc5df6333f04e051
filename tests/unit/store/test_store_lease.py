"""Holding a file: who begins to write it is seen, and waits; who writes it already is waited for."""

import sys
import time
from pathlib import Path
from threading import Event, Thread

import pytest

from vaultgoals.store.lease import digest_at_rest, held

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="there are leases on Linux alone")


@pytest.fixture
def note(tmp_path: Path) -> Path:
    (tmp_path / "a.md").write_text("old\n")
    return tmp_path / "a.md"


def test_who_begins_to_write_is_seen_and_waits_until_the_lease_ends(note: Path) -> None:
    person = Thread(target=lambda: note.write_text("theirs\n"))
    with held(str(note)) as lease:
        assert (lease.at_rest, lease.granted, lease.is_waited_for()) == (True, True, False)
        person.start()
        until, pause = time.monotonic() + 20, Event()
        while not lease.is_waited_for() and time.monotonic() < until:
            pause.wait(0.001)
        assert lease.is_waited_for()
        assert person.is_alive()
        lease.end()
        person.join(20)
        assert not person.is_alive()
    assert note.read_text() == "theirs\n"


def test_who_writes_is_waited_for_only_where_that_is_asked_for(
    note: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pauses: list[float] = []
    monkeypatch.setattr(time, "sleep", pauses.append)
    with note.open("ab"):
        assert digest_at_rest(str(note), limit=100) is None
        with held(str(note)) as lease:
            assert not lease.at_rest
        assert pauses == []
        assert digest_at_rest(str(note), limit=100, patience=0.01) is None
    assert set(pauses) == {0.001}
