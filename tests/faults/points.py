"""Every point at which a write can be cut short: what then stands in the note, and what is lost by it."""

import errno
import os
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Set
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from unittest.mock import patch

from calls import ERRNOS, GETPID
from tracer import KILL, Call, Fault, Run, trace

from vaultgoals.core.source import digest_of
from vaultgoals.store.kept import Why, versions
from vaultgoals.store.write import Fate, put

NEXT = b"the next page\n"
MEMORY = "/dev/shm" if os.access("/dev/shm", os.W_OK) and "TMPDIR" not in os.environ else None
"""Where no disk is waited for, so that saves and writes meet most often; TMPDIR chooses another place."""


World = Callable[[Path], Fault]
"""How system calls fare while a write in a vault is under way."""


@dataclass(frozen=True, kw_only=True)
class Scenario:
    """One write, and what must come of it.

    `files` stand in the vault before; `stands` is what the note at `path` may hold after (None: no note), and
    `theirs` what must be found somewhere. `fault` is how the world is without any further fault, `before`
    makes ready, and `after` waits for whoever else was at work.
    """

    name: str
    path: str
    work: Callable[[Path], str]
    stands: frozenset[bytes | None]
    theirs: frozenset[bytes]
    files: Mapping[str, bytes]
    said: str = Fate.WRITTEN
    fault: World = field(default=lambda root: lambda call: 0)
    before: Callable[[Path], object] = field(default=lambda root: None)
    after: Callable[[Path], None] = field(default=lambda root: None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One run with one fault, and what was wrong after it; empty where all was well."""

    where: str
    wrong: str


@contextmanager
def an_hour_later() -> Iterator[None]:
    """What is left behind counts as old at once, and a note as long at rest."""
    now = time.time
    with patch("time.time", lambda: now() + 3600):
        yield


def points(scenario: Scenario, *, step: int = 1) -> Iterator[Point]:
    """Kill the write at each of its system calls, and let each fail in each way; every `step`th of these."""
    with own_vault(scenario.files) as root:  # so that everything is imported before calls are counted
        scenario.before(root)
        scenario.work(root)
    run, wrong = _run(scenario, scenario.fault)
    yield Point(where=f"{scenario.name}, undisturbed", wrong=wrong or _unlike(run.said, scenario.said))
    faults = [
        (call, answer)
        for call in run.calls
        if call.number != GETPID
        for answer in (KILL, *ERRNOS.get(call.number, ()))
    ]
    for call, answer in faults[::step]:
        _, wrong = _run(
            scenario, _with(scenario.fault, call, answer), dies_at=call if answer == KILL else None
        )
        fault = "killed" if answer == KILL else errno.errorcode[answer]
        yield Point(where=f"{scenario.name}, call {call.nth} ({call.number}), {fault}", wrong=wrong)


def _unlike(said: str | None, meant: str) -> str:
    return "" if said == meant else f"it said {said}, not {meant}"


def _with(usual: World, call: Call, answer: int) -> World:
    def world(root: Path) -> Fault:
        otherwise = usual(root)
        return lambda now: answer if _is(now, call) else otherwise(now)

    return world


def _is(now: Call, call: Call) -> bool:
    """Whether it is that call again: a run may come to a call more or less than the one before it."""
    return (now.nth, now.number) == (call.nth, call.number)


def _run(scenario: Scenario, world: World, *, dies_at: Call | None = None) -> tuple[Run, str]:
    with own_vault(scenario.files) as root, an_hour_later():
        scenario.before(root)
        run = trace(lambda: scenario.work(root), world(root))
        scenario.after(root)
        killed = dies_at is not None and any(_is(call, dies_at) for call in run.calls)
        return run, _wrong(scenario, root, run, killed=killed)


@contextmanager
def own_vault(files: Mapping[str, bytes]) -> Iterator[Path]:
    """A vault with these files, and folders of its own for what is kept outside it."""
    with (
        tempfile.TemporaryDirectory(prefix="vaultgoals-faults-", dir=MEMORY) as folder,
        vault_in(Path(folder), files) as root,
    ):
        yield root


@contextmanager
def vault_in(folder: Path, files: Mapping[str, bytes]) -> Iterator[Path]:
    """The same in a folder that is there already."""
    root = folder / "vault"
    for path, data in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    with patch.dict(os.environ, XDG_STATE_HOME=f"{folder}/state", XDG_CACHE_HOME=f"{folder}/cache"):
        yield root


def _wrong(scenario: Scenario, root: Path, run: Run, *, killed: bool) -> str:
    """What is wrong after a run, in words."""
    if (run.said is None) != killed or (run.said or "").startswith("traceback"):
        return f"it said {run.said}"
    return wrong_there(scenario, root, stands=scenario.stands, theirs=scenario.theirs)


def wrong_there(scenario: Scenario, root: Path, *, stands: Set[bytes | None], theirs: Set[bytes]) -> str:
    """What is wrong with what is there, or with the next write, which nothing disturbs; in words."""
    note, path = root / scenario.path, scenario.path
    now = note.read_bytes() if note.exists() else None
    if now not in stands:
        return f"the note holds {now!r}"
    if lost := theirs - texts(root):
        return f"lost {lost!r}"
    if torn := _offered(root) - scenario.stands - scenario.theirs:
        return f"`restore` offers {torn!r}"
    fate = put(root, path, NEXT, over=None if now is None else digest_of(now)).fate
    if fate is not Fate.WRITTEN:
        return f"the next write was {fate}"
    if left := [file.name for file in root.rglob(".vaultgoals-*")]:
        return f"left behind: {left}"
    if lost := theirs - texts(root):
        return f"lost {lost!r} in the next write"
    return ""


def _offered(root: Path) -> Set[bytes]:
    """What was replaced and can be had back."""
    return {version.file.read_bytes() for version in versions(root) if version.why is Why.REPLACED}


def texts(root: Path) -> set[bytes]:
    """All that stands in any file of the vault or of its state folder."""
    return {file.read_bytes() for file in root.parent.rglob("*") if file.is_file()}
