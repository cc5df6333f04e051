"""Beginning a vault: its settings file, and the sample's notes where they are wanted. Never over anything."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from vaultgoals.core.note import Note
from vaultgoals.core.period import Calendar
from vaultgoals.core.source import Edit, Source, Span, apply_edits
from vaultgoals.markdown import read_note
from vaultgoals.review.pages import page_path
from vaultgoals.review.promise import promise_on, promise_place
from vaultgoals.store import write as store
from vaultgoals.store.locate import SETTINGS
from vaultgoals.store.sample import sample_notes, sample_pages
from vaultgoals.store.settings import DEFAULT_TOML
from vaultgoals.store.write import rewrite, write_new
from vaultgoals.workspace.folder import Workspace
from vaultgoals.workspace.pages import Fate, write_pages


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """What was written, what was there already and stayed, and the newest page of those written."""

    written: tuple[str, ...]
    kept: tuple[str, ...]
    page: str = ""


def begin_vault(root: Path) -> Begun:
    """Write the settings file that marks a vault, unless there is one."""
    return _write(root, {SETTINGS: DEFAULT_TOML})


def begin_sample(root: Path, today: date) -> Begun:
    """Write the sample vault so that its story ends today, with the pages of its last two weeks.

    The pages are made anew from the notes; what the story's person wrote into theirs is put into these.
    """
    begun = _write(root, sample_notes(today))
    workspace = Workspace.at(root)
    calendar = Calendar(week=workspace.config.week)
    weeks = [calendar.week_of(today - timedelta(days=7)), calendar.week_of(today)]
    missing = {path for week in weeks if (path := page_path(workspace.config, week))} - workspace.vault.files
    written = {page.path: page.fate for page in write_pages(workspace, weeks, today=today)}
    made = sorted(path for path in missing if written[path] is Fate.WRITTEN)
    for path, text in sample_pages(today).items():
        if path in made:
            _keep_promise(workspace, path, read_note(Source.of(path, text)))
    workspace.refresh()
    write_pages(workspace, weeks, today=today)
    return replace(begun, written=(*begun.written, *made), page=made[-1] if made else "")


def _write(root: Path, texts: dict[str, str]) -> Begun:
    receipts = [write_new(root, path, text) for path, text in sorted(texts.items())]
    return Begun(
        written=tuple(receipt.path for receipt in receipts if receipt.fate is store.Fate.WRITTEN),
        kept=tuple(receipt.path for receipt in receipts if receipt.fate is not store.Fate.WRITTEN),
    )


def _keep_promise(workspace: Workspace, path: str, told: Note) -> None:
    """Put the promise that stands on the story's page into the page that was just made."""
    page, promise = workspace.vault.notes.get(path), promise_on(told)
    place = promise_place(page) if page else None
    if page is None or promise is None or place is None:
        return
    edit = Edit(
        path=path, span=Span(place, place), text=f"\n{promise.words.words}", digest=page.source.digest
    )
    rewrite(workspace.root, path, apply_edits(page.source.text, [edit]), expected=page.source)
