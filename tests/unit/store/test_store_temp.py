"""The file beside a note: dressed like it, gone when it fails, and what is done with one left behind."""

import errno
import os
import secrets
import stat
import time
from collections.abc import Callable
from pathlib import Path
from threading import Timer

import pytest

from vaultgoals.core.source import digest_of
from vaultgoals.errors import Unwritten
from vaultgoals.store import kept
from vaultgoals.store.lease import bytes_at_rest, digest_at_rest, held
from vaultgoals.store.temp import name_beside, rescue_strays, write_beside
from vaultgoals.store.write import Fate, put

OLD, NEW = b"old\n", b"new\n"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    (tmp_path / "vault").mkdir()
    (tmp_path / "vault" / "a.md").write_bytes(OLD)
    return tmp_path / "vault"


def failing_for_temps(call: Callable[..., object], number: int) -> Callable[..., object]:
    """A call on a descriptor that fails for the files beside notes alone."""

    def fail(descriptor: int, *args: object) -> object:
        if ".vaultgoals-" in os.readlink(f"/proc/self/fd/{descriptor}"):
            raise OSError(number, os.strerror(number))
        return call(descriptor, *args)

    return fail


@pytest.mark.parametrize(
    ("call", "number", "says"),
    [
        ("write", errno.ENOSPC, "the disk is full"),
        ("write", errno.EDQUOT, "the disk quota is used up"),
        ("fsync", errno.EIO, "the disk reports an error"),
        ("fchmod", errno.EROFS, "the file system is read-only"),
    ],
)
def test_where_it_cannot_be_written_the_note_stands_and_nothing_beside_it(
    root: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int, says: str
) -> None:
    monkeypatch.setattr(os, call, failing_for_temps(getattr(os, call), number))
    with pytest.raises(Unwritten) as raised:
        put(root, "a.md", NEW, over=digest_of(OLD))
    assert raised.value.message == f"a.md could not be written: {says}."
    assert (root / "a.md").read_bytes() == OLD
    assert os.listdir(root) == ["a.md"]


def test_where_not_even_the_file_beside_it_can_be_removed_the_first_trouble_is_said(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*args: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "fsync", failing_for_temps(os.fsync, errno.ENOSPC))
    monkeypatch.setattr(os, "unlink", refuse)
    with pytest.raises(Unwritten, match="the disk is full"):
        put(root, "a.md", NEW, over=digest_of(OLD))
    assert (root / "a.md").read_bytes() == OLD


def test_a_private_note_is_not_for_others_for_a_moment(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / "a.md").chmod(0o600)
    modes: list[int] = []
    fchmod = os.fchmod

    def see(descriptor: int, mode: int) -> None:
        modes.append(stat.S_IMODE(os.fstat(descriptor).st_mode))
        fchmod(descriptor, mode)

    monkeypatch.setattr(os, "fchmod", see)
    assert put(root, "a.md", NEW, over=digest_of(OLD)).fate == Fate.WRITTEN
    assert modes == [0o600]


def test_the_file_beside_a_note_replaces_none(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(secrets, "token_hex", lambda size: "0" * 2 * size)
    other = Path(write_beside(str(root / "a.md"), NEW))
    other.write_bytes(b"theirs\n")
    with pytest.raises(FileExistsError):
        write_beside(str(root / "a.md"), NEW)
    assert other.read_bytes() == b"theirs\n"


def test_what_the_system_writes_in_pieces_is_written_whole(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: write(descriptor, data[:2]))
    assert put(root, "a.md", b"a longer text\n", over=digest_of(OLD)).fate == Fate.WRITTEN
    assert (root / "a.md").read_bytes() == b"a longer text\n"


@pytest.mark.parametrize(
    ("mode", "may_keep_group", "fate"),
    [(0o660, True, Fate.WRITTEN), (0o644, False, Fate.WRITTEN), (0o660, False, None)],
)
def test_who_shares_a_note_by_its_group_does_not_lose_it(
    root: Path, monkeypatch: pytest.MonkeyPatch, mode: int, fate: Fate | None, *, may_keep_group: bool
) -> None:
    (root / "a.md").chmod(mode)
    given: list[tuple[int, int]] = []

    def give(descriptor: int, owner: int, group: int) -> None:
        given.append((owner, group))
        if owner != -1 or not may_keep_group:
            raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "fchown", give)
    if fate is None:
        with pytest.raises(Unwritten, match="permission denied"):
            put(root, "a.md", NEW, over=digest_of(OLD))
    else:
        assert put(root, "a.md", NEW, over=digest_of(OLD)).fate == fate
    assert given == [(os.getuid(), os.getgid()), (-1, os.getgid())]
    assert stat.S_IMODE((root / "a.md").stat().st_mode) == mode
    assert os.listdir(root) == ["a.md"]


def test_attributes_that_cannot_be_kept_do_not_keep_a_note_from_being_written(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*args: object, **options: object) -> list[str]:
        raise OSError(errno.EOPNOTSUPP, "Operation not supported")

    monkeypatch.setattr(os, "listxattr", lambda *args, **options: ["user.tag"])
    monkeypatch.setattr(os, "getxattr", refuse)
    assert put(root, "a.md", NEW, over=digest_of(OLD)).fate == Fate.WRITTEN
    monkeypatch.setattr(os, "listxattr", refuse)
    assert put(root, "a.md", OLD, over=digest_of(NEW)).fate == Fate.WRITTEN


def test_an_attribute_that_cannot_be_kept_takes_no_other_along(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def get(full: str, name: str, **options: object) -> bytes:
        if name == "user.one":
            raise OSError(errno.EPERM, "Operation not permitted")
        return b"value"

    copied: list[str] = []
    monkeypatch.setattr(os, "listxattr", lambda *args, **options: ["user.one", "user.other"])
    monkeypatch.setattr(os, "getxattr", get)
    monkeypatch.setattr(os, "setxattr", lambda descriptor, name, value: copied.append(name))
    assert put(root, "a.md", NEW, over=digest_of(OLD)).fate == Fate.WRITTEN
    assert copied == ["user.other"]


def test_a_stray_of_ours_is_removed_and_one_of_theirs_kept(root: Path) -> None:
    ours = write_beside(str(root / "a.md"), NEW)
    theirs = write_beside(str(root / "a.md"), NEW)
    Path(theirs).write_bytes(b"saved in a bad moment\n")
    (moved,) = rescue_strays(root, "", older_than=-1)
    assert moved.read_bytes() == b"saved in a bad moment\n"
    assert os.listdir(root) == ["a.md"]
    assert not Path(ours).exists()
    (version,) = kept.versions(root)
    assert (version.path, version.file) == (f"Found {theirs[-12:-4]}.md", moved)


def test_a_stray_that_is_new_no_file_or_somebody_elses_is_left(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fresh = write_beside(str(root / "a.md"), NEW)
    assert rescue_strays(root, "") == []
    os.mkfifo(name_beside(str(root / "a.md"), digest_of(OLD)))
    monkeypatch.setattr(os, "getuid", lambda: 4321)
    assert rescue_strays(root, "", older_than=-1) == []
    assert Path(fresh).exists()
    assert len(os.listdir(root)) == 3


def test_a_stray_counts_as_left_behind_after_a_minute(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_beside(str(root / "a.md"), NEW)
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 59)
    rescue_strays(root, "")
    assert len(os.listdir(root)) == 2
    monkeypatch.setattr(time, "time", lambda: now + 60.5)
    rescue_strays(root, "")
    assert os.listdir(root) == ["a.md"]


@pytest.mark.parametrize("kind", ["folder", "link"])
def test_what_only_has_the_name_of_a_stray_keeps_no_other_from_being_cleared(root: Path, kind: str) -> None:
    for number in range(8):
        other = root / f".vaultgoals-0123456789abcdef-0000000{number}.tmp"
        if kind == "link":
            other.symlink_to("a.md")
        else:
            other.mkdir()
    stray = write_beside(str(root / "a.md"), NEW)
    assert rescue_strays(root, "", older_than=-1) == []
    assert not Path(stray).exists()
    assert len(os.listdir(root)) == 9


def test_a_stray_too_large_to_be_read_is_left(root: Path) -> None:
    stray = write_beside(str(root / "a.md"), NEW)
    os.truncate(stray, (1 << 26) + 1)
    assert rescue_strays(root, "", older_than=-1) == []
    assert Path(stray).exists()


def test_a_note_that_somebody_writes_is_waited_for_only_so_long(root: Path) -> None:
    with (root / "a.md").open("ab"), held(str(root / "a.md"), patience=0.01) as lease:
        assert (lease.at_rest, lease.digest(limit=100)) == (False, None)
        assert not lease.is_waited_for()
        lease.end()


def test_only_a_regular_file_has_a_digest(root: Path) -> None:
    (root / "link.md").symlink_to("a.md")
    assert digest_at_rest(str(root / "link.md"), limit=100) is None
    assert digest_at_rest(str(root / "a.md"), limit=2) is None
    with pytest.raises(FileNotFoundError):
        digest_at_rest(str(root / "b.md"), limit=100)


def test_a_note_that_somebody_writes_is_read_once_they_are_done(root: Path) -> None:
    note = (root / "a.md").open("ab")
    done = Timer(0.1, note.close)
    done.start()
    descriptor = os.open(root / "a.md", os.O_RDONLY)
    try:
        assert bytes_at_rest(descriptor, limit=100, patience=20) == OLD
    finally:
        os.close(descriptor)
        done.join()
