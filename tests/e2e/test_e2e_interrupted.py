"""The program where it can say or do nothing: its output is full, or another one is writing."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TextIO

import pytest

from vaultgoals.store.state import write_lock

Build = Callable[..., Path]
FULL = Path("/dev/full")
UNSAID = "vaultgoals: the output could not be written: the disk is full.\n"


@pytest.mark.skipif(not FULL.exists(), reason="no /dev/full here")
@pytest.mark.parametrize(
    "args", [("status",), ("status", "--format", "json"), ("check",), ("rule",), ("--help",), ("--version",)]
)
def test_an_output_that_takes_no_more_is_said_in_a_sentence(
    vault: Build, environ: dict[str, str], args: tuple[str, ...]
) -> None:
    with FULL.open("w") as full:
        done = call(vault(), environ, *args, stdout=full, stderr=subprocess.PIPE)
    assert (done.returncode, done.stderr) == (3, UNSAID)


@pytest.mark.skipif(not FULL.exists(), reason="no /dev/full here")
@pytest.mark.parametrize(
    ("args", "code"), [(("status",), 3), (("status", "x"), 2), (("nonsense",), 2), (("--nonsense",), 2)]
)
def test_what_can_be_said_nowhere_still_has_its_exit_code(
    vault: Build, environ: dict[str, str], args: tuple[str, ...], code: int
) -> None:
    with FULL.open("w") as full:
        assert call(vault(), environ, *args, stdout=full, stderr=full).returncode == code


def call(
    root: Path, environ: dict[str, str], *args: str, stdout: TextIO, stderr: TextIO | int
) -> subprocess.CompletedProcess[str]:
    program = [sys.executable, "-m", "vaultgoals", "--today", "2026-11-20", *args]
    with subprocess.Popen(
        program, cwd=root, env=environ, stdout=stdout, stderr=stderr, encoding="utf-8"
    ) as running:
        _, said = running.communicate(timeout=60)
        return subprocess.CompletedProcess(program, running.returncode, None, said)


@pytest.mark.skipif(not Path("/proc/self/syscall").exists(), reason="does not tell what programs wait for")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, -signal.SIGTERM), (signal.SIGINT, 130)])
def test_a_signal_ends_the_wait_for_another_writer_at_once(
    vault: Build, environ: dict[str, str], monkeypatch: pytest.MonkeyPatch, number: signal.Signals, code: int
) -> None:
    root = vault()
    monkeypatch.setenv("XDG_STATE_HOME", environ["XDG_STATE_HOME"])
    program = [sys.executable, "-m", "vaultgoals", "--today", "2026-11-20", "review"]
    with (
        write_lock(root),
        subprocess.Popen(program, cwd=root, env=environ, stderr=subprocess.PIPE) as running,
    ):
        wait_until_it_sleeps(running)
        sent = time.monotonic()
        os.kill(running.pid, number)
        _, said = running.communicate(timeout=60)
        assert time.monotonic() - sent < 1
    assert (running.returncode, said.strip()) == (code, b"")
    assert not (root / "Reviews" / "Weekly").exists()


def wait_until_it_sleeps(running: subprocess.Popen[bytes]) -> None:
    """Until its last system call is one that waits for nothing but time: it has tried the lock in vain."""
    sleeping = ("35 ", "230 ") if os.uname().machine == "x86_64" else ("101 ", "115 ")
    pause = threading.Event()
    while running.poll() is None:
        if Path(f"/proc/{running.pid}/syscall").read_text().startswith(sleeping):
            return
        pause.wait(0.005)
    pytest.fail(f"it ended with {running.returncode}")
