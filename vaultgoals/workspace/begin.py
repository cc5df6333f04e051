"""Beginning a vault: its settings file, and the sample's notes where they are wanted. Never over anything."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from vaultgoals.core.note import Note
from vaultgoals.core.period import Calendar
from vaultgoals.core.source import Edit, Source, Span, apply_edits
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note
from vaultgoals.review.pages import page_path
from vaultgoals.review.promise import promise_on, promise_place
from vaultgoals.store import write as store
from vaultgoals.store.ignore import Ignore
from vaultgoals.store.locate import SETTINGS
from vaultgoals.store.obsidian import TEMPLATER, TEMPLATES, Obsidian
from vaultgoals.store.sample import sample_notes, sample_pages
from vaultgoals.store.write import rewrite, write_new
from vaultgoals.workspace.first_settings import settings_text
from vaultgoals.workspace.folder import Workspace
from vaultgoals.workspace.pages import write_pages
from vaultgoals.workspace.survey import Survey, survey
from vaultgoals.workspace.targets import Request


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """What was written, what was there already and stayed, and the newest page of those written."""

    written: tuple[str, ...]
    kept: tuple[str, ...]
    page: str = ""


def look_around(root: Path) -> Survey:
    """What a folder that may become a vault looks like. Raises ConfigError where it has unusable settings."""
    workspace, obsidian = Workspace.at(root), Obsidian(root)
    vault, templates = workspace.vault, obsidian.template_folders()
    left_out = Ignore.of(templates)
    notes = (note for path, note in vault.notes.items() if path not in left_out)
    found = survey(
        Vault.of(notes, vault.config, vault.files),
        set_by={kind: naming.source for kind, naming in obsidian.namings().items()},
        templates=tuple(templates),
        week=obsidian.first_weekday(),
    )
    unread = [one.words for one in workspace.unread_settings]
    unread += [
        f"{path} {reason}, so the templates may be among the notes."
        for path, reason in obsidian.unreadable.items()
        if path in (TEMPLATES, TEMPLATER)
    ]
    return replace(found, unread=tuple(unread))


def begin_vault(root: Path, found: Survey) -> Begun:
    """Write the settings file that marks a vault and fits what was found there, unless there is one."""
    return _write(root, {SETTINGS: settings_text(found)})


def begin_sample(root: Path, today: date) -> Begun:
    """Write the sample vault so that its story ends today, with the pages that its person would have.

    The pages are made anew from the notes; what the story's person wrote into theirs is put into these.
    """
    begun = _write(root, sample_notes(today))
    workspace = Workspace.at(root)
    there = workspace.vault.files
    calendar = Calendar(week=workspace.config.week)
    weeks = (calendar.week_of(today - timedelta(days=7)), calendar.week_of(today))
    write_pages(workspace, Request(periods=weeks), today=today)
    weekly = [path for week in weeks if (path := page_path(workspace.vault, week)) not in there]
    for path, text in sample_pages(today).items():
        if path in weekly:
            _keep_promise(workspace, path, read_note(Source.of(path, text)))
    workspace.refresh()
    write_pages(workspace, today=today)
    made = sorted(workspace.vault.files - there)
    page = next((path for path in reversed(weekly) if path in made), "")
    return replace(begun, written=(*begun.written, *made), page=page)


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
