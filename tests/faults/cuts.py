"""The power cut at each system call of a write: whatever the disk may then hold, nothing is lost by it."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from calls import FSYNC
from disk import Disk, Tree, lay_out
from points import Point, Scenario, an_hour_later, own_vault, wrong_there
from tracer import Call, trace


@dataclass(frozen=True, slots=True, kw_only=True)
class After:
    """What a disk may hold after a cut, what the note may hold then, and what must be found somewhere."""

    where: str
    tree: Tree
    stands: frozenset[bytes | None]
    theirs: frozenset[bytes]

    @property
    def key(self) -> object:
        """The same for all that look the same."""
        first: dict[int, str] = {}
        files = (
            (path, file and (file[1], first.setdefault(file[0], path)))
            for path, file in sorted(self.tree.items())
        )
        return tuple(files), self.stands, self.theirs


def modelled(scenario: Scenario, *, most: int) -> Iterator[Point]:
    """Cut the power at each call of the write, and try up to `most` ways in which the disk may look then."""
    with own_vault(scenario.files) as root, an_hour_later():
        scenario.before(root)
        disk = Disk(root.parent)
        try:
            witness = _Witness(scenario, root, disk, most)
            trace(lambda: scenario.work(root), witness)
            scenario.after(root)
            witness.end()
        finally:
            disk.close()
        for after in witness.found.values():
            lay_out(root.parent, root, after.tree)
            wrong = wrong_there(scenario, root, stands=after.stands, theirs=after.theirs)
            yield Point(where=f"{scenario.name}, cut {after.where}", wrong=wrong)


class _Witness:
    """Sees at each call of a write what a cut would leave on the disk."""

    def __init__(self, scenario: Scenario, root: Path, disk: Disk, most: int) -> None:
        self.found: dict[object, After] = {}
        self._note, self._stands, self._usual = root / scenario.path, scenario.stands, scenario.fault(root)
        self._disk, self._most, self._all_theirs = disk, most, scenario.theirs
        self._theirs = scenario.theirs & disk.certain()
        self._awaited: int | None = None

    def __call__(self, call: Call) -> int:
        """Look before a call is made; what then becomes of it."""
        self._cut(f"before call {call.nth} ({call.number})", self._stands)
        answer = self._usual(call)
        self._disk.look(durable=True)  # a person may have saved meanwhile, and waits for the disk as we do
        self._theirs |= self._all_theirs & self._disk.certain()
        if call.number == FSYNC and answer == 0:
            self._awaited = os.stat(f"/proc/{call.thread}/fd/{call.first}").st_ino
        return answer

    def end(self) -> None:
        """Look after all of it: what stands there now does so for certain."""
        stands = self._note.read_bytes() if self._note.exists() else None
        self._cut("once it was done", frozenset({stands}))

    def _cut(self, where: str, stands: frozenset[bytes | None]) -> None:
        self._disk.look()
        if self._awaited is not None:
            self._disk.waited_for(self._awaited)
            self._awaited = None
        for tree in self._disk.may_hold(self._most):
            after = After(where=where, tree=tree, stands=stands, theirs=frozenset(self._theirs))
            self.found.setdefault(after.key, after)
