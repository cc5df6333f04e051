"""Does small wrongs to what writes, one at a time, and sees whether a test notices.

`python tests/mutants/hunt.py [--jobs N] [--list] [NAME…]` with names of modules in `vaultgoals/store`. A
mutant that no test notices must be explained in `survivors.toml`; for any other, and for an explanation of a
mutant that is gone or was noticed, the exit code is 1.
"""

import argparse
import importlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Iterator, Sequence, Set
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import pytest
from mutations import Key, Mutant, mutants

for needed in ("_pytest.assertion.rewrite", "filelock", "hypothesis", "platformdirs"):
    importlib.import_module(
        needed
    )  # by what is tested; once for all, so that a mutant costs a second or less

HERE = Path(__file__).resolve().parent
CHECKOUT = HERE.parents[1]
STORE = "vaultgoals/store"
MODULES = ("durable", "exchange", "kept", "lease", "replace", "state", "temp", "whose", "write")
UNIT = "tests/unit/store"
TESTED = ("write", "replace", "temp", "kept", "state", "whose", "lease")
"""The modules that have unit tests of their own; a mutant's own come first."""
OPTIONS = ("-x", "-q", "-p", "no:cacheprovider", "-W", "ignore::pytest.PytestAssertRewriteWarning")
SUITES = (("tests/faults/powercuts.py", "--short"), ("tests/faults/suite.py", "--short"))
"""What is tried after the unit tests."""
COPIED = (
    "vaultgoals",
    "templates",
    "sample-vault",
    "pyproject.toml",
    UNIT,
    "tests/faults",
    "tests/conftest.py",
    "tests/watcher.py",
)
PATIENCE = 300
"""Seconds after which a mutant counts as noticed, since its tests do not end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """A copy of the program, in which one mutant at a time stands in place of its module."""

    folder: Path
    mutant: Mutant
    child: int
    until: float


def main() -> int:
    """Hunt, and print what became of the mutants; 1 where one survived without a reason."""
    read = argparse.ArgumentParser(description=__doc__)
    read.add_argument("names", nargs="*", metavar="NAME")
    read.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    read.add_argument("--list", action="store_true", help="only say which mutants there are")
    given = read.parse_args()
    hunted = [mutant for name in given.names or MODULES for mutant in mutants_of(name)]
    if given.list:
        print(*(mutant.key.words for mutant in hunted), sep="\n")
        return _told(explained().keys() - {mutant.key for mutant in hunted}, "explained, but gone")
    began = time.monotonic()
    unchanged = replace(hunted[0], text=_text(hunted[0].key.module))
    if any(noticed for _, noticed in hunt([unchanged], 1)):
        print("The tests fail without any mutant.")
        return 1
    survivors = [mutant for mutant, noticed in hunt(hunted, given.jobs) if not noticed]
    print(f"{len(hunted)} mutants, {len(survivors)} not noticed; {time.monotonic() - began:.0f} s")
    return _judged(hunted, survivors)


def _judged(hunted: Sequence[Mutant], survivors: Sequence[Mutant]) -> int:
    """Whether what survived is what was explained, in words."""
    unnoticed, modules = {mutant.key for mutant in survivors}, {mutant.key.module for mutant in hunted}
    meant = {key for key in explained() if key.module in modules}
    return _told(unnoticed - meant, "not noticed") | _told(
        meant - unnoticed, "explained, but noticed or gone"
    )


def _told(keys: Set[Key], how: str) -> int:
    """Print what should not be; 1 where there is any."""
    for key in sorted(keys):
        print(f"{how}: {key.words}")
    return 1 if keys else 0


def mutants_of(name: str) -> list[Mutant]:
    """The mutants of one module of the store."""
    return list(mutants(name, _text(name)))


@cache
def _text(module: str) -> str:
    return (CHECKOUT / STORE / f"{module}.py").read_text()


def explained() -> dict[Key, str]:
    """Why each survivor may live."""
    entries = tomllib.loads((HERE / "survivors.toml").read_text()).get("survivor", [])
    return {Key(one["module"], one["function"], one["was"], one["now"]): one["why"] for one in entries}


def hunt(hunted: Sequence[Mutant], jobs: int) -> Iterator[tuple[Mutant, bool]]:
    """Each mutant, and whether a test noticed it; in the order in which that is known."""
    with tempfile.TemporaryDirectory(prefix="vaultgoals-mutants-") as place:
        free = [_copied(Path(place, str(number))) for number in range(jobs)]
        busy: list[Bench] = []
        try:
            for mutant in hunted:
                while not free:
                    yield from _judged_by_now(busy, free)
                busy.append(_begun(free.pop(), mutant))
            while busy:
                yield from _judged_by_now(busy, free)
        finally:
            for bench in busy:
                _end(bench)


def _copied(folder: Path) -> Path:
    for part in COPIED:
        one, other = CHECKOUT / part, folder / part
        other.parent.mkdir(parents=True, exist_ok=True)
        if one.is_dir():
            shutil.copytree(one, other, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(one, other)
    return folder


def _begun(folder: Path, mutant: Mutant) -> Bench:
    _put(folder, mutant.key.module, mutant.text)
    child = os.fork()
    if child == 0:
        os.setsid()
        _run_tests(folder, mutant)
    return Bench(folder=folder, mutant=mutant, child=child, until=time.monotonic() + PATIENCE)


def _put(folder: Path, module: str, text: str) -> None:
    for compiled in (folder / STORE / "__pycache__").glob(f"{module}.*"):
        compiled.unlink()  # it is told from a stale one by the second, which is too long here
    (folder / STORE / f"{module}.py").write_text(text)


def _run_tests(folder: Path, mutant: Mutant) -> None:
    """End this process: with 0 where no test noticed the mutant."""
    noticed = True
    try:
        os.chdir(folder)
        os.environ["PYTHONPATH"] = str(folder)
        sys.path.insert(0, str(folder))
        output = os.open("output", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        for stream in (1, 2):
            os.dup2(output, stream)
        tests = [f"{UNIT}/test_store_{name}.py" for name in sorted(TESTED, key=mutant.key.module.__ne__)]
        noticed = bool(pytest.main([*OPTIONS, f"--basetemp={folder}/temp", *tests])) or any(
            subprocess.run([sys.executable, *suite], check=False).returncode for suite in SUITES
        )
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(noticed)


def _judged_by_now(busy: list[Bench], free: list[Path]) -> Iterator[tuple[Mutant, bool]]:
    """Those whose tests have ended, or run for too long, after a moment's wait."""
    time.sleep(0.02)
    for bench in [*busy]:
        child, status = os.waitpid(bench.child, os.WNOHANG)
        if child == 0 and time.monotonic() < bench.until:
            continue
        if child == 0:
            os.waitpid(_end(bench), 0)
        _put(bench.folder, bench.mutant.key.module, _text(bench.mutant.key.module))
        busy.remove(bench)
        free.append(bench.folder)
        yield bench.mutant, child == 0 or status != 0


def _end(bench: Bench) -> int:
    """End the tests of a mutant, and whatever they started."""
    with suppress(ProcessLookupError):
        os.killpg(bench.child, signal.SIGKILL)
    return bench.child


if __name__ == "__main__":
    sys.exit(main())
