"""`vaultgoals doctor`: what a person sees, and that it changes nothing."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

Run = Callable[..., subprocess.CompletedProcess[str]]
Build = Callable[..., Path]

NAMES = ["program", "extras", "vault", "settings", "disk", "writing", "cache", "state", "clock", "watching"]


def everything(folder: Path) -> dict[Path, bytes | None]:
    return {path: path.read_bytes() if path.is_file() else None for path in folder.rglob("*")}


def test_a_healthy_vault_is_looked_at_and_nothing_is_written(run: Run, vault: Build, tmp_path: Path) -> None:
    root = vault()
    before = everything(tmp_path)
    done = run(root, "doctor")
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert [line[9:19].strip() for line in lines if line.startswith("ok ")][: len(NAMES)] == NAMES
    assert f"ok       vault     {root}, the nearest one from here upwards: 2 notes in 2 folders" in lines
    assert "ok       watcher   none runs for this vault" in lines
    assert lines[-1] in ("All is well.", "1 warning.", "2 warnings.")
    assert everything(tmp_path) == before


def test_what_must_be_mended_is_an_error_with_a_way_out(run: Run, vault: Build) -> None:
    root = vault({"vaultgoals.toml": "sael-after = 3\n"})
    done = run(root, "doctor")
    assert (done.returncode, done.stderr) == (1, "")
    assert (
        "error    settings  vaultgoals.toml: there is no key sael-after.\n"
        "                   Next: The nearest known key is seal-after.\n"
    ) in done.stdout
    told = json.loads(run(root, "doctor", "--format", "json").stdout)
    assert told["schema"] == 1
    assert {"settings"} == {one["name"] for one in told["checks"] if one["level"] == "error"}
    assert all(one.keys() == {"name", "level", "words", "next"} for one in told["checks"])
    assert all(one["next"] for one in told["checks"] if one["level"] != "ok")


def test_without_a_vault_the_machine_is_looked_at_all_the_same(run: Run, tmp_path: Path) -> None:
    done = run(tmp_path, "doctor")
    assert done.returncode == 1
    assert "error    vault     There is no vault in " in done.stdout
    assert "Next: Run `vaultgoals init`" in done.stdout
    assert "ok       clock " in done.stdout
