"""A watcher's long life in short: 100,000 edits of a vault. `python tests/soak.py [EDITS]`.

Memory, open files and threads must be at the end what they were after a tenth of it, once it is warm, and the
pages those of a run that knows nothing of what was before; else the exit code is 1. The edits are those of
the storm, looked at after some five, as they come together when a watcher waits for a quiet moment. Every so
often the vault is made as small again as it began, and old versions are forgotten as after a day.
"""

import os
import shutil
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from unittest.mock import patch

from storm import WEEKLY, Storm

from vaultgoals.watch.keeper import Keeper, Look
from vaultgoals.watch.wake import Cause, Wake
from vaultgoals.workspace.folder import Workspace
from vaultgoals.workspace.pages import Fate
from vaultgoals.workspace.settle import plan_pages

EDITS = 100_000
TOGETHER = 5
"""How many edits are looked at at once, on average."""
WARM = 400
"""Edits after which all has been met that comes up again and again, and is remembered."""
SEASON = 250
"""Edits after which the vault is made small again."""
FRIDAY = datetime(2026, 11, 20, 12, tzinfo=UTC)
SETTLES = 15.0
"""Seconds within which all is written once nobody edits any more; what looks half saved is doubted for 10."""
GROWTH = 8 * 1024
"""KiB by which memory may differ: what is freed is not always given back at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What this process holds: memory in KiB, open files, threads."""

    kibibytes: int
    descriptors: int
    threads: int

    @classmethod
    def now(cls) -> "Held":
        """What it holds at this moment."""
        lines = Path("/proc/self/status").read_text().splitlines()
        status = dict(line.split(":", 1) for line in lines if ":" in line)
        return cls(
            kibibytes=int(status["VmRSS"].split()[0]),
            descriptors=len(os.listdir("/proc/self/fd")),
            threads=int(status["Threads"]),
        )

    def __str__(self) -> str:
        return f"{self.kibibytes / 1024:.1f} MiB, {self.descriptors} open files, {self.threads} threads"

    def is_as(self, first: "Held") -> bool:
        """Whether nothing has grown since."""
        alike = (self.descriptors, self.threads) == (first.descriptors, first.threads)
        return alike and self.kibibytes - first.kibibytes <= GROWTH


class Soak:
    """A vault in a storm, and the keeper of its pages."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.storm = Storm(folder / "vault", 1)
        self.began_with = frozenset(self.files())
        self.keeper = Keeper(Workspace.at(self.storm.root), FRIDAY.date())
        self.fates: Counter[Fate] = Counter()
        self.made = 0

    def files(self) -> list[Path]:
        """All files of the vault but our pages."""
        found = self.storm.root.rglob("*")
        return [path for path in found if path.is_file() and "Reviews" not in path.parts]

    def edits(self, number: int) -> None:
        """So many edits, looked at a few at a time."""
        for _ in self.storm.steps(number):
            self.made += 1
            if self.storm.random.randrange(TOGETHER) == 0:
                self.look()
            if self.made % SEASON == 0:
                self.begin_again()

    def look(self) -> Look:
        """What the watcher does once it hears of an edit; nobody types into the page at that moment."""
        page = self.storm.root / WEEKLY
        if page.exists():
            os.utime(page, (1, 1))
        look = self.keeper.look(Wake.of({Cause.SCAN}), at=FRIDAY, now=time.monotonic())
        self.fates.update(page.fate for page in look.pages)
        return look

    def begin_again(self) -> None:
        """The vault as small as it began, and no version older than this."""
        for path in self.files():
            if path not in self.began_with:
                path.unlink()
        for folder in sorted(self.storm.root.rglob("*/"), reverse=True):
            if not any(folder.iterdir()):
                folder.rmdir()
        page = self.storm.root / WEEKLY
        if page.exists():
            lines = page.read_text().splitlines(keepends=True)
            page.write_text("".join(line for line in lines if not line.startswith("a thought")))
        self.storm.build()
        for kept in [*(self.folder / "state").rglob("kept")]:
            shutil.rmtree(kept)

    def settles(self) -> bool:
        """Whether all is written in the end, and a run from scratch finds nothing to do."""
        self.begin_again()
        end = time.monotonic() + SETTLES
        while self.look().again is not None and time.monotonic() < end:
            time.sleep(0.1)
        fresh = Workspace.at(self.storm.root)
        return not any(plan.changes for plan in plan_pages(fresh.vault, today=FRIDAY.date()))


def main(arguments: list[str]) -> int:
    """Soak, and print what was held; 1 where it was not flat, or the pages are not current."""
    edits = int(arguments[0]) if arguments else EDITS
    began = time.monotonic()
    with (
        tempfile.TemporaryDirectory(prefix="vaultgoals-soak-") as place,
        patch.dict(os.environ, XDG_STATE_HOME=f"{place}/state", XDG_CACHE_HOME=f"{place}/cache"),
    ):
        soak = Soak(Path(place))
        soak.edits(WARM)
        held = [_after_a_tenth(soak, edits, tenth) for tenth in range(1, 11)]
        is_current = soak.settles()
    print("pages:", ", ".join(f"{count:,} {fate}" for fate, count in sorted(soak.fates.items())))
    is_flat = held[-1].is_as(held[0])
    flat, current = "flat" if is_flat else "NOT FLAT", "current" if is_current else "NOT CURRENT"
    print(f"in all  {edits:,} edits, {flat}, pages {current} in the end; {time.monotonic() - began:.0f} s")
    return 0 if is_flat and is_current else 1


def _after_a_tenth(soak: Soak, edits: int, tenth: int) -> Held:
    soak.edits(edits // 10)
    held = Held.now()
    print(f"{edits // 10 * tenth:>9,} edits  {held}", flush=True)
    return held


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
