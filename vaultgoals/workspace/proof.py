"""Whether what a vault's own template wrote may become a page: it must be one that can be renewed."""

import re
from collections.abc import Iterator
from itertools import chain

from vaultgoals.core.block import block_content
from vaultgoals.core.note import Note
from vaultgoals.core.source import Source
from vaultgoals.markdown import read_note
from vaultgoals.review.pages import Page
from vaultgoals.review.region import unsigned

# A file with one of these is no text to some, or acts on a terminal.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_IN_WORDS = {
    "broken-markers": "the markers of its blocks are broken",
    "conflict-markers": "it writes the marks of a merge conflict",
    "too-deep": "it writes what is nested too deeply",
    "too-long": "it writes more lines than are read of a note",
}


def wrong_in_page(text: str, page: Page) -> str:
    """Why a text cannot be a page, empty where it can."""
    note = read_note(Source.of(page.path, text))
    return next(chain(_of_text(text, note), _of_page(note, page)), "")


def wrong_in_block(text: str, name: str) -> str:
    """Why a text cannot stand in a block, empty where it can."""
    note = read_note(Source.of("Note.md", unsigned({name: text})))
    return next(_of_text(text, note), "" if _holds(note, text) else _IN_WORDS["broken-markers"])


def _of_text(text: str, note: Note) -> Iterator[str]:
    if control := _CONTROL.search(text):
        yield f"it writes the control character U+{ord(control[0]):04X}"
    if note.malformed:
        yield _IN_WORDS.get(note.malformed[0].what, "it writes a header that cannot be read")


def _of_page(note: Note, page: Page) -> Iterator[str]:
    wanted = {"type": "goal-review", "page": str(page.kind)}
    wanted |= {"period": page.period.label} if page.period else {}
    for name, value in wanted.items():
        prop = note.property(name)
        if prop is None or str(prop.value.plain) != value:
            yield f"the header that it writes lacks `{name}: {value}`"
    if not note.blocks:
        yield "it writes no block, so the page could never be renewed"
    if any(block.digest is not None for block in note.blocks):
        yield "it writes digests into markers, which is for vaultgoals to do"


def _holds(note: Note, text: str) -> bool:
    return len(note.blocks) == 1 and block_content(note.source, note.blocks[0]) == text
