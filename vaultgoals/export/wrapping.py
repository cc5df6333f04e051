"""Words in lines for a terminal, measured by the columns that they take there."""

from collections.abc import Iterator

from vaultgoals.export.excerpt import columns


def wrapped_text(words: str, width: int, *, first: str = "", more: str = "") -> list[str]:
    """The words in lines of at most `width` columns: `first` begins the first line, `more` all others.

    Lines end at blanks, of which one is left between two words; only a word that is too long is cut itself.
    """
    lines, line = [], first
    is_begun = False
    for word in words.split():
        if is_begun and _wide(line) + 1 + _wide(word) <= width:
            line += f" {word}"
            continue
        if is_begun:
            lines.append(line)
            line = more
        *full, last = _cut(word, width - _wide(line), width - _wide(more))
        for piece in full:
            lines.append(line + piece)
            line = more
        line += last
        is_begun = True
    return [*lines, line] if is_begun else []


def _cut(word: str, room: int, later: int) -> Iterator[str]:
    """A word in pieces: the first of at most `room` columns, the others of at most `later`."""
    start = taken = 0
    for at, char in enumerate(word):
        wide = columns(char)
        if taken + wide > room and at > start:
            yield word[start:at]
            start, taken, room = at, 0, later
        taken += wide
    yield word[start:]


def _wide(text: str) -> int:
    return sum(map(columns, text))
