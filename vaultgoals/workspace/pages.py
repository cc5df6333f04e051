"""Which pages there are to write, what goes into them, and writing them: planned first, then one by one."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from vaultgoals.core.finding import Finding
from vaultgoals.core.goal import Kind
from vaultgoals.core.note import Malformed, Note
from vaultgoals.core.period import YEARS, Calendar, Period
from vaultgoals.core.source import Source, apply_edits
from vaultgoals.core.vault import Vault
from vaultgoals.errors import Unwritten
from vaultgoals.markdown import read_note
from vaultgoals.render.weekly import render_weekly
from vaultgoals.review.pages import is_past, is_sealed, page_path
from vaultgoals.review.region import place, seal
from vaultgoals.review.weekly import build_weekly
from vaultgoals.rules import check
from vaultgoals.store import write as store
from vaultgoals.store.write import being_edited, rewrite, write_new
from vaultgoals.workspace.folder import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What should become of one page: its whole new text, or why it is left alone.

    `old` is the page as it was read, None for a new one. `edited` counts the blocks that were edited by hand
    and stay as they are.
    """

    path: str
    text: str = ""
    old: Source | None = None
    left: str = ""
    edited: int = 0


def due_weeks(vault: Vault, today: date) -> list[Period]:
    """The weeks whose pages are renewed without being asked for: this one, and each unsealed earlier page."""
    calendar = Calendar(week=vault.config.week)
    this_week = calendar.week_of(today)
    weeks = {this_week}
    for path, kind in vault.kinds.items():
        if kind is Kind.REVIEW and not is_sealed(vault.notes[path]):
            week = _week_on(vault.notes[path], calendar)
            if week and week < this_week and page_path(vault.config, week) == path:
                weeks.add(week)
    return sorted(weeks)


def _week_on(page: Note, calendar: Calendar) -> Period | None:
    """The week that a page says it is about."""
    period = page.property("period")
    week = calendar.read(str(period.value.plain)) if period else None
    return week if week and week.start.year in YEARS else None


def plan_pages(
    vault: Vault, weeks: Iterable[Period], *, today: date, findings: Sequence[Finding]
) -> Iterator[Plan]:
    """What should become of the pages of some weeks."""
    weeks = list(weeks)
    paths = {week: page_path(vault.config, week) for week in weeks}
    there = frozenset(path for path in (*vault.notes, *paths.values()) if path)
    for week, path in paths.items():
        if path:
            yield _plan(vault, week, path, today=today, findings=findings, pages=there)


def _plan(
    vault: Vault, week: Period, path: str, *, today: date, findings: Sequence[Finding], pages: frozenset[str]
) -> Plan:
    old = vault.notes.get(path)
    reason = _reason_to_leave(vault, old) if old else None
    if reason:
        return Plan(path=path, left=reason)
    if old and old.property("sealed") is None and is_past(vault.config, week, today):
        return _seal(old)
    review = build_weekly(vault, week, today=today, findings=findings, pages=pages)
    fresh = read_note(Source.of(path, render_weekly(review)))
    page = old or fresh
    placement = place(page, fresh)
    text = apply_edits(page.source.text, list(placement.edits))
    if not _comes_out(page, text, fresh):
        return Plan(path=path, left="would not come out as planned")
    return Plan(path=path, text=text, old=old.source if old else None, edited=len(placement.edited))


def _seal(page: Note) -> Plan:
    """A page that its date has sealed gets the mark of it where its header can hold one; all else stays."""
    text = apply_edits(page.source.text, [seal(page)]) if page.properties else ""
    again = read_note(Source.of(page.path, text))
    if not is_sealed(again) or len(again.blocks) != len(page.blocks):
        return Plan(path=page.path, left=SEALED)
    return Plan(path=page.path, text=text, old=page.source)


SEALED = "is sealed"
EMPTIED = "has no blocks left"


def _reason_to_leave(vault: Vault, page: Note) -> str | None:
    """Why a file at a page's path is not to be written, None where it may be."""
    troubles = {trouble.what: trouble for trouble in reversed(page.malformed)}
    if "conflict-markers" in troubles:
        return f"has conflict markers at line {_line(page, troubles['conflict-markers'])}"
    if page.unusable:
        return "cannot be read"
    if vault.kinds.get(page.path) is not Kind.REVIEW:
        return "is not one of our pages (it has no `type: goal-review`)"
    if "broken-markers" in troubles:
        trouble = troubles["broken-markers"]
        return f"has broken block markers at line {_line(page, trouble)} ({trouble.reason})"
    if is_sealed(page):
        return SEALED
    return None if page.blocks else EMPTIED


def _line(page: Note, trouble: Malformed) -> int:
    return page.source.position(trouble.span.start).line


def _comes_out(page: Note, text: str, fresh: Note) -> bool:
    """Look at a planned page once more before it is written: nothing of the person's may have changed.

    Outside of what was edited the text is cut from the old one, so that what is left to see is that the
    result reads as the same page, and that doing it again would change nothing.
    """
    again = read_note(Source.of(page.path, text))
    steady = not place(again, fresh).edits and len(again.blocks) == len(page.blocks)
    return steady and not again.unusable


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
    """What became of one page. `reason` follows its path in a sentence where it was not written."""

    path: str
    fate: Fate
    reason: str = ""
    edited: int = 0


def write_pages(workspace: Workspace, weeks: Iterable[Period], *, today: date) -> list[Written]:
    """Plan the pages of some weeks, then write those whose bytes change; the vault is looked at again after.

    A page that somebody is typing into, or has changed since it was read, is busy: try again in a moment.
    """
    findings = check(workspace.vault, today=today)
    plans = list(plan_pages(workspace.vault, weeks, today=today, findings=findings))
    written = [_write(workspace, plan) for plan in plans]
    if any(page.fate is Fate.WRITTEN for page in written):
        workspace.refresh()
    return written


def _write(workspace: Workspace, plan: Plan) -> Written:
    if plan.left:
        fate = Fate.AT_REST if plan.left in (SEALED, EMPTIED) else Fate.LEFT
        return Written(path=plan.path, fate=fate, reason=plan.left)
    if plan.old is not None and plan.old.text == plan.text:
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
        reason = error.message.removeprefix(f"{plan.path} ").removesuffix(".")
        return Written(path=plan.path, fate=Fate.FAILED, reason=reason)
    fate = _FATES[receipt.fate]
    return Written(path=plan.path, fate=fate, reason=receipt.reason, edited=plan.edited)


_FATES = {
    store.Fate.WRITTEN: Fate.WRITTEN,
    store.Fate.UNCHANGED: Fate.UNCHANGED,
    store.Fate.CHANGED_MEANWHILE: Fate.BUSY,
    store.Fate.EXISTS: Fate.BUSY,
    store.Fate.REFUSED: Fate.LEFT,
}
