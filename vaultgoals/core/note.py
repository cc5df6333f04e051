"""A note as read: properties, links, headings, list items, tables and fields, each with its place."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from vaultgoals.core.mentions import may_trouble
from vaultgoals.core.naming import property_key as property_key
from vaultgoals.core.node import Mapping as Mapping
from vaultgoals.core.node import Node as Node
from vaultgoals.core.node import Plain as Plain
from vaultgoals.core.node import Property as Property
from vaultgoals.core.node import Scalar as Scalar
from vaultgoals.core.node import Sequence as Sequence
from vaultgoals.core.parts import Block as Block
from vaultgoals.core.parts import Cell as Cell
from vaultgoals.core.parts import Contents as Contents
from vaultgoals.core.parts import Field as Field
from vaultgoals.core.parts import Heading as Heading
from vaultgoals.core.parts import Link as Link
from vaultgoals.core.parts import ListItem as ListItem
from vaultgoals.core.parts import Malformed as Malformed
from vaultgoals.core.parts import Table as Table
from vaultgoals.core.parts import Task as Task
from vaultgoals.core.signs import MARK as MARK
from vaultgoals.core.source import Source, Span


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
