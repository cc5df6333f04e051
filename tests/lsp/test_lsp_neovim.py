"""A real editor: Neovim shows what is wrong, mends it, completes, tells of a goal and renames it."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TypeAlias

import pytest
from at_cursor import NOTES

Told: TypeAlias = dict[str, object]

SCRIPT = Path(__file__).with_name("neovim.lua")
NEOVIM = shutil.which("nvim")
CALLS = "Goals/Outbound calls.md"

pytestmark = pytest.mark.skipif(NEOVIM is None, reason="Neovim (nvim) is not installed")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A vault with a slip of the pen in one goal."""
    folder = tmp_path_factory.mktemp("vault")
    (folder / "vaultgoals.toml").touch()
    (folder / "Plain.md").write_text("Nothing about goals but [[Trial conversion|this]].\n")
    for path, text in NOTES.items():
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_text(text.replace("owner: Ana\n", "").replace("cadence", "cadance"))
    return folder


@pytest.fixture(scope="module")
def told(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Told:
    """What the person saw, step by step."""
    home = tmp_path_factory.mktemp("home")
    command = [sys.executable, "-m", "vaultgoals", "--today", "2026-11-20", "lsp"]
    own = {"HOME": home, "XDG_STATE_HOME": home, "XDG_CACHE_HOME": home, "XDG_DATA_HOME": home}
    asked = {"VAULT": root, "COMMAND": json.dumps(command), "TOLD": home / "told.json"}
    subprocess.run(
        [str(NEOVIM), "--headless", "-n", "-i", "NONE", "-u", str(SCRIPT)],
        env={**os.environ, **{name: str(value) for name, value in (own | asked).items()}},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=120,
        check=False,
    )
    found: Told = json.loads((home / "told.json").read_text())
    return found


def test_a_slip_is_found_and_mended(told: Told) -> None:
    assert told["found"] == ["VG308"]
    assert told["mended"] == {"title": "Rename `cadance` to `cadence`", "line": "cadence: 10 per week"}


def test_a_goal_is_told_of_at_the_cursor(told: Told) -> None:
    assert str(told["hovered"]).startswith("**Trial conversion** (outcome)\n\n- Now: ○ off track")


def test_a_link_is_completed_in_quotes(told: Told) -> None:
    assert told["completed"] == {"label": "Trial conversion", "line": 'outcome: "[[Trial conversion]]"'}


def test_a_goal_is_renamed_with_all_links_to_it(told: Told, root: Path) -> None:
    assert "“what” can" in str(told["refused"])
    assert told["renamed"] == 'outcome: "[[Trials won 😀]]"'
    assert str(told["still"]).startswith("**Trials won 😀**")
    assert sorted(path.name for path in (root / "Goals").iterdir()) == [
        "Outbound calls.md",
        "Trials won 😀.md",
    ]
    assert (root / "Plain.md").read_text() == "Nothing about goals but [[Trials won 😀|this]].\n"
    assert (root / CALLS).read_text() == NOTES[CALLS].replace("Trial conversion", "Trials won 😀")
