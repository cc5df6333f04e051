"""Places in a text."""

from itertools import product

from vaultgoals.core.source import Source


def test_a_line_is_the_same_whether_it_is_counted_or_looked_up() -> None:
    for text in map("".join, product("a\r\n", repeat=5)):
        source = Source.of("Note.md", text)
        lines = [source.line_at(offset) for offset in range(len(text) + 1)]
        assert lines == [source.position(offset).line for offset in range(len(text) + 1)]
