"""The links and tags in a property's value: whole values, and `[[X]]` without its quotes."""

import re
from collections.abc import Iterator

from vaultgoals.core.note import Link, Malformed, Mapping, Node, Property, Scalar, Sequence
from vaultgoals.core.source import Span
from vaultgoals.markdown.links import whole_link


def links_in(name: str, node: Node, text: str, at: int) -> Iterator[tuple[Link, Malformed | None]]:
    """The links in a property, `name` dotted, and what is wrong with them; `text` stands at offset `at`."""
    if isinstance(node, Scalar):
        may_link = isinstance(node.value, str) and "[" in node.text
        if may_link and (link := whole_link(node.text, name, _inside(node, text, at))):
            yield link, None
    elif isinstance(node, Mapping):
        for key, value in node.entries:
            yield from links_in(f"{name}.{key.text}", value, text, at)
    elif loose := _loose_link(name, node, text[node.span.start - at : node.span.end - at]):
        yield (
            loose,
            Malformed(what="loose-link", span=node.span, text=name.partition(".")[0], reason=loose.target),
        )
    else:
        for index, item in enumerate(node.items):
            yield from links_in(f"{name}.{index}", item, text, at)


def tags_in(prop: Property) -> Iterator[str]:
    """The tags of a `tags` property: a list, or one word; anything with a blank or a comma is none."""
    if prop.name.lower() != "tags":
        return
    for item in prop.value.items if isinstance(prop.value, Sequence) else (prop.value,):
        if isinstance(item, Scalar) and isinstance(item.value, str):
            word = item.value.removeprefix("#")
            if word and not re.search(r"[\s,]", word):
                yield f"#{word}"


def _loose_link(name: str, node: Sequence, written: str) -> Link | None:
    """`[[X]]` without quotes is a list in a list to YAML; the link that was meant, or None."""
    inner = node.items[0] if len(node.items) == 1 else None
    if not isinstance(inner, Sequence) or not all(isinstance(item, Scalar) for item in inner.items):
        return None
    if not (written.startswith("[[") and written.endswith("]]")):
        return None
    shown = written[2:-2].strip().strip("\"'")
    return whole_link(f"[[{shown}]]", name, node.span)


def _inside(node: Scalar, text: str, at: int) -> Span:
    """The span of a scalar's text, without its quotes where it stands there as it is."""
    plain = node.text.strip()
    found = text.find(plain, node.span.start - at, node.span.end - at)
    return node.span if found < 0 else Span(at + found, at + found + len(plain))
