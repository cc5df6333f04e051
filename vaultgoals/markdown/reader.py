"""A note's text into a note: the one way in. Text in, value out; whatever a person wrote, it never raises."""

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from vaultgoals.core.config import Config
from vaultgoals.core.goal import Kind
from vaultgoals.core.kinds import kind_of
from vaultgoals.core.note import Field, Link, ListItem, Malformed, Note
from vaultgoals.core.source import Source, Span
from vaultgoals.markdown.fields import read_fields
from vaultgoals.markdown.frontmatter import read_frontmatter
from vaultgoals.markdown.inline import read_inline
from vaultgoals.markdown.markers import read_conflict, read_markers
from vaultgoals.markdown.shape import Leaf, Shape, read_shape
from vaultgoals.markdown.tasks import TASK, read_task

_BLOCK_ID = re.compile(r"(?:\A|\s)\^([A-Za-z0-9-]+)\Z")
_NO_NEWLINE = re.compile(r"[^\n]")


def read_note(source: Source) -> Note:
    """The note that a source holds, as Obsidian would read it; what cannot be read is in `malformed`.

    The source's `unreadable` gives an empty note with that one trouble. All places are offsets into the
    source's text, in code points.
    """
    if source.unreadable is not None:
        trouble = Malformed(what="unreadable", span=Span(0, 0), reason=source.unreadable)
        return Note(source=source, malformed=(trouble,))
    try:
        return _read(source)
    except RecursionError:
        return Note(source=source, malformed=(Malformed(what="too-deep", span=Span(0, 0)),))


def _read(source: Source) -> Note:
    flat = _flat(source.text)
    header = read_frontmatter(source, flat)
    note = Note(
        source=source,
        properties=header.properties,
        links=header.links,
        tags=header.tags,
        body=Span(header.end, len(source.text)),
        malformed=header.malformed,
    )
    return _with_body(note, flat)


def _flat(text: str) -> str:
    """The text with `\\n` for every newline, each character where it was."""
    return text.replace("\r\n", " \n").replace("\r", "\n") if "\r" in text else text


def _with_body(note: Note, flat: str) -> Note:
    shape = read_shape(flat, note.body.start)
    in_code = _within(shape.code)
    conflict = read_conflict(flat, in_code)
    ours = kind_of(note, Config()) is Kind.REVIEW
    markers = read_markers(flat, note.body.start, in_code, ours=ours)
    if markers.blocks:
        without = _emptied(flat, [block.content for block in markers.blocks])
        shape = read_shape(without, note.body.start)
    found = _Contents(shape=shape)
    for leaf in shape.leaves:
        found.add(leaf)
    malformed = [*note.malformed, *markers.malformed, *found.malformed]
    if conflict:
        # A conflict in the header makes its YAML unreadable: that is one trouble, not two.
        malformed = [conflict, *(m for m in malformed if m.what not in ("frontmatter", "duplicate-property"))]
    if shape.too_deep is not None:
        malformed.append(Malformed(what="too-deep", span=shape.too_deep))
    return replace(
        note,
        links=(*note.links, *found.links),
        headings=tuple(shape.headings),
        items=tuple(found.items),
        tables=tuple(shape.tables),
        fields=tuple(found.fields),
        blocks=markers.blocks,
        block_ids=tuple(found.block_ids),
        tags=(*note.tags, *found.tags),
        malformed=tuple(malformed),
    )


def _emptied(flat: str, spans: list[Span]) -> str:
    """The text with blanks in place of some spans, in order; its lines and offsets stay."""
    pieces, at = [], 0
    for span in spans:
        pieces += [flat[at : span.start], _NO_NEWLINE.sub(" ", flat[span.start : span.end])]
        at = span.end
    return "".join([*pieces, flat[at:]])


def _within(spans: list[Span]) -> Callable[[int], bool]:
    """Whether an offset is within any of these spans, which are in order and apart."""
    starts = [span.start for span in spans]

    def within(offset: int) -> bool:
        index = bisect_right(starts, offset) - 1
        return index >= 0 and offset < spans[index].end

    return within


@dataclass(slots=True, kw_only=True)
class _Contents:
    """What the texts of a body hold, gathered one text after the other."""

    shape: Shape
    links: list[Link] = field(default_factory=list)
    items: list[ListItem] = field(default_factory=list)
    fields: list[Field] = field(default_factory=list)
    block_ids: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    malformed: list[Malformed] = field(default_factory=list)

    def add(self, leaf: Leaf) -> None:
        inline = read_inline(leaf.text, leaf.at)
        self.links += inline.links
        self.tags += inline.tags
        if leaf.kind == "comment":
            return
        task = TASK.match(leaf.text) if leaf.item is not None else None
        whole_lines = leaf.kind != "cell" and task is None
        fields = list(read_fields(leaf.text, inline.visible, leaf.at, whole_lines=whole_lines))
        self.fields += fields
        block = _BLOCK_ID.search(inline.visible) if leaf.kind == "paragraph" else None
        if block:
            self.block_ids.append(block[1])
        if leaf.item is not None:
            self.item(leaf, inline.visible, task, fields, block[1] if block else None)

    def item(
        self, leaf: Leaf, visible: str, brackets: re.Match[str] | None, fields: list[Field], block: str | None
    ) -> None:
        skipped = brackets.end() if brackets else 0
        text, at = leaf.text[skipped:], leaf.at + skipped
        task = None
        if brackets:
            task, wrong = read_task(brackets[1], text, visible[skipped:], at, fields)
            self.malformed += wrong
        item = ListItem(
            text="\n".join(line.strip(" \t") for line in text.split("\n")),
            span=Span(at, at + len(text)),
            task=task,
            parent=self.shape.parents[leaf.item] if leaf.item is not None else None,
            block=block,
        )
        self.items.append(item)
