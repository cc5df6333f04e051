"""Completion, by real bash where it is, and by what other shells ask."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.shell_completion import get_completion_class
from shown import Terminal

from vaultgoals.cli import group

Build = Callable[..., Path]
Run = Callable[..., subprocess.CompletedProcess[str]]
Completed = Callable[..., list[str]]

ODD = 'We\'re $5 "in", twice'
NOTES = {
    f"Goals/{ODD}.md": "---\ntype: outcome\n---\n",
    "Goals/Old/Onboarding calls.md": "---\ntype: lever\n---\n",
}


@pytest.fixture
def shell(environ: dict[str, str], tmp_path: Path) -> dict[str, str]:
    """An environment in which `vaultgoals` and `vg` are this program."""
    for name in ("vaultgoals", "vg"):
        file = tmp_path / "bin" / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m vaultgoals "$@"\n')
        file.chmod(0o755)
    return environ | {"PATH": f"{tmp_path / 'bin'}:{os.environ['PATH']}", "PS1": "$ "}


@pytest.fixture
def completed(environ: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> Completed:
    """What the program answers a shell that asks in a folder how the last of some words goes on."""
    for name in ("XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, environ[name])

    def ask(root: Path, words: str, shell: str = "bash") -> list[str]:
        at = words.rpartition(" ")[2] if shell == "fish" else str(len(words.split(" ")) - 1)
        monkeypatch.chdir(root)
        monkeypatch.setenv("COMP_WORDS", words)
        monkeypatch.setenv("COMP_CWORD", at)
        found = get_completion_class(shell)
        assert found is not None
        return found(group, {}, "vaultgoals", "_VAULTGOALS_COMPLETE").complete().splitlines()

    return ask


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("vaultgoals checkin tr", ["plain,Trial conversion"]),
        ("vaultgoals log we", [f"plain,{ODD}"]),
        ("vaultgoals explain g", ["plain,Goals/Old/Onboarding calls.md", "plain,Goals/Onboarding calls.md"]),
        ("vaultgoals inspect xyz", ["file,xyz"]),
        ("vaultgoals rule vg20", [f"plain,VG20{number}" for number in range(1, 10)]),
        ("vaultgoals rule checkin-o", ["plain,checkin-overdue", "plain,checkin-outside-goal"]),
        ("vaultgoals --today 2026-11-20 review 2026-W", ["plain,2026-W47", "plain,2026-W46"]),
        ("vaultgoals new pro", ["plain,process"]),
        ("vaultgoals new process Run --outcome tr", ["plain,Trial conversion"]),
        ("vaultgoals promote Try --outcome tr", ["plain,Trial conversion"]),
        ("vaultgoals checkin --ev", ["plain,--evidence"]),
        ("vaultgoals completion z", ["plain,zsh"]),
    ],
)
def test_words_go_on_as_what_there_is(
    vault: Build, completed: Completed, words: str, answer: list[str]
) -> None:
    root = vault(NOTES)
    found = completed(root, words)
    assert found == answer if len(answer) < 3 else set(answer) <= set(found)


def test_zsh_and_fish_are_answered_in_their_own_ways(vault: Build, completed: Completed) -> None:
    root = vault(NOTES)
    assert completed(root, "vaultgoals log tr", "zsh") == ["plain", "Trial conversion", "_"]
    assert completed(root, "vaultgoals log tr", "fish") == ["plain,Trial conversion"]
    assert completed(root, "vaultgoals log we", "fish") == [f"plain,{ODD}"]


def test_outside_a_vault_and_with_broken_settings_nothing_goes_on(
    tmp_path: Path, completed: Completed
) -> None:
    assert completed(tmp_path, "vaultgoals log tr") == []
    (tmp_path / "vaultgoals.toml").write_text("[")
    assert completed(tmp_path, "vaultgoals log tr") == []


def test_a_goal_that_came_or_went_beside_others_is_noticed(
    vault: Build, run: Run, completed: Completed
) -> None:
    root = vault()
    assert run(root, "next").returncode == 0
    assert completed(root, "vaultgoals log tr") == ["plain,Trial conversion"]
    (root / "Goals/Trains.md").write_text("---\ntype: outcome\n---\n")
    assert completed(root, "vaultgoals log tr") == ["plain,Trains", "plain,Trial conversion"]
    (root / "Goals/Trains.md").unlink()
    assert completed(root, "vaultgoals log tr") == ["plain,Trial conversion"]


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash")
def test_bash_completes_titles_in_the_quotes_that_were_begun(vault: Build, shell: dict[str, str]) -> None:
    typed = {
        "vaultgoals log tr": "vaultgoals log Trial\\ conversion ",
        "vg log Trial\\ c": "vg log Trial\\ conversion ",
        'vaultgoals log "tr': 'vaultgoals log "Trial conversion" ',
        "vaultgoals log 'tr": "vaultgoals log 'Trial conversion' ",
        "vaultgoals log we": 'vaultgoals log We\\\'re\\ \\$5\\ \\"in\\"\\,\\ twice ',
        'vaultgoals log "we': 'vaultgoals log "We\'re \\$5 \\"in\\", twice" ',
        "vaultgoals log 'we": "vaultgoals log 'We'\\''re $5 \"in\", twice' ",
    }
    with Terminal(["bash", "--norc", "--noprofile"], size=(120, 40), cwd=vault(NOTES), environ=shell) as bash:
        bash.type('eval "$(vaultgoals completion bash)"; echo ready\r')
        bash.see("\nready")
        for words, whole in typed.items():
            bash.type(f"{words}\t\x1b[F|")  # the end key, and a mark behind what bash made of it
            bash.see(f"{whole}|")
            bash.type("\x15\r")


@pytest.mark.parametrize("shell_name", ["bash", "zsh", "fish"])
def test_each_script_serves_both_names_and_runs_nothing(run: Run, tmp_path: Path, shell_name: str) -> None:
    done = run(tmp_path, "completion", shell_name, PATH="/nowhere")
    assert (done.returncode, done.stderr) == (0, "")
    assert f"_VAULTGOALS_COMPLETE={shell_name}_complete" in done.stdout
    assert " vg" in done.stdout.splitlines()[-1]
    program = shutil.which(shell_name)
    if program:
        checked = subprocess.run(
            [program, "-n"], input=done.stdout, text=True, capture_output=True, check=False
        )
        assert (checked.returncode, checked.stderr) == (0, "")
