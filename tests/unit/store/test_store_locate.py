"""Finding the vault."""

from pathlib import Path

import pytest

from vaultgoals.errors import NoVault
from vaultgoals.store.locate import find_vault


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    root = tmp_path / "vault"
    (root / "Goals" / "Deep").mkdir(parents=True)
    (root / "vaultgoals.toml").touch()
    return root


def test_it_is_found_upwards_from_where_one_stands(vault: Path) -> None:
    assert find_vault(vault / "Goals" / "Deep", None, {}) == vault


def test_the_nearest_one_holds(vault: Path) -> None:
    (vault / "Goals" / ".obsidian").mkdir()
    assert find_vault(vault / "Goals" / "Deep", None, {}) == vault / "Goals"


def test_the_one_that_was_named_holds_before_the_variable(vault: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    (other / ".obsidian").mkdir(parents=True)
    environ = {"VAULTGOALS_VAULT": str(other)}
    assert find_vault(tmp_path, Path("vault"), environ) == vault
    assert find_vault(vault, None, environ) == other
    assert find_vault(vault, None, {"VAULTGOALS_VAULT": ""}) == vault


@pytest.mark.parametrize("named", ["vault/Goals", "nowhere"])
def test_a_named_folder_that_is_no_vault_is_not_searched_upwards(vault: Path, named: str) -> None:
    with pytest.raises(NoVault) as raised:
        find_vault(vault.parent, Path(named), {})
    assert raised.value.exit_code == 3
    assert raised.value.message == (
        f"There is no vault in {named}: neither vaultgoals.toml nor .obsidian/ was found."
    )
    assert "vaultgoals init" in raised.value.hint


def test_none_anywhere_names_the_folder_it_began_in(tmp_path: Path) -> None:
    with pytest.raises(NoVault, match=f"no vault in {tmp_path} or any folder above it"):
        find_vault(tmp_path, None, {})
