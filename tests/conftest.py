"""What all tests of the program share: a folder to work in, and the program run as people run it."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import settings
from watcher import Watcher

pytest_plugins = ["clones"]

settings.register_profile("any machine", deadline=None)  # how fast it is says nothing of what is true
settings.load_profile("any machine")

TODAY = "2026-11-20"
"""A Friday, in week 47."""

OUTCOME = """\
---
type: outcome
metric: trials that became customers
unit: "%"
baseline: 6
target: 8
start: 2026-09-28
due: 2026-12-20
---
## Check-ins

- 2026-10-23: 6.3
- 2026-11-18: 6.4, early look
"""

PROCESS = """\
---
type: process
outcome: "[[Trial conversion]]"
cadence: 10 per week
because: people who speak to us see the value.
start: 2026-09-28
---
## Check-ins

- 2026-10-21: 10
- 2026-10-28: 10
- 2026-11-04: 10
- 2026-11-11: 10
- 2026-11-17: 4, one nice surprise
"""


def pytest_xdist_auto_num_workers() -> int:
    """For `-n auto` three workers for two cores: many tests wait for a watcher, or for a program to end."""
    return 3 * (os.cpu_count() or 2) // 2


@pytest.fixture
def vault(tmp_path: Path) -> Callable[..., Path]:
    """Builds a vault: a healthy outcome and its process goal, and whatever notes a test adds to them."""

    def build(notes: Mapping[str, str | bytes] = {}, *, bare: bool = False) -> Path:
        root = tmp_path / "vault"
        healthy = {"Goals/Trial conversion.md": OUTCOME, "Goals/Onboarding calls.md": PROCESS}
        for path, text in ({"vaultgoals.toml": ""} | ({} if bare else healthy) | dict(notes)).items():
            file = root / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return root

    return build


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    """The environment of a person without settings of their own, whose state lies in the test's folder."""
    unset = ("VAULTGOALS_VAULT", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "TZ", "LC_ALL", "LANG")
    inherited = {name: value for name, value in os.environ.items() if name not in unset}
    own = {"XDG_STATE_HOME": str(tmp_path / "state"), "XDG_CACHE_HOME": str(tmp_path / "cache")}
    return inherited | own | {"LANG": "C.UTF-8", "TERM": "xterm"}


@pytest.fixture
def run(environ: dict[str, str]) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Runs `vaultgoals` in a folder: `run(root, "check", today="2026-11-21", LC_ALL="C")`."""

    def call(cwd: Path, *args: str, today: str = TODAY, **more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "vaultgoals", *(("--today", today) if today else ()), *args],
            cwd=cwd,
            env=environ | more,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )

    return call


@pytest.fixture
def watching(environ: dict[str, str]) -> Iterator[Callable[..., Watcher]]:
    """Starts a watcher that has said that it watches, and what came of its first look."""
    watchers: list[Watcher] = []

    def start(
        root: Path,
        *options: str,
        first: str = " written: first look",
        before: tuple[str, ...] = (),
        today: str = TODAY,
        **more: str,
    ) -> Watcher:
        watcher = Watcher.start(root, environ | more, *options, before=before, today=today)
        watchers.append(watcher)
        assert watcher.line().startswith(f"Watching {root} by ")
        if first:
            assert first in watcher.line()
        return watcher

    yield start
    for watcher in watchers:
        watcher.close()
