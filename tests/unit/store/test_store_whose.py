"""A vault's state folder says whose it is, and is found again after a move; never another vault's."""

import os
import shutil
from pathlib import Path

import pytest

from vaultgoals.store import state
from vaultgoals.store.kept import keep, versions
from vaultgoals.store.whose import left_behind, owner_of


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    (tmp_path / "vault").mkdir()
    (tmp_path / "vault" / "a.md").write_text("new")
    keep(tmp_path / "vault", "a.md", b"old")
    return tmp_path / "vault"


def test_a_vault_that_is_moved_takes_its_folder_along(root: Path, tmp_path: Path) -> None:
    before = state.state_folder(root)
    moved = root.rename(tmp_path / "moved")
    assert [version.path for version in versions(moved)] == ["a.md"]
    assert not before.exists()
    owner = owner_of(state.state_folder(moved))
    assert owner is not None
    assert owner.root == moved
    assert state.gone_vaults() == []


def test_a_folder_without_any_of_the_kept_notes_is_another_vault(root: Path, tmp_path: Path) -> None:
    (root / "a.md").unlink()
    moved = root.rename(tmp_path / "moved")
    assert versions(moved) == []
    assert state.gone_vaults() == [root]


def test_a_copy_beside_the_vault_takes_nothing(root: Path, tmp_path: Path) -> None:
    (tmp_path / "copy").mkdir()
    (tmp_path / "copy" / "a.md").write_text("new")
    assert versions(tmp_path / "copy") == []
    assert [version.path for version in versions(root)] == ["a.md"]
    assert state.gone_vaults() == []


@pytest.mark.parametrize("label", [b"", b"12-34", b"12-34\n/half/a/pa"])
def test_a_label_that_is_cut_off_says_nothing_and_is_written_anew(root: Path, label: bytes) -> None:
    file = state.state_folder(root) / "vault"
    whole = file.read_bytes()
    file.write_bytes(label)
    assert owner_of(file.parent) is None
    assert state.gone_vaults() == []
    state.state_folder(root)
    assert file.read_bytes() == whole


def test_a_vault_that_is_not_there_leaves_its_folder_as_it_is(root: Path, tmp_path: Path) -> None:
    file = state.state_folder(root) / "vault"
    whole = file.read_bytes()
    root.rename(tmp_path / "moved")
    state.state_folder(root)
    assert file.read_bytes() == whole


def test_a_label_that_cannot_be_written_stops_nothing(root: Path) -> None:
    file = state.state_folder(root) / "vault"
    file.unlink()
    file.mkdir()
    assert [version.path for version in versions(root)] == ["a.md"]


def test_of_two_programs_one_takes_the_folder_over_and_the_other_goes_on(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    moved = root.rename(tmp_path / "moved")

    def lost(self: Path, target: Path) -> Path:
        raise OSError(39, "not empty")

    monkeypatch.setattr(Path, "rename", lost)
    assert versions(moved) == []


def test_without_any_state_no_vault_is_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "none"))
    assert state.gone_vaults() == []


def test_a_vault_in_whose_place_another_stands_is_not_gone(root: Path, tmp_path: Path) -> None:
    root.rename(tmp_path / "moved")
    root.mkdir()
    assert state.gone_vaults() == []


def test_a_vault_that_stands_where_it_stood_leaves_nothing_behind(root: Path) -> None:
    assert [*left_behind(state.state_folder(root).parent)] == []


def test_another_vault_with_a_note_of_that_name_takes_nothing(root: Path, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "a.md").write_text("another")
    shutil.rmtree(root)
    assert versions(tmp_path / "other") == []
    assert [version.path for version in versions(root)] == ["a.md"]


def test_a_folder_of_kept_notes_is_none_of_the_notes(root: Path, tmp_path: Path) -> None:
    keep(root, "Goals/b.md", b"old")
    (root / "Goals").mkdir()
    (root / "a.md").unlink()
    assert versions(root.rename(tmp_path / "moved")) == []


def test_a_vault_that_is_not_there_takes_nothing(root: Path, tmp_path: Path) -> None:
    root.rename(tmp_path / "moved")
    assert versions(tmp_path / "nowhere") == []


def test_a_label_that_is_right_is_not_written_again(root: Path) -> None:
    label = state.state_folder(root) / "vault"
    os.utime(label, (1, 1))
    state.state_folder(root)
    assert label.stat().st_mtime == 1
