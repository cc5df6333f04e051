"""What stands in a note: links, headings, tasks, fields, tables and blocks, and what could not be read."""

from dataclasses import dataclass
from datetime import date

from vaultgoals.core.source import Span


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
