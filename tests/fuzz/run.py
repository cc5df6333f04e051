"""Fuzzes each target with atheris: `python tests/fuzz/run.py [--runs N] [NAME…]`.

Each runs in a process of its own, guided by the branches that it reaches, until it has seen so many inputs.
An input may take ten seconds and a gigabyte. One that breaks what must hold is left in `fuzz-found/` and
printed, and the exit code is 1.
"""

import argparse
import subprocess
import sys
import time
from pathlib import Path

import atheris

sys.path[:0] = [str(Path(__file__).parents[1])]  # for what tests share

with atheris.instrument_imports(include=["vaultgoals"]):
    from targets import SEEDS, TARGETS

FOUND = Path("fuzz-found")
MILLION = 1_000_000


def main() -> int:
    """Fuzz the targets that are named, or all of them, and print a line for each."""
    read = argparse.ArgumentParser(description=__doc__)
    read.add_argument("names", nargs="*", choices=[*TARGETS, []], metavar="NAME")
    read.add_argument("--runs", type=int, default=MILLION)
    read.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    given = read.parse_args()
    if given.one:
        _fuzz(given.names[0], given.runs)
    failed = [name for name in given.names or TARGETS if not _in_its_own_process(name, given.runs)]
    return 1 if failed else 0


def _in_its_own_process(name: str, runs: int) -> bool:
    begun = time.monotonic()
    command = [sys.executable, __file__, "--one", "--runs", str(runs), name]
    done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    took, held = time.monotonic() - begun, done.returncode == 0
    print(f"{name:10} {runs:>11,} inputs  {'all held' if held else 'FAILED'}  {took:,.0f} s", flush=True)
    if not held:
        print(done.stderr[-4_000:])
    return held


def _fuzz(name: str, runs: int) -> None:
    """Fuzz one target; never comes back."""
    FOUND.mkdir(exist_ok=True)
    corpus = FOUND / f"corpus-{name}"
    corpus.mkdir(exist_ok=True)
    for number, seed in enumerate(SEEDS[name]):
        (corpus / f"seed-{number}").write_bytes(seed.encode())

    def once(data: bytes) -> None:
        TARGETS[name](data.decode("utf-8", "surrogateescape"))

    limits = [f"-runs={runs}", "-timeout=10", "-rss_limit_mb=1024", "-max_len=2000"]
    atheris.Setup([sys.argv[0], *limits, f"-artifact_prefix={FOUND}/{name}-", str(corpus)], once)
    atheris.Fuzz()


if __name__ == "__main__":
    raise SystemExit(main())
