"""One note in place of another, whatever the system lacks and whoever saves in that very moment."""

import ctypes
import errno
import fcntl
import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event, Thread

import pytest

from vaultgoals.core.source import digest_of
from vaultgoals.errors import Unwritten
from vaultgoals.store import kept
from vaultgoals.store.exchange import system_call
from vaultgoals.store.kept import Why
from vaultgoals.store.replace import replace
from vaultgoals.store.temp import write_beside
from vaultgoals.store.write import Fate, put

OLD, NEW, THEIRS = b"old\n", b"new\n", b"theirs\n"
HOUR_AGO = 1_000_000_000_000_000_000


class System:
    """The C library, with something that happens just before files are renamed; an errno refuses it."""

    def __init__(self, *before: Callable[[], int]) -> None:
        self.before = list(before)
        self.library = ctypes.CDLL(None, use_errno=True)

    def renameat2(self, *args: object) -> int:
        if number := self.before.pop(0)() if self.before else 0:
            ctypes.set_errno(number)
            return -1
        return int(self.library.renameat2(*args))


@pytest.fixture(autouse=True)
def _own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A vault whose note was saved long ago."""
    (tmp_path / "vault").mkdir()
    (tmp_path / "vault" / "a.md").write_bytes(OLD)
    os.utime(tmp_path / "vault" / "a.md", ns=(HOUR_AGO, HOUR_AGO))
    return tmp_path / "vault"


@pytest.fixture
def renaming(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., None]]:
    """Says what happens just before each exchange."""

    def set_up(*before: Callable[[], int]) -> None:
        system = System(*before)
        monkeypatch.setattr(ctypes, "CDLL", lambda *args, **options: system)
        system_call.cache_clear()

    yield set_up
    system_call.cache_clear()


def refuse(number: int) -> Callable[[], int]:
    return lambda: number


def telling(swaps: list[str]) -> Callable[[], int]:
    """Says that files are about to be swapped."""

    def tell() -> int:
        swaps.append("swapped")
        return 0

    return tell


def saving(root: Path) -> Callable[[], int]:
    """A person saves by rename."""

    def save() -> int:
        (root / "mine.new").write_bytes(THEIRS)
        os.replace(root / "mine.new", root / "a.md")
        return 0

    return save


def is_waited_for(note: Path) -> bool:
    """Whether somebody waits for a lease on the note."""
    leases = [line for line in Path("/proc/locks").read_text().splitlines() if "BREAKING" in line]
    return any(f":{note.stat().st_ino} " in line for line in leases)


def write(root: Path) -> Fate:
    return put(root, "a.md", NEW, over=digest_of(OLD)).fate


def stands(root: Path) -> bytes:
    """The note's text; and nothing stands beside it."""
    assert os.listdir(root) == ["a.md"]
    return (root / "a.md").read_bytes()


def test_what_is_saved_just_before_the_exchange_stands_there(
    root: Path, renaming: Callable[..., None]
) -> None:
    renaming(saving(root))
    assert write(root) == Fate.CHANGED_MEANWHILE
    assert stands(root) == THEIRS


def test_a_file_that_is_put_there_and_still_written_goes_back_at_once(
    root: Path, renaming: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As vim does it: a new file under the note's name, which it fills after."""
    sleep = time.sleep
    waited: list[float] = []

    def wait(seconds: float) -> None:
        waited.append(seconds)
        sleep(seconds)

    def go_back() -> int:
        assert not waited
        return 0

    monkeypatch.setattr(time, "sleep", wait)
    with (root / "mine.new").open("wb") as stream:

        def begin() -> int:
            os.replace(root / "mine.new", root / "a.md")
            return 0

        renaming(begin, go_back)
        assert write(root) == Fate.CHANGED_MEANWHILE
        stream.write(THEIRS)
    assert stands(root) == THEIRS


def test_a_copy_is_kept_of_what_had_to_go_back(root: Path, renaming: Callable[..., None]) -> None:
    """Who read our text in between may save that over it."""
    renaming(saving(root))
    write(root)
    assert kept.versions(root, "a.md")[0].file.read_bytes() == THEIRS


@pytest.mark.skipif(sys.platform != "linux", reason="looks at descriptors as Linux shows them")
def test_no_file_stays_open_where_theirs_goes_back(root: Path, renaming: Callable[..., None]) -> None:
    renaming(saving(root))
    before = os.listdir("/proc/self/fd")
    write(root)
    assert os.listdir("/proc/self/fd") == before


def test_what_is_saved_while_theirs_goes_back_stands_there(root: Path, renaming: Callable[..., None]) -> None:
    def save_again() -> int:
        (root / "a.md").unlink()
        (root / "a.md").write_bytes(b"theirs again\n")
        return 0

    renaming(saving(root), save_again)
    assert write(root) == Fate.CHANGED_MEANWHILE
    assert stands(root) == b"theirs again\n"
    assert THEIRS in [version.file.read_bytes() for version in kept.versions(root)]


@pytest.mark.skipif(sys.platform != "linux", reason="there are leases on Linux alone")
def test_who_waits_to_write_the_note_gets_the_old_file_in_its_place(
    root: Path, renaming: Callable[..., None]
) -> None:
    def save() -> None:
        with (root / "a.md").open("ab") as note:
            note.write(THEIRS)

    person = Thread(target=save)

    def begin() -> int:
        person.start()
        pause = Event()
        while not is_waited_for(root / "a.md"):
            pause.wait(0.001)
        return 0

    def go_back() -> int:
        (old,) = root.glob(".vaultgoals-*")
        assert is_waited_for(old)
        return 0

    renaming(begin, go_back)
    fate = write(root)
    person.join()
    assert fate == Fate.CHANGED_MEANWHILE
    assert stands(root) == OLD + THEIRS


@pytest.mark.skipif(sys.platform != "linux", reason="looks at descriptors as Linux shows them")
def test_all_is_on_the_disk_before_the_exchange_and_the_names_after(
    root: Path, renaming: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a power cut leaves is then the old text or the new one."""
    synced: list[str] = []
    fsync = os.fsync

    def sync(descriptor: int) -> None:
        synced.append(os.path.basename(os.readlink(f"/proc/self/fd/{descriptor}")))
        fsync(descriptor)

    def swap() -> int:
        synced.append("exchange")
        return 0

    monkeypatch.setattr(os, "fsync", sync)
    renaming(swap)
    assert write(root) == Fate.WRITTEN
    (version,) = kept.versions(root)
    swapped = synced.index("exchange")
    moment = version.file.parent
    assert synced[swapped - 4 : swapped - 1] == ["a.md", f"{moment.name} half", moment.parent.name]
    assert synced[swapped - 1].startswith(".vaultgoals-")
    assert synced[swapped + 1] == "vault"


def test_a_note_that_is_deleted_in_that_moment_stays_deleted(
    root: Path, renaming: Callable[..., None]
) -> None:
    def delete() -> int:
        (root / "a.md").unlink()
        return 0

    renaming(delete)
    assert write(root) == Fate.CHANGED_MEANWHILE
    assert os.listdir(root) == []


def test_where_the_file_beside_it_vanishes_the_old_note_stands(
    root: Path, renaming: Callable[..., None]
) -> None:
    def tidy_up() -> int:
        for temp in root.glob(".vaultgoals-*"):
            temp.unlink()
        return 0

    renaming(tidy_up)
    assert write(root) == Fate.CHANGED_MEANWHILE
    assert stands(root) == OLD


def test_a_note_that_changed_before_it_could_be_held_is_left(
    root: Path, renaming: Callable[..., None]
) -> None:
    swaps: list[str] = []
    renaming(telling(swaps))
    temp = write_beside(str(root / "a.md"), NEW)
    assert not replace(root, "a.md", temp, old=digest_of(THEIRS), new=digest_of(NEW))
    assert (stands(root), swaps) == (OLD, [])


@pytest.mark.skipif(sys.platform != "linux", reason="there are leases on Linux alone")
def test_a_note_that_is_replaced_as_it_is_held_is_left(
    root: Path, renaming: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    swaps: list[str] = []
    renaming(telling(swaps))
    temp = write_beside(str(root / "a.md"), NEW)
    call = fcntl.fcntl

    def save(descriptor: int, command: int, argument: int = 0) -> int:
        monkeypatch.setattr(fcntl, "fcntl", call)
        saving(root)()
        return call(descriptor, command, argument)

    monkeypatch.setattr(fcntl, "fcntl", save)
    assert not replace(root, "a.md", temp, old=digest_of(OLD), new=digest_of(NEW))
    assert (stands(root), swaps) == (THEIRS, [])


def test_where_the_exchange_fails_the_old_note_stands(root: Path, renaming: Callable[..., None]) -> None:
    renaming(refuse(errno.EIO))
    with pytest.raises(Unwritten, match="the disk reports an error") as raised:
        write(root)
    assert raised.value.hint == "Nothing that was there is lost."
    assert stands(root) == OLD


def test_what_cannot_go_back_is_kept_for_good(root: Path, renaming: Callable[..., None]) -> None:
    renaming(saving(root), refuse(errno.EIO))
    with pytest.raises(Unwritten, match="the disk reports an error"):
        write(root)
    assert stands(root) == NEW
    (found,) = [version for version in kept.versions(root, "a.md") if version.why is Why.FOUND]
    assert found.file.read_bytes() == THEIRS


def test_what_somebody_still_writes_stays_beside_the_note(root: Path, renaming: Callable[..., None]) -> None:
    temp = write_beside(str(root / "a.md"), NEW)
    renaming(refuse(errno.EIO))
    with open(temp, "ab"), pytest.raises(OSError, match="Input/output error"):
        replace(root, "a.md", temp, old=digest_of(OLD), new=digest_of(NEW))
    assert Path(temp).read_bytes() == NEW
    assert (root / "a.md").read_bytes() == OLD


@pytest.mark.parametrize("library", [None, errno.EINVAL, errno.ENOSYS, errno.EOPNOTSUPP])
@pytest.mark.parametrize("linking", [0, errno.EPERM, errno.EOPNOTSUPP])
class TestWithoutExchange:
    """On a system that cannot swap two files, and perhaps cannot give one a second name either."""

    @pytest.fixture(autouse=True)
    def _poor(
        self,
        monkeypatch: pytest.MonkeyPatch,
        renaming: Callable[..., None],
        library: int | None,
        linking: int,
    ) -> None:
        renaming(*[refuse(library or 0)] * 9)
        if library is None:
            monkeypatch.setattr(ctypes, "CDLL", lambda *args, **options: object())
            system_call.cache_clear()
        if linking:
            monkeypatch.setattr(os, "link", failing(linking))

    def test_a_note_at_rest_is_written_and_the_old_one_kept(self, root: Path) -> None:
        assert write(root) == Fate.WRITTEN
        assert stands(root) == NEW
        assert [version.file.read_bytes() for version in kept.versions(root)] == [OLD]

    def test_a_note_saved_more_than_five_seconds_ago_is_written(self, root: Path) -> None:
        long_enough_ago = time.time() - 5.5
        os.utime(root / "a.md", (long_enough_ago, long_enough_ago))
        assert write(root) == Fate.WRITTEN

    def test_a_note_saved_less_than_five_seconds_ago_is_left(self, root: Path) -> None:
        os.utime(root / "a.md")
        assert write(root) == Fate.CHANGED_MEANWHILE
        assert stands(root) == OLD


def failing(number: int) -> Callable[..., None]:
    def call(*args: object, **options: object) -> None:
        raise OSError(number, os.strerror(number))

    return call


@pytest.fixture
def _no_exchange(renaming: Callable[..., None]) -> None:
    renaming(*[refuse(errno.EINVAL)] * 9)


@pytest.mark.usefixtures("_no_exchange")
def test_where_the_second_name_fails_the_old_note_stands(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "link", failing(errno.EIO))
    with pytest.raises(Unwritten, match="the disk reports an error"):
        write(root)
    assert stands(root) == OLD


@pytest.mark.usefixtures("_no_exchange")
@pytest.mark.parametrize("links", [True, False])
def test_without_exchange_a_save_before_the_rename_is_seen(
    root: Path, monkeypatch: pytest.MonkeyPatch, *, links: bool
) -> None:
    link = os.link

    def save(one: str, other: str, *, follow_symlinks: bool) -> None:
        if links:
            link(one, other, follow_symlinks=follow_symlinks)
        saving(root)()
        if not links:
            raise PermissionError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", save)
    assert write(root) == Fate.CHANGED_MEANWHILE
    assert stands(root) == THEIRS


@pytest.mark.usefixtures("_no_exchange")
def test_without_exchange_a_save_into_the_old_file_goes_back(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where nobody is held off either: a lease would have the save wait for us, and us for the save."""
    monkeypatch.setattr(fcntl, "fcntl", failing(errno.EINVAL))
    rename = os.replace

    def save(one: str, other: str) -> None:
        monkeypatch.setattr(os, "replace", rename)
        (root / "a.md").write_bytes(THEIRS)
        rename(one, other)

    monkeypatch.setattr(os, "replace", save)
    assert write(root) == Fate.CHANGED_MEANWHILE
    assert stands(root) == THEIRS


@pytest.mark.usefixtures("_no_exchange")
def test_without_it_a_new_note_is_placed_by_a_second_name(root: Path) -> None:
    assert put(root, "b.md", NEW, over=None).fate == Fate.WRITTEN
    assert (root / "b.md").read_bytes() == NEW
    assert sorted(os.listdir(root)) == ["a.md", "b.md"]


def test_a_new_note_that_somebody_writes_first_is_theirs(root: Path, renaming: Callable[..., None]) -> None:
    def save() -> int:
        (root / "b.md").write_bytes(THEIRS)
        return 0

    renaming(save)
    assert put(root, "b.md", NEW, over=None).fate == Fate.EXISTS
    assert (root / "b.md").read_bytes() == THEIRS
    assert sorted(os.listdir(root)) == ["a.md", "b.md"]
