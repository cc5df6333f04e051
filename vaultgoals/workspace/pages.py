"""Writing the pages, and the blocks in other notes: planned first, then one by one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from vaultgoals.errors import Unwritten
from vaultgoals.store import write as store
from vaultgoals.store.write import being_edited, rewrite, write_new
from vaultgoals.workspace.folder import Workspace
from vaultgoals.workspace.plan import Plan
from vaultgoals.workspace.settle import plan_pages
from vaultgoals.workspace.targets import DUE, Request


class Fate(StrEnum):
    """What became of a page; `AT_REST` is one that is not to be written, and rightly so."""

    WRITTEN = "written"
    UNCHANGED = "unchanged"
    AT_REST = "at rest"
    BUSY = "busy"
    LEFT = "left"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What became of one page. `reason` follows its path in a sentence where it was not written.

    `edited` and `replaced` count its blocks that a person edited: those left, and those that were replaced.
    `said` is what is wrong with the vault's own templates, a sentence each.
    """

    path: str
    fate: Fate
    reason: str = ""
    edited: int = 0
    replaced: int = 0
    said: tuple[str, ...] = ()


def write_pages(workspace: Workspace, request: Request = DUE, *, today: date) -> list[Written]:
    """Plan what is asked for, then write it; see `write_plans`. Raises UsageError and `Held`."""
    return write_plans(workspace, plan_pages(workspace.vault, request, today=today))


def write_plans(workspace: Workspace, plans: Sequence[Plan]) -> list[Written]:
    """Write what changes; what was written is looked at again after.

    The answer names every page, and of the person's own notes with blocks those that were not current. A note
    that somebody is typing into, or has changed since it was read, is busy: try again in a moment. Raises
    `Held`.
    """
    due = [plan for plan in plans if plan.page or plan.left or plan.changes]
    written = [replace(_write(workspace, plan), said=plan.said) for plan in due]
    paths = {page.path for page in written if page.fate is Fate.WRITTEN}
    if paths:
        notes = {plan.path: plan.note for plan in plans if plan.path in paths and plan.note}
        workspace.refresh(paths, written=notes)
    return written


def _write(workspace: Workspace, plan: Plan) -> Written:
    if plan.left:
        fate = Fate.AT_REST if plan.at_rest else Fate.LEFT
        return Written(path=plan.path, fate=fate, reason=plan.left)
    if not plan.changes:
        return Written(path=plan.path, fate=Fate.UNCHANGED, edited=plan.edited)
    if plan.old is not None and being_edited(workspace.root, plan.old):
        return Written(path=plan.path, fate=Fate.BUSY, reason="is being edited")
    try:
        receipt = (
            rewrite(workspace.root, plan.path, plan.text, expected=plan.old)
            if plan.old is not None
            else write_new(workspace.root, plan.path, plan.text)
        )
    except Unwritten as error:
        return Written(path=plan.path, fate=Fate.FAILED, reason=_reason(plan.path, error.message))
    fate = _FATES[receipt.fate]
    replaced = plan.replaced if fate is Fate.WRITTEN else 0
    return Written(path=plan.path, fate=fate, reason=receipt.reason, edited=plan.edited, replaced=replaced)


def _reason(path: str, message: str) -> str:
    """What went wrong, as it follows the path in a sentence; it may be about something else than the path."""
    reason = message.removesuffix(".")
    about_it = reason.startswith(f"{path} ")
    return reason.removeprefix(f"{path} ") if about_it else f"could not be written: {reason}"


_FATES = {
    store.Fate.WRITTEN: Fate.WRITTEN,
    store.Fate.UNCHANGED: Fate.UNCHANGED,
    store.Fate.CHANGED_MEANWHILE: Fate.BUSY,
    store.Fate.EXISTS: Fate.BUSY,
    store.Fate.REFUSED: Fate.LEFT,
}
