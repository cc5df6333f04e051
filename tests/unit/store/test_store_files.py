"""Finding notes and reading them, whatever stands there."""

import os
import socket
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaultgoals.core.source import digest_of
from vaultgoals.errors import Unwritten
from vaultgoals.store.files import Texts, decode, encode, read
from vaultgoals.store.ignore import Ignore
from vaultgoals.store.shelf import NO_FILE, Shelf, is_settled, path_in, scan, scan_again

LIMIT = 5 * 2**20


def names(root: Path, *ignore: str) -> list[str]:
    found = scan(root, Ignore.of(ignore)).items()
    return sorted(path_in(folder, name) for folder, shelf in found for name in shelf.notes)


def fill(root: Path, *paths: str) -> None:
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(path)


def test_notes_are_found_at_any_depth(tmp_path: Path) -> None:
    fill(tmp_path, "b.md", "a/z.md", "a.md", "a/b/c.md", "picture.png", "notes.markdown")
    assert names(tmp_path) == ["a.md", "a/b/c.md", "a/z.md", "b.md"]


def test_hidden_files_and_folders_are_invisible(tmp_path: Path) -> None:
    fill(tmp_path, ".obsidian/x.md", ".trash/x.md", "Goals/.git/x.md", "Goals/.#x.md", "Goals/x.md")
    assert names(tmp_path) == ["Goals/x.md"]


def test_an_entry_knows_size_times_and_inode(tmp_path: Path) -> None:
    fill(tmp_path, "a.md")
    status = (tmp_path / "a.md").stat()
    (marks,) = scan(tmp_path)[""].by_name().values()
    assert tuple(marks) == (4, status.st_mtime_ns, status.st_ino, status.st_ctime_ns)


@pytest.mark.parametrize(
    ("pattern", "covered", "free"),
    [
        ("Templates/", "Templates/a.md", "Goals/Templates/a.md"),
        ("Templates", "Templates/deep/a.md", "Templates2/a.md"),
        ("Archive/**", "Archive/2020/a.md", "Archive.md"),
        ("Archive/*", "Archive/a.md", "Old/Archive/a.md"),
        ("**/Drafts/", "a/b/Drafts/x.md", "a/Drafts.md"),
        ("**/Drafts/", "Drafts/x.md", "drafts/x.md"),
        ("**/*.draft.md", "a/b.draft.md", "a/b.md"),
        ("Inbox.md", "Inbox.md", "Goals/Inbox.md"),
        ("a/**/z", "a/z/x.md", "a/b.md"),
        ("a/**/z", "a/b/c/z/x.md", "b/a/z/x.md"),
        ("20??/", "2026/a.md", "26/a.md"),
        ("Caf\u00e9/", "Cafe\u0301/a.md", "Cafe/a.md"),
    ],
)
def test_a_pattern_begins_at_the_root_and_covers_what_is_below(pattern: str, covered: str, free: str) -> None:
    assert covered in Ignore.of([pattern])
    assert free not in Ignore.of([pattern])


def test_no_pattern_covers_nothing() -> None:
    assert "a.md" not in Ignore.of([])
    assert "a.md" not in Ignore.of(["", "/"])


def test_a_malicious_pattern_takes_no_time() -> None:
    assert "a/" * 200 + "b.md" not in Ignore.of(["**/a/" * 50 + "c", "*a" * 50 + "c"])


def test_ignored_folders_are_left_out(tmp_path: Path) -> None:
    fill(tmp_path, "Templates/t.md", "Archive/2020/a.md", "Goals/g.md")
    assert names(tmp_path, "Templates/", "Archive/**") == ["Goals/g.md"]


def test_what_is_ignored_is_no_note_but_links_may_lead_there(tmp_path: Path) -> None:
    (tmp_path / "Archive").mkdir()
    (tmp_path / "Archive" / "Old.md").write_text("")
    (tmp_path / "picture.png").write_text("")
    found = scan(tmp_path, Ignore.of(["Archive/"]))
    assert {folder: (shelf.notes, shelf.others) for folder, shelf in found.items()} == {
        "": ((), ("picture.png",)),
        "Archive": ((), ("Old.md",)),
    }


def test_linked_folders_are_not_followed_even_in_a_loop(tmp_path: Path) -> None:
    fill(tmp_path, "vault/a.md", "outside/b.md")
    (tmp_path / "vault" / "loop").symlink_to(tmp_path / "vault")
    (tmp_path / "vault" / "out").symlink_to(tmp_path / "outside")
    assert names(tmp_path / "vault") == ["a.md"]


def test_what_is_no_file_is_listed_and_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    (tmp_path / "folder.md").mkdir()
    (tmp_path / "link.md").symlink_to("/dev/zero")
    listener = socket.socket(socket.AF_UNIX)
    with listener, pytest.MonkeyPatch.context() as patch:
        patch.chdir(tmp_path)
        listener.bind("socket.md")
        reasons = {path: read(tmp_path, path, limit=LIMIT).unreadable for path in names(tmp_path)}
        sizes = {name: marks[0] for name, marks in scan(tmp_path)[""].by_name().items()}
    assert set(sizes.values()) == {NO_FILE}
    assert reasons == {
        "folder.md": "is a folder, not a file",
        "link.md": "is a symbolic link, which is not followed",
        "pipe.md": "is a named pipe, not a file",
        "socket.md": "is a socket, not a file",
    }


def test_notes_in_a_folder_named_like_a_note_are_found(tmp_path: Path) -> None:
    fill(tmp_path, "folder.md/a.md")
    assert names(tmp_path) == ["folder.md", "folder.md/a.md"]


def test_names_that_are_no_utf8_survive(tmp_path: Path) -> None:
    with open(os.fsencode(tmp_path) + b"/caf\xe9.md", "wb") as stream:
        stream.write(b"text")
    assert names(tmp_path) == ["caf\udce9.md"]
    assert read(tmp_path, "caf\udce9.md", limit=LIMIT).text == "text"


def test_a_vault_that_cannot_be_listed_is_told_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(Unwritten, match="cannot be read: it is gone"):
        scan(tmp_path / "gone")


def test_only_the_folders_that_are_named_are_looked_at_again(tmp_path: Path) -> None:
    fill(tmp_path, "Goals/a.md", "Notes/b.md")
    known = scan(tmp_path)
    fill(tmp_path, "Goals/new.md", "Notes/unseen.md")
    found = scan_again(tmp_path, known, ["Goals"])
    assert {folder: shelf and set(shelf.notes) for folder, shelf in found.items()} == {
        "Goals": {"a.md", "new.md"}
    }


def test_folders_that_came_below_one_are_looked_at_with_it(tmp_path: Path) -> None:
    known = scan(tmp_path)
    fill(tmp_path, "New/Deep/a.md")
    found = scan_again(tmp_path, known, ["New/Deep"])
    assert set(found) == {"", "New", "New/Deep"}


def test_a_folder_that_is_gone_is_gone_with_all_below_it(tmp_path: Path) -> None:
    fill(tmp_path, "Old/Deep/a.md", "Older/b.md")
    known = scan(tmp_path)
    (tmp_path / "Old").rename(tmp_path.parent / f"{tmp_path.name} elsewhere")
    found = scan_again(tmp_path, known, ["Old/Deep"])
    assert [folder for folder, shelf in found.items() if shelf is None] == ["Old/Deep", "Old"]
    assert found[""] == Shelf(notes=(), marks=known[""].marks, folders=("Older",))


def test_a_folder_that_became_a_link_is_gone(tmp_path: Path) -> None:
    fill(tmp_path, "vault/Goals/a.md", "outside/b.md")
    known = scan(tmp_path / "vault")
    (tmp_path / "vault/Goals").rename(tmp_path / "old")
    (tmp_path / "vault/Goals").symlink_to(tmp_path / "outside")
    assert scan_again(tmp_path / "vault", known, ["Goals"])["Goals"] is None


@pytest.mark.parametrize("data", [b"", b"plain", "Übung\r\n".encode(), b"x" * 2**18])
def test_a_plain_text_is_read_at_once(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.md").write_bytes(data)
    assert Texts(tmp_path).text("a.md", len(data)) == data.decode()


@pytest.mark.parametrize(
    ("data", "size"),
    [(b"\xef\xbb\xbfx", 4), (b"a\0b", 3), (b"\xff", 1), (b"grown", 4), (b"shrunk", 7), (b"x" * 2**19, 2**19)],
)
def test_what_is_no_plain_text_is_left_to_a_closer_look(tmp_path: Path, data: bytes, size: int) -> None:
    (tmp_path / "a.md").write_bytes(data)
    assert Texts(tmp_path).text("a.md", size) is None


def test_what_became_a_link_or_a_pipe_is_left_to_a_closer_look(tmp_path: Path) -> None:
    (tmp_path / "link.md").symlink_to("/etc/hostname")
    os.mkfifo(tmp_path / "pipe.md")
    texts = Texts(tmp_path)
    assert [texts.text(name, 3) for name in ("link.md", "pipe.md", "gone.md")] == [None] * 3


@pytest.mark.parametrize(
    ("data", "text", "bom"),
    [
        (b"", "", False),
        (b"one\r\ntwo\r\n", "one\r\ntwo\r\n", False),
        (b"\xef\xbb\xbf---\r\n", "---\r\n", True),
        (b"\xef\xbb\xbf\xef\xbb\xbfx", "\ufeffx", True),
        ("a\u2028b\x85c\x0b".encode(), "a\u2028b\x85c\x0b", False),
    ],
)
def test_text_is_read_as_it_stands(tmp_path: Path, data: bytes, text: str, *, bom: bool) -> None:
    (tmp_path / "a.md").write_bytes(data)
    source = read(tmp_path, "a.md", limit=LIMIT)
    assert (source.text, source.bom, source.unreadable) == (text, bom, None)
    assert source.digest == digest_of(data)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ("Zwölf".encode("latin-1"), "is not UTF-8 text (byte 0xf6 at 2)"),
        ("日本".encode("shift-jis"), "is not UTF-8 text (byte 0x93 at 0)"),
        ("Ziel".encode("utf-16"), "is UTF-16 text, not UTF-8"),
        ("Ziel".encode("utf-32"), "is UTF-32 text, not UTF-8"),
        ("Ziel".encode("utf-16-be"), "is not text (a NUL byte at 0)"),
        (bytes(4096), "is not text (a NUL byte at 0)"),
        (b"good\0bad", "is not text (a NUL byte at 4)"),
        ("ü".encode()[:1], "is not UTF-8 text (byte 0xc3 at 0)"),
        (b"\xef\xbb\xbf\xff", "is not UTF-8 text (byte 0xff at 3)"),
        (b"x" * 101, "is larger than 100 bytes"),
    ],
)
def test_what_is_no_text_says_why(tmp_path: Path, data: bytes, reason: str) -> None:
    (tmp_path / "a.md").write_bytes(data)
    limit = 100 if len(data) == 101 else LIMIT
    source = read(tmp_path, "a.md", limit=limit)
    assert (source.text, source.unreadable) == ("", reason)


def test_a_huge_note_is_refused_by_its_size_alone(tmp_path: Path) -> None:
    with (tmp_path / "a.md").open("wb") as stream:
        stream.truncate(2**30)
    assert read(tmp_path, "a.md", limit=LIMIT).unreadable == "is larger than 5 MiB"


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("gone.md", "cannot be read: it is gone"),
        ("x" * 300 + ".md", "cannot be read: its path is too long"),
        ("nul\0.md", "cannot be read: its path is no path"),
    ],
)
def test_a_note_that_cannot_be_opened_says_why(tmp_path: Path, path: str, reason: str) -> None:
    assert read(tmp_path, path, limit=LIMIT).unreadable == reason


@given(st.binary(max_size=200))
def test_any_bytes_are_text_that_leads_back_to_them_or_a_reason(data: bytes) -> None:
    source = decode("a.md", data)
    if source.unreadable is None:
        assert encode(source.text, bom=source.bom) == data
    else:
        assert source.text == ""


def test_what_utf8_cannot_hold_is_written_as_an_escape() -> None:
    assert encode("caf\udce9", bom=False) == b"caf\\udce9"


@pytest.mark.parametrize(
    ("times", "later", "settled"),
    [
        ((1_760_000_000_123_456_789, 1_760_000_000_123_456_789), 15_000_000, False),
        ((1_760_000_000_123_456_789, 1_760_000_000_123_456_789), 25_000_000, True),
        ((1_760_000_000_000_000_000, 1_760_000_000_000_000_000), 25_000_000, False),
        ((1_760_000_000_000_000_000, 1_760_000_000_000_000_000), 2_500_000_000, False),
        ((1_760_000_000_000_000_000, 1_760_000_000_000_000_000), 3_500_000_000, True),
        ((1_760_000_000_120_000_000, 1_760_000_000_120_000_000), 2_000_000_000, False),
        ((1_700_000_000_000_000_000, 1_760_000_000_123_456_789), 25_000_000, True),
    ],
)
def test_a_file_is_believed_once_its_clock_would_tell_another_change(
    times: tuple[int, int], later: int, *, settled: bool
) -> None:
    """Some file systems count in whole seconds; a time that a program put back says nothing of that."""
    modified, changed = times
    assert is_settled((4, modified, 1, changed), changed + later) is settled
