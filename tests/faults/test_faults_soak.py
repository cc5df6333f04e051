"""A watcher that lives for long holds no more than one that has just begun; the short form of `make soak`."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

SOAK = Path(__file__).parents[1] / "soak.py"


@pytest.mark.skipif(sys.platform != "linux", reason="what a process holds is told on Linux")
def test_after_some_hundred_edits_nothing_has_grown_and_the_pages_are_those_of_a_run_from_scratch() -> None:
    done = subprocess.run(
        [sys.executable, str(SOAK), "300"], capture_output=True, text=True, timeout=300, check=False
    )
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    assert re.search(r"[1-9][\d,]* written", done.stdout)
    assert "in all  300 edits, flat, pages current in the end" in done.stdout
