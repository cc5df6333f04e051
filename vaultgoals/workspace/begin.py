"""Beginning a vault: its settings file, and the sample's notes where they are wanted. Never over anything."""

import os
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from pathlib import Path

from vaultgoals.core.note import Note
from vaultgoals.core.period import Calendar
from vaultgoals.core.source import Edit, Source, Span, apply_edits
from vaultgoals.core.vault import Vault
from vaultgoals.errors import UsageError
from vaultgoals.export.obsidian_base import base_text
from vaultgoals.export.obsidian_snippet import STYLE
from vaultgoals.export.obsidian_templates import goal_templates
from vaultgoals.markdown import read_note
from vaultgoals.review.pages import page_path
from vaultgoals.store import write as store
from vaultgoals.store.ignore import Ignore
from vaultgoals.store.names import SETTINGS, SNIPPET
from vaultgoals.store.obsidian import Obsidian
from vaultgoals.store.sample import sample_notes, sample_weeks
from vaultgoals.store.write import rewrite, write_new
from vaultgoals.workspace.first_settings import settings_text
from vaultgoals.workspace.folder import Workspace
from vaultgoals.workspace.pages import write_pages
from vaultgoals.workspace.survey import Survey, survey
from vaultgoals.workspace.targets import Request

BASE = "Goals.base"
"""The base of Obsidian's that shows the goals."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """What was written, what was there already and stayed, and the newest page of those written.

    `left` are the files that could not be written, each with its reason in a sentence.
    """

    written: tuple[str, ...]
    kept: tuple[str, ...]
    left: tuple[str, ...] = ()
    page: str = ""


def look_around(root: Path) -> Survey:
    """What a folder that may become a vault looks like. Raises ConfigError where it has unusable settings."""
    workspace, obsidian = Workspace.at(root, whole=True), Obsidian(root)
    vault, templates = workspace.vault, obsidian.template_folders()
    left_out = Ignore.of(templates)
    notes = (note for path, note in vault.notes.items() if path not in left_out)
    found = survey(
        Vault.of(notes, vault.config, vault.files),
        set_by={kind: naming.source for kind, naming in obsidian.namings().items()},
        templates=tuple(templates),
        week=obsidian.first_weekday(),
    )
    return replace(found, unread=tuple(one.words for one in workspace.unread_settings))


def begin_vault(root: Path, found: Survey) -> Begun:
    """Write the settings file that marks a vault and fits what was found there, unless there is one."""
    return _write(root, {SETTINGS: settings_text(found)})


def begin_obsidian(root: Path) -> Begun:
    """Write what makes Obsidian show a vault's goals; never over anything, and into no new hidden folder.

    It is a base of views; templates for new goals, where Obsidian was told of a folder for templates; and a
    style sheet, where Obsidian keeps settings there.
    """
    workspace, place = Workspace.at(root), Obsidian(root).goal_templates()
    vault, hidden = workspace.vault, Ignore.of(workspace.config.ignore).plain
    texts = {BASE: base_text(vault, hidden)}
    if place:
        folder, templater = place
        templates = goal_templates(vault, templater=templater)
        texts |= {f"{folder}{name}": text for name, text in templates.items()}
    if os.path.isdir((root / SNIPPET).parents[1]):
        texts[SNIPPET] = STYLE
    return _write(root, texts)


def begin_sample(root: Path, today: date) -> Begun:
    """Write the sample vault so that its story ends today, with the pages that its people would have.

    The pages are made anew from the notes, week by week; what the story's people wrote into theirs is put
    into these before the next is made, which quotes it. Raises UsageError where most notes in the folder are
    somebody's own, since nothing would take the sample out from among them again.
    """
    notes = sample_notes(today)
    listed = set(Workspace.at(root, whole=True).vault.listed)
    if len(listed & notes.keys()) * 2 < len(listed):
        fault = f"{root} holds notes already, and the sample would lie among them."
        raise UsageError(fault, "Name a new folder: vaultgoals init --sample DIR")
    begun = _write(root, notes)
    workspace = Workspace.at(root)
    there = workspace.vault.files
    calendar, weekly = Calendar(week=workspace.config.week), []
    for monday, text in sorted(sample_weeks(today).items()):
        week = calendar.week_of(monday)
        path = page_path(workspace.vault, week)
        if path and path not in there:
            weekly.append(path)
            write_pages(workspace, Request(periods=(week,)), today=today)
            _keep_words(workspace, path, read_note(Source.of(path, text)))
            workspace.refresh()
    write_pages(workspace, today=today)
    made = sorted(workspace.vault.files - there)
    page = next((path for path in reversed(weekly) if path in made), "")
    return replace(begun, written=(*begun.written, *made), page=page)


def _write(root: Path, texts: dict[str, str]) -> Begun:
    receipts = [write_new(root, path, text) for path, text in sorted(texts.items())]
    return Begun(
        written=tuple(receipt.path for receipt in receipts if receipt.fate is store.Fate.WRITTEN),
        kept=tuple(receipt.path for receipt in receipts if receipt.fate is store.Fate.EXISTS),
        left=tuple(f"{one.path} {one.reason}." for one in receipts if one.fate is store.Fate.REFUSED),
    )


def _keep_words(workspace: Workspace, path: str, told: Note) -> None:
    """Put what was written onto the story's page into the page that was just made."""
    page, words = workspace.vault.notes.get(path), _room(told)
    room = _room(page) if page else None
    if page is None or room is None or words is None:
        return
    edit = Edit(path=path, span=room, text=told.source.cut(words), digest=page.source.digest)
    rewrite(workspace.root, path, apply_edits(page.source.text, [edit]), expected=page.source)


def _room(page: Note) -> Span | None:
    """Where the person writes: between the questions and the block that follows them."""
    pairs = pairwise(sorted(page.blocks, key=lambda block: block.span.start))
    rooms = (Span(asked.span.end, after.span.start) for asked, after in pairs if asked.name == "questions")
    return next(rooms, None)
