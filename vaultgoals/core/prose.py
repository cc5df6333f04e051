"""Whether two texts of one note differ only in words at its end that nothing is read from.

Most of what people write is that: a sentence more about the day, or about how it went. No kind, figure or
finding hangs on it, so whoever knows what was found in the one text need not read the other. What is not sure
is no such difference, so this never has to know all that the readers know.
"""

import re
from itertools import takewhile

from vaultgoals.core.plain_text import without_comments
from vaultgoals.core.signs import CONFLICT, MARK

# A line that begins with a letter and holds no sign that means anything to Markdown, nor to any reader of it.
_WORDS = re.compile(r"[^\W\d_](?:[^\W_]|[ .,;!?'’-])*")
_HEADER = re.compile(r"---\n(?:[^\n]*\n)*?---[ \t]*\n")
_LONGEST = 50_000
_MOST_QUOTED = 50_000


def differ_in_prose(before: str, after: str, *, logs: bool) -> bool:
    """Whether nothing but lines of mere words at the end of a note was added, taken away or changed.

    Where the note `logs` by its items and tables, as a goal's does, such lines might go on with one: there
    must be a blank line before them.
    """
    if before == after:
        return True
    if _is_odd(before) or _is_odd(after):
        return False
    old, new = before.split("\n"), after.split("\n")
    same = len([*takewhile(lambda both: both[0] == both[1], zip(old, new, strict=False))])
    if not all(line == "" or _WORDS.fullmatch(line) for line in (*old[same:], *new[same:])):
        return False
    if logs and same and old[same - 1].strip():
        return False
    body = _body_of("".join(f"{line}\n" for line in old[:same]))
    return body is not None and _says(before[body:]) == _says(after[body:])


def _is_odd(text: str) -> bool:
    """Whether a text holds what is not told line by line, or so much that a part of it is not read."""
    quoted = text.count(">") * (text.count("\n") + 1)
    signs = "\r" in text or MARK in text or CONFLICT in text
    return signs or len(text) > _LONGEST or quoted > _MOST_QUOTED


def _body_of(shared: str) -> int | None:
    """Where the body begins of a note that begins with these lines; None where they do not tell."""
    if not shared.lstrip().startswith("---"):
        return 0
    header = _HEADER.match(shared)
    return header.end() if header else None


def _says(body: str) -> bool:
    """Whether anything is written: a check-in of nothing but its comment is one, an empty one is none."""
    return bool(without_comments(body.strip()).strip())
