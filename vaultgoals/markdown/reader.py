"""A note's text into a note: the one way in. Text in, value out; whatever a person wrote, it never raises."""

from dataclasses import replace

from vaultgoals.core.note import Contents, Malformed, Note
from vaultgoals.core.signs import CONFLICT
from vaultgoals.core.source import Source, Span
from vaultgoals.markdown.frontmatter import read_frontmatter
from vaultgoals.markdown.newlines import flat_text

_TOO_DEEP = Malformed(what="too-deep", span=Span(0, 0))


def read_note(source: Source) -> Note:
    """The note that a source holds, as Obsidian would read it; what cannot be read is in `malformed`.

    The source's `unreadable` gives an empty note with that one trouble. All places are offsets into the
    source's text, in code points.
    """
    if source.unreadable is not None:
        trouble = Malformed(what="unreadable", span=Span(0, 0), reason=source.unreadable)
        return Note(source=source, troubles=(trouble,))
    try:
        return _read(source)
    except RecursionError:
        return Note(source=source, troubles=(_TOO_DEEP,))


def _read(source: Source) -> Note:
    flat = flat_text(source.text)
    header = read_frontmatter(source, flat)
    note = Note(
        source=source,
        properties=header.properties,
        property_links=header.links,
        property_tags=header.tags,
        body=Span(header.end, len(source.text)),
        troubles=header.malformed,
        reader=read_contents,
    )
    if CONFLICT not in flat:
        return note
    from vaultgoals.markdown.body import find_conflict

    conflict = find_conflict(flat, header.end)
    if conflict is None:
        return note
    # A conflict in the header makes its YAML unreadable: that is one trouble, not two.
    others = (m for m in note.troubles if m.what not in ("frontmatter", "duplicate-property"))
    return replace(note, troubles=(conflict, *others))


def read_contents(note: Note) -> Contents:
    """What the body of a note holds; where it is too deep or too long to be read is in its `malformed`."""
    from vaultgoals.markdown.body import read_body  # the parser of Markdown is slow to come

    try:
        return read_body(note, flat_text(note.source.text))
    except RecursionError:
        return Contents(malformed=(_TOO_DEEP,))
