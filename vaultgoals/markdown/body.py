"""What the body of a note holds, in its own order: links, tags, list items, tasks, fields and blocks."""

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field

from vaultgoals.core.config import Config
from vaultgoals.core.goal import Kind
from vaultgoals.core.kinds import kind_of
from vaultgoals.core.note import Contents, Field, Link, ListItem, Malformed, Note
from vaultgoals.core.source import Span
from vaultgoals.markdown.bounds import MAX_LINES
from vaultgoals.markdown.fields import read_fields, read_loose_fields
from vaultgoals.markdown.inline import Inline, read_inline
from vaultgoals.markdown.markers import read_conflict, read_markers
from vaultgoals.markdown.shape import Leaf, Shape, emptied, read_shape
from vaultgoals.markdown.signed import read_around
from vaultgoals.markdown.tasks import TASK, read_task

_BELOW = re.compile(r"\n(?=[^\s>])")
_FIELD_BELOW = re.compile(r"\n(?=\w[^\n:\[(]*::)")
_BLOCK_ID = re.compile(r"(?:\A|\s)\^([A-Za-z0-9-]+)\Z")


def find_conflict(flat: str, body: int) -> Malformed | None:
    """What a merge left anywhere in a note's text, whose body begins at offset `body`; not in code."""
    return read_conflict(flat, _within(read_shape(flat, body).code))


def read_body(note: Note, flat: str, *, quick: bool = True) -> Contents:
    """What the body of a note holds; `flat` is its text with every newline made `\\n`.

    Where it is `quick`, what stands in signed blocks is never read; it is no data, so that changes nothing.
    """
    start = note.body.start
    shape, signed = read_around(flat, start) if quick else (read_shape(flat, start), ())
    ours = kind_of(note, Config()) is Kind.REVIEW
    markers = read_markers(flat, start, _within(shape.perhaps_code), ours=ours)
    if markers.generated != signed:
        shape = read_shape(emptied(flat, markers.generated), start)
    found = _Contents(shape=shape)
    for leaf in shape.leaves:
        found.add(leaf)
    malformed = [*markers.malformed, *found.malformed]
    if shape.too_deep is not None:
        malformed.append(Malformed(what="too-deep", span=shape.too_deep))
    if shape.too_long is not None:
        malformed.append(Malformed(what="too-long", span=shape.too_long, reason=f"{MAX_LINES:,}"))
    return Contents(
        links=tuple(found.links),
        headings=tuple(shape.headings),
        items=tuple(found.items),
        tables=tuple(shape.tables),
        fields=tuple(found.fields),
        loose_fields=tuple(found.loose_fields),
        blocks=markers.blocks,
        generated=markers.generated,
        block_ids=tuple(found.block_ids),
        tags=tuple(found.tags),
        malformed=tuple(malformed),
    )


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
    loose_fields: list[Field] = field(default_factory=list)
    block_ids: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    malformed: list[Malformed] = field(default_factory=list)

    def add(self, leaf: Leaf) -> None:
        inline = read_inline(leaf.text, leaf.at)
        self.links += inline.links
        self.tags += inline.tags
        if leaf.kind == "comment":
            return
        may_have_id = leaf.kind == "paragraph" and "^" in inline.visible
        block = _BLOCK_ID.search(inline.visible) if may_have_id else None
        if block:
            self.block_ids.append(block[1])
        if leaf.item is not None:
            self.item(leaf, inline, block[1] if block else None)
        else:
            self.read_fields(leaf.text, inline.visible, leaf.at, whole_lines=leaf.kind != "cell")

    def read_fields(self, text: str, visible: str, at: int, *, whole_lines: bool) -> list[Field]:
        if "::" not in visible:
            return []
        fields = list(read_fields(text, visible, at, whole_lines=whole_lines))
        self.fields += fields
        if whole_lines:
            self.loose_fields += read_loose_fields(text, visible, at, besides=fields)
        return fields

    def item(self, leaf: Leaf, inline: Inline, block: str | None) -> None:
        brackets = TASK.match(leaf.text)
        end = _end_of_item(leaf.text, is_task=brackets is not None)
        own, below = leaf.text[:end], leaf.text[end:]
        fields = self.read_fields(own, inline.visible[:end], leaf.at, whole_lines=brackets is None)
        self.read_fields(below, inline.visible[end:], leaf.at + end, whole_lines=True)
        skipped = brackets.end() if brackets else 0
        text, at = own[skipped:], leaf.at + skipped
        if brackets and "::" in own:
            self.loose_fields += read_loose_fields(text, inline.visible[skipped:end], at, besides=fields)
        task = None
        if brackets:
            links = [link for link in inline.links if link.span.start < leaf.at + end]
            task = read_task(brackets[1], text, inline.visible[skipped:end], at, fields, links)
            self.malformed += task.misdated
        item = ListItem(
            text="\n".join(line.strip(" \t") for line in text.split("\n")),
            span=Span(at, at + len(text)),
            task=task,
            parent=self.shape.parents[leaf.item] if leaf.item is not None else None,
            block=block,
        )
        self.items.append(item)


def _end_of_item(text: str, *, is_task: bool) -> int:
    """Where a list item ends for us: before a line right below it, without an indent, that is no part of it.

    To Markdown any such line goes on with the item's text. A task is one line to whoever reads tasks, and a
    field that somebody wrote below a list is a field.
    """
    below = (_BELOW if is_task else _FIELD_BELOW).search(text)
    return below.start() if below else len(text)
