"""The vault itself: where it is, its settings, and what Obsidian's say."""

import os
from collections.abc import Iterator
from dataclasses import fields

from vaultgoals.cli.doctor.vital import Patient, Vital, doubtful, ill, well
from vaultgoals.core.config import Config, Periodic
from vaultgoals.errors import ConfigError, NoVault, Unwritten
from vaultgoals.store.ignore import Ignore
from vaultgoals.store.locate import VARIABLE, find_vault
from vaultgoals.store.names import SETTINGS
from vaultgoals.store.obsidian import Obsidian
from vaultgoals.store.settings import load_settings
from vaultgoals.store.shelf import scan
from vaultgoals.workspace.rule_names import refuse_unknown_names
from vaultgoals.workspace.survey_text import counted


def place(patient: Patient) -> Iterator[Vital]:
    """Where the vault is, by which rule it was found, and how much it holds."""
    session = patient.session
    if patient.root is None:
        try:
            find_vault(session.start, session.explicit, session.environ)
        except NoVault as error:
            yield ill("vault", error.message, error.hint)
        return
    how = "the nearest one from here upwards"
    if session.explicit:
        how = "named by -C"
    elif session.environ.get(VARIABLE):
        how = f"named by {VARIABLE}"
    try:
        shelves = scan(patient.root, Ignore.of(_config(patient).ignore)).values()
    except Unwritten as error:
        yield ill("vault", error.message, error.hint or "Give yourself the right to read it.")
        return
    notes, folders = sum(len(shelf.notes) for shelf in shelves), len(shelves)
    held = f"{counted(notes, 'note')} in {counted(folders, 'folder')}"
    yield well("vault", f"{patient.root}, {how}: {held}")


def settings(patient: Patient) -> Iterator[Vital]:
    """Whether the vault's settings can be used, and Obsidian's be read."""
    if patient.root is None:
        return
    try:
        found = load_settings(patient.root)
        refuse_unknown_names(found.config.rules)
    except ConfigError as error:
        yield ill("settings", error.message, error.hint or f"Mend it in {SETTINGS}.")
        return
    has_own = os.path.lexists(patient.root / SETTINGS)
    yield well("settings", f"{SETTINGS} is read" if has_own else f"the defaults; there is no {SETTINGS}")
    for unread in found.unread:
        yield doubtful("settings", unread.words, "Mend it in Obsidian, under Settings.")


def obsidian(patient: Patient) -> Iterator[Vital]:
    """How Obsidian names periodic notes, and where its templates are; nothing where it was never used."""
    if patient.root is None or not (patient.root / ".obsidian").is_dir():
        return
    read = Obsidian(patient.root)
    kinds = [one.name for one in fields(Periodic)]
    named = [f"{kind} notes {form}" for kind in kinds if (form := getattr(read.periodic(), kind))]
    told = [*named, *(f"templates in {folder}" for folder in read.template_folders())]
    yield well(
        "obsidian",
        f"its settings say: {', '.join(told)}" if told else "its settings say nothing that matters",
    )


def _config(patient: Patient) -> Config:
    """The vault's settings, the defaults where they cannot be used: that is said elsewhere."""
    try:
        return load_settings(patient.root).config if patient.root else Config()
    except ConfigError:
        return Config()
