"""Where YAML 1.2 is stricter than the parser below: how deep lines stand, and what goes before a comment."""

import re

_HEADER_COMMENT = re.compile(r"[|>][-+0-9]*#")
_LINE = re.compile(r"\r\n|\r|\n")
_SPACES = re.compile(r" *")
_BLANK_LINE = re.compile(r"[ \t]*[\r\n]")


def misplaced(text: str, start: int, end: int, indent: int) -> int | None:
    """Where a quoted text, block text or flow collection breaks a rule of layout; None where it does not.

    It stands from `start` to `end` in a block collection whose entries begin at column `indent`, -1 for none.
    Every line of it stands deeper than that, but blank ones; in a collection also comments and its own last
    bracket. A comment has a blank before its `#`.
    """
    if text[start] in "|>":
        return _misplaced_block(text, start, indent)
    if text.startswith("#", end):
        return end
    for newline in _LINE.finditer(text, start, end):
        spaces = _SPACES.match(text, newline.end())
        first = spaces.end() if spaces else newline.end()
        if first - newline.end() <= indent and not _may_stand_there(text, start, end, first, indent):
            return first
    return None


def _may_stand_there(text: str, start: int, end: int, first: int, indent: int) -> bool:
    if text[start] not in "[{":
        return text[first] in "\r\n"
    closes = first == end - 1 and first - _line_start(text, first) == indent
    return closes or text[first] == "#" or _BLANK_LINE.match(text, first) is not None


def _misplaced_block(text: str, start: int, indent: int) -> int | None:
    """A block text may begin on a line of its own, but not at the left edge of what it belongs to."""
    begin = _line_start(text, start)
    if start - begin <= indent and not text[begin:start].strip():
        return start
    glued = _HEADER_COMMENT.match(text, start)
    return glued.end() - 1 if glued else None


def _line_start(text: str, at: int) -> int:
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1
