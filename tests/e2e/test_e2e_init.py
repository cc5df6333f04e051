"""`vaultgoals init`: the first minute with the program."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
DAYS = ("2026-11-18", "2026-11-16", "2026-11-22", "2026-12-31", "2027-01-03", "2027-01-04")


def bytes_of(root: Path) -> dict[str, tuple[bytes, int]]:
    """Every file with its content and the moment of its last change."""
    files = (path for path in root.rglob("*") if path.is_file())
    return {str(path.relative_to(root)): (path.read_bytes(), path.stat().st_mtime_ns) for path in files}


def test_an_empty_folder_becomes_a_vault_and_the_next_step_is_said(run: Run, tmp_path: Path) -> None:
    done = run(tmp_path, "init", "notes/mine")
    assert (done.returncode, done.stderr) == (0, "")
    assert "type: outcome" in done.stdout
    assert "init --sample" in done.stdout
    assert (tmp_path / "notes" / "mine" / "vaultgoals.toml").is_file()
    assert run(tmp_path / "notes" / "mine", "check").returncode == 0


def test_the_vault_may_be_named_before_the_command(run: Run, tmp_path: Path) -> None:
    assert run(tmp_path, "-C", "mine", "init").returncode == 0
    assert (tmp_path / "mine" / "vaultgoals.toml").is_file()


def test_a_folder_with_notes_becomes_a_vault_and_nothing_in_it_changes(run: Run, tmp_path: Path) -> None:
    (tmp_path / "vault" / ".obsidian").mkdir(parents=True)
    (tmp_path / "vault" / "Run.md").write_text("---\ntype: outcome\n---\n")
    before = bytes_of(tmp_path / "vault")
    done = run(tmp_path / "vault", "init")
    assert (
        done.stdout == f"A vault of 1 note, 1 of them goals, in {tmp_path}/vault.\nNext: vaultgoals check\n"
    )
    after = bytes_of(tmp_path / "vault")
    assert set(after) - set(before) == {"vaultgoals.toml"}
    assert before.items() <= after.items()


def test_settings_that_are_there_stay(run: Run, vault: Callable[..., Path]) -> None:
    root = vault({"vaultgoals.toml": "seal-after = 3\n"})
    before = bytes_of(root)
    done = run(root, "init")
    assert done.returncode == 0
    assert done.stderr == "vaultgoals.toml is there already and stays as it is.\n"
    assert bytes_of(root) == before


@pytest.mark.parametrize("place", ["taken", "taken/below"])
def test_a_file_in_the_way_is_named_and_kept(run: Run, tmp_path: Path, place: str) -> None:
    (tmp_path / "taken").write_text("mine")
    done = run(tmp_path, "init", place)
    assert done.returncode == 3
    assert done.stderr.startswith(f"vaultgoals: {tmp_path}/{place} ")
    assert (tmp_path / "taken").read_text() == "mine"


def test_a_file_where_the_sample_needs_a_folder_is_named_and_kept(run: Run, tmp_path: Path) -> None:
    (tmp_path / "Goals").write_text("mine")
    done = run(tmp_path, "init", "--sample")
    assert done.returncode == 3
    assert "a file stands where a folder should be" in done.stderr
    assert (tmp_path / "Goals").read_text() == "mine"


def test_the_sample_changes_no_note_that_is_there(run: Run, tmp_path: Path) -> None:
    root = tmp_path / "sample"
    run(tmp_path, "init", "--sample", "sample")
    page = root / "Reviews" / "Weekly" / "Review 2026-W46.md"
    page.write_text(page.read_text().replace("this week:**", "this week:** nothing, for once"))
    (root / "Goals" / "Refunds.md").write_text("mine")
    before = bytes_of(root)
    done = run(root, "init", "--sample")
    assert done.returncode == 0
    assert "Goals/Refunds.md is there already and stays as it is.\n" in done.stderr
    changed = {path for path, state in bytes_of(root).items() if before.get(path) != state}
    assert all(path.startswith("Reviews/") for path in changed)
    assert "nothing, for once" in page.read_text()


@pytest.mark.parametrize("today", DAYS)
def test_the_sample_has_its_one_fault_on_any_day_and_is_at_rest(run: Run, tmp_path: Path, today: str) -> None:
    root = tmp_path / "sample"
    begun = run(tmp_path, "init", "--sample", "sample", today=today)
    assert begun.returncode == 0
    page = begun.stdout.rpartition("Next: read ")[2].strip()
    assert (root / page).is_file()
    before = bytes_of(root)
    checked = run(root, "check", "--format", "json", today=today)
    assert checked.returncode == 1
    findings = json.loads(checked.stdout)["findings"]
    assert [(finding["code"], finding["path"]) for finding in findings] == [
        ("VG201", "Goals/Post on LinkedIn.md")
    ]
    assert run(root, "review", today=today).returncode == 0
    assert bytes_of(root) == before


def test_the_sample_of_the_last_days_of_2026_knows_week_53(run: Run, tmp_path: Path) -> None:
    begun = run(tmp_path, "init", "--sample", today="2027-01-03")
    assert "Next: read Reviews/Weekly/Review 2026-W53.md\n" in begun.stdout
    page = (tmp_path / "Reviews" / "Weekly" / "Review 2026-W53.md").read_text()
    assert "# Week 53 · " in page
    assert "period: 2026-W53\nstart: 2026-12-28\nend: 2027-01-03\n" in page
    assert "← [[Review 2026-W52]]" in page
