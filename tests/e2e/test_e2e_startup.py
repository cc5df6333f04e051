"""What the program imports before it answers, by name: what takes long is there for those who need it."""

import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from vaultgoals.cli import COMMANDS

Build = Callable[..., Path]
Imported = Callable[..., frozenset[str]]

HEAVY = frozenset(
    {"jinja2", "markdown_it", "watchdog", "rich", "yaml", "filelock", "importlib.metadata", "pygls"}
)
OURS = frozenset(
    {
        "core",
        "rules",
        "markdown",
        "store",
        "workspace",
        "review",
        "render",
        "export",
        "intake",
        "watch",
        "lsp",
    }
)
ROOMS = frozenset(f"vaultgoals.{room}" for room in OURS)
FIGURES = frozenset({"vaultgoals.core.scorecard", "vaultgoals.core.diagnosis", "vaultgoals.core.keeping"})
_IMPORT = re.compile(r"^import time: +\d+ \| +\d+ \| *(\S+)$", re.MULTILINE)

# Nobody has said how this goal is felt to be, and its header holds what only a YAML parser can read.
UNUSUAL = '---\ntype: outcome\nmetric: "a \\"word\\""\n---\n'
FAULTY = "---\ntype: outcome\nmetric: [a\n---\n"


@pytest.fixture
def imported(environ: dict[str, str]) -> Imported:
    """Runs `vaultgoals` in a folder and tells all modules that it imported: `imported(root, "check")`."""

    def observe(cwd: Path, *args: str, variables: Mapping[str, str] = {}) -> frozenset[str]:
        done = subprocess.run(
            [sys.executable, "-X", "importtime", "-m", "vaultgoals", *args],
            cwd=cwd,
            env={**environ, **variables},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )
        found = frozenset(_IMPORT.findall(done.stderr))
        assert "vaultgoals.cli" in found
        return found

    return observe


def rooms_of(modules: frozenset[str]) -> set[str]:
    """The rooms that were entered, without `cli` itself."""
    return {".".join(name.split(".")[:2]) for name in modules} & ROOMS


@pytest.mark.parametrize("args", [("--version",), ("--help",), ("-h",)])
def test_version_and_help_enter_no_room_but_the_command_line(
    imported: Imported, tmp_path: Path, args: tuple[str, ...]
) -> None:
    modules = imported(tmp_path, *args)
    assert modules & (HEAVY | {"tempfile", "traceback", "sqlite3"}) == set()
    assert rooms_of(modules) == set()
    assert {name for name in modules if name.startswith("vaultgoals.cli.")} == {
        "vaultgoals.cli.boundary",
        "vaultgoals.cli.session",
    }


@pytest.mark.parametrize(
    ("words", "completed"),
    [("vaultgoals ", set(COMMANDS)), ("vaultgoals re", {"review", "restore", "resume"})],
)
def test_a_shell_completes_commands_without_importing_one(
    imported: Imported, environ: dict[str, str], tmp_path: Path, words: str, completed: set[str]
) -> None:
    asked = {"_VAULTGOALS_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": "1"}
    assert rooms_of(imported(tmp_path, variables=asked)) == set()
    told = subprocess.run(
        [sys.executable, "-m", "vaultgoals"],
        cwd=tmp_path,
        env=environ | asked,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert (told.returncode, told.stderr) == (0, "")
    assert set(told.stdout.split()) == {f"plain,{name}" for name in completed}


def test_a_shell_completes_nothing_behind_a_command_that_there_is_not(
    environ: dict[str, str], tmp_path: Path
) -> None:
    asked = {"_VAULTGOALS_COMPLETE": "bash_complete", "COMP_WORDS": "vaultgoals nope x", "COMP_CWORD": "2"}
    told = subprocess.run(
        [sys.executable, "-m", "vaultgoals"],
        cwd=tmp_path,
        env=environ | asked,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert (told.returncode, told.stdout.strip(), told.stderr) == (0, "", "")


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_a_command_needs_no_figures(imported: Imported, tmp_path: Path, command: str) -> None:
    modules = imported(tmp_path, command, "--help")
    assert modules & HEAVY == set()
    assert rooms_of(modules) <= {"vaultgoals.export", "vaultgoals.store", "vaultgoals.workspace"}


def test_a_first_check_of_a_plain_vault_imports_neither_parsers_nor_templates_nor_figures(
    vault: Build, imported: Imported
) -> None:
    modules = imported(vault(), "--today", "2026-11-20", "check")
    assert {"vaultgoals.rules", "vaultgoals.markdown.body"} <= modules
    assert modules & (HEAVY | FIGURES | {"difflib", "tempfile"}) == set()


@pytest.mark.parametrize(
    ("path", "body", "parsers"),
    [
        ("2026-11-20.md", "- [ ] call [[Onboarding calls]]\n\n<div>\n", {"markdown_it"}),
        ("2026-11-20.md", "- [ ] call [[Onboarding calls]]\n\n> so\n", set()),
        ("Note.md", "- [ ] call [[Somebody]]\n\n<div>\n", set()),
    ],
)
def test_the_parser_of_markdown_is_imported_for_the_body_that_needs_it(
    vault: Build, imported: Imported, path: str, body: str, parsers: set[str]
) -> None:
    assert imported(vault({path: body}), "check") & {"markdown_it"} == parsers


@pytest.mark.parametrize("text", [UNUSUAL, FAULTY])
def test_yaml_is_imported_for_the_header_that_needs_it(vault: Build, imported: Imported, text: str) -> None:
    assert "yaml" in imported(vault({"Goals/Odd.md": text}), "check")
