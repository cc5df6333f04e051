"""Fixes, tried out on their note in memory: the note comes out as it is meant, or not at all."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from vaultgoals.core.fix import Change, Fix
from vaultgoals.core.note import Note
from vaultgoals.core.source import Source, apply_edits
from vaultgoals.markdown import read_note


def mended(note: Note, fixes: Sequence[Fix]) -> Note | None:
    """The note as it reads once it is mended by fixes that are about different properties.

    None where a fix was worked out on another text, where anything would change but the properties that are
    meant, or where these would not say what they are meant to.
    """
    source = note.source
    edits = [edit for fix in fixes for edit in fix.edits]
    stale = any((edit.path, edit.digest) != (source.path, source.digest) for edit in edits)
    if stale or note.unusable:
        return None
    text = apply_edits(source.text, edits)
    again = read_note(replace(Source.of(source.path, text), bom=source.bom))
    changes = [fix.change for fix in fixes if fix.change]
    return again if not again.unusable and _reads_as_meant(note, again, changes) else None


def _reads_as_meant(note: Note, again: Note, changes: Iterable[Change]) -> bool:
    if not note.properties:
        return bool(again.properties)
    meant = [(prop.name, prop.value.plain) for prop in note.properties]
    for change in changes:
        meant[change.index] = change.name, change.value
    found = [(prop.name, prop.value.plain) for prop in again.properties]
    # To Python 1, 1.0 and True are equal and no NaN is: written out they are what they are.
    return repr(found) == repr(meant) and _body(again) == _body(note)


def _body(note: Note) -> str:
    return note.source.cut(note.body)
