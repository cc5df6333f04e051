"""Settings that leave other folders out hold for what lies there, though nobody was told of a change."""

from pathlib import Path

import pytest

from vaultgoals.workspace.folder import Workspace

LEFT_OUT = 'ignore = ["Notes/"]\n'


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    for folder in ("Goals", "Notes/Deep"):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / "Trial.md").write_text("---\ntype: outcome\n---\n")
    return tmp_path


@pytest.mark.parametrize(("before", "after"), [("", LEFT_OUT), (LEFT_OUT, "")])
@pytest.mark.parametrize("told", [(), ("vaultgoals.toml",)])
def test_what_other_settings_leave_out_is_gone_and_what_they_let_in_is_there(
    vault: Path, before: str, after: str, told: tuple[str, ...]
) -> None:
    (vault / "vaultgoals.toml").write_text(before)
    held = Workspace.at(vault)
    (vault / "vaultgoals.toml").write_text(after)
    assert held.reload()
    held.refresh(told)
    assert held.vault.listed == Workspace.at(vault).vault.listed
    assert held.vault.goals.keys() == Workspace.at(vault).vault.goals.keys()
