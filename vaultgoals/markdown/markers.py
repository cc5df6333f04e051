"""The lines that divide a note: the markers of our own blocks, and those that a merge conflict leaves."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from vaultgoals.core.block import DIGEST_LENGTH
from vaultgoals.core.note import MARK, Block, Malformed
from vaultgoals.core.signs import CONFLICT as CONFLICT
from vaultgoals.core.source import Span

_MARKER = re.compile(r"(<!--[ \t]*vaultgoals:([^\n<>]*)-->)([ \t]*$)?", re.MULTILINE)
_END_RIGHT_THERE = re.compile(r"[ \t]*<!--[ \t]*vaultgoals:end[ \t][^\n<>]*-->[ \t]*(?:\n|\Z)")
_IN_QUOTE = re.compile(r">[ \t>]*<!--[ \t]*vaultgoals:")
_QUOTED = re.compile(
    r"^[ \t]*>[ \t>]*<!--[ \t]*vaultgoals:(begin|end)[ \t]+(\S+)[^\n<>]*-->[ \t]*$", re.MULTILINE
)
_QUOTE = re.compile(r"(?:[ \t]*>[^\n]*\n)*+")
_DIGEST = re.compile(rf"[0-9a-f]{{{DIGEST_LENGTH}}}")

_CONFLICT = re.compile(rf"^{CONFLICT}(?=[ \n]|\Z)[^\n]*", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Markers:
    """A note's blocks; where any marker is wrong there are none, and `malformed` says which are.

    `generated` are the stretches of text that are no data, in order and apart: what stands in a block, also
    in one that is quoted or has others' wrong markers around it, and from a begin marker with a digest to the
    next marker where they do not pair.
    """

    blocks: tuple[Block, ...] = ()
    generated: tuple[Span, ...] = ()
    malformed: tuple[Malformed, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Marker:
    """One marker: `span` is its own, `alone` whether its line holds nothing else, `after` where that ends.

    `word` is `begin` or `end`, empty where the marker cannot be read.
    """

    word: str
    name: str
    digest: str | None
    span: Span
    alone: bool
    after: int


def read_markers(flat: str, body: int, in_code: Callable[[int], bool], *, ours: bool) -> Markers:
    """The blocks in a note's text, whose newlines are all `\n` and whose body begins at offset `body`.

    A marker stands on a line of its own, but the one that ends the open block may stand anywhere in a line,
    right behind the one that begins it too: somebody typed before or after it. In code a marker is none, and
    in a page of `ours` it is broken.
    """
    if MARK not in flat:
        return Markers()
    pairing = _Pairing()
    for match in _MARKER.finditer(flat):
        marker = _marker(match)
        if not marker.alone and not pairing.is_ended_by(marker):
            continue
        if in_code(marker.span.start):
            if ours:
                pairing.refuse(marker, "in code")
        elif marker.span.start < body:
            pairing.refuse(marker, "in the header")
        else:
            pairing.add(marker)
    found = pairing.close()
    generated = [*(block.content for block in pairing.blocks), *pairing.doubtful(len(flat))]
    generated += (span for span in _quoted(flat) if not in_code(span.start))
    return replace(found, generated=tuple(_apart(generated)))


class _Pairing:
    """Markers paired as they come."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.wrong: list[Malformed] = []
        self.names: set[str] = set()
        self.open: _Marker | None = None
        self.seen: list[_Marker] = []

    def is_ended_by(self, marker: _Marker) -> bool:
        return self.open is not None and marker.word == "end" and marker.name == self.open.name

    def add(self, marker: _Marker) -> None:
        self.seen.append(marker)
        if marker.word == "begin":
            self.begin(marker)
        elif marker.word == "end":
            self.end(marker)
        else:
            self.refuse(marker, "cannot be read")

    def begin(self, marker: _Marker) -> None:
        if self.open:
            self.refuse(marker, f"begins within {self.open.name}")
        elif marker.name in self.names:
            self.refuse(marker, "doubled")
        self.names.add(marker.name)
        self.open = self.open or marker

    def end(self, marker: _Marker) -> None:
        if self.open is None:
            self.refuse(marker, "has no begin")
        elif self.open.name != marker.name:
            self.refuse(marker, f"ends within {self.open.name}")
        else:
            self.blocks.append(_block(self.open, marker))
            self.open = None

    def close(self) -> Markers:
        if self.open:
            self.refuse(self.open, "has no end")
        return Markers(malformed=tuple(self.wrong)) if self.wrong else Markers(blocks=tuple(self.blocks))

    def doubtful(self, end: int) -> Iterator[Span]:
        """From each begin marker that we wrote to the next marker, or the end of the note."""
        ends = (*(marker.span.start for marker in self.seen[1:]), end)
        for marker, upto in zip(self.seen, ends, strict=False):
            if marker.word == "begin" and _DIGEST.fullmatch(marker.digest or ""):
                yield Span(min(marker.after + 1, upto), upto)

    def refuse(self, marker: _Marker, reason: str) -> None:
        trouble = Malformed(what="broken-markers", span=marker.span, text=marker.name, reason=reason)
        self.wrong.append(trouble)


def _marker(match: re.Match[str]) -> _Marker:
    word, name, digest = [*match[2].strip().split(maxsplit=2), "", "", ""][:3]
    readable = name and (word == "begin" or (word == "end" and not digest))
    return _Marker(
        word=word if readable else "",
        name=name,
        # Whatever stands there is the digest: one that is no digest is that of no text.
        digest=digest or None,
        span=Span(*match.span(1)),
        alone=_begins_its_line(match) and (match[3] is not None or _ends_right_there(match)),
        after=match.end(),
    )


def _begins_its_line(match: re.Match[str]) -> bool:
    line = match.string.rfind("\n", 0, match.start()) + 1
    return not match.string[line : match.start()].strip(" \t")


def _ends_right_there(match: re.Match[str]) -> bool:
    """Whether only an end marker follows in the line: somebody asks for a block in one line."""
    return _END_RIGHT_THERE.match(match.string, match.end()) is not None


def _block(begin: _Marker, end: _Marker) -> Block:
    return Block(
        name=begin.name,
        digest=begin.digest,
        span=Span(begin.span.start, end.span.end),
        content=Span(min(begin.after + 1, end.span.start), end.span.start),
    )


def _quoted(flat: str) -> Iterator[Span]:
    """What stands between a begin marker in a quote and its end in the same quote."""
    if not _IN_QUOTE.search(flat):
        return  # as in nearly all notes, which this tells in no time
    for begin, end in pairwise(_QUOTED.finditer(flat)):
        paired = (begin[1], end[1], begin[2]) == ("begin", "end", end[2])
        if paired and _QUOTE.fullmatch(flat, begin.end() + 1, end.start()):
            yield Span(begin.end() + 1, end.start())


def _apart(spans: Iterable[Span]) -> Iterator[Span]:
    """What the spans cover, in order and apart."""
    covered = 0
    for span in sorted(set(spans)):
        if span.end >= covered:
            yield Span(max(span.start, covered), span.end)
            covered = span.end


def read_conflict(flat: str, in_code: Callable[[int], bool]) -> Malformed | None:
    """What a merge left: the first line that begins `<<<<<<<`, not in code.

    One such line is enough, the others may be gone: whoever began to resolve the conflict has not ended.
    """
    for line in _CONFLICT.finditer(flat):
        if not in_code(line.start()):
            return Malformed(what="conflict-markers", span=Span(*line.span()), text=line[0].rstrip(" \t"))
    return None
