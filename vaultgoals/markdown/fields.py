"""Dataview's inline fields: `key:: value` on a line of its own, `[key:: value]` and `(key:: value)`."""

import re
from collections.abc import Iterable, Iterator

from vaultgoals.core.note import Field
from vaultgoals.core.source import Span
from vaultgoals.markdown.inline import HIDDEN

_OPENING = re.compile(r"([\[(])([^\[\]()\n]*?)::")
_BRACKET = re.compile(r"\\.|[\[\]()]")
_CLOSING = {"]": "[", ")": "("}
_EMOJI = "\u00a9\u00ae\u200d\u2190-\u2bff\u3030\u303d\u3297\u3299\ufe0f\U0001f000-\U0001faff"
_MARKS = " \t_*~`="
# With accents that stand apart from their letters.
_LINE_KEY = re.compile(rf"[\w\s/\u0300-\u036f{_EMOJI}-]+")
# Each ends with its own first mark: what is no comment is found out in one pass.
_COMMENTS = re.compile(r"(?:(?><!--.*?-->)|(?>%%.*?%%)|\s)*+")
_KEY_START = re.compile(r"[^\W_]")
_KEY_START_EMOJI = re.compile(rf"[{_EMOJI}]")
_OPEN_MARK = re.compile(r"(?P<mark>%%|==|\*{1,3}|_{1,3})[ \t]*\Z")


def read_fields(text: str, visible: str, at: int, *, whole_lines: bool) -> Iterator[Field]:
    """The fields of a text at offset `at`; `visible` is the text with what hides fields made `HIDDEN`.

    With `whole_lines` a line without brackets may be a field as well. A value that is nothing but a comment
    is empty: so a template says what belongs there.
    """
    for begin, line in _lines(visible):
        written = text[begin : begin + len(line)]
        found = list(_bracketed(written, line, at + begin))
        if not found and whole_lines:
            found = list(_whole_line(written, line, at + begin))
        yield from found


def read_loose_fields(text: str, visible: str, at: int, *, besides: Iterable[Field]) -> Iterator[Field]:
    """The lines `any text:: value` of a text that are no whole fields to Dataview.

    It knows fewer characters in a key than titles have, and no line around brackets. `besides` are the fields
    that were read in the text.
    """
    starts = {field.value_span.start for field in besides}
    for begin, line in _lines(visible):
        sign = line.index("::")
        before = line[:sign].rstrip(_MARKS)
        key = before.lstrip(_MARKS)
        if key and HIDDEN not in key:
            written, place = text[begin : begin + len(line)], Span(len(before) - len(key), len(before))
            found = _line_field(written, line, at + begin, place, sign)
            if found.value_span.start not in starts:
                yield found


def _lines(visible: str) -> Iterator[tuple[int, str]]:
    """The lines that may hold fields, each with where it begins."""
    begin = 0
    for line in visible.split("\n") if "::" in visible else ():
        if "::" in line:
            yield begin, line
        begin += len(line) + 1


def _bracketed(text: str, visible: str, at: int) -> Iterator[Field]:
    """Fields in brackets, which may hold others of their kind; of two that overlap the first counts."""
    closing = _pairs(visible)
    here = 0
    for opening in _OPENING.finditer(visible):
        end = closing.get(opening.start())
        if opening.start() < here or end is None or HIDDEN in opening[2] or not opening[2].strip():
            continue
        here = end + 1
        yield _field(text, at, Span(opening.start(), here), opening[2], Span(opening.end(), end))


def _pairs(line: str) -> dict[int, int]:
    """The closing bracket of each opening one, square and round ones apart, in one pass."""
    pairs: dict[int, int] = {}
    waiting: dict[str, list[int]] = {"[": [], "(": []}
    for match in _BRACKET.finditer(line):
        mark = match[0]
        if mark in waiting:
            waiting[mark].append(match.start())
        elif mark in _CLOSING and waiting[_CLOSING[mark]]:
            pairs[waiting[_CLOSING[mark]].pop()] = match.start()
    return pairs


def _whole_line(text: str, visible: str, at: int) -> Iterator[Field]:
    """`Key:: value`: marks before the key and emphasis after it are none of it."""
    sign = visible.index("::")
    before = visible[:sign].rstrip(_MARKS)
    start = _KEY_START.search(before) or _KEY_START_EMOJI.search(before)
    if start and HIDDEN not in before and _LINE_KEY.fullmatch(before, start.start()):
        yield _line_field(text, visible, at, Span(start.start(), len(before)), sign)


def _line_field(text: str, visible: str, at: int, key: Span, sign: int) -> Field:
    """The field of a line with its key, whose `::` stands at `sign`."""
    end = max(len(visible.rstrip()), sign + 2)
    value = _unmarked(visible, key.start, Span(sign + 2, end))
    return _field(text, at, Span(key.start, end), text[key.start : key.end], value)


def _unmarked(visible: str, start: int, value: Span) -> Span:
    """A value without the mark that ends what one before the key began: `**Calls::** 12`."""
    opened = _OPEN_MARK.search(visible, 0, start)
    mark = opened["mark"] if opened else ""
    written = visible[value.start : value.end]
    if mark and written.startswith(mark):
        return Span(value.start + len(mark), value.end)
    return Span(value.start, value.end - len(mark)) if mark and written.endswith(mark) else value


def _field(text: str, at: int, span: Span, key: str, value: Span) -> Field:
    raw = text[value.start : value.end]
    if _COMMENTS.fullmatch(raw):
        raw = ""
    start = value.start + len(raw) - len(raw.lstrip())
    trimmed = raw.strip()
    return Field(
        key=key.strip(),
        value=trimmed,
        span=Span(at + span.start, at + span.end),
        value_span=Span(at + start, at + start + len(trimmed)),
    )
