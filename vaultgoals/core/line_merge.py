"""What holds of lines that are merged three ways: what both sides share, and that none of them is lost."""

from collections import Counter
from collections.abc import Iterable
from difflib import SequenceMatcher

from vaultgoals.core.conflict import lines

_MOST = 4_000_000
"""As many pairs of lines are compared at most, which takes a second or two."""


def shared_lines(ours: str, theirs: str) -> str:
    """The lines that two texts have in common, in order: what they were made from, where nobody knows.

    Empty where they are too long to be compared.
    """
    mine, yours = lines(ours), lines(theirs)
    if len(mine) * len(yours) > _MOST:
        return ""
    alike = SequenceMatcher(None, mine, yours, autojunk=False).get_matching_blocks()
    return "".join(line for match in alike for line in mine[match.a : match.a + match.size])


def keeps_all(result: Iterable[str], *, base: str, ours: str, theirs: str) -> bool:
    """Whether a result, in pieces, has each line of either side, but for those that one of them deleted.

    Blanks around a line make no difference, and blank lines do not count.
    """
    was, mine, yours = (_counted([text]) for text in (base, ours, theirs))
    kept = _counted(result)
    return all(kept[line] >= _due(was[line], mine[line], yours[line]) for line in mine | yours)


def _due(base: int, ours: int, theirs: int) -> int:
    """How often a line is due that stood there so often in each version."""
    nobody_deleted = min(ours, theirs) >= base
    return max(ours, theirs) if nobody_deleted else ours + theirs - base


def _counted(texts: Iterable[str]) -> Counter[str]:
    return Counter(bare for text in texts for line in lines(text) if (bare := line.strip()))


def in_one_newline(base: str, ours: str, theirs: str) -> tuple[str, str, str]:
    """The three texts with the newlines of the side that changed them; as they are where any mixes them."""
    found = {text: _newline(text) for text in (base, ours, theirs) if "\n" in text}
    if len({*found.values()}) < 2 or "" in found.values():
        return base, ours, theirs
    mine, yours = found.get(ours, "\n"), found.get(theirs, "\n")
    newline = yours if found.get(base) == mine else mine
    base, ours, theirs = (text.replace("\r\n", "\n").replace("\n", newline) for text in (base, ours, theirs))
    return base, ours, theirs


def _newline(text: str) -> str:
    """What every line of a text ends with; empty where they differ."""
    crlf, all_of_them = text.count("\r\n"), text.count("\n")
    return {all_of_them: "\r\n", 0: "\n"}.get(crlf, "")
