"""What docs/ci.md tells servers and hooks to run does run, as it stands there."""

import os
import re
import subprocess
import sys
import sysconfig
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

Run = Callable[..., subprocess.CompletedProcess[str]]
Build = Callable[..., Path]

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
HOOKS: list[dict[str, Any]] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
WITHOUT_OUTCOME = "---\ntype: process\ncadence: weekly\nbecause: it may help\n---\n"


def shown(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)


def workflows() -> list[dict[str, Any]]:
    """The GitHub workflows on the page; YAML 1.1 reads the key `on` as true."""
    return [data for text in shown("yaml") if "jobs" in (data := yaml.safe_load(text))]


def steps() -> list[str]:
    """What the workflows run, once the program is there."""
    runs = [
        step.get("run", "") for flow in workflows() for job in flow["jobs"].values() for step in job["steps"]
    ]
    return list(dict.fromkeys(run for run in runs if run and not run.startswith("pip install ")))


SCRIPT, ASIDE = shown("sh")


@pytest.fixture
def repository(run: Run, vault: Build) -> Path:
    """A healthy vault with its pages, committed on the day that they are of."""
    root = vault()
    assert run(root, "review").returncode == 0
    for command in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "Goals"]):
        git(root, *command)
    return root


def git(root: Path, *command: str) -> None:
    day = {"GIT_COMMITTER_DATE": "2026-11-20T12:00:00", "GIT_AUTHOR_DATE": "2026-11-20T12:00:00"}
    who = ["-c", "user.name=Ana", "-c", "user.email=ana@example.org"]
    subprocess.run(["git", *who, *command], cwd=root, env=os.environ | day, check=True, capture_output=True)


def shell(root: Path, script: str, environ: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """A script as a server runs it, the program being on its path."""
    folders = os.pathsep.join(
        [sysconfig.get_path("scripts"), str(Path(sys.executable).parent), environ["PATH"]]
    )
    return subprocess.run(
        ["bash", "-e", "-c", script],
        cwd=root,
        env={**environ, "PATH": folders},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


def test_there_is_something_to_run() -> None:
    assert len(workflows()) == 2
    assert len(steps()) == 3


@pytest.mark.parametrize("script", [*steps(), SCRIPT])
def test_what_a_server_runs_passes_in_a_healthy_vault(
    repository: Path, environ: dict[str, str], script: str
) -> None:
    done = shell(repository, script, environ)
    assert (done.returncode, done.stderr.replace("All pages are current.\n", "")) == (0, "")


@pytest.mark.parametrize("script", [*steps(), SCRIPT])
def test_it_fails_where_a_goal_leads_nowhere_and_the_pages_do_not_say_so(
    repository: Path, environ: dict[str, str], script: str
) -> None:
    (repository / "Goals" / "Post.md").write_text(WITHOUT_OUTCOME)
    assert shell(repository, script, environ).returncode == 1


def test_an_old_vault_sets_its_findings_aside(repository: Path, environ: dict[str, str]) -> None:
    (repository / "Goals" / "Post.md").write_text(WITHOUT_OUTCOME)
    assert shell(repository, ASIDE, environ).returncode == 0
    assert shell(repository, "vaultgoals --today 2026-11-20 check", environ).returncode == 0
    assert shell(repository, "git diff --cached --name-only", environ).stdout == "vaultgoals-baseline.json\n"


# The hooks for pre-commit.


def test_the_hooks_are_what_pre_commit_takes() -> None:
    assert [hook["id"] for hook in HOOKS] == ["vaultgoals-check", "vaultgoals-review"]
    for hook in HOOKS:
        assert hook.keys() == {
            *("id", "name", "description", "entry", "language"),
            *("pass_filenames", "always_run"),
        }
        assert (hook["language"], hook["pass_filenames"], hook["always_run"]) == ("python", False, True)


def test_the_page_names_the_hooks_that_there_are() -> None:
    (settings,) = [data for text in shown("yaml") if "repos" in (data := yaml.safe_load(text))]
    (repo,) = settings["repos"]
    assert repo["repo"] == "local"
    assert [hook["id"] for hook in repo["hooks"]] == [hook["id"] for hook in HOOKS]
    for shown_there, hook in zip(repo["hooks"], HOOKS, strict=True):
        assert shown_there.pop("additional_dependencies") == ["vaultgoals"]
        assert shown_there.items() <= hook.items()


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: str(hook["id"]))
def test_what_a_hook_runs_passes_in_a_healthy_vault_and_fails_in_another(
    repository: Path, environ: dict[str, str], hook: dict[str, Any]
) -> None:
    entry = hook["entry"].replace("vaultgoals ", "vaultgoals --today 2026-11-20 ", 1)
    assert shell(repository, entry, environ).returncode == 0
    (repository / "Goals" / "Post.md").write_text(WITHOUT_OUTCOME)
    assert shell(repository, entry, environ).returncode == 1
