"""The frontmatter of a note: where it stands, its properties, and the links and tags in them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from vaultgoals.core.kinds import KIND_WORDS
from vaultgoals.core.note import Link, Malformed, Mapping, Node, Property, Scalar, Sequence, property_key
from vaultgoals.core.source import Source, Span
from vaultgoals.markdown.links import whole_link
from vaultgoals.markdown.yaml12 import read_yaml

_OPENING = re.compile(r"---\r?\n")
_LONE_CR = re.compile(r"\r(?!\n)")
_CRS = re.compile(r"\r+\n?")
_CLOSING = re.compile(r"^---[ \t]*(?:\n|\Z)", re.MULTILINE)
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
    closing = opening and _CLOSING.search(flat, opening.end())
    if opening and not closing:
        return Frontmatter(malformed=_of_our_kinds(flat, opening.end(), Span(0, 3), "not closed"))
    if not opening or not closing:
        return Frontmatter(malformed=_late_header(source, flat))
    start = opening.end()
    if lone := _LONE_CR.search(source.text, start, closing.start()):
        trouble = Malformed(what="frontmatter", span=Span(*lone.span()), reason=_CR_ALONE)
        return Frontmatter(malformed=(trouble,), end=closing.end())
    root, malformed = read_yaml(source.text[start : closing.start()], start)
    if root is None or (isinstance(root, Scalar) and root.value is None):
        return Frontmatter(malformed=malformed, end=closing.end())
    if not isinstance(root, Mapping):
        trouble = Malformed(what="frontmatter", span=root.span, reason="not a list of properties")
        return Frontmatter(malformed=(trouble,), end=closing.end())
    properties = tuple(Property(name=key.text, value=value, key_span=key.span) for key, value in root.entries)
    found = [entry for prop in properties for entry in _links(source, prop.name, prop.value)]
    return Frontmatter(
        properties=properties,
        links=tuple(link for link, _ in found),
        tags=tuple(tag for prop in properties if prop.name.lower() == "tags" for tag in _tags(prop.value)),
        malformed=(*malformed, *(loose for _, loose in found if loose)),
        end=closing.end(),
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
    closing = opening and _CLOSING.search(flat, opening.end())
    if not opening or not closing:
        return ()
    root, _ = read_yaml(source.text[opening.end() : closing.start()], opening.end())
    if not isinstance(root, Mapping):
        return ()
    reason = "type" if any(property_key(key.text) == "type" for key, _ in root.entries) else ""
    return (Malformed(what="header-not-at-top", span=Span(*opening.span(1)), text=opening[1], reason=reason),)


def _links(source: Source, name: str, node: Node) -> Iterator[tuple[Link, Malformed | None]]:
    """The links in a property, `name` dotted: whole values, and `[[X]]` without its quotes."""
    if isinstance(node, Scalar):
        if isinstance(node.value, str) and (link := whole_link(node.text, name, _inside(source, node))):
            yield link, None
    elif isinstance(node, Mapping):
        for key, value in node.entries:
            yield from _links(source, f"{name}.{key.text}", value)
    elif loose := _loose_link(source, name, node):
        yield (
            loose,
            Malformed(what="loose-link", span=node.span, text=name.partition(".")[0], reason=loose.target),
        )
    else:
        for index, item in enumerate(node.items):
            yield from _links(source, f"{name}.{index}", item)


def _loose_link(source: Source, name: str, node: Sequence) -> Link | None:
    """`[[X]]` without quotes is a list in a list to YAML; the link that was meant, or None."""
    inner = node.items[0] if len(node.items) == 1 else None
    if not isinstance(inner, Sequence) or not all(isinstance(item, Scalar) for item in inner.items):
        return None
    written = source.cut(node.span)
    if not (written.startswith("[[") and written.endswith("]]")):
        return None
    shown = written[2:-2].strip().strip("\"'")
    return whole_link(f"[[{shown}]]", name, node.span)


def _inside(source: Source, node: Scalar) -> Span:
    """The span of a scalar's text, without its quotes where it stands there as it is."""
    at = source.text.find(node.text.strip(), node.span.start, node.span.end)
    return node.span if at < 0 else Span(at, at + len(node.text.strip()))


def _tags(node: Node) -> Iterator[str]:
    """The tags of a `tags` property: a list, or one word; anything with a blank or a comma is none."""
    for item in node.items if isinstance(node, Sequence) else (node,):
        if isinstance(item, Scalar) and isinstance(item.value, str):
            word = item.value.removeprefix("#")
            if word and not re.search(r"[\s,]", word):
                yield f"#{word}"
