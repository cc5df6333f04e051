"""Places in a text as editors count them: lines from 0, characters in units of UTF-16 or another encoding."""

from dataclasses import dataclass
from enum import StrEnum

from vaultgoals.core.source import Source, Span


class Encoding(StrEnum):
    """What a character of a line is counted in; by their protocol names."""

    UTF8 = "utf-8"
    UTF16 = "utf-16"
    UTF32 = "utf-32"


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A place in an editor: a line, and how many units of it stand before."""

    line: int
    character: int


@dataclass(frozen=True, slots=True)
class Ruler:
    """Measures one text. Lines end at LF, CRLF and CR, as in the protocol.

    `marked` says that the editor's own text begins with an encoding mark, which the source has not.
    """

    source: Source
    encoding: Encoding = Encoding.UTF16
    marked: bool = False

    def mark(self, offset: int) -> Mark:
        """Where an offset into the text stands; one amid a line's end is that line's last place."""
        line = self.source.position(offset).line
        start = self.source.line_starts[line - 1]
        before = self.source.line(line)[: offset - start]
        return Mark(line - 1, self._lead(line) + sum(map(self._units, before)))

    def offset(self, mark: Mark) -> int:
        """The offset of a place; what lies beyond a line is its end, and amid a character its beginning."""
        if mark.line >= len(self.source.line_starts):
            return len(self.source.text)
        line = max(mark.line, 0) + 1
        left, at = mark.character - self._lead(line), self.source.line_starts[line - 1]
        for char in self.source.line(line):
            left -= self._units(char)
            if left < 0:
                break
            at += 1
        return at

    def marks(self, span: Span) -> tuple[Mark, Mark]:
        """Both ends of a span."""
        return self.mark(span.start), self.mark(span.end)

    def span(self, start: Mark, end: Mark) -> Span:
        """The stretch between two places, whichever comes first."""
        ends = self.offset(start), self.offset(end)
        return Span(min(ends), max(ends))

    def _lead(self, line: int) -> int:
        """The units of the encoding mark that only the editor sees."""
        return self._units("\ufeff") if self.marked and line == 1 else 0

    def _units(self, char: str) -> int:
        code = ord(char)
        match self.encoding:
            case Encoding.UTF16:
                return 2 if code > 0xFFFF else 1
            case Encoding.UTF8:
                return 1 + (code > 0x7F) + (code > 0x7FF) + (code > 0xFFFF)
            case Encoding.UTF32:
                return 1
