"""Another reader of a whole vault, to be timed: `peer.py NAME VAULT`, run by a Python that has it."""

import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

_LINK = re.compile(r"\[\[([^\]|#]+)")


def _notes(vault: str) -> Iterator[str]:
    for folder, folders, names in os.walk(vault):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (os.path.join(folder, name) for name in names if name.endswith(".md"))


def python_frontmatter(vault: str) -> int:
    """Each note's properties by python-frontmatter, and its links by a pattern."""
    import frontmatter

    read = 0
    for path in _notes(vault):
        try:
            note = frontmatter.load(path)
        except Exception:  # a foreign reader may raise anything, and is to go on
            continue
        _LINK.findall(note.content)
        read += 1
    return read


def obsidian_parse(vault: str) -> int:
    """The whole vault by obsidian-parse."""
    from obsidian_parse import parse

    return len(parse([vault]))


def obsidiantools(vault: str) -> int:
    """The whole vault by obsidiantools: its links, and its text."""
    from obsidiantools.api import Vault

    return len(Vault(Path(vault)).connect().gather().md_file_index)


PEERS = {
    "python-frontmatter": python_frontmatter,
    "obsidian-parse": obsidian_parse,
    "obsidiantools": obsidiantools,
}

if __name__ == "__main__":
    print(PEERS[sys.argv[1]](sys.argv[2]))
