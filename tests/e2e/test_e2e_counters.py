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
def count(environ: dict[str, str], tmp_path: Path, unmeasured: None) -> Count:
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


def test_a_second_check_opens_no_note_more_often_than_the_first(vault: Build, count: Count) -> None:
    root = vault(NOTES)
    first, second = count(root, "check"), count(root, "check")
    assert len(second.notes) <= len(first.notes)
    assert len(second.folders) <= len(first.folders)


def test_a_second_review_opens_no_note_more_often_than_the_first(vault: Build, count: Count) -> None:
    root = vault(NOTES)
    assert len(count(root, "review").notes) >= len(count(root, "review").notes)


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_what_needs_no_vault_opens_nothing_in_it_and_imports_no_library_but_click(
    vault: Build, count: Count, option: str
) -> None:
    counted = count(vault(NOTES), option)
    assert (counted.notes, counted.folders) == ([], [])
    assert counted.modules.isdisjoint({"jinja2", "markdown_it", "yaml", "watchdog", "rich", "platformdirs"})


def test_a_check_imports_neither_what_draws_pages_nor_what_watches(vault: Build, count: Count) -> None:
    assert count(vault(NOTES), "check").modules.isdisjoint({"jinja2", "watchdog", "rich"})
