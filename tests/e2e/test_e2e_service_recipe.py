"""What docs/service.md lets a server do each Monday does work, as it stands there."""

import os
import re
import subprocess
import sys
import sysconfig
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import yaml

Build = Callable[..., Path]

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "service.md").read_text(encoding="utf-8")
(WORKFLOW,) = (yaml.safe_load(text) for text in re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL))
WHO = ("-c", "user.name=Ana", "-c", "user.email=ana@example.org")


def steps() -> list[dict[str, Any]]:
    return [step for step in WORKFLOW["jobs"]["pages"]["steps"] if "run" in step]


def shell(root: Path, script: str, environ: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    folders = [sysconfig.get_path("scripts"), str(Path(sys.executable).parent), environ["PATH"]]
    return subprocess.run(
        ["bash", "-e", "-c", script],
        cwd=root,
        env={**environ, "PATH": os.pathsep.join(folders)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


def git(root: Path, *command: str) -> str:
    done = subprocess.run(
        ["git", *WHO, *command], cwd=root, capture_output=True, encoding="utf-8", check=True
    )
    return done.stdout


def test_it_may_write_runs_alone_and_on_mondays() -> None:
    assert WORKFLOW["permissions"] == {"contents": "write"}
    assert WORKFLOW["concurrency"] == {"group": "review-pages"}
    # YAML 1.1 reads the key `on` as true.
    assert WORKFLOW[True]["schedule"] == [{"cron": "0 4 * * 1"}]
    install, review, commit = steps()
    assert install["run"].startswith("pip install ")
    assert review["run"] == "vaultgoals review"
    assert commit["if"] == "success() || failure()"


def test_pages_are_written_committed_and_pushed_once(
    vault: Build, tmp_path: Path, environ: dict[str, str]
) -> None:
    root, remote = vault(), tmp_path / "remote.git"
    git(tmp_path, "init", "-q", "--bare", str(remote))
    for command in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "Goals"]):
        git(root, *command)
    git(root, "remote", "add", "origin", str(remote))
    git(root, "push", "-q", "-u", "origin", "HEAD")
    _, review, commit = (step["run"] for step in steps())
    for _ in range(2):
        assert (
            shell(root, review.replace("vaultgoals ", "vaultgoals --today 2026-11-20 "), environ).returncode
            == 0
        )
        done = shell(root, commit, environ)
        assert done.returncode == 0, done.stderr
    told = git(remote, "log", "--format=%an: %s", "--all").splitlines()
    assert len(told) == 2
    assert re.fullmatch(r"vaultgoals: Review pages of \d{4}-\d{2}-\d{2}", told[0])
    assert "Reviews/Weekly/Review 2026-W47.md" in git(
        root, "-c", "core.quotepath=off", "ls-tree", "-r", "--name-only", "@{u}"
    )
