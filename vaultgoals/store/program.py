"""Which program this is, so that what it kept is read by no other."""

import os
import sys
from functools import cache
from pathlib import Path

from vaultgoals import __version__

_HOME = Path(__file__).parent.parent


@cache
def program() -> str:
    """The version, and Python's; where we run from a checkout also when a file of ours last changed."""
    version = f"{__version__} {sys.version_info[:3]}"
    return version if "site-packages" in _HOME.parts else f"{version} {_last_change(_HOME)}"


def own_command() -> tuple[str, ...]:
    """How this program is called from anywhere, in words: by the name it was installed under, else by Python.

    The path is that of its environment, so that another Python on the PATH changes nothing.
    """
    from sysconfig import get_path  # which the other question has no use for

    name = "vaultgoals.exe" if sys.platform == "win32" else "vaultgoals"
    installed = os.path.join(get_path("scripts"), name)
    return (installed,) if os.path.isfile(installed) else (sys.executable, "-m", "vaultgoals")


def _last_change(folder: Path | str) -> int:
    last = os.stat(folder).st_mtime_ns
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(".py"):
                last = max(last, entry.stat().st_mtime_ns)
            elif entry.is_dir() and entry.name != "__pycache__":
                last = max(last, _last_change(entry.path))
    return last
