"""The program under test, run as people run it, with a cache and a state of its own."""

import json
import os
import re
import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.measure import Spent, Unmeasured, run
from bench.vaults import TODAY

BENCH = Path(__file__).parent
FLOOR = str(BENCH / "floor.py")
OBSERVED = str(BENCH / "observed.py")
_COUNTED = re.compile(r"in ([\d,]+) notes \(([\d,]+) goals?, ([\d,]+) check-ins?\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """How much `check` says that it read."""

    notes: int
    records: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Doings:
    """What an observed run did: files opened, folders listed, modules imported.

    What was opened and listed has the moment, in seconds of the clock that only runs on.
    """

    opened: tuple[tuple[float, str], ...]
    listed: tuple[tuple[float, str], ...]
    modules: tuple[str, ...]

    def notes(self, *, since: float = 0.0) -> list[str]:
        """The notes that were opened, each as often as it was."""
        return [path for moment, path in self.opened if moment >= since and _is_note(path)]


class Program:
    """vaultgoals, with a folder to keep its cache and state in.

    `command` is the one that was installed with the Python that runs this.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.command = [str(Path(sys.executable).with_name("vaultgoals"))]
        self._cache = folder / "cache"
        inherited = {name: os.environ[name] for name in ("PATH", "VIRTUAL_ENV") if name in os.environ}
        own = {name: str(folder / name.lower()) for name in ("HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME")}
        self.environ = inherited | own | {"XDG_CACHE_HOME": str(self._cache), "LANG": "C.UTF-8"}

    def call(self, *arguments: str, good: Sequence[int] = (0,)) -> Spent:
        """Run it."""
        return run([*self.command, *arguments], self.environ, good=good)

    def check(self, root: Path) -> Spent:
        """Run `check`; that it finds something is fine."""
        return self.call(*of(root), "check", good=(0, 1))

    def cold_check(self, root: Path) -> Spent:
        """Run `check` with an empty cache, which it fills."""
        shutil.rmtree(self._cache, ignore_errors=True)
        return self.check(root)

    def counted(self, root: Path) -> Counted:
        """What there is in a vault, by its own words."""
        found = _COUNTED.search(self.check(root).output)
        if found is None:
            raise Unmeasured("check does not say how much it read")
        notes, goals, checkins = (int(number.replace(",", "")) for number in found.groups())
        return Counted(notes=notes, records=goals + checkins)

    def observed(self, *arguments: str) -> Doings:
        """Run it, and see what it does."""
        report = self.folder / "report.json"
        run([*watched_by(report), *arguments], self.environ, good=(0, 1))
        return doings(report)

    def peak(self, *arguments: str) -> int:
        """The most memory that a run had, in bytes; without arguments that of a bare process with click."""
        report = self.folder / "report.json"
        run([*watched_by(report, "peak"), *arguments], self.environ, good=(0, 1))
        peak = json.loads(report.read_text())["peak"]
        if not isinstance(peak, int):
            raise Unmeasured("this system does not tell how much memory a process had")
        return peak


def watched_by(report: Path, what: str = "doings") -> list[str]:
    """The command that runs the program and tells in a report what it did."""
    return [sys.executable, "-P", OBSERVED, str(report), what]


def doings(report: Path) -> Doings:
    """What a report says."""
    told = json.loads(report.read_text())
    opened, listed = (tuple((moment, path) for moment, path in told[name]) for name in ("opened", "listed"))
    return Doings(opened=opened, listed=listed, modules=tuple(told["modules"]))


def _is_note(path: str) -> bool:
    name = path.rpartition("/")[2]
    return name.endswith(".md") and not name.startswith(".")


def of(root: Path) -> list[str]:
    """The arguments that say which vault is meant, and which day it is."""
    return ["-C", str(root), "--today", TODAY.isoformat()]


def floor(mode: str, root: Path, *, click: bool = False) -> Spent:
    """What no program can beat: `stat` or `read` every note."""
    return run([sys.executable, FLOOR, mode, str(root), *(["--click"] if click else [])])


def python(code: str) -> Spent:
    """A bare Python that runs some code."""
    return run([sys.executable, "-c", code])
