"""The lines that divide a note: the markers of our own blocks, and those that a merge conflict leaves."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from vaultgoals.core.note import Block, Malformed
from vaultgoals.core.source import Span

_MARKER = re.compile(r"^[ \t]*(<!--[ \t]*vaultgoals:[^\n]*?-->)[ \t]*$", re.MULTILINE)
_PARTS = re.compile(
    r"<!--[ \t]*vaultgoals:"
    r"(?:(begin)[ \t]+([\w.:/-]+?)(?:[ \t]+([0-9a-f]{12}))?|end[ \t]+([\w.:/-]+?))[ \t]*-->"
)
_CONFLICT = re.compile(r"^(<{7}(?=[ \n])|={7}(?=[ \t]*$)|>{7}(?=[ \n]|\Z))[^\n]*", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Markers:
    """A note's blocks; where any marker is wrong there are none, and `malformed` says which are."""

    blocks: tuple[Block, ...] = ()
    malformed: tuple[Malformed, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Marker:
    """One marker: `span` is its own, `line_end` where its line ends."""

    begins: bool
    name: str
    digest: str | None
    span: Span
    line_end: int


def read_markers(flat: str, body: int, in_code: Callable[[int], bool]) -> Markers:
    """The blocks in a note's text, whose newlines are all `\n` and whose body begins at offset `body`.

    A marker stands on a line of its own; in code it is none.
    """
    if "vaultgoals:" not in flat:
        return Markers()
    pairing = _Pairing()
    for match in _MARKER.finditer(flat):
        if in_code(match.start(1)):
            continue
        marker = _marker(match)
        if marker is None or match.start() < body:
            pairing.refuse(match[1], Span(*match.span(1)), "in the header" if marker else "cannot be read")
        elif marker.begins:
            pairing.begin(marker)
        else:
            pairing.end(marker)
    return pairing.close()


class _Pairing:
    """Markers paired as they come."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.wrong: list[Malformed] = []
        self.names: set[str] = set()
        self.open: _Marker | None = None

    def begin(self, marker: _Marker) -> None:
        if self.open:
            self.refuse(marker.name, marker.span, f"begins within {self.open.name}")
        elif marker.name in self.names:
            self.refuse(marker.name, marker.span, "doubled")
        self.names.add(marker.name)
        self.open = self.open or marker

    def end(self, marker: _Marker) -> None:
        if self.open is None:
            self.refuse(marker.name, marker.span, "has no begin")
        elif self.open.name != marker.name:
            self.refuse(marker.name, marker.span, f"ends within {self.open.name}")
        else:
            self.blocks.append(_block(self.open, marker))
            self.open = None

    def close(self) -> Markers:
        if self.open:
            self.refuse(self.open.name, self.open.span, "has no end")
        return Markers(malformed=tuple(self.wrong)) if self.wrong else Markers(blocks=tuple(self.blocks))

    def refuse(self, text: str, span: Span, reason: str) -> None:
        self.wrong.append(Malformed(what="broken-markers", span=span, text=text, reason=reason))


def _marker(match: re.Match[str]) -> _Marker | None:
    parts = _PARTS.fullmatch(match[1])
    if parts is None:
        return None
    return _Marker(
        begins=parts[1] is not None,
        name=parts[2] or parts[4],
        digest=parts[3],
        span=Span(*match.span(1)),
        line_end=match.end(),
    )


def _block(begin: _Marker, end: _Marker) -> Block:
    return Block(
        name=begin.name,
        digest=begin.digest,
        span=Span(begin.span.start, end.span.end),
        content=Span(begin.line_end + 1, end.span.start),
    )


def read_conflict(flat: str, in_code: Callable[[int], bool]) -> Malformed | None:
    """What a merge left: lines that begin `<<<<<<<`, `=======` and `>>>>>>>`, in this order, not in code."""
    if "<<<<<<<" not in flat:
        return None
    first: re.Match[str] | None = None
    divided = False
    for line in _CONFLICT.finditer(flat):
        if in_code(line.start()):
            continue
        if line[1] == "<<<<<<<":
            first, divided = first or line, False
        elif line[1] == "=======":
            divided = first is not None
        elif first and divided:
            return Malformed(what="conflict-markers", span=Span(*first.span()), text=first[0].rstrip(" \t"))
    return None
