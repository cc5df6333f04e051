"""Reading while the world fails: what is no note, what is gone or forbidden, and names that are too long."""

import errno
import os
import stat
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path

import pytest

from vaultgoals.store.files import read
from vaultgoals.store.shelf import path_in, scan
from vaultgoals.store.write import Fate, write_new

LIMIT = 5 * 2**20


def unreadable(root: Path, path: str = "a.md") -> str | None:
    return read(root, path, limit=LIMIT).unreadable


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    vault = tmp_path / "vault"
    vault.mkdir()
    (vault / "a.md").write_text("text")
    return vault


def names(root: Path) -> list[str]:
    return sorted(path_in(folder, name) for folder, shelf in scan(root).items() for name in shelf.notes)


def test_a_gigabyte_is_refused_before_it_is_opened(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.truncate(root / "a.md", 1 << 30)
    monkeypatch.setattr(os, "read", None)
    assert unreadable(root) == "is larger than 5 MiB"


def test_a_device_is_listed_and_never_opened(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    try:
        os.mknod(root / "device.md", stat.S_IFCHR | 0o600, os.makedev(1, 5))
    except PermissionError:
        pytest.skip("only root makes devices")
    monkeypatch.setattr(os, "open", None)
    assert "device.md" in names(root)
    assert unreadable(root, "device.md") == "is a device, not a file"


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.EACCES, "permission denied"),
        (errno.EPERM, "permission denied"),
        (errno.ENOENT, "it is gone"),
        (errno.EIO, "the disk reports an error"),
        (errno.ESTALE, "the network drive lost it"),
        (errno.EMFILE, "too many files are open"),
        (errno.ENFILE, "too many files are open"),
        (errno.ELOOP, "it is a symbolic link"),
    ],
)
@pytest.mark.parametrize("call", ["open", "fstat", "read"])
def test_a_note_that_fails_between_listing_and_reading_says_why(
    root: Path, call: str, number: int, words: str
) -> None:
    (path,) = names(root)

    def fail(*args: object) -> None:
        raise OSError(number, os.strerror(number))

    with pytest.MonkeyPatch.context() as world:
        world.setattr(os, call, fail)
        reason = unreadable(root, path)
    assert reason == f"cannot be read: {words}"


def test_a_folder_that_cannot_be_opened_is_told_and_costs_nothing_else(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (root / "closed").mkdir()
    listed = os.scandir

    def closed(folder: str) -> object:
        if folder.endswith("closed"):
            raise PermissionError(errno.EACCES, "Permission denied")
        return listed(folder)

    monkeypatch.setattr(os, "scandir", closed)
    assert names(root) == ["a.md", "closed"]


def becomes_a_link(note: Path, target: Path) -> None:
    note.unlink()
    note.symlink_to(target)


def becomes_a_pipe(note: Path, target: Path) -> None:
    note.unlink()
    os.mkfifo(note)


@pytest.mark.parametrize("become", [becomes_a_link, becomes_a_pipe])
def test_a_note_that_turns_into_something_else_as_it_is_opened_is_not_followed(
    root: Path, monkeypatch: pytest.MonkeyPatch, become: Callable[[Path, Path], None]
) -> None:
    secret = root.parent / "secret"
    secret.write_text("not yours")
    looked = os.lstat

    def look(path: str) -> os.stat_result:
        status = looked(path)
        become(root / "a.md", secret)
        return status

    monkeypatch.setattr(os, "lstat", look)
    source = read(root, "a.md", limit=LIMIT)
    assert source.text == ""
    assert source.unreadable


def test_a_path_longer_than_the_system_takes_is_told_and_the_rest_is_read(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root)
    for _ in range(25):
        os.mkdir("n" * 200)
        os.chdir("n" * 200)
    Path("deep.md").write_text("text")
    notes = names(root)
    assert notes[0] == "a.md"
    assert all(len(path) < 5000 for path in notes)
    assert unreadable(root, notes[-1]) == "cannot be read: its path is too long"


def test_a_name_of_255_bytes_is_read_and_one_more_is_told(root: Path) -> None:
    longest = "ü" * 126 + ".md"
    assert write_new(root, longest, "text").fate == Fate.WRITTEN
    assert unreadable(root, longest) is None
    assert unreadable(root, "x" + longest) == "cannot be read: its path is too long"


@pytest.mark.parametrize("number", [errno.EACCES, errno.EIO, errno.ESTALE])
def test_a_note_that_cannot_be_looked_at_is_listed_all_the_same(
    root: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    class Failing:
        """What a listing says of a file that the disk will not tell of."""

        name = "b.md"

        def is_dir(self, *, follow_symlinks: bool) -> bool:
            return False

        def stat(self, *, follow_symlinks: bool) -> os.stat_result:
            raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "scandir", lambda folder: nullcontext([Failing()]))
    assert names(root) == ["b.md"]
