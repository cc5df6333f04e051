"""What a run opens, lists and imports, counted: figures that no busy machine can change."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

Build = Callable[..., Path]
Count = Callable[..., "Counted"]

OBSERVED = Path(__file__).resolve().parents[2] / "bench" / "observed.py"
NOTES = {f"Notes/{number}.md": f"# Note {number}\n" for number in range(8)}


class Counted(NamedTuple):
    """The notes that a run opened, each as often as it did; the folders it listed; the modules it had."""

    notes: list[str]
    folders: list[str]
    modules: frozenset[str]


@pytest.fixture
def count(environ: dict[str, str], tmp_path: Path) -> Count:
    """Runs `vaultgoals` in a folder and counts: `count(root, "check")`."""

    def observe(root: Path, *args: str) -> Counted:
        report = tmp_path / "report.json"
        subprocess.run(
            [sys.executable, "-P", str(OBSERVED), str(report), "doings", "--today", "2026-11-20", *args],
            cwd=root,
            env=environ,
            capture_output=True,
            timeout=60,
            check=False,
        )
        told = json.loads(report.read_text())
        within = [
            [
                Path(path).relative_to(root).as_posix()
                for _, path in told[name]
                if Path(path).is_relative_to(root)
            ]
            for name in ("opened", "listed")
        ]
        notes = [path for path in within[0] if path.endswith(".md")]
        return Counted(sorted(notes), sorted(within[1]), frozenset(told["modules"]))

    return observe


def test_a_first_check_opens_every_note_once_and_lists_every_folder_once(vault: Build, count: Count) -> None:
    root = vault(NOTES)
    counted = count(root, "check")
    assert counted.notes == ["Goals/Onboarding calls.md", "Goals/Trial conversion.md", *sorted(NOTES)]
    assert counted.folders == [".", "Goals", "Notes"]


def test_a_second_check_opens_nothing_and_lists_every_folder_once(vault: Build, count: Count) -> None:
    root = vault(NOTES)
    first, second = count(root, "check"), count(root, "check")
    assert (second.notes, second.folders) == ([], first.folders)


@pytest.mark.parametrize("path", ["Notes/3.md", "Goals/Trial conversion.md"])
def test_after_an_edit_a_check_opens_that_note_alone(vault: Build, count: Count, path: str) -> None:
    root = vault(NOTES)
    count(root, "check")
    with (root / path).open("a") as note:
        note.write("Words.\n")
    assert count(root, "check").notes == [path]


@pytest.mark.parametrize("path", ["2026-11-19.md", "Goals/Trial conversion.md"])
def test_a_sentence_more_in_a_note_lets_nothing_be_worked_out_again(
    vault: Build, count: Count, path: str
) -> None:
    root = vault({**NOTES, "2026-11-19.md": "Onboarding calls:: 2\n"})
    count(root, "check")
    with (root / path).open("a") as note:
        note.write("\nIt went well, and I would do it again.\n")
    counted = count(root, "check")
    assert counted.notes == [path]
    assert not any(name.startswith(("vaultgoals.rules", "vaultgoals.markdown")) for name in counted.modules)


def test_another_command_opens_no_note_that_was_read_already(vault: Build, count: Count) -> None:
    root = vault(NOTES)
    count(root, "check")
    assert count(root, "status").notes == []
    assert count(root, "explain", "Trial conversion").notes == []


def test_a_second_review_opens_nothing(vault: Build, count: Count) -> None:
    root = vault(NOTES)
    count(root, "review")
    count(root, "check")  # looks at the pages that were just written
    assert count(root, "review").notes == []


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_what_needs_no_vault_opens_nothing_in_it_and_imports_no_library_but_click(
    vault: Build, count: Count, option: str
) -> None:
    counted = count(vault(NOTES), option)
    assert (counted.notes, counted.folders) == ([], [])
    assert counted.modules.isdisjoint({"jinja2", "markdown_it", "yaml", "watchdog", "rich", "platformdirs"})


def test_a_check_imports_neither_what_draws_pages_nor_what_watches(vault: Build, count: Count) -> None:
    assert count(vault(NOTES), "check").modules.isdisjoint({"jinja2", "watchdog", "rich"})
