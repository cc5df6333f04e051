"""The vaults that are measured: always the same bytes, made once, and not changed by what is measured."""

import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from bench.genvault import generate
from bench.vaults import Shape, Shelf, detached, of_checkins, of_size

ROOT = Path(__file__).resolve().parents[2]
SMALL = Shape(name="small", notes=12, goals=6, checkins=9)


def digest(root: Path) -> str:
    """One digest of all files, their paths included."""
    files = sorted(path for path in root.rglob("*") if path.is_file())
    told = sha256()
    for path in files:
        told.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return told.hexdigest()[:16]


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ({"notes": 30, "goals": 7, "checkins": 40, "days": 9, "seed": 5}, "82f0b434b30ef818"),
        ({"notes": 0, "goals": 5, "checkins": 40, "days": 9, "seed": 5}, "cb66edad434d2441"),
        ({"notes": 50, "goals": 0, "checkins": 0, "days": 9, "seed": 2}, "1c8a302aebd747ee"),
    ],
)
def test_the_same_arguments_make_the_same_bytes(
    tmp_path: Path, counts: dict[str, int], expected: str
) -> None:
    generate(str(tmp_path), **counts)
    assert digest(tmp_path) == expected


def test_the_command_line_makes_the_same_vault(tmp_path: Path) -> None:
    options = ["--notes", "12", "--goals", "6", "--checkins", "9", "--days", "3"]
    script = str(ROOT / "bench" / "genvault.py")
    subprocess.run([sys.executable, script, str(tmp_path / "a"), *options], check=True)
    generate(str(tmp_path / "b"), notes=12, goals=6, checkins=9, days=3)
    assert digest(tmp_path / "a") == digest(tmp_path / "b")


@pytest.mark.parametrize("mode", ["stat", "read"])
def test_the_floor_counts_the_notes_and_their_bytes_without_hidden_folders(tmp_path: Path, mode: str) -> None:
    (tmp_path / ".trash").mkdir()
    (tmp_path / ".trash" / "gone.md").write_text("gone")
    (tmp_path / "a.md").write_text("12345")
    (tmp_path / "b.txt").write_text("no note")
    command = [sys.executable, str(ROOT / "bench" / "floor.py"), mode, str(tmp_path), "--click"]
    assert subprocess.check_output(command, text=True) == "1 notes, 5 bytes\n"


def test_a_vault_is_made_once(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    made = shelf.vault(SMALL)
    times = {path: path.stat().st_ctime_ns for path in made.rglob("*.md")}
    assert len(times) == SMALL.all_notes
    assert shelf.vault(SMALL) == made
    assert {path: path.stat().st_ctime_ns for path in made.rglob("*.md")} == times


def test_what_is_written_into_a_copy_does_not_reach_the_shelf(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    before = digest(shelf.vault(SMALL))
    with shelf.copy(SMALL) as root:
        assert digest(root) == before
        note = detached(min(root.glob("checkins/**/*.md")))
        with note.open("a") as file:
            file.write("more\n")
        (root / "new.md").write_text("new")
        assert digest(root) != before
    assert digest(shelf.vault(SMALL)) == before
    assert os.listdir(tmp_path) == [shelf.vault(SMALL).name]


def test_vaults_are_called_by_their_size() -> None:
    assert [of_size(size).name for size in (999, 1_000, 100_000)] == ["999", "1k", "100k"]
    assert of_checkins(30_000).name == "heavy, 30k check-ins"
