"""What is found out about a disk, and that trying it leaves nothing behind."""

import os
from pathlib import Path

import pytest

from vaultgoals.store import disk


def everything_below(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*"))


def test_the_disk_of_a_folder_has_room_and_is_named_where_the_system_names_it(tmp_path: Path) -> None:
    found = disk.disk_of(tmp_path)
    assert found.free > 0
    assert not found.read_only
    assert found.kind or not Path("/proc/self/mounts").exists()


@pytest.mark.parametrize(
    ("root", "kind"),
    [
        ("/", "ext4"),
        ("/home/ana", "ext4"),
        ("/mnt/nas", "nfs4"),
        ("/mnt/nas/Notes", "nfs4"),
        ("/mnt/nasty", "ext4"),
        ("/mnt/my disk/Notes", "fuse.sshfs"),
        ("/mnt/over", "tmpfs"),
    ],
)
def test_the_nearest_mount_point_says_what_a_folder_lies_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, root: str, kind: str
) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(
        "/dev/sda1 / ext4 rw 0 0\n"
        "nas:/x /mnt/nas nfs4 rw 0 0\n"
        "ana@x:/ /mnt/my\\040disk fuse.sshfs rw 0 0\n"
        "a /mnt/over ext4 rw 0 0\n"
        "b /mnt/over tmpfs rw 0 0\n"
        "broken\n"
    )
    monkeypatch.setattr(disk, "_MOUNTS", mounts)
    assert disk._kind(root) == kind


def test_folders_are_counted_with_hidden_ones_and_notes_that_a_cloud_holds_back(tmp_path: Path) -> None:
    for path in (".obsidian/plugins/x/data.json", "A/.Run.md.icloud", "A/.DS_Store", "A/B/Run.md"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("")
    assert disk.folders_below(tmp_path) == disk.Folders(count=6, held_back=1)


def test_whether_case_counts_is_told_by_a_name_that_is_there(tmp_path: Path) -> None:
    assert disk.folds_case(tmp_path) is None
    (tmp_path / "2026").write_text("")
    assert disk.folds_case(tmp_path) is None
    (tmp_path / "Run.md").write_text("")
    assert disk.folds_case(tmp_path) == (tmp_path / "rUN.MD").exists()


def test_swapping_is_tried_outside_the_folder_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path / "vault"
    root.mkdir()
    before = everything_below(tmp_path)
    assert disk.swaps_files(root, tmp_path / "gone", root, tmp_path) is not None
    assert disk.swaps_files(root, root, tmp_path / "gone") is None
    monkeypatch.setattr("vaultgoals.store.exchange.system_call", lambda: None)
    assert disk.swaps_files(root, tmp_path) is False
    assert everything_below(tmp_path) == before


def test_a_folder_that_takes_no_files_is_found_out(tmp_path: Path) -> None:
    assert disk.takes_files(tmp_path)
    assert not disk.takes_files(tmp_path / "gone")
    assert everything_below(tmp_path) == []


def test_the_size_of_what_is_kept_and_the_nearest_folder_above_what_is_not(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "one").write_bytes(b"12")
    (tmp_path / "two").write_bytes(b"123")
    os.symlink("nowhere", tmp_path / "a" / "link")
    assert disk.size_of(tmp_path) == 5 + len("nowhere")
    assert (disk.size_of(tmp_path / "two"), disk.size_of(tmp_path / "gone")) == (3, 0)
    assert disk.standing(tmp_path / "gone" / "further") == tmp_path
