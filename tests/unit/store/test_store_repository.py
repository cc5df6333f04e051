"""Where a vault lies in its repository."""

from pathlib import Path

import pytest

from vaultgoals.store.repository import path_in_repository


@pytest.mark.parametrize(
    ("vault", "path"), [("", ""), ("notes", "notes/"), ("my notes/of goals", "my notes/of goals/")]
)
def test_a_vault_is_named_from_its_repository(tmp_path: Path, vault: str, path: str) -> None:
    (tmp_path / ".git").mkdir()
    assert path_in_repository(tmp_path / vault) == path


def test_a_worktree_is_a_repository_too(tmp_path: Path) -> None:
    (tmp_path / ".git").write_text("gitdir: /elsewhere\n")
    assert path_in_repository(tmp_path / "notes") == "notes/"


def test_the_innermost_repository_counts(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "notes"):
        (folder / ".git").mkdir(parents=True)
    assert path_in_repository(tmp_path / "notes" / "goals") == "goals/"
