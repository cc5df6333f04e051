"""Merge conflicts in generated text alone: they need no person, since either version is written anew."""

from collections.abc import Mapping
from dataclasses import replace

from vaultgoals.core.conflict import Conflict, parted, sides
from vaultgoals.core.generated import differ_in_ours_alone, is_doubtful, later_of
from vaultgoals.core.note import Malformed, Note
from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note
from vaultgoals.workspace.plan import Plan


def healed_vault(vault: Vault) -> tuple[Vault, Mapping[str, Source]]:
    """The vault with each such note as one of its versions, and how these notes stand there, by path."""
    conflicted = [path for path, troubles in vault.troubles.items() if any(map(_is_conflict, troubles))]
    healed = {path: one for path in conflicted if (one := healed_note(vault.notes[path]))}
    if not healed:
        return vault, {}
    there = {path: vault.notes[path].source for path in healed}
    notes = {**vault.notes, **healed}.values()
    templates = vault.templates.values()
    whole = Vault.of(notes, vault.config, vault.files, templates, vault.listed, before=vault)
    return whole, there


def healed_note(note: Note) -> Note | None:
    """One version of a note with conflicts, where both differ in nothing but what each says that we wrote.

    None where any text of a person's is in a conflict, or may be.
    """
    parts = parted(note.source.text)
    if parts is None or not any(isinstance(part, Conflict) for part in parts):
        return None
    ours, theirs = (
        read_note(replace(Source.of(note.path, text), bom=note.source.bom)) for text in sides(parts)
    )
    if ours.unusable or theirs.unusable or is_doubtful(ours) or is_doubtful(theirs):
        return None
    return later_of(ours, theirs) if differ_in_ours_alone(ours, theirs) else None


def over(plan: Plan, there: Source | None) -> Plan:
    """The plan of a note that was healed first: it is written over what stands `there`."""
    if there is None or (plan.left and not plan.at_rest):
        return plan
    return replace(plan, old=there, left="", at_rest=False)


def _is_conflict(trouble: Malformed) -> bool:
    return trouble.what == "conflict-markers"
