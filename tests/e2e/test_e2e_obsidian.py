"""`vaultgoals init --obsidian`: what Obsidian gets, and that nothing of the person's is touched."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

Run = Callable[..., subprocess.CompletedProcess[str]]
Build = Callable[..., Path]

SNIPPET = ".obsidian/snippets/vaultgoals.css"
SAID = """\
For Obsidian:
  .obsidian/snippets/vaultgoals.css: quieter pages, once you switch it on
  Goals.base: views of your goals
  Vorlagen/New check-in.md: for new notes
  Vorlagen/New guardrail.md: for new notes
  Vorlagen/New process goal.md: for new notes
  Switch it on in Obsidian: Settings, Appearance, CSS snippets.
"""


def files_of(root: Path) -> dict[str, str]:
    files = (path for path in root.rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_text() for path in files}


def test_views_templates_and_a_style_sheet_are_added_and_nothing_is_changed(run: Run, vault: Build) -> None:
    root = vault(
        {
            ".obsidian/templates.json": json.dumps({"folder": "Vorlagen"}),
            ".obsidian/appearance.json": "{}",
            "Vorlagen/New outcome.md": "my own",
        }
    )
    before = files_of(root)
    findings = run(root, "check").stdout
    done = run(root, "init", "--obsidian")
    assert done.returncode == 0
    assert SAID in done.stdout
    assert max(map(len, SAID.splitlines())) <= 80
    assert done.stderr.splitlines() == [
        "vaultgoals.toml is there already and stays as it is.",
        "Vorlagen/New outcome.md is there already and stays as it is.",
    ]
    after = files_of(root)
    assert before.items() <= after.items()
    assert set(after) - set(before) == {
        SNIPPET,
        "Goals.base",
        *(f"Vorlagen/New {name}.md" for name in ("check-in", "guardrail", "process goal")),
    }
    assert "'!file.inFolder(\"Vorlagen\")'" in after["Goals.base"]
    assert run(root, "check").stdout == findings
    again = run(root, "init", "--obsidian")
    assert (again.returncode, "For Obsidian" in again.stdout) == (0, False)
    assert files_of(root) == after


def test_where_obsidian_was_never_opened_no_hidden_folder_is_made(run: Run, vault: Build) -> None:
    root = vault()
    done = run(root, "init", "--obsidian")
    assert done.returncode == 0
    assert "\nObsidian has no settings here yet: open the folder in it and run this again.\n" in done.stdout
    assert (root / "Goals.base").is_file()
    assert not (root / ".obsidian").exists()


def test_a_hidden_folder_behind_a_link_is_left(run: Run, vault: Build, tmp_path: Path) -> None:
    root = vault()
    (tmp_path / "elsewhere").mkdir()
    (root / ".obsidian").symlink_to(tmp_path / "elsewhere")
    done = run(root, "init", "--obsidian")
    assert done.returncode == 3
    assert f"{SNIPPET} lies behind a symbolic link.\n" in done.stderr
    assert [*(tmp_path / "elsewhere").iterdir()] == []
