"""git as people have it: clones of one shared repository, and nothing of this machine's settings."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Git = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def own_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of this machine's git, and a state and a cache of the test's own."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    own = {"XDG_STATE_HOME": "state", "XDG_CACHE_HOME": "cache", "GIT_CONFIG_GLOBAL": "gitconfig"}
    for name, file in own.items():
        monkeypatch.setenv(name, str(tmp_path / file))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    (tmp_path / "gitconfig").write_text(
        "[user]\nname = Ana\nemail = ana@example.org\n[init]\ndefaultBranch = main\n"
    )


@pytest.fixture
def git() -> Git:
    """Runs git in a folder: `git(root, "add", "-A")`; it must succeed unless `code` says otherwise."""

    def call(folder: Path, *args: str, code: int = 0) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            ["git", *args], cwd=folder, capture_output=True, encoding="utf-8", timeout=60, check=False
        )
        assert done.returncode == code, done.stdout + done.stderr
        return done

    return call


@pytest.fixture
def repository(tmp_path: Path, git: Git) -> Path:
    """A repository without commits, its path with a blank and a quote in it."""
    root = tmp_path / "Ana's notes"
    git(tmp_path, "init", "-q", str(root))
    return root
