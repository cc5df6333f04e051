"""Locks and what was written last: the same by any way to the vault, and every trouble in a sentence."""

import hashlib
import os
import stat
from contextlib import AbstractContextManager
from pathlib import Path
from threading import Thread

import pytest

from vaultgoals.errors import Held, Unwritten
from vaultgoals.store import state


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    (tmp_path / "vault").mkdir()
    return tmp_path / "vault"


def in_a_thread(lock: AbstractContextManager[None]) -> Held | None:
    """Try a lock as another program would; how it was refused."""
    refused: list[Held] = []

    def take() -> None:
        try:
            with lock:
                pass
        except Held as held:
            refused.append(held)

    thread = Thread(target=take)
    thread.start()
    thread.join()
    return refused[0] if refused else None


def test_a_vault_is_one_vault_by_whatever_path(root: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(root)
    with state.write_lock(root):
        assert in_a_thread(state.write_lock(tmp_path / "link", wait=0.1)) is not None
    assert in_a_thread(state.write_lock(tmp_path / "link", wait=0.1)) is None


def test_a_vault_that_is_renamed_while_it_is_written_stays_locked(root: Path, tmp_path: Path) -> None:
    with state.write_lock(root):
        root.rename(tmp_path / "elsewhere")
        assert in_a_thread(state.write_lock(tmp_path / "elsewhere", wait=0.1)) is not None


def test_the_second_watcher_is_told_of_the_first(root: Path) -> None:
    with state.watch_lock(root):
        held = in_a_thread(state.watch_lock(root))
    assert held is not None
    assert held.message == f"The vault {root} is already being watched, by process {os.getpid()}."
    assert in_a_thread(state.watch_lock(root)) is None


def test_a_watcher_and_a_writer_do_not_shut_each_other_out(root: Path) -> None:
    with state.watch_lock(root):
        assert in_a_thread(state.write_lock(root, wait=0)) is None


def test_a_vault_that_is_gone_is_said_in_a_sentence(root: Path) -> None:
    root.rmdir()
    with (
        pytest.raises(Unwritten, match=r"The vault .* cannot be reached: it is gone\."),
        state.write_lock(root),
    ):
        pass


def test_a_lock_that_cannot_be_taken_is_said_in_a_sentence(root: Path) -> None:
    with state.write_lock(root):
        pass
    (lock,) = (state.state_folder(root).parents[1] / "locks").glob("*-write.lock")
    lock.unlink()
    lock.mkdir()
    with (
        pytest.raises(Unwritten, match=r"The lock .* cannot be taken: is a directory\."),
        state.write_lock(root),
    ):
        pass


def test_what_was_written_last_is_known(root: Path) -> None:
    state.remember(root, "a.md", "digest")
    assert (state.last_written(root, "a.md"), state.last_written(root, "b.md")) == ("digest", None)


def test_without_a_state_folder_nothing_is_known_and_nothing_fails(root: Path, tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file")
    state.remember(root, "a.md", "digest")
    assert state.last_written(root, "a.md") is None


def test_what_is_known_of_a_vault_is_for_its_owner_alone(root: Path, tmp_path: Path) -> None:
    folder = state.state_folder(root)
    for place in (folder, *folder.relative_to(tmp_path).parents[:-1]):
        assert stat.S_IMODE((tmp_path / place).stat().st_mode) == 0o700


def test_what_an_older_version_kept_is_where_a_newer_one_looks(root: Path, tmp_path: Path) -> None:
    name = hashlib.sha256(os.fsencode(root)).hexdigest()[:16]
    assert state.state_folder(root) == tmp_path / "state" / "vaultgoals" / "vaults" / name


def test_a_watcher_is_found_by_its_number_and_nothing_is_made_to_find_it(root: Path, tmp_path: Path) -> None:
    assert state.watcher_of(root) is None
    assert [*tmp_path.rglob("*")] == [root]
    with state.watch_lock(root):
        assert state.watcher_of(root) == str(os.getpid())
    assert state.watcher_of(root) is None
    with state.watch_lock(root):  # which asking did not take from anybody
        (number,) = tmp_path.rglob("*watch.pid")
        number.unlink()
        assert state.watcher_of(root) == "that has not said its number yet"


def test_asking_who_watches_a_vault_that_is_gone_is_one_sentence(root: Path) -> None:
    with pytest.raises(Unwritten, match="cannot be reached"):
        state.watcher_of(root / "gone")
