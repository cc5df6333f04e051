"""What `init`, `check --fix`, `check --write-baseline` and `review` write, cut short like any write."""

from collections.abc import Callable, Iterator, Mapping
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
from vaultgoals.store.baseline import BASELINE
from vaultgoals.store.locate import SETTINGS
from vaultgoals.workspace.begin import begin_vault, look_around
from vaultgoals.workspace.fixing import Wish, plan_fixes
from vaultgoals.workspace.folder import Workspace
from vaultgoals.workspace.known import write_baseline
from vaultgoals.workspace.pages import write_plans
from vaultgoals.workspace.plan import Plan
from vaultgoals.workspace.settle import plan_pages
from vaultgoals.workspace.targets import Request

TODAY = date(2026, 11, 20)
OUTCOME, PROCESS = "Goals/More trials.md", "Goals/Calls.md"
NOTES = {
    OUTCOME: b"---\ntype: outcome\nmetric: trials\nbaseline: 6\ntarget: 8\ndue: 2026-12-20\n---\n",
    PROCESS: b"---\ntype: process\noutcome: [[More trials]]\ncadence: 10 per week\n---\n- 2026-11-17: 4\n",
}
VAULT = {SETTINGS: b"", **NOTES}
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


def _command(
    name: str,
    path: str,
    work: Callable[[Path], str],
    files: Mapping[str, bytes] = VAULT,
    said: str = "written",
) -> Scenario:
    """A command that writes at a path what it writes there where nothing disturbs it."""
    before = _open if SETTINGS in files else lambda root: None
    with own_vault(files) as root, an_hour_later():
        before(root)
        work(root)
        new = (root / path).read_bytes()
    return Scenario(
        name=name,
        path=path,
        work=work,
        stands=frozenset({files.get(path), new}),
        theirs=frozenset(files.values()),
        files=files,
        said=said,
        before=before,
    )


def commands() -> Iterator[Scenario]:
    """Each command that plans what it writes; `watch` writes as `review` does."""
    yield _command("check --fix", PROCESS, _planned(_mended))
    yield _command("check --write-baseline", BASELINE, _set_aside, files={**VAULT, BASELINE: OLD_BASELINE})
    yield _command("init", SETTINGS, _begun, files=NOTES, said=SETTINGS)
    yield _command("review", _pages()[0].path, _planned(_pages))
