"""What YAML 1.2 allows and the parser below does not, in a shape in which it passes at the same places."""

import re

import yaml

# YAML 1.1 ends lines at some of these and refuses the others; Obsidian reads all of them as text.
_FOREIGN = (*range(1, 9), 0xB, 0xC, *range(0xE, 0x20), *range(0x7F, 0xA0), 0x2028, 0x2029, 0xFFFE, 0xFFFF)
# They pass as characters from the end of the last plane but one, where neither Unicode nor any font has any.
_TO_PRIVATE = {char: 0xFFE00 + number for number, char in enumerate(_FOREIGN)}
RESERVED = re.compile("[\U000ffe00-\U000ffffd]")
"""What nobody writes, and is refused: it could not be told from what it stands for."""

# JSON may write one character as two halves: it passes as itself, and fillers keep the places behind it.
_HALVES = re.compile(r"\\(?:u(?P<high>[dD][89abAB][0-9a-fA-F]{2})\\u(?P<low>[dD][c-fC-F][0-9a-fA-F]{2})|.)")
_FILLER = "\U000ffffd"

LONE_DASH = "\U000ffffc"
"""A dash that is all that stands beside a name, `unit: -`: to Obsidian a list of nothing."""

# With nothing deeper on the next line, which would go on with it.
_LONE_DASH = re.compile(
    r"^( *)(\S[^\n]*: +)-(?=[ \t]*(?:[ \t]#[^\n]*)?\r?(?:\n|\Z))"
    r"(?![^\n]*(?:\n[ \t\r]*)*\n\1[ \t])",
    re.MULTILINE,
)

_FROM_PRIVATE: dict[int, int | str | None] = {
    **{private: public for public, private in _TO_PRIVATE.items()},
    ord(_FILLER): None,
    ord(LONE_DASH): "-",
}
_ANY_FOREIGN = re.compile(f"[{''.join(map(chr, _FOREIGN))}{RESERVED.pattern[1:]}")

# Blank lines and comments may be indented by tabs.
_TAB_LINE = re.compile(r"(?<![^\r\n]) *\t[ \t]*(?=[#\r\n]|\Z)")


def disguised(text: str) -> str:
    """The text with private characters for those that the parser reads otherwise; itself if it has none."""
    return text.translate(_TO_PRIVATE) if _ANY_FOREIGN.search(text) else text


def revealed(text: str) -> str:
    """A value of a disguised text, with the characters that were written."""
    return text.translate(_FROM_PRIVATE)


def mended(text: str, error: yaml.MarkedYAMLError) -> str:
    """The text, as long as before, without what the parser complains of; itself if that is no YAML 1.2.

    A tab within a block text is another complaint.
    """
    problem = error.problem or ""
    at_tab = error.problem_mark and text.startswith("\t", error.problem_mark.index)
    if at_tab and ("violates" in problem or "start any token" in problem):
        return _TAB_LINE.sub(lambda line: " " * len(line[0]), text)
    if "block sequence entries" in problem:
        return _LONE_DASH.sub(rf"\1\2{LONE_DASH}", text)
    return _HALVES.sub(_joined, text) if "Unicode" in problem else text


def _joined(escape: re.Match[str]) -> str:
    """The character that two escaped halves make; any other escape as it is."""
    if escape["high"] is None:
        return escape[0]
    halves = bytes.fromhex(escape["high"] + escape["low"])
    return halves.decode("utf-16-be").ljust(len(escape[0]), _FILLER)
