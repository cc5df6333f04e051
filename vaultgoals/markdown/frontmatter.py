"""The frontmatter of a note: where it stands, its properties, and the links and tags in them."""

import re
from dataclasses import dataclass

from vaultgoals.core.kinds import KIND_WORDS
from vaultgoals.core.note import Link, Malformed, Mapping, Property, Scalar, property_key
from vaultgoals.core.source import Source, Span
from vaultgoals.markdown.plain_header import Entry, read_plain
from vaultgoals.markdown.property_links import links_in, tags_in

_OPENING = re.compile(r"---\r?\n")
_LONE_CR = re.compile(r"\r(?!\n)")
_CRS = re.compile(r"\r+\n?")
# Looked for from the newline of the line above on, which is much quicker than at the beginning of lines.
_CLOSING = re.compile(r"\n(?P<line>---[ \t]*(?:\n|\Z))")
_CR_ALONE = "a line ends in CR alone"
# What looks like a header to a person, but not to Obsidian.
_LATE_OPENING = re.compile(r"\s*^([ \t]*---[ \t]*)\n", re.MULTILINE)

# Where a header that is never closed ends for a person: at a blank line, a heading, or the end of YAML.
_HEADER_ENDS = re.compile(r"^(?:[ \t]*\n|#{1,6} |\.\.\.)", re.MULTILINE)
_TYPE_LINE = re.compile(r"^type[ \t]*:[ \t]+([^\n]*)", re.MULTILINE | re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Frontmatter:
    """What the frontmatter holds; `end` is where the body begins."""

    properties: tuple[Property, ...] = ()
    links: tuple[Link, ...] = ()
    tags: tuple[str, ...] = ()
    malformed: tuple[Malformed, ...] = ()
    end: int = 0


def read_frontmatter(source: Source, flat: str) -> Frontmatter:
    """The frontmatter of a note. `flat` is its text with every newline made `\\n`, at the same length.

    It opens with `---` and nothing else at the very start, and closes with the next `---` line, blanks
    allowed after it. Without a closing line there is none, and all is body. A CR without LF ends no line.
    """
    if source.text.startswith("---\r") and not source.text.startswith("---\r\n"):
        return Frontmatter(malformed=_of_our_kinds(_CRS.sub("\n", source.text), 4, Span(3, 4), _CR_ALONE))
    opening = _OPENING.match(source.text)
    closing = opening and _CLOSING.search(flat, opening.end() - 1)
    if opening and not closing:
        return Frontmatter(malformed=_of_our_kinds(flat, opening.end(), Span(0, 3), "not closed"))
    if not opening or not closing:
        return Frontmatter(malformed=_late_header(source, flat))
    start = opening.end()
    if lone := _LONE_CR.search(source.text, start, closing.start("line")):
        trouble = Malformed(what="frontmatter", span=Span(*lone.span()), reason=_CR_ALONE)
        return Frontmatter(malformed=(trouble,), end=closing.end())
    text = source.text[start : closing.start("line")]
    plain = read_plain(text, start)
    return _of_plain(plain, closing.end()) if plain else _parsed(text, start, closing.end())


def _of_plain(entries: list[Entry], end: int) -> Frontmatter:
    return Frontmatter(
        properties=tuple([entry.property for entry in entries]),
        links=tuple([link for entry in entries for link in entry.links]),
        tags=tuple([tag for entry in entries for tag in entry.tags]),
        end=end,
    )


def _parsed(text: str, at: int, end: int) -> Frontmatter:
    from vaultgoals.markdown.yaml12 import read_yaml  # few notes need all of YAML

    root, malformed = read_yaml(text, at)
    if root is None or (isinstance(root, Scalar) and root.value is None):
        return Frontmatter(malformed=malformed, end=end)
    if not isinstance(root, Mapping):
        trouble = Malformed(what="frontmatter", span=root.span, reason="not a list of properties")
        return Frontmatter(malformed=(trouble,), end=end)
    properties = tuple(Property(name=key.text, value=value, key_span=key.span) for key, value in root.entries)
    found = [entry for prop in properties for entry in links_in(prop.name, prop.value, text, at)]
    return Frontmatter(
        properties=properties,
        links=tuple(link for link, _ in found),
        tags=tuple(tag for prop in properties for tag in tags_in(prop)),
        malformed=(*malformed, *(loose for _, loose in found if loose)),
        end=end,
    )


def _of_our_kinds(flat: str, start: int, span: Span, reason: str) -> tuple[Malformed, ...]:
    """The trouble of a note of our kinds whose header is none; any other may begin with a rule."""
    end = _HEADER_ENDS.search(flat, start)
    written = _TYPE_LINE.search(flat, start, end.start() if end else len(flat))
    if written is None or property_key(written[1].strip(" \t\"'")) not in KIND_WORDS:
        return ()
    return (Malformed(what="frontmatter", span=span, text="---", reason=reason),)


def _late_header(source: Source, flat: str) -> tuple[Malformed, ...]:
    """The trouble of a header that does not open the note, or whose opening line is not exactly `---`.

    Its reason is `type` where that is one of the properties.
    """
    opening = _LATE_OPENING.match(flat)
    closing = opening and _CLOSING.search(flat, opening.end() - 1)
    if not opening or not closing:
        return ()
    from vaultgoals.markdown.yaml12 import read_yaml

    root, _ = read_yaml(source.text[opening.end() : closing.start("line")], opening.end())
    if not isinstance(root, Mapping):
        return ()
    reason = "type" if any(property_key(key.text) == "type" for key, _ in root.entries) else ""
    return (Malformed(what="header-not-at-top", span=Span(*opening.span(1)), text=opening[1], reason=reason),)
