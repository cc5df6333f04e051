"""What each command writes, cut short like any write: a table of them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, time
from functools import cache
from pathlib import Path

from points import Scenario, an_hour_later, own_vault

from vaultgoals.core.config import Config
from vaultgoals.core.goal import Kind
from vaultgoals.core.new_checkin import Said
from vaultgoals.core.period import Calendar
from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.errors import VaultgoalsError
from vaultgoals.intake.entry import Entry
from vaultgoals.markdown import read_note
from vaultgoals.store.kept import keep, versions
from vaultgoals.store.names import BASELINE, SETTINGS
from vaultgoals.workspace.begin import BASE, begin_obsidian, begin_vault, look_around
from vaultgoals.workspace.exporting import write_export
from vaultgoals.workspace.fixing import Wish, plan_fixes
from vaultgoals.workspace.folder import Workspace
from vaultgoals.workspace.importing import plan_import
from vaultgoals.workspace.known import write_baseline
from vaultgoals.workspace.new_goal import make
from vaultgoals.workspace.new_note import Draft
from vaultgoals.workspace.new_reading import plan_reading
from vaultgoals.workspace.pages import write_plans
from vaultgoals.workspace.plan import Plan
from vaultgoals.workspace.restore import bring_back
from vaultgoals.workspace.settle import plan_pages
from vaultgoals.workspace.targets import Request
from vaultgoals.workspace.turns import finish

TODAY = date(2026, 11, 20)
OUTCOME, PROCESS = "Goals/More trials.md", "Goals/Calls.md"
PAGE = "Reviews/Weekly/Review 2026-W47.md"
CHECKIN = "Check-ins/2026/2026-11-20 1042 Calls.md"
EXPORT = "Data/goals.json"
NOTES = {
    OUTCOME: b"---\ntype: outcome\nmetric: trials\nbaseline: 6\ntarget: 8\ndue: 2026-12-20\n---\n",
    PROCESS: b"---\ntype: process\noutcome: [[More trials]]\ncadence: 10 per week\n---\n- 2026-11-17: 4\n",
}
VAULT = {SETTINGS: b"", **NOTES}
EARLIER = b"---\ntype: process\n---\n"
OLD_BASELINE = b'{\n"schema": 1\n}\n'

CONFLICTED = (
    b"---\ntype: goal-review\npage: weekly\nperiod: 2026-W47\n---\n<<<<<<< HEAD\n"
    b"<!-- vaultgoals:begin headline 82a5f8bf6ec1 -->\nOne\n<!-- vaultgoals:end headline -->\n=======\n"
    b"<!-- vaultgoals:begin headline 6bfcb6c5681d -->\nTwo\n<!-- vaultgoals:end headline -->\n>>>>>>> x\n"
)
"""A page of which two versions, both ours, are in conflict."""

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


@cache
def _reading() -> tuple[Plan, ...]:
    said = Said(goal=_vault().goals[PROCESS], on=TODAY, value="4")
    return (plan_reading(_vault(), said, time(10, 42)),)


@cache
def _imported() -> tuple[Plan, ...]:
    entry = Entry(on=TODAY, at=time(10, 42), value="4", comment="from elsewhere", line=2)
    return tuple(one.plan for one in plan_import(_vault(), [(entry, _vault().goals[PROCESS])]).planned)


@cache
def _new() -> tuple[Plan, ...]:
    answers = {"outcome": ("More trials",), "cadence": ("daily",), "because": ("they come back",)}
    return (make(_vault(), Draft(kind=Kind.PROCESS, title="Mails", answers=answers), TODAY).plan,)


@cache
def _finished() -> tuple[Plan, ...]:
    plan = finish(_vault(), _vault().goals[PROCESS], TODAY).plan
    return (plan,) if plan else ()


def _exported(root: Path) -> str:
    def write() -> str:
        return ", ".join(place.name for place in write_export(root, {root / EXPORT: b"{}\n"}, force=False))

    return _told(write)


@cache
def _healed() -> tuple[Plan, ...]:
    page = read_note(Source.of(PAGE, CONFLICTED.decode()))
    week = Calendar(week=Config().week).week_of(TODAY)
    vault = Vault.of((*_vault().notes.values(), page), Config())
    return tuple(plan_pages(vault, Request(periods=(week,)), today=TODAY))


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


def _shown(root: Path) -> str:
    def write() -> str:
        begun = begin_obsidian(root)
        return ", ".join((*begun.written, *begun.left))

    return _told(write)


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
    Command(name="init --obsidian", path=BASE, work=_shown, files=VAULT, before=lambda root: None, said=BASE),
    Command(name="new", path="Goals/Mails.md", work=_planned(_new)),
    Command(name="done", path=PROCESS, work=_planned(_finished)),
    Command(name="checkin", path=CHECKIN, work=_planned(_reading)),
    Command(name="import", path=CHECKIN, work=_planned(_imported)),
    Command(name="export", path=EXPORT, work=_exported, before=lambda root: None, said="goals.json"),
    Command(name="review", path=PAGE, work=_planned(_pages)),
    Command(
        name="review, of a conflict that heals",
        path=PAGE,
        work=_planned(_healed),
        files={**VAULT, PAGE: CONFLICTED},
    ),
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
