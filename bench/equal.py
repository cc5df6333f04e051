"""Whether what is known from before gives the same as a reading from scratch: a property test's to say."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from bench.conditions import Bench
from bench.measure import Unmeasured, run
from bench.table import Row, not_measured, said

_WHAT = "after random changes = from scratch"
TESTS = Path(__file__).parents[1] / "tests"
_NAMED = re.compile(r"^def (test_\w*(?:_cold_|incremental)\w*)", re.MULTILINE)


def equality(bench: Bench) -> Iterator[Row]:
    """P10: under random edits, renames and deletes."""
    if bench.quick:
        yield not_measured("P10", _WHAT, "same bytes", "not in a quick run")
        return
    found = equality_tests(TESTS)
    if not found:
        raise Unmeasured("no property test says so yet")
    done = run([sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *found], good=(0, 1))
    tests = "1 test" if len(found) == 1 else f"{len(found)} tests"
    yield said("P10", _WHAT, "same bytes", tests, holds=done.code == 0)


def equality_tests(folder: Path) -> list[str]:
    """The tests, as pytest names them, that hold what is renewed against a cold run."""
    files = sorted([*folder.glob("property/*.py"), *folder.glob("faults/test_*.py")])
    return [f"{file}::{name}" for file in files for name in _NAMED.findall(file.read_text())]
