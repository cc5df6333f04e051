"""Finding one note's properties by our names, and remembering what in them could not be read."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from vaultgoals.core.config import Config
from vaultgoals.core.goal import Kind
from vaultgoals.core.kinds import KIND_PROPERTIES, SYNONYMS
from vaultgoals.core.note import (
    Link,
    Malformed,
    Node,
    Note,
    Property,
    Scalar,
    Sequence,
    property_key,
)
from vaultgoals.core.source import Span


class PropertyFinder:
    """Finds the properties of one note of one kind, whatever the vault calls them.

    A property that is missing, empty, or not one of this kind's is none. What cannot be read goes to
    `malformed`, with its place.
    """

    def __init__(self, note: Note, kind: Kind, config: Config) -> None:
        self.note = note
        self.malformed: list[Malformed] = []
        self.config = config
        self._own = KIND_PROPERTIES[kind]
        self._by_name = _by_canonical_name(note, config)

    def find(self, name: str) -> Property | None:
        """The property, by its own name, the vault's name for it, or a synonym."""
        return self._by_name.get(name) if name in self._own else None

    def scalars(self, name: str, expected: str = "text") -> Iterator[Scalar]:
        """The non-empty scalars of a property, one or a list of them; other values are no `expected`."""
        for node in self.nodes(name):
            if isinstance(node, Scalar):
                if is_filled(node):
                    yield node
                continue
            text = self.note.source.cut(node.span)
            if self._link_of(node):
                yield Scalar(value=text, text=text, span=node.span)
            else:
                self.fail(name, node.span, text, expected)

    def one(self, name: str, expected: str = "text") -> Scalar | None:
        """The only scalar of a property; of a longer list, the first is taken and the second reported."""
        prop = self.find(name)
        if prop is None:
            return None
        if isinstance(prop.value, Scalar):
            return prop.value if is_filled(prop.value) else None
        found = list(self.scalars(name, expected))
        if len(found) > 1:
            self.fail(name, found[1].span, found[1].text, "one")
        return found[0] if found else None

    def fail(self, name: str, span: Span, text: str, expected: str, near: str | None = None) -> None:
        """Remember that a value of property `name` cannot be read as what is `expected`: once is enough."""
        trouble = Malformed(what="value", span=span, text=text, reason=expected, property=name, near=near)
        if all((known.property, known.span) != (name, span) for known in self.malformed):
            self.malformed.append(trouble)

    def misfit(self, name: str, expected: str) -> None:
        """Remember that a readable value of property `name` does not fit."""
        scalar = self.one(name)
        if scalar:
            self.fail(name, scalar.span, scalar.text, expected)

    def names(self, name: str) -> tuple[str, ...]:
        """Names of people or notes, each once; a link stands for the title of its note."""
        return tuple(dict.fromkeys(self._name(scalar) for scalar in self.scalars(name)))

    def links(self, name: str) -> tuple[Link, ...]:
        """The links of a property: wikilinks, Markdown links, or bare note names."""
        return tuple(self._links(name))

    def link(self, name: str) -> Link | None:
        """The only link of a property; of several, the first is taken and the second reported."""
        found = self.links(name)
        if len(found) > 1:
            self.fail(name, found[1].span, found[1].target, "one")
        return found[0] if found else None

    def _links(self, name: str) -> Iterator[Link]:
        for node in self.nodes(name):
            link = self._link_of(node)
            if link:
                yield link
            elif not isinstance(node, Scalar):
                self.fail(name, node.span, self.note.source.cut(node.span), "link")
            elif is_filled(node):
                yield Link(target=node.text.strip(), property=name, bare=True, span=node.span)

    def nodes(self, name: str) -> Iterable[Node]:
        """The items of a property's list, or its only value; `[[X]]` without quotes is one, and no list."""
        prop = self.find(name)
        if prop is None:
            return ()
        if isinstance(prop.value, Sequence) and not self._link_of(prop.value):
            return prop.value.items
        return (prop.value,)

    def _link_of(self, node: Node) -> Link | None:
        """The link that a value is from end to end, if it is one."""
        links = self.note.property_links
        if not links:
            return None
        at = bisect_left(links, node.span.start, key=lambda link: link.span.start)
        if at == len(links):
            return None
        whole = (
            links[at].span.end <= node.span.end if isinstance(node, Scalar) else links[at].span == node.span
        )
        return links[at] if whole else None

    def _name(self, scalar: Scalar) -> str:
        link = self._link_of(scalar)
        title = link.target.rpartition("/")[2].removesuffix(".md") if link else ""
        return title or scalar.text.strip()


def is_filled(scalar: Scalar) -> bool:
    """Whether there is anything; templates leave properties empty."""
    return scalar.value is not None and bool(scalar.text.strip())


def is_passed_over(prop: Property, read: Property) -> bool:
    """Whether a property says something and is not read, since `read`, of another name, says otherwise."""
    says_otherwise = not _is_empty(prop) and prop.value.plain != read.value.plain
    return says_otherwise and property_key(prop.name) != property_key(read.name)


def _is_empty(prop: Property) -> bool:
    return prop.value.plain in (None, "", [])


def _by_canonical_name(note: Note, config: Config) -> dict[str, Property]:
    """The properties by our names: filled ones first; own name, the vault's name for it, then a synonym."""
    mapped = {property_key(theirs): ours for theirs, ours in config.properties.items()}
    found: dict[str, Property] = {}

    def order(prop: Property) -> tuple[bool, int]:
        key = property_key(prop.name)
        return _is_empty(prop), 1 if key in mapped else 2 if key in SYNONYMS else 0

    for prop in note.properties:
        key = property_key(prop.name)
        name = mapped.get(key) or SYNONYMS.get(key, key)
        if name not in found or order(prop) < order(found[name]):
            found[name] = prop
    return found
