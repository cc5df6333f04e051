"""The power is cut while something is written: the old text or the new one, whole, and nothing lost."""

import re
import subprocess
import sys
from pathlib import Path

import pytest


def test_whatever_a_disk_holds_after_a_power_cut_nothing_is_lost() -> None:
    """A part of all the ways in which it may look; `make powercuts` tries all, on ext4 too."""
    suite = Path(__file__).with_name("powercuts.py")
    done = subprocess.run(
        [sys.executable, str(suite), "--short"], capture_output=True, text=True, timeout=120, check=False
    )
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    if untraced := re.match(r"disks   none: it (.*)", done.stdout):
        pytest.skip(untraced[1])
    looked = re.search(r"in all  ([\d,]+) disks after a power cut, \1 held all, 0 lost", done.stdout)
    assert looked, done.stdout
    assert int(looked[1].replace(",", "")) > 800
