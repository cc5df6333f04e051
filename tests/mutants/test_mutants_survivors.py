"""What no test notices is explained; `make mutants` tries every mutant, which takes a night's patience."""

import subprocess
import sys
from pathlib import Path

HUNT = Path(__file__).with_name("hunt.py")


def hunt(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(HUNT), *arguments], capture_output=True, text=True, timeout=300, check=False
    )


def test_each_reason_is_about_a_mutant_that_there_is() -> None:
    listed = hunt("--list")
    assert (listed.returncode, listed.stderr) == (0, "")
    assert len(listed.stdout.splitlines()) > 400
