"""What would change in a note, as a unified diff."""

import re
from difflib import unified_diff

from vaultgoals.export.excerpt import visible

# A line ends at \n alone here: so it does for the programs that read a diff.
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_NO_NEWLINE = "\n\\ No newline at end of file\n"


def diff_text(path: str, old: str | None, new: str) -> str:
    """The way from one text to another, as `patch -p1` and `git apply` take it; empty where there is none.

    `old` is None for a note that is not there yet. The texts are with the encoding mark, if they have one.
    """
    name = visible(path) + "\t" * (" " in path)  # the tab tells where a name with blanks ends
    before, after = _LINE.findall(old or ""), _LINE.findall(new)
    lines = unified_diff(before, after, "/dev/null" if old is None else f"a/{name}", f"b/{name}")
    return "".join(line if line.endswith("\n") else f"{line}{_NO_NEWLINE}" for line in lines)
