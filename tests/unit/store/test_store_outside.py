"""Files outside the vault: whole, and never over somebody else's."""

import os
from pathlib import Path

import pytest

from vaultgoals.errors import Unwritten
from vaultgoals.store.foreign import read_file, read_folder
from vaultgoals.store.outside import is_ours, put_outside


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    (tmp_path / "vault").mkdir()
    return tmp_path / "vault"


def test_a_file_is_ours_until_somebody_changes_it(root: Path, tmp_path: Path) -> None:
    place = tmp_path / "out" / "goals.csv"
    assert is_ours(root, place)
    put_outside(root, place, b"one\n")
    put_outside(root, place, b"two\n")
    assert (place.read_bytes(), is_ours(root, place)) == (b"two\n", True)
    place.write_bytes(b"two\nand mine\n")
    assert not is_ours(root, place)


def test_an_empty_file_may_be_filled_and_any_other_is_somebodys(root: Path, tmp_path: Path) -> None:
    empty, other = tmp_path / "empty", tmp_path / "other"
    empty.touch()
    other.write_bytes(b"theirs")
    assert (is_ours(root, empty), is_ours(root, other)) == (True, False)


def test_what_is_replaced_keeps_its_mode_and_nothing_is_left_beside_it(root: Path, tmp_path: Path) -> None:
    place = tmp_path / "out" / "goals.json"
    put_outside(root, place, b"one")
    place.chmod(0o600)
    put_outside(root, place, b"two")
    assert place.stat().st_mode & 0o777 == 0o600
    assert [*place.parent.iterdir()] == [place]


def test_a_folder_is_no_place_for_a_file(root: Path, tmp_path: Path) -> None:
    with pytest.raises(Unwritten, match="is a folder, not a file"):
        is_ours(root, tmp_path)


def test_a_write_that_fails_leaves_what_stood_there(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "out" / "goals.json"
    put_outside(root, place, b"one")

    def full(old: str, new: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(Unwritten, match=r"could not be written: the disk is full\."):
        put_outside(root, place, b"two")
    assert (place.read_bytes(), [*place.parent.iterdir()]) == (b"one", [place])


def test_a_path_that_cannot_be_looked_at_is_said(root: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(Unwritten, match="cannot be looked at: a file stands where a folder should be"):
        is_ours(root, tmp_path / "file" / "goals.csv")


def test_a_file_is_read_up_to_a_limit(tmp_path: Path) -> None:
    place = tmp_path / "data.csv"
    place.write_bytes(b"12345")
    assert read_file(place, limit=5) == b"12345"
    with pytest.raises(Unwritten, match="larger than 4 bytes"):
        read_file(place, limit=4)


@pytest.mark.parametrize(("name", "why"), [("nope.csv", "There is no file"), (".", "is no file.")])
def test_what_is_no_file_is_said(tmp_path: Path, name: str, why: str) -> None:
    with pytest.raises(Unwritten, match=why):
        read_file(tmp_path / name, limit=100)


def test_a_folders_files_are_read_with_those_right_below_it(tmp_path: Path) -> None:
    for name in ("Habits.csv", "001 Run/Marks.csv", "001 Run/deep/Marks.csv", "other.txt"):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(name)
    found = read_folder(tmp_path, lambda name: name.endswith(".csv"), limit=100)
    assert [*found] == ["001 Run/Marks.csv", "Habits.csv"]
    with pytest.raises(Unwritten, match="larger than"):
        read_folder(tmp_path, lambda name: name.endswith(".csv"), limit=20)
