"""What is being typed at the cursor, told from the lines around it.

While somebody types, a header is rarely YAML and a link rarely closed, so no parser would find them here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from vaultgoals.core.note import property_key
from vaultgoals.core.source import Source, Span

_FENCE = re.compile(r"---[ \t]*")
# Where a header that is not closed yet ends for a person.
_OVER = re.compile(r"[ \t]*|#{1,6} .*")
_PROPERTY = re.compile(r"(?P<key>[^\s:#'\"\-\[\]{}][^:]*?)[ \t]*:(?P<gap>[ \t]*)(?P<value>.*)", re.DOTALL)
_NAME = re.compile(r"[\w -]*")
_REST_OF_WORD = re.compile(r"[\w-]*(?=[ \t]*\Z)")
# What stands of a value before a comment; in quotes, also in those of a list's items, `#` begins none.
_UNCOMMENTED = re.compile(r"(?!#)(?:(?:^|[\[,][ \t]*)(?:\"[^\"]*\"|'[^']*')|(?![ \t]#).)*+|")
_ITEM = re.compile(r"(?P<before>[ \t]*-(?P<gap>[ \t]*))(?P<value>.*)", re.DOTALL)
_IN_LINK = re.compile(r"(?P<quote>[\"']?)\[\[(?P<typed>[^\[\]|#\n]*)\Z")
_REST_OF_NAME = re.compile(r"[^\[\]|#\"'\n]*")
_SUBPATH = re.compile(r"[|#][^\[\]\n]*\]\]")
_VALUE_BEGINS = re.compile(r"(?:[^:]*:|[ \t]*-)[ \t]*(?:\[(?:.*,)?[ \t]*)?")
_LOG_LINE = re.compile(r"[ \t]*(?:[-*+][ \t]+(?!\[))?(?P<name>[^\s\[\]():#>|`*+-][^\[\]():|`]*)")
_AFTER_NAME = re.compile(r"[^\[\]():|`\n]*?(?=::)|[\w-]*(?=[ \t]*\Z)")


@dataclass(frozen=True, slots=True, kw_only=True)
class PropertyName:
    """A property's name in the header; `named` says that it has a value already, so its colon is there."""

    typed: str
    span: Span
    named: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PropertyValue:
    """A value of the property `name`, or one item of it, all of which is in `span`.

    `typed` is what stands before the cursor, its opening quote too. `gap` is what still has to stand before
    the value, for the colon or the dash to be one. `flow` tells an item of a list in brackets.
    """

    name: str
    typed: str
    span: Span
    gap: str = ""
    flow: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkTarget:
    """A wikilink that is begun, in the property `name` or in the body.

    `span` is what of it is to be written anew, and `typed` what of that stands before the cursor: with the
    brackets where these are to be closed (`whole`), the name alone where an alias follows. A link that is a
    `value` is to be in quotes, else YAML takes it for a list; any other stands in its property's `quote`.
    """

    typed: str
    span: Span
    whole: bool = True
    value: bool = False
    gap: str = ""
    name: str | None = None
    quote: str = ""

    @property
    def words(self) -> str:
        """What was typed of the note's name."""
        return self.typed.lstrip("\"'[")


@dataclass(frozen=True, slots=True, kw_only=True)
class LineStart:
    """The first words of a line in the body, which may become a field."""

    typed: str
    span: Span


Typed = PropertyName | PropertyValue | LinkTarget | LineStart


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """The lines of a header by their numbers, and its properties: names, and what is behind the colons."""

    lines: range = range(0)
    entries: tuple[tuple[str, str], ...] = ()

    def value(self, name: str) -> str | None:
        """What stands behind a property's colon, without quotes; None where there is no such property."""
        key = property_key(name)
        found = next((value for known, value in self.entries if property_key(known) == key), None)
        return None if found is None else found.strip().strip("\"'")


def header_of(source: Source) -> Header:
    """The header that a text begins with; one that is not closed ends at a blank line or a heading."""
    if _FENCE.fullmatch(source.line(1)) is None:
        return Header()
    lines = range(2, len(source.line_starts) + 1)
    closing = next((number for number in lines if _FENCE.fullmatch(source.line(number))), None)
    # The blank line belongs to it: the next name may be typed there.
    over = closing or next((n + 1 for n in lines if _OVER.fullmatch(source.line(n))), lines.stop)
    lines = range(2, over)
    found = (_PROPERTY.fullmatch(source.line(number)) for number in lines)
    return Header(lines=lines, entries=tuple((match["key"], match["value"]) for match in found if match))


def typed_at(source: Source, offset: int) -> Typed | None:
    """What is being typed at an offset; None where nothing of ours can stand."""
    number = source.position(offset).line
    line, start = source.line(number), source.line_starts[number - 1]
    cursor = min(offset - start, len(line))
    if number not in header_of(source).lines:
        return _link(line, cursor, start) or _line_start(line, cursor, start)
    name = _property_of(source, number)
    return _link(line, cursor, start, name or "") or _in_header(line, cursor, start, name)


def _property_of(source: Source, number: int) -> str | None:
    """The name of the property that a line of the header belongs to, from its own line or one above."""
    for line in _upward(source, number):
        match = _PROPERTY.fullmatch(line)
        if match:
            return match["key"]
        if _ITEM.fullmatch(line) is None and line.strip() and not line.startswith((" ", "\t")):
            return None
    return None


def _upward(source: Source, number: int) -> Iterator[str]:
    return (source.line(at) for at in range(number, 1, -1))


def _link(line: str, cursor: int, start: int, name: str | None = None) -> LinkTarget | None:
    """A wikilink that is open at the cursor; `name` is that of the property in a header, None in the body."""
    begun, after = _IN_LINK.search(line, 0, cursor), _REST_OF_NAME.match(line, cursor)
    if begun is None or after is None:
        return None
    if _SUBPATH.match(line, after.end()):
        span = Span(start + begun.start("typed"), start + after.end())
        return LinkTarget(
            typed=begun["typed"], span=span, whole=False, name=name, quote=_quote(line) if name else ""
        )
    is_value = name is not None and _VALUE_BEGINS.fullmatch(line, 0, begun.start()) is not None
    first = begun.start() if is_value else begun.end("quote")
    end = after.end() + 2 if line.startswith("]]", after.end()) else cursor
    end += is_value and begun["quote"] != "" and line.startswith(begun["quote"], end)
    return LinkTarget(
        typed=line[first:cursor],
        span=Span(start + first, start + end),
        value=is_value,
        gap=" " if is_value and line[first - 1] in ":-" else "",
        name=name,
        quote=_quote(line) if name and not is_value else "",
    )


def _quote(line: str) -> str:
    """The quotation mark that the value in a line of the header begins with, if any."""
    before = _VALUE_BEGINS.match(line)
    first = line[before.end() : before.end() + 1] if before else ""
    return first if first in ('"', "'") else ""


def _in_header(line: str, cursor: int, start: int, name: str | None) -> Typed | None:
    item, prop = _ITEM.fullmatch(line), _PROPERTY.fullmatch(line)
    if item and cursor >= item.end("before"):
        return _value(name, item, cursor, start) if name else None
    if prop and cursor > prop.end("key"):
        return _value(prop["key"], prop, cursor, start)
    if prop:
        return PropertyName(typed=line[:cursor], span=Span(start, start + prop.end("key")), named=True)
    rest = _REST_OF_WORD.match(line, cursor)
    if rest and _NAME.fullmatch(line) and not line.startswith((" ", "\t")):
        return PropertyName(typed=line[:cursor], span=Span(start, start + rest.end()), named=False)
    return None


def _value(name: str, match: re.Match[str], cursor: int, start: int) -> PropertyValue | None:
    """The value behind a colon or a dash, or the item of a list in brackets, that the cursor is in."""
    line, first = match.string, match.start("value")
    written = _UNCOMMENTED.match(match["value"])
    end = first + len(written[0].rstrip()) if written else first
    if line[end:].strip() and (cursor > end or line.startswith("#", end)):
        return None
    flow = line.startswith("[", first) and not line.startswith("[[", first)
    if flow:
        first = max(line.rfind("[", first, cursor), line.rfind(",", first, cursor)) + 1
        first += len(line[first:cursor]) - len(line[first:cursor].lstrip())
        rest = re.search(r"[,\]]", line[cursor:end])
        end = cursor + rest.start() if rest else end
    if cursor < first or line.startswith(("|", ">", "{", "&", "*", "!"), first):
        return None
    span = Span(start + first, start + max(end, cursor))
    return PropertyValue(
        name=name, typed=line[first:cursor], span=span, gap="" if match["gap"] else " ", flow=flow
    )


def _line_start(line: str, cursor: int, start: int) -> LineStart | None:
    """The words before the cursor where nothing else stands in their line, or what they are the key of."""
    before = _LOG_LINE.fullmatch(line, 0, cursor)
    after = _AFTER_NAME.match(line, cursor)
    if before is None or after is None:
        return None
    return LineStart(typed=before["name"], span=Span(start + before.start("name"), start + after.end()))
