"""What each command writes, cut short like any write: a table of them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path

from points import Scenario, an_hour_later, own_vault

from vaultgoals.core.config import Config
from vaultgoals.core.period import Calendar
from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.errors import VaultgoalsError
from vaultgoals.markdown import read_note
from vaultgoals.store.kept import keep, versions
from vaultgoals.store.names import BASELINE, SETTINGS
from vaultgoals.workspace.begin import begin_vault, look_around
from vaultgoals.workspace.fixing import Wish, plan_fixes
from vaultgoals.workspace.folder import Workspace
from vaultgoals.workspace.known import write_baseline
from vaultgoals.workspace.pages import write_plans
from vaultgoals.workspace.plan import Plan
from vaultgoals.workspace.restore import bring_back
from vaultgoals.workspace.settle import plan_pages
from vaultgoals.workspace.targets import Request

TODAY = date(2026, 11, 20)
OUTCOME, PROCESS = "Goals/More trials.md", "Goals/Calls.md"
PAGE = "Reviews/Weekly/Review 2026-W47.md"
NOTES = {
    OUTCOME: b"---\ntype: outcome\nmetric: trials\nbaseline: 6\ntarget: 8\ndue: 2026-12-20\n---\n",
    PROCESS: b"---\ntype: process\noutcome: [[More trials]]\ncadence: 10 per week\n---\n- 2026-11-17: 4\n",
}
VAULT = {SETTINGS: b"", **NOTES}
EARLIER = b"---\ntype: process\n---\n"
OLD_BASELINE = b'{\n"schema": 1\n}\n'

_opened: dict[Path, Workspace] = {}
"""Read before the write is traced, which begins where the command knows what to write."""


def _open(root: Path) -> None:
    _opened[root] = Workspace.at(root)


@cache
def _vault() -> Vault:
    return Vault.of((read_note(Source.of(path, data.decode())) for path, data in NOTES.items()), Config())


@cache
def _mended() -> tuple[Plan, ...]:
    wish = Wish(today=TODAY, meant=lambda findings: findings, judged_by=Config().rules)
    return plan_fixes(_vault(), wish).plans


@cache
def _pages() -> tuple[Plan, ...]:
    week = Calendar(week=Config().week).week_of(TODAY)
    return tuple(plan_pages(_vault(), Request(periods=(week,)), today=TODAY))


def _planned(plans: Callable[[], tuple[Plan, ...]]) -> Callable[[Path], str]:
    def write(root: Path) -> str:
        return _told(lambda: ", ".join(page.fate for page in write_plans(_opened.pop(root), plans())))

    return write


def _set_aside(root: Path) -> str:
    def write() -> str:
        written = write_baseline(_opened.pop(root), today=TODAY)
        return written.receipt.fate if written else "nothing to set aside"

    return _told(write)


def _begun(root: Path) -> str:
    return _told(lambda: ", ".join(begin_vault(root, look_around(root)).written))


def _told(write: Callable[[], str]) -> str:
    try:
        return write()
    except VaultgoalsError as error:
        return error.message


def _back(root: Path) -> str:
    def write() -> str:
        found = versions(root, PROCESS)
        return bring_back(root, found[0]).fate if found else "nothing is kept"

    return _told(write)


@dataclass(frozen=True, kw_only=True)
class Command:
    """A command that writes at `path` what it writes there where nothing disturbs it.

    `files` stand in the vault before it, `before` makes ready what it has looked at by then, and `said` is
    its answer. `kept` is what must be found afterwards besides the files.
    """

    name: str
    path: str
    work: Callable[[Path], str]
    files: Mapping[str, bytes] = field(default_factory=lambda: VAULT)
    before: Callable[[Path], object] = _open
    said: str = "written"
    kept: frozenset[bytes] = frozenset()


COMMANDS = (
    Command(name="check --fix", path=PROCESS, work=_planned(_mended)),
    Command(
        name="check --write-baseline",
        path=BASELINE,
        work=_set_aside,
        files={**VAULT, BASELINE: OLD_BASELINE},
    ),
    Command(name="init", path=SETTINGS, work=_begun, files=NOTES, before=lambda root: None, said=SETTINGS),
    Command(name="review", path=PAGE, work=_planned(_pages)),
    Command(
        name="restore",
        path=PROCESS,
        work=_back,
        before=lambda root: keep(root, PROCESS, EARLIER),
        kept=frozenset({EARLIER}),
    ),
    Command(
        name="restore, of a note that is gone",
        path=PROCESS,
        work=_back,
        files={OUTCOME: NOTES[OUTCOME]},
        before=lambda root: keep(root, PROCESS, EARLIER),
        kept=frozenset({EARLIER}),
    ),
)
"""Each command that writes; `watch` writes as `review` does. A new one is one more entry."""


def commands() -> Iterator[Scenario]:
    """Each of them, as it is cut short."""
    return map(_scenario, COMMANDS)


def _scenario(command: Command) -> Scenario:
    with own_vault(command.files) as root, an_hour_later():
        command.before(root)
        command.work(root)
        new = (root / command.path).read_bytes()
    return Scenario(
        name=command.name,
        path=command.path,
        work=command.work,
        stands=frozenset({command.files.get(command.path), new}),
        theirs=command.kept.union(command.files.values()),
        files=command.files,
        said=command.said,
        before=command.before,
    )
