"""How much of a body is read: where its quotes are too many, or its lines, list items and cells."""

import re

MAX_NESTING = 200

# markdown-it looks at each line once for every quote around it. So many looks it gets.
MAX_QUOTED = 50_000

# A line or list item takes it some 50 µs, a cell or a blank line a tenth of that. So many lines it gets.
MAX_LINES = 50_000
CELLS_OF_A_LINE = 10

_MANY_QUOTES = re.compile(r"^(?:[ \t0-9.)*+-]*>){4}", re.MULTILINE)
_PREFIX = re.compile(r"^[ \t>0-9.)*+-]*", re.MULTILINE)
_LINE = re.compile(r"^(?!\Z)([ \t>0-9.)*+-]*)(.*)", re.MULTILINE)


def quoted_too_much(body: str) -> int | None:
    """Where a text becomes too much to read for its nested quotes, in lines times depth; None if nowhere."""
    if body.count(">") < 4 or not _MANY_QUOTES.search(body):
        return None
    depth = looked = 0
    for prefix in _PREFIX.finditer(body):
        marks = prefix[0].count(">")
        # A line without marks still belongs to the quotes above it, unless it is blank.
        blank = body.startswith("\n", prefix.end()) or prefix.end() == len(body)
        depth = marks if blank else max(depth, marks)
        looked += depth
        if looked > MAX_QUOTED:
            return prefix.start()
    return None


def too_long(body: str) -> int | None:
    """Where a text becomes too much to read for its lines, list items and cells; None if nowhere.

    It is the beginning of the first line that is one too many.
    """
    if len(body) <= 2 * MAX_LINES:  # each that is not blank takes two characters at least
        return None
    read = 0
    for line in _LINE.finditer(body):
        read += _cells(line[1], line[2])
        if read > MAX_LINES * CELLS_OF_A_LINE:
            return line.start()
    return None


def _cells(prefix: str, rest: str) -> int:
    """How many cells a line is worth; one with several bullets is an item in an item: `- - - a`."""
    items = len(prefix.split()) or bool(rest)
    return CELLS_OF_A_LINE * items + rest.count("|") or 1
