"""Three versions of a note, as git has them, into one: read, merged, and looked at once more."""

from dataclasses import replace
from typing import NamedTuple

from vaultgoals.core.config import Limits
from vaultgoals.core.generated import is_doubtful, is_page
from vaultgoals.core.line_merge import in_one_newline
from vaultgoals.core.merge import Merged, merged
from vaultgoals.core.note import Note
from vaultgoals.core.source import Source
from vaultgoals.markdown import read_note
from vaultgoals.store.files import decode, encode
from vaultgoals.store.git import merge_lines


class Versions(NamedTuple):
    """What two versions were made from, empty where that is not known, and the two."""

    base: bytes
    ours: bytes
    theirs: bytes


class Settled(NamedTuple):
    """The bytes that a merge came to, and whether a conflict is left in them."""

    data: bytes
    conflicts: bool


def merge_versions(versions: Versions, *, path: str, size: int) -> Settled | None:
    """The note at `path` of two versions; a conflict stands between marks of `size` characters.

    None where there is nothing in it that we know better than git: no block and no page of ours, text that
    cannot be read, broken markers. Raises `Unwritten`, and OSError.
    """
    sources = [decode(path, data) for data in versions]
    if any(source.unreadable for source in sources) or max(map(len, versions)) > Limits().note_size:
        return None
    texts = in_one_newline(*(source.text for source in sources))
    base, ours, theirs = (read_note(Source.of(path, text)) for text in texts)
    if not any(note.blocks or is_page(note) for note in (ours, theirs)):
        return None
    if any(map(is_doubtful, (base, ours, theirs))):
        return None
    found = merged(base, ours, theirs, merge_lines, size=size)
    if found is None or not _holds(found, ours, theirs):
        return None
    return Settled(encode(found.text, bom=_has_mark(*sources)), found.conflicts)


def _holds(found: Merged, ours: Note, theirs: Note) -> bool:
    """Whether what came of it has the blocks that neither side deleted, unless people have to settle it."""
    if found.conflicts:
        return True
    again = read_note(replace(ours.source, text=found.text))
    names = {block.name for block in again.blocks}
    both = {block.name for block in ours.blocks} & {block.name for block in theirs.blocks}
    return both <= names and not is_doubtful(again)


def _has_mark(base: Source, ours: Source, theirs: Source) -> bool:
    """Whether it begins with an encoding mark: as on the side that changed that."""
    return theirs.bom if base.text and ours.bom == base.bom else ours.bom
