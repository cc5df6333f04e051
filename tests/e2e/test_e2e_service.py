"""`vaultgoals service`: what is written and run, with a `systemctl` that only notes what it was told."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from vaultgoals.store.state import watch_lock

Run = Callable[..., subprocess.CompletedProcess[str]]
Build = Callable[..., Path]
Tell = Callable[..., subprocess.CompletedProcess[str]]

NAME = 'Ana\'s 100% "notes"'
"""The name of a vault that is a trap for whoever quotes it."""

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="systemd is Linux's")


@pytest.fixture
def told(tmp_path: Path) -> Path:
    """Where the system's own program notes what it was told."""
    return tmp_path / "told"


@pytest.fixture
def tell(run: Run, vault: Build, tmp_path: Path, told: Path) -> Tell:
    """Runs `vaultgoals service` in such a vault, with a home of its own."""
    root = vault().rename(tmp_path / NAME)
    tool = tmp_path / "bin" / "systemctl"
    tool.parent.mkdir()
    tool.write_text(
        f'#!/bin/sh\necho "$*" >> "{told}"\nif [ -n "$BROKEN" ]; then echo "no bus" >&2; exit 1; fi\n'
    )
    tool.chmod(0o755)

    def call(action: str, *options: str, **more: str) -> subprocess.CompletedProcess[str]:
        own = {"XDG_CONFIG_HOME": str(tmp_path / "config"), "PATH": f"{tool.parent}:/usr/bin:/bin"}
        return run(root, "service", action, *options, **{**own, **more})

    return call


def units(tmp_path: Path) -> list[Path]:
    return sorted((tmp_path / "config" / "systemd" / "user").glob("*"))


def test_a_service_is_installed_once_looked_at_and_taken_back(
    tell: Tell, tmp_path: Path, told: Path, environ: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    done = tell("install")
    assert (done.returncode, done.stderr) == (0, "")
    (unit,) = units(tmp_path)
    commands = ["--user daemon-reload", f"--user enable {unit.name}", f"--user restart {unit.name}"]
    assert told.read_text().splitlines() == commands
    assert all(f"Done: systemctl {words}\n" in done.stdout for words in commands)
    assert f"{unit} is written.\n" in done.stdout
    assert '\\"notes\\"" "watch"\n' in unit.read_text()
    before = unit.read_bytes()
    assert f"{unit} is there already.\n" in tell("install").stdout
    assert (units(tmp_path), unit.read_bytes()) == ([unit], before)
    started = f"{unit} is current.\nThe system has started it, but no watcher runs yet.\nNext: look again"
    assert tell("status").stdout.startswith(started)
    monkeypatch.setenv("XDG_STATE_HOME", environ["XDG_STATE_HOME"])
    with watch_lock(tmp_path / NAME):
        assert tell("status").stdout == f"{unit} is current.\nThe watcher runs, as process {os.getpid()}.\n"
    told.unlink()
    assert tell("uninstall").stdout.splitlines()[1] == f"{unit} is removed."
    assert told.read_text().splitlines() == [f"--user disable --now {unit.name}", "--user daemon-reload"]
    assert units(tmp_path) == []
    assert tell("uninstall").stdout.startswith("Nothing is installed for this vault: ")


def test_where_the_system_refuses_what_to_type_is_said(tell: Tell, tmp_path: Path) -> None:
    done = tell("install", BROKEN="yes")
    assert done.returncode == 3
    (unit,) = units(tmp_path)
    assert done.stderr == (
        "vaultgoals: `systemctl --user daemon-reload` did not work: no bus.\n"
        "  Type, once that is mended:\n"
        "    systemctl --user daemon-reload\n"
        f"    systemctl --user enable {unit.name}\n"
        f"    systemctl --user restart {unit.name}\n"
    )
    assert (
        "No watcher runs. The system says: no bus.\nNext: vaultgoals service install\n"
        in tell("status", BROKEN="1").stdout
    )


def test_what_somebody_changed_in_it_is_kept(tell: Tell, tmp_path: Path) -> None:
    tell("install")
    (unit,) = units(tmp_path)
    unit.write_text("mine")
    assert f"{unit} is not as it would be written now.\n" in tell("status").stdout
    done = tell("install")
    assert f"What stood there otherwise is kept as {unit}.before-1.\n" in done.stdout
    unit.write_text("mine again")
    tell("uninstall")
    assert [one.read_text() for one in units(tmp_path)] == ["mine", "mine again"]


@pytest.mark.parametrize(
    ("platform", "begin"), [("launchd", "<?xml"), ("windows", "<?xml"), ("systemd", "# Written")]
)
def test_printing_changes_nothing(tell: Tell, tmp_path: Path, told: Path, platform: str, begin: str) -> None:
    done = tell("install", "--print", "--platform", platform, USER="ana")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(begin)
    assert (units(tmp_path), told.exists()) == ([], False)


def test_another_systems_service_can_only_be_printed(tell: Tell) -> None:
    done = tell("install", "--platform", "launchd")
    assert (done.returncode, done.stdout) == (2, "")
    assert "`service install --print --platform launchd`" in done.stderr
