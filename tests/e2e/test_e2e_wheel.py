"""The wheel: what people install has the templates and the sample vault in it."""

import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
NO_NETWORK = ("--no-deps", "--no-index", "--quiet", "--disable-pip-version-check")


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """The command, installed from a wheel into an environment of its own; its libraries are lent to it."""
    pip = [sys.executable, "-m", "pip"]
    wheels = tmp_path / "wheels"
    build = [*pip, "wheel", *NO_NETWORK, "--no-build-isolation", "--wheel-dir", str(wheels), str(ROOT)]
    subprocess.run(build, check=True)
    (wheel,) = wheels.glob("vaultgoals-*.whl")
    home = tmp_path / "venv"
    venv.create(home, with_pip=False)
    subprocess.run([*pip, "--python", str(home), "install", *NO_NETWORK, str(wheel)], check=True)
    (packages,) = home.glob("lib/python*/site-packages")
    (packages / "lent.pth").write_text(f"{sysconfig.get_path('purelib')}\n")
    return home / "bin" / "vaultgoals"


def test_what_is_installed_brings_its_sample_and_its_pages(
    installed: Path, tmp_path: Path, environ: dict[str, str]
) -> None:
    folder = tmp_path / "empty"
    folder.mkdir()

    environ.pop("PYTHONPATH", None)

    def output(*command: str | Path) -> str:
        done = subprocess.run(command, cwd=folder, env=environ, capture_output=True, text=True, check=True)
        return done.stdout

    def run(*args: str) -> str:
        return output(installed, "--today", "2026-11-20", *args)

    where = output(installed.with_name("python"), "-c", "import vaultgoals; print(vaultgoals.__file__)")
    assert Path(where).is_relative_to(installed.parents[1])
    assert run("init", "--sample").startswith("A sample vault of ")
    page = folder / "Reviews" / "Weekly" / "Review 2026-W47.md"
    page.unlink()
    run("review")
    assert "[[Trial conversion]]" in page.read_text()
    assert run("rule", "VG201").startswith("VG201 process-without-outcome")
