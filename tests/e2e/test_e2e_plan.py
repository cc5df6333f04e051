"""`vaultgoals plan`: the ten-minute plan, at a terminal."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from talk import END, INTERRUPT, talk

Run = Callable[..., subprocess.CompletedProcess[str]]
Build = Callable[..., Path]

ANSWERS = [
    ("again and again: ", "Demo calls"),
    ("How often", "50 per week"),
    ("in one sentence", "they see"),
    ("again and again: ", ""),
    ("To do: ", "- [ ] Book a room"),
    ("Who", "Ana"),
    ("By when", "2026-11-19"),
    ("is over", "2026-12-02"),
    ("To do: ", ""),
    ("Guardrail: ", "Refunds"),
    ("The most", "2 %"),
]


@pytest.fixture
def root(vault: Build) -> Path:
    made = vault()
    for path in made.rglob("*.md"):
        os.utime(path, (path.stat().st_atime, path.stat().st_mtime - 3600))
    return made


def contents(root: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in root.rglob("*.md")}


def test_an_outcome_is_planned_and_check_says_less_than_before(
    run: Run, root: Path, environ: dict[str, str]
) -> None:
    before = len(run(root, "check", "-v").stdout.splitlines())
    told = talk(
        root, environ | {"NO_COLOR": "1"}, "plan", "Trial conversion", answers=[*ANSWERS, ("Write it?", "")]
    )
    assert told.code == 0
    assert "  Onboarding calls, 10 per week\n" in told.shown
    assert "    - [ ] Book a room @ana 📅 2026-12-02\n" in told.shown
    assert max(map(len, told.shown.splitlines())) <= 90
    assert "because: they see\n" in (root / "Goals/Demo calls.md").read_text()
    assert (root / "Goals/Refunds.md").read_text().startswith("---\ntype: guardrail\n")
    outcome = (root / "Goals/Trial conversion.md").read_text()
    assert outcome.endswith("early look\n\n## Actions\n\n- [ ] Book a room @ana 📅 2026-12-02\n")
    after = run(root, "check", "-v")
    assert after.returncode == 0
    assert len(after.stdout.splitlines()) < before


@pytest.mark.parametrize(
    ("answers", "code"),
    [
        ([*ANSWERS, ("Write it?", INTERRUPT)], 130),
        ([*ANSWERS[:2], ("in one sentence", END)], 130),
        ([*ANSWERS, ("Write it?", "n")], 0),
    ],
)
def test_what_is_not_agreed_to_writes_nothing_and_says_so(
    root: Path, environ: dict[str, str], answers: list[tuple[str, str]], code: int
) -> None:
    before = contents(root)
    told = talk(root, environ, "plan", "Trial conversion", answers=answers)
    assert told.code == code
    assert "Nothing was written." in told.shown
    assert contents(root) == before
