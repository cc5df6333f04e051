"""Writing a note: the bytes that were meant, or a reason and the bytes that were there."""

import fcntl
import os
import signal
import stat
import sys
import time
from pathlib import Path
from threading import Thread

import pytest

from vaultgoals.core.config import Limits
from vaultgoals.core.source import Source
from vaultgoals.errors import Held, Unwritten
from vaultgoals.store import kept, state
from vaultgoals.store.files import read
from vaultgoals.store.temp import rescue_strays
from vaultgoals.store.write import Fate, being_edited, rewrite, write_new

OLD, NEW = "old\n", "new\n"
LARGEST = Limits().note_size
HOUR_AGO = 1_000_000_000_000_000_000


@pytest.fixture(autouse=True)
def _own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "vault").mkdir()
    (tmp_path / "vault" / "a.md").write_text(OLD)
    return tmp_path / "vault"


def source_of(root: Path, path: str = "a.md") -> Source:
    return read(root, path, limit=2**20)


def test_a_note_is_rewritten_and_nothing_else_is_left(root: Path) -> None:
    receipt = rewrite(root, "a.md", NEW, expected=source_of(root))
    assert (receipt.fate, receipt.reason) == (Fate.WRITTEN, "")
    assert (root / "a.md").read_text() == NEW
    assert os.listdir(root) == ["a.md"]


def test_the_same_bytes_are_not_written(root: Path) -> None:
    os.utime(root / "a.md", ns=(HOUR_AGO, HOUR_AGO))
    before = (root / "a.md").stat()
    assert rewrite(root, "a.md", OLD, expected=source_of(root)).fate == Fate.UNCHANGED
    after = (root / "a.md").stat()
    assert (after.st_mtime_ns, after.st_ino) == (before.st_mtime_ns, before.st_ino)


def test_what_somebody_else_has_written_already_is_not_written_again(root: Path) -> None:
    expected = source_of(root)
    (root / "a.md").write_text(NEW)
    assert rewrite(root, "a.md", NEW, expected=expected).fate == Fate.UNCHANGED


def test_a_note_that_changed_since_it_was_read_is_left(root: Path) -> None:
    expected = source_of(root)
    (root / "a.md").write_text("theirs\n")
    receipt = rewrite(root, "a.md", NEW, expected=expected)
    assert receipt.fate == Fate.CHANGED_MEANWHILE
    assert receipt.reason == "was changed by somebody else meanwhile"
    assert (root / "a.md").read_text() == "theirs\n"


def test_a_note_that_became_too_large_to_be_read_is_left(root: Path) -> None:
    expected = source_of(root)
    (root / "a.md").write_bytes(b"x" * (LARGEST + 1))
    assert rewrite(root, "a.md", NEW, expected=expected).reason == "was changed by somebody else meanwhile"
    assert (root / "a.md").stat().st_size == LARGEST + 1


def test_what_changes_nothing_waits_for_nobody(root: Path) -> None:
    with state.write_lock(root):
        fates: list[Fate] = []
        expected = source_of(root)
        thread = Thread(target=lambda: fates.append(rewrite(root, "a.md", OLD, expected=expected).fate))
        thread.start()
        thread.join(5)
        assert fates == [Fate.UNCHANGED]


def test_a_vault_may_be_named_from_where_one_stands(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root.parent)
    assert rewrite(Path("vault"), "a.md", NEW, expected=source_of(root)).fate == Fate.WRITTEN
    assert (root / "a.md").read_text() == NEW


def test_a_note_that_was_deleted_since_it_was_read_stays_deleted(root: Path) -> None:
    expected = source_of(root)
    (root / "a.md").unlink()
    receipt = rewrite(root, "a.md", NEW, expected=expected)
    assert (receipt.fate, receipt.reason) == (Fate.CHANGED_MEANWHILE, "is gone")
    assert os.listdir(root) == []


def test_a_note_that_a_program_is_writing_is_left(root: Path) -> None:
    with (root / "a.md").open("a"):
        receipt = rewrite(root, "a.md", NEW, expected=source_of(root))
    assert (receipt.fate, receipt.reason) == (
        Fate.CHANGED_MEANWHILE,
        "is just being written by another program",
    )
    assert (root / "a.md").read_text() == OLD


@pytest.mark.skipif(sys.platform != "linux", reason="there are leases on Linux alone")
def test_a_note_that_a_program_has_to_itself_is_left(root: Path) -> None:
    """Samba holds files in this way for its guests."""
    expected = source_of(root)
    with (root / "a.md").open("r+b") as theirs:
        fcntl.fcntl(theirs, fcntl.F_SETSIG, signal.SIGURG)
        fcntl.fcntl(theirs, fcntl.F_SETLEASE, fcntl.F_WRLCK)
        receipt = rewrite(root, "a.md", NEW, expected=expected)
    assert (receipt.fate, receipt.reason) == (
        Fate.CHANGED_MEANWHILE,
        "is just being written by another program",
    )
    assert (root / "a.md").read_text() == OLD


def test_a_note_that_a_program_only_reads_is_written(root: Path) -> None:
    with (root / "a.md").open():
        assert rewrite(root, "a.md", NEW, expected=source_of(root)).fate == Fate.WRITTEN


@pytest.mark.parametrize(
    "data", [b"one\r\ntwo\r\n", b"\xef\xbb\xbfone\n", b"\xef\xbb\xbfone\r\n", b"a\rb\n\xe2\x80\xa8"]
)
def test_newlines_and_encoding_mark_are_kept(root: Path, data: bytes) -> None:
    (root / "a.md").write_bytes(data)
    source = source_of(root)
    rewrite(root, "a.md", source.text + "more", expected=source)
    assert (root / "a.md").read_bytes() == data + b"more"


def test_mode_and_attributes_are_kept(root: Path) -> None:
    (root / "a.md").chmod(0o640)
    try:
        os.setxattr(root / "a.md", "user.tag", b"blue")
    except OSError:
        pytest.skip("no extended attributes here")
    rewrite(root, "a.md", NEW, expected=source_of(root))
    assert stat.S_IMODE((root / "a.md").stat().st_mode) == 0o640
    assert os.getxattr(root / "a.md", "user.tag") == b"blue"


def test_a_name_of_255_bytes_is_no_trouble(root: Path) -> None:
    name = "ü" * 126 + ".md"
    assert write_new(root, name, OLD).fate == Fate.WRITTEN
    assert rewrite(root, name, NEW, expected=source_of(root, name)).fate == Fate.WRITTEN
    assert (root / name).read_text() == NEW


def test_a_link_is_refused_and_what_it_leads_to_is_left(root: Path, tmp_path: Path) -> None:
    (tmp_path / "outside.md").write_text(OLD)
    expected = source_of(tmp_path, "outside.md")
    (root / "link.md").symlink_to(tmp_path / "outside.md")
    receipt = rewrite(root, "link.md", NEW, expected=expected)
    assert (receipt.fate, receipt.reason) == (Fate.REFUSED, "is a symbolic link, which is not followed")
    assert (tmp_path / "outside.md").read_text() == OLD


def test_a_folder_that_is_a_link_is_refused(root: Path, tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "a.md").write_text(OLD)
    (root / "Reviews").symlink_to(tmp_path / "outside")
    for receipt in (
        rewrite(root, "Reviews/a.md", NEW, expected=source_of(root, "Reviews/a.md")),
        write_new(root, "Reviews/b.md", NEW),
    ):
        assert (receipt.fate, receipt.reason) == (Fate.REFUSED, "lies behind a symbolic link")
    assert os.listdir(tmp_path / "outside") == ["a.md"]
    assert (tmp_path / "outside" / "a.md").read_text() == OLD


def test_a_note_with_a_second_name_is_refused(root: Path) -> None:
    os.link(root / "a.md", root / "b.md")
    receipt = rewrite(root, "a.md", NEW, expected=source_of(root))
    assert receipt.fate == Fate.REFUSED
    assert receipt.reason.startswith("has a second name")
    assert (root / "b.md").read_text() == OLD


def test_a_note_larger_than_any_that_is_read_is_refused(root: Path) -> None:
    receipt = write_new(root, "b.md", "x" * (5 * 2**20 + 1))
    assert (receipt.fate, receipt.reason) == (Fate.REFUSED, "would be larger than 5 MiB")
    assert os.listdir(root) == ["a.md"]


def test_a_folder_that_vanishes_is_said_in_a_sentence(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mkdir = os.mkdir

    def make_and_lose(folder: Path, mode: int = 0o777) -> None:
        """Somebody removes the folder as soon as it is made."""
        mkdir(folder, mode)
        if folder.name == "Reviews":
            os.rmdir(folder)

    monkeypatch.setattr(os, "mkdir", make_and_lose)
    with pytest.raises(Unwritten, match=r"^Reviews/b\.md could not be written: it is gone\.$"):
        write_new(root, "Reviews/b.md", NEW)
    (root / "Goals").mkdir()
    (root / "Goals" / "c.md").write_text(OLD)
    expected = source_of(root, "Goals/c.md")
    (root / "Goals" / "c.md").unlink()
    (root / "Goals").rmdir()
    assert rewrite(root, "Goals/c.md", NEW, expected=expected).reason == "is gone"


@pytest.mark.parametrize("mode", [0o444, 0o555])
def test_a_note_that_is_read_only_is_refused(root: Path, mode: int) -> None:
    (root / "a.md").chmod(mode)
    receipt = rewrite(root, "a.md", NEW, expected=source_of(root))
    assert (receipt.fate, receipt.reason) == (Fate.REFUSED, "is read-only")
    assert (root / "a.md").read_text() == OLD


def test_a_note_that_only_others_may_write_is_refused(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda file, mode: mode != os.W_OK)
    assert rewrite(root, "a.md", NEW, expected=source_of(root)).reason == "is read-only"


@pytest.mark.parametrize(
    "path",
    [
        "../out.md",
        "a/../../out.md",
        "/tmp/out.md",
        ".obsidian/x.md",
        "a/.x.md",
        "",
        "a//b.md",
        "C:\\x.md",
        "..\\x.md",
        "a\nb.md",
    ],
)
def test_a_path_that_is_no_place_in_the_vault_is_refused(root: Path, path: str) -> None:
    assert write_new(root, path, NEW).fate == Fate.REFUSED
    assert rewrite(root, path, NEW, expected=Source.of(path, OLD)).fate == Fate.REFUSED
    assert sorted(os.listdir(root.parent)) == ["vault"]


def test_of_all_hidden_files_the_style_sheet_for_obsidian_alone_is_written(root: Path) -> None:
    assert write_new(root, ".obsidian/snippets/vaultgoals.css", NEW).fate == Fate.WRITTEN
    assert write_new(root, ".obsidian/snippets/other.css", NEW).fate == Fate.REFUSED
    assert write_new(root, ".obsidian/app.json", NEW).fate == Fate.REFUSED


def test_a_new_note_comes_with_its_folders(root: Path) -> None:
    assert write_new(root, "Reviews/Weekly/Review 2026-W47.md", NEW).fate == Fate.WRITTEN
    assert (root / "Reviews/Weekly/Review 2026-W47.md").read_text() == NEW
    assert os.listdir(root / "Reviews/Weekly") == ["Review 2026-W47.md"]


def test_a_new_note_never_replaces_anything(root: Path) -> None:
    (root / "dangling.md").symlink_to("nowhere")
    for path in ("a.md", "dangling.md"):
        assert write_new(root, path, NEW).fate == Fate.EXISTS
    assert (root / "a.md").read_text() == OLD
    assert sorted(os.listdir(root)) == ["a.md", "dangling.md"]


def test_a_file_where_a_folder_should_be_is_said_in_a_sentence(root: Path) -> None:
    with pytest.raises(Unwritten) as raised:
        write_new(root, "a.md/b.md", NEW)
    assert raised.value.message == ("a.md/b.md could not be written: a file stands where a folder should be.")


def test_the_old_version_is_kept(root: Path) -> None:
    rewrite(root, "a.md", NEW, expected=source_of(root))
    rewrite(root, "a.md", "newer\n", expected=source_of(root))
    stood = kept.versions(root, "a.md")
    assert [version.file.read_text() for version in stood] == [NEW, OLD]
    assert [version.path for version in stood] == ["a.md", "a.md"]
    assert kept.versions(root) == stood
    assert kept.versions(root, "b.md") == []


def test_another_writer_is_waited_for_and_then_named(root: Path) -> None:
    with state.write_lock(root), pytest.raises(Held, match=r"is writing to .*waited 0\.1 s"):
        _take_the_lock_in_a_thread(root)


def _take_the_lock_in_a_thread(root: Path) -> None:
    raised: list[Held] = []

    def take() -> None:
        try:
            with state.write_lock(root, wait=0.1):
                pass
        except Held as held:
            raised.append(held)

    thread = Thread(target=take)
    thread.start()
    thread.join()
    raise raised[0]


def test_who_holds_the_vault_writes_many_notes(root: Path) -> None:
    with state.write_lock(root):
        assert write_new(root, "b.md", NEW).fate == Fate.WRITTEN
        assert rewrite(root, "a.md", NEW, expected=source_of(root)).fate == Fate.WRITTEN


@pytest.mark.skipif(sys.platform != "linux", reason="looks at descriptors as Linux shows them")
def test_no_file_stays_open(root: Path) -> None:
    write_new(root, "b.md", NEW)
    before = os.listdir("/proc/self/fd")
    assert write_new(root, "c.md", NEW).fate == Fate.WRITTEN
    assert rewrite(root, "a.md", NEW, expected=source_of(root)).fate == Fate.WRITTEN
    assert os.listdir("/proc/self/fd") == before


def test_new_notes_and_folders_get_the_mode_that_the_system_gives(root: Path) -> None:
    """What others who share the vault may do is the person's to say, by their umask."""
    before = os.umask(0)
    try:
        write_new(root, "Reviews/b.md", NEW)
    finally:
        os.umask(before)
    assert stat.S_IMODE((root / "Reviews").stat().st_mode) == 0o777
    assert stat.S_IMODE((root / "Reviews" / "b.md").stat().st_mode) == 0o666


def test_of_two_programs_that_make_a_folder_both_write(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mkdir = os.mkdir

    def be_second(folder: Path, mode: int = 0o777) -> None:
        mkdir(folder, mode)
        mkdir(folder, mode)

    monkeypatch.setattr(os, "mkdir", be_second)
    assert write_new(root, "Reviews/b.md", NEW).fate == Fate.WRITTEN


def test_the_largest_note_is_written(root: Path) -> None:
    assert write_new(root, "b.md", "x" * LARGEST).fate == Fate.WRITTEN
    assert write_new(root, "c.md", "x" * (LARGEST + 1)).fate == Fate.REFUSED


def test_what_an_interrupted_run_left_is_moved_and_not_lost(root: Path) -> None:
    stray = ".vaultgoals-0123456789abcdef-01234567.tmp"
    (root / stray).write_text("perhaps theirs\n")
    (root / ".vaultgoals-mine.tmp").write_text("not our pattern\n")
    assert rescue_strays(root, "") == []
    (moved,) = rescue_strays(root, "", older_than=-1)
    assert moved.read_text() == "perhaps theirs\n"
    assert sorted(os.listdir(root)) == [".vaultgoals-mine.tmp", "a.md"]
    assert [version.path for version in kept.versions(root)] == ["Found 01234567.md"]


def test_a_note_saved_a_moment_ago_is_being_edited(root: Path) -> None:
    assert being_edited(root, source_of(root))
    long_enough_ago = time.time() - 2.5
    os.utime(root / "a.md", (long_enough_ago, long_enough_ago))
    assert not being_edited(root, source_of(root))


def test_what_we_wrote_a_moment_ago_is_not_being_edited(root: Path) -> None:
    rewrite(root, "a.md", NEW, expected=source_of(root))
    assert not being_edited(root, source_of(root))


@pytest.mark.parametrize("swap", [".a.md.swp", ".#a.md", "#a.md#"])
def test_a_note_with_a_fresh_swap_file_is_being_edited(root: Path, swap: str) -> None:
    os.utime(root / "a.md", ns=(HOUR_AGO, HOUR_AGO))
    (root / swap).symlink_to("ana@laptop.1234") if "#" in swap[:2] else (root / swap).touch()
    assert being_edited(root, source_of(root))
    long_enough_ago = time.time() - 60.5
    os.utime(root / swap, (long_enough_ago, long_enough_ago), follow_symlinks=False)
    assert not being_edited(root, source_of(root))


def test_two_vaults_have_two_places_and_a_link_to_one_has_its_place(root: Path, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "link").symlink_to(root)
    assert state.state_folder(root) != state.state_folder(tmp_path / "other")
    assert state.state_folder(root) == state.state_folder(tmp_path / "link")
    assert state.state_folder(root).is_relative_to(tmp_path / "state")


def test_a_state_folder_that_cannot_be_made_is_said_in_a_sentence(root: Path, tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file")
    with pytest.raises(Unwritten, match=r"The folder .* cannot be made: a file stands"):
        write_new(root, "b.md", NEW)
    assert os.listdir(root) == ["a.md"]


def test_versions_older_than_yesterday_are_forgotten(root: Path) -> None:
    old = state.state_folder(root) / "kept" / "2020-01-01" / "120000.000000"
    old.mkdir(parents=True)
    (old / "a.md").write_text("ancient\n")
    rewrite(root, "a.md", NEW, expected=source_of(root))
    assert [version.file.read_text() for version in kept.versions(root)] == [OLD]
