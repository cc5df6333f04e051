"""A note as read: properties, links, headings, list items, tables and fields, each with its place."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TypeAlias

from vaultgoals.core.mentions import may_trouble
from vaultgoals.core.naming import property_key as property_key
from vaultgoals.core.signs import MARK as MARK
from vaultgoals.core.source import Source, Span

Plain: TypeAlias = "str | int | float | bool | list[Plain] | dict[str, Plain] | None"
"""A property's value as Obsidian gives it: YAML 1.2, dates stay strings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scalar:
    """One YAML scalar. `text` is what is written, without quotes; `span` covers it, quotes included."""

    value: str | int | float | bool | None
    text: str
    span: Span

    @property
    def plain(self) -> Plain:
        """The value as Obsidian gives it."""
        return self.value


@dataclass(frozen=True, slots=True, kw_only=True)
class Sequence:
    """A YAML list."""

    items: "tuple[Node, ...]"
    span: Span

    @property
    def plain(self) -> Plain:
        """The value as Obsidian gives it."""
        return [item.plain for item in self.items]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapping:
    """A YAML mapping; keys are as written."""

    entries: "tuple[tuple[Scalar, Node], ...]"
    span: Span

    @property
    def plain(self) -> Plain:
        """The value as Obsidian gives it."""
        return {key.text: value.plain for key, value in self.entries}


Node: TypeAlias = Scalar | Sequence | Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class Property:
    """One top-level key of the frontmatter and its value. `name` is as written."""

    name: str
    value: Node
    key_span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link to a note: `[[target#heading|alias]]`, `![[…]]` or `[alias](target)`.

    `target` is the path part, trimmed, percent-decoded for Markdown links; empty means the note itself.
    `heading` and `block` are the subpath without `#` and `^`. `property` is the dotted name of the property
    that holds it (`outcome`, `related.0`), None in the body. `span` covers the whole link, brackets included.
    `markdown` tells `[alias](target)` from a wikilink; `bare` is a property's plain name, which only our
    own properties take for a link.
    """

    target: str
    heading: str | None = None
    block: str | None = None
    alias: str | None = None
    embed: bool = False
    markdown: bool = False
    bare: bool = False
    property: str | None = None
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading; `span` covers its line. `text` is raw, without the marks."""

    text: str
    level: int
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """What makes a list item a task: the character in its brackets, and its dates and owner.

    `text` is the item's text without dates, fields, recurrence, priority and block id. Dates come from the
    Tasks plugin's emoji format or from Dataview's fields; `owner` from `[owner:: Ana]` or `@ana`. `first` are
    the links that stand before its first word, `last` those after its last, from the outside in; dates,
    fields, tags and names aside. A task is its first line, so these are its edges; lines that are indented
    below it are a comment. `beyond` are the links that its last line ends with, for a line that was broken to
    fit a width. `words` is the text without the links in `first` and `last`. `misdated` are its dates that
    are none, each with its name as `reason`.
    """

    status: str
    text: str
    due: date | None = None
    scheduled: date | None = None
    start: date | None = None
    created: date | None = None
    done: date | None = None
    cancelled: date | None = None
    owner: str | None = None
    first: tuple[Link, ...] = ()
    last: tuple[Link, ...] = ()
    beyond: tuple[Link, ...] = ()
    words: str = ""
    misdated: "tuple[Malformed, ...]" = ()

    @property
    def open(self) -> bool:
        """Whether it is still to be done."""
        return self.status in " /"

    @property
    def ticked(self) -> bool:
        """Whether it has been done."""
        return self.status in "xX"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListItem:
    """A list item's own text: its first line and the lines that continue it, without nested items.

    `text` is without bullet and task brackets, `span` covers just that text. `parent` is the index of the
    enclosing item among the note's items. `block` is the id that it can be linked by.
    """

    text: str
    span: Span
    task: Task | None = None
    parent: int | None = None
    block: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A Dataview inline field, `key:: value`, `[key:: value]` or `(key:: value)`; the value may be empty."""

    key: str
    value: str
    span: Span
    value_span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A stretch of generated text between its two markers.

    `digest` is what the begin marker claims of the text, None where a person wrote the markers for
    vaultgoals to fill. `span` covers both markers, `content` what stands between them.
    """

    name: str
    digest: str | None
    span: Span
    content: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A table cell: its trimmed text and where it stands."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A pipe table: the header's cells, then the rows'."""

    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Malformed:
    """Something that could not be read. A rule gives it its code and its words.

    `what` names the kind of trouble (`frontmatter`, `duplicate-property`, `conflict-markers`,
    `unreadable`, `too-deep`, `too-long`, `value`, …), `text` what stands there, `reason` the detail as data.
    Where a property's value cannot be read, `property` is its name, `reason` the grammar that was expected,
    and `near` the nearest text that can be read.
    """

    what: str
    span: Span
    text: str = ""
    reason: str = ""
    property: str | None = None
    near: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What the body of a note holds, in the order in which it stands there.

    `loose_fields` are lines `any text:: value` that are fields only where a goal is named so. `generated` are
    the stretches of text that are ours, or may be where a marker is broken; nothing in them was read.
    """

    links: tuple[Link, ...] = ()
    headings: tuple[Heading, ...] = ()
    items: tuple[ListItem, ...] = ()
    tables: tuple[Table, ...] = ()
    fields: tuple[Field, ...] = ()
    loose_fields: tuple[Field, ...] = ()
    blocks: tuple[Block, ...] = ()
    generated: tuple[Span, ...] = ()
    block_ids: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    malformed: tuple[Malformed, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Note:
    """One Markdown note as read, with the place of everything in it.

    Its properties are read at once, with the links, tags and troubles of the header; a conflict is such a
    trouble wherever it stands. What the `body` holds is read by `reader` when somebody first asks for it: in
    most notes of a vault nobody does. `unusable` notes are listed and their names resolve, but nothing in
    them is data.
    """

    source: Source
    properties: tuple[Property, ...] = ()
    property_links: tuple[Link, ...] = ()
    property_tags: tuple[str, ...] = ()
    troubles: tuple[Malformed, ...] = ()
    body: Span = field(default=Span(0, 0))
    reader: "Callable[[Note], Contents]" = field(default=lambda _: Contents(), compare=False, repr=False)

    @property
    def path(self) -> str:
        """The path in the vault, with `/`."""
        return self.source.path

    @property
    def title(self) -> str:
        """The file name without `.md`."""
        return self.path.rpartition("/")[2].removesuffix(".md")

    @property
    def folder(self) -> str:
        """The folder's path in the vault, empty at the root."""
        return self.path.rpartition("/")[0]

    @property
    def unusable(self) -> bool:
        """Whether nothing in the note may be used as data."""
        return bool(self.troubles) and any(m.what in UNUSABLE for m in self.troubles)

    @cached_property
    def contents(self) -> Contents:
        """What the body holds."""
        return self.reader(self)

    @property
    def marked(self) -> bool:
        """Whether a marker of ours may stand in the note; without one it has no blocks."""
        return MARK in self.source.text

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """All links, those of the properties first."""
        return (*self.property_links, *self.contents.links)

    @cached_property
    def tags(self) -> tuple[str, ...]:
        """All tags with their `#`, those of the properties first."""
        return (*self.property_tags, *self.contents.tags)

    @cached_property
    def malformed(self) -> tuple[Malformed, ...]:
        """All that could not be read."""
        return (*self.troubles, *self.contents.malformed) if may_trouble(self.source.text) else self.troubles

    @property
    def headings(self) -> tuple[Heading, ...]:
        """The headings that divide the body."""
        return self.contents.headings

    @property
    def items(self) -> tuple[ListItem, ...]:
        """The list items, tasks among them."""
        return self.contents.items

    @property
    def tables(self) -> tuple[Table, ...]:
        """The tables."""
        return self.contents.tables

    @property
    def fields(self) -> tuple[Field, ...]:
        """The Dataview fields."""
        return self.contents.fields if _FIELD in self.source.text else ()

    @property
    def loose_fields(self) -> tuple[Field, ...]:
        """The lines that are fields where a goal is named so."""
        return self.contents.loose_fields if _FIELD in self.source.text else ()

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The stretches of generated text; none where any marker is broken."""
        return self.contents.blocks if self.marked else ()

    @property
    def generated(self) -> tuple[Span, ...]:
        """The stretches of text that are ours, or may be."""
        return self.contents.generated if self.marked else ()

    @property
    def block_ids(self) -> tuple[str, ...]:
        """The block ids."""
        return self.contents.block_ids

    def property(self, name: str) -> Property | None:
        """The property of that name, whatever its case and its `-`, `_` or space."""
        key = property_key(name)
        for prop in self.properties:
            if property_key(prop.name) == key:
                return prop
        return None


_FIELD = "::"

UNUSABLE = frozenset({"unreadable", "frontmatter", "duplicate-property", "conflict-markers"})
"""The kinds of trouble that keep a whole note from being used as data (VG101, 102, 103, 105)."""
