"""Fuzzes each target with atheris: `python tests/fuzz/run.py [--runs N] [--seed N] [NAME…]`.

Each runs in a process of its own, guided by the branches that it reaches, until it has seen so many inputs.
An input may take ten seconds and a gigabyte. One that breaks what must hold is left in `fuzz-found/` and
printed, and the exit code is 1. The same seed makes the same inputs of the same program.
"""

import argparse
import random
import subprocess
import sys
import time
from pathlib import Path

import atheris

sys.path[:0] = [str(Path(__file__).parents[1])]  # for what tests share

# By how many letters two words differ is a loop within a loop: to count its rounds takes most of the
# time, and leads to no other text.
with atheris.instrument_imports(include=["vaultgoals"], exclude=["vaultgoals.core.nearness"]):
    from targets import SEEDS, TARGETS

FOUND = Path("fuzz-found")
MILLION = 1_000_000


def main() -> int:
    """Fuzz the targets that are named, or all of them, and print a line for each."""
    read = argparse.ArgumentParser(description=__doc__)
    read.add_argument("names", nargs="*", choices=[*TARGETS, []], metavar="NAME")
    read.add_argument("--runs", type=int, default=MILLION)
    read.add_argument("--seed", type=int, default=random.randrange(1, 1 << 31))
    read.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    given = read.parse_args()
    if given.one:
        _fuzz(given.names[0], given.runs, given.seed)
    names = given.names or TARGETS
    failed = [name for name in names if not _in_its_own_process(name, given.runs, given.seed)]
    return 1 if failed else 0


def _in_its_own_process(name: str, runs: int, seed: int) -> bool:
    begun = time.monotonic()
    command = [sys.executable, __file__, "--one", "--runs", str(runs), "--seed", str(seed), name]
    done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    took, held = time.monotonic() - begun, done.returncode == 0
    outcome = "all held" if held else "FAILED"
    print(f"{name:10} {runs:>11,} inputs  {outcome}  {took:,.0f} s, seed {seed}", flush=True)
    if not held:
        print(done.stdout[-4_000:], done.stderr[-4_000:], sep="\n")
    return held


def _fuzz(name: str, runs: int, seed: int) -> None:
    """Fuzz one target; never comes back."""
    FOUND.mkdir(exist_ok=True)
    corpus = FOUND / f"corpus-{name}"
    corpus.mkdir(exist_ok=True)
    for number, text in enumerate(SEEDS[name]):
        (corpus / f"seed-{number}").write_bytes(text.encode())

    def once(data: bytes) -> None:
        TARGETS[name](data.decode("utf-8", "surrogateescape"))

    limits = [f"-runs={runs}", f"-seed={seed}", "-timeout=10", "-rss_limit_mb=1024", "-max_len=2000"]
    atheris.Setup([sys.argv[0], *limits, f"-artifact_prefix={FOUND}/{name}-", str(corpus)], once)
    atheris.Fuzz()


if __name__ == "__main__":
    raise SystemExit(main())
