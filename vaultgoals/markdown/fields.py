"""Dataview's inline fields: `key:: value` on a line of its own, `[key:: value]` and `(key:: value)`."""

import re
from collections.abc import Iterator

from vaultgoals.core.note import Field
from vaultgoals.core.source import Span
from vaultgoals.markdown.inline import HIDDEN

_OPENING = re.compile(r"([\[(])([^\[\]()\n]*?)::")
_BRACKET = re.compile(r"\\.|[\[\]()]")
_CLOSING = {"]": "[", ")": "("}
_EMOJI = "\u00a9\u00ae\u200d\u2190-\u2bff\u3030\u303d\u3297\u3299\ufe0f\U0001f000-\U0001faff"
_LINE_KEY = re.compile(rf"[\w\s/{_EMOJI}-]+")
_KEY_START = re.compile(r"[^\W_]")
_KEY_START_EMOJI = re.compile(rf"[{_EMOJI}]")


def read_fields(text: str, visible: str, at: int, *, whole_lines: bool) -> Iterator[Field]:
    """The fields of a text at offset `at`; `visible` is the text with what hides fields made `HIDDEN`.

    With `whole_lines` a line without brackets may be a field as well.
    """
    if "::" not in visible:
        return
    begin = 0
    for line in visible.split("\n"):
        end = begin + len(line)
        if "::" in line:
            found = list(_bracketed(text[begin:end], line, at + begin))
            if not found and whole_lines:
                found = list(_whole_line(text[begin:end], line, at + begin))
            yield from found
        begin = end + 1


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
    before = visible[:sign].rstrip(" \t_*~`")
    start = _KEY_START.search(before) or _KEY_START_EMOJI.search(before)
    if start and HIDDEN not in before and _LINE_KEY.fullmatch(before, start.start()):
        key = before[start.start() :]
        end = len(visible.rstrip())
        yield _field(text, at, Span(start.start(), max(end, sign + 2)), key, Span(sign + 2, end))


def _field(text: str, at: int, span: Span, key: str, value: Span) -> Field:
    raw = text[value.start : value.end]
    start = value.start + len(raw) - len(raw.lstrip())
    trimmed = raw.strip()
    return Field(
        key=key.strip(),
        value=trimmed,
        span=Span(at + span.start, at + span.end),
        value_span=Span(at + start, at + start + len(trimmed)),
    )
