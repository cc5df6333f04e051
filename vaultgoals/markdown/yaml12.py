"""YAML 1.2 with places: a frontmatter's text into nodes whose spans cut out what they claim."""

import re
from collections.abc import Iterator

import yaml

from vaultgoals.core.note import Malformed, Mapping, Node, Scalar, Sequence
from vaultgoals.core.source import Span
from vaultgoals.markdown.yaml_disguise import LONE_DASH, RESERVED, disguised, mended, revealed
from vaultgoals.markdown.yaml_layout import misplaced
from vaultgoals.markdown.yaml_schema import resolve

MAX_BYTES = 64 * 1024
MAX_DEPTH = 100


def read_yaml(text: str, at: int) -> tuple[Node | None, tuple[Malformed, ...]]:
    """The root node of a YAML document that stands at offset `at` of its note.

    None for an empty document, and for one that cannot be read: then one `frontmatter` trouble says where
    and why. Each repeated key of a mapping is a `duplicate-property`; both entries are kept. Too large, too
    deep, anchors, aliases, merge keys and tags are refused while the parser's events come in, before
    anything is built from them.
    """
    if len(text.encode("utf-8", "surrogatepass")) > MAX_BYTES:
        return None, (_refusal("larger than 64 KiB", at, at),)
    if strange := RESERVED.search(text):
        return None, (_refusal("a character that no font has", at + strange.start(), at + len(text)),)
    try:
        return _read(text, at)
    except _Refused as error:
        return None, (_refusal(error.problem, at + error.index, at + len(text)),)
    except yaml.MarkedYAMLError as error:
        start = at + (error.problem_mark.index if error.problem_mark else 0)
        return None, (_refusal(error.problem or "cannot be read", start, at + len(text)),)
    except yaml.reader.ReaderError as error:
        return None, (_refusal(error.reason, at + max(0, text.find(chr(error.character))), at + len(text)),)
    except UnicodeEncodeError as error:
        return None, (_refusal("half a character", at + error.start, at + len(text)),)


def _read(text: str, at: int) -> tuple[Node | None, tuple[Malformed, ...]]:
    reader = _Reader(text, at)
    try:
        return reader.document(), tuple(reader.duplicates)
    except yaml.scanner.ScannerError as error:
        again = mended(text, error)
        if again == text:
            raise
    return _read(again, at)


def _refusal(reason: str, start: int, limit: int) -> Malformed:
    return Malformed(what="frontmatter", span=Span(start, min(start + 1, limit)), reason=reason)


class _Refused(yaml.YAMLError):
    """What the parser reads and we do not, and where; it never leaves this module."""

    def __init__(self, problem: str, index: int) -> None:
        self.problem = problem
        self.index = index


class _Reader:
    """One document's events, folded into nodes."""

    def __init__(self, text: str, at: int) -> None:
        self.text = text
        self.at = at
        given = disguised(text)
        self.disguised = given is not text
        self.events: Iterator[yaml.Event] = yaml.parse(given, Loader=yaml.CSafeLoader)
        self.duplicates: list[Malformed] = []
        self.depth = 0
        self.indent = -1
        self.in_flow = False

    def document(self) -> Node | None:
        next(self.events)
        if isinstance(next(self.events), yaml.StreamEndEvent):
            return None
        root = self.node(next(self.events))
        next(self.events)
        after = next(self.events)
        if not isinstance(after, yaml.StreamEndEvent):
            raise _Refused("a second document", _start(after))
        return root

    def node(self, event: yaml.Event) -> Node:
        if isinstance(event, yaml.AliasEvent):
            raise _Refused("an alias", _start(event))
        if isinstance(event, yaml.NodeEvent) and event.anchor is not None:
            raise _Refused("an anchor", _start(event))
        if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) and event.tag is not None:
            raise _Refused("a tag", _start(event))
        if not isinstance(event, yaml.ScalarEvent):
            return self.collection(event)
        scalar = self.scalar(event)
        if event.value == LONE_DASH and not event.style:
            nothing = Scalar(value=None, text="", span=Span(scalar.span.end, scalar.span.end))
            return Sequence(items=(nothing,), span=scalar.span)
        return scalar

    def scalar(self, event: yaml.ScalarEvent) -> Scalar:
        text = revealed(event.value) if self.disguised else event.value
        start, end = _start(event), _end(event)
        if event.style in ("|", ">"):  # the parser counts the blank lines after a block to it
            end = start + len(self.text[start:end].rstrip(" \t\r\n"))
        if event.style:
            self.check_layout(start, end)
        elif self.in_flow and text == "-":
            raise _Refused("a list begins within brackets", start)
        value = resolve(text) if event.implicit[0] else text
        return Scalar(value=value, text=text, span=Span(self.at + start, self.at + end))

    def collection(self, event: yaml.Event) -> Node:
        outside = self.depth, self.indent, self.in_flow
        if self.depth == MAX_DEPTH:
            raise _Refused(f"nested deeper than {MAX_DEPTH}", _start(event))
        self.depth += 1
        self.in_flow = isinstance(event, yaml.CollectionStartEvent) and bool(event.flow_style)
        if not self.in_flow and event.start_mark:
            self.indent = event.start_mark.column
        found = self.mapping(event) if isinstance(event, yaml.MappingStartEvent) else self.sequence(event)
        self.depth, self.indent, in_flow = outside
        if self.in_flow and not in_flow:
            self.check_layout(found.span.start - self.at, found.span.end - self.at)
        self.in_flow = in_flow
        return found

    def check_layout(self, start: int, end: int) -> None:
        wrong = misplaced(self.text, start, end, self.indent)
        if wrong is not None:
            raise _Refused("a `#` without a blank" if self.text[wrong] == "#" else "too far left", wrong)

    def sequence(self, event: yaml.Event) -> Sequence:
        items: list[Node] = []
        while not isinstance(child := next(self.events), yaml.SequenceEndEvent):
            items.append(self.node(child))
        return Sequence(items=tuple(items), span=self.span(event, child, items))

    def mapping(self, event: yaml.MappingStartEvent) -> Mapping:
        entries: list[tuple[Scalar, Node]] = []
        first: dict[str, Scalar] = {}
        while not isinstance(child := next(self.events), yaml.MappingEndEvent):
            if isinstance(child, yaml.ScalarEvent) and child.value == "<<" and child.implicit[0]:
                raise _Refused("a merge key", _start(child))
            key = _as_key(self.node(child))
            if key.text in first:
                self.duplicates.append(self.duplicate(key, first[key.text]))
            first.setdefault(key.text, key)
            entries.append((key, self.node(next(self.events))))
        return Mapping(entries=tuple(entries), span=self.span(event, child, [value for _, value in entries]))

    def span(self, start: yaml.Event, end: yaml.Event, children: list[Node]) -> Span:
        """From the first character to the last; the parser ends block collections at the next token."""
        last = _end(end)
        if _start(end) == last and children:
            last = children[-1].span.end - self.at
        return Span(self.at + _start(start), self.at + last)

    def duplicate(self, key: Scalar, first: Scalar) -> Malformed:
        """The line of the first key is counted in the note, whose first line is the opening fence."""
        before = self.text[: first.span.start - self.at]
        line = 2 + len(re.findall(r"\r\n|\r|\n", before))
        return Malformed(what="duplicate-property", span=key.span, text=key.text, reason=str(line))


def _start(event: yaml.Event) -> int:
    return event.start_mark.index if event.start_mark else 0


def _end(event: yaml.Event) -> int:
    return event.end_mark.index if event.end_mark else 0


def _as_key(node: Node) -> Scalar:
    """A key as Obsidian names it: `{{date}}` is a mapping whose key is the mapping `{ date }`."""
    if isinstance(node, Scalar):
        return node
    text = _flow(node)
    return Scalar(value=text, text=text, span=node.span)


def _flow(node: Node) -> str:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return f"[ {', '.join(map(_flow, node.items))} ]" if node.items else "[]"
    entries = [
        key.text if value.plain is None else f"{key.text}: {_flow(value)}" for key, value in node.entries
    ]
    return f"{{ {', '.join(entries)} }}" if entries else "{}"
