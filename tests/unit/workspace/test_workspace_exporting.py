"""An export is written whole, or not at all, where one of its files is somebody else's."""

from pathlib import Path

import pytest

from vaultgoals.errors import Unwritten, UsageError
from vaultgoals.store.kept import versions
from vaultgoals.store.write import write_new
from vaultgoals.workspace.exporting import write_export


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    (tmp_path / "vault").mkdir()
    return tmp_path / "vault"


def test_where_one_file_is_somebody_elses_none_is_written(root: Path, tmp_path: Path) -> None:
    theirs, other = tmp_path / "out" / "b.csv", tmp_path / "out" / "a.csv"
    theirs.parent.mkdir()
    theirs.write_bytes(b"theirs")
    with pytest.raises(Unwritten, match="nothing is exported"):
        write_export(root, {other: b"1", theirs: b"2"}, force=False)
    assert not other.exists()
    write_export(root, {other: b"1", theirs: b"2"}, force=True)
    assert (other.read_bytes(), theirs.read_bytes()) == (b"1", b"2")


def test_a_file_is_written_where_a_link_leads(root: Path, tmp_path: Path) -> None:
    (tmp_path / "latest").symlink_to(tmp_path / "real.json")
    assert write_export(root, {tmp_path / "latest": b"1"}, force=False) == (tmp_path / "real.json",)
    assert (tmp_path / "latest").is_symlink()


def test_an_export_never_makes_a_note(root: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="is no note"):
        write_export(root, {tmp_path / "goals.md": b"1"}, force=True)


@pytest.mark.parametrize("name", ["vaultgoals.toml", "vaultgoals-baseline.json"])
def test_an_export_is_never_called_as_a_file_that_we_read(root: Path, tmp_path: Path, name: str) -> None:
    for place in (root / name, tmp_path / name):
        with pytest.raises(UsageError, match="which vaultgoals reads for itself"):
            write_export(root, {place: b"1"}, force=True)
        assert not place.exists()


def test_what_we_wrote_into_the_vault_ourselves_is_not_an_exports_to_replace(root: Path) -> None:
    write_new(root, "Goals.base", "views: []")
    with pytest.raises(Unwritten, match="nothing is exported"):
        write_export(root, {root / "Goals.base": b"{}"}, force=False)
    assert (root / "Goals.base").read_text() == "views: []"


def test_in_the_vault_what_is_replaced_is_kept(root: Path) -> None:
    place = root / "Data" / "goals.json"
    write_export(root, {place: b"one"}, force=False)
    write_export(root, {place: b"two"}, force=False)
    assert place.read_bytes() == b"two"
    assert [version.path for version in versions(root)] == ["Data/goals.json"]


def test_in_the_vault_nothing_is_hidden(root: Path) -> None:
    with pytest.raises(Unwritten, match="lies in a hidden folder"):
        write_export(root, {root / ".obsidian" / "goals.json": b"one"}, force=False)
