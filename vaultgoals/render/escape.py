"""Escapers, one for each place that somebody's words land in.

A person's words must read as they wrote them, and must not become structure: no link, tag, field, comment,
marker or code of theirs may come alive in generated text, and none may colour a terminal.
"""

import re
from urllib.parse import quote

# What would be markup in the middle of a line of Markdown, as Obsidian, Dataview and GitHub read it.
_MARKUP = re.compile(
    r"[\\`*\[\]$]"
    r"|(?<!\w)_|_(?!\w)"  # an underscore inside a word is no emphasis
    r"|(?<==)=|(?<=~)~|(?<=%)%|(?<=:):|(?<=\^)\^"  # doubled marks: highlight, strike, comment, field
    r"|(?<!\S)#(?=\S)|(?<=\s)\^(?=[A-Za-z0-9-]+\s*$)"  # tags and block ids
)
_ENTITY = re.compile(r"&(?=#?\w+;)")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_LINE_START = re.compile(r"^(?=[#>+-]|\d+[.)]|(?:=|~{3}))")

# What a wikilink cannot hold; a Markdown link can, percent-encoded.
_NO_WIKILINK = re.compile(r"[#^|\[\]<>\\%`]|::")


def one_line(words: str) -> str:
    """Words on one line, without control characters."""
    return " ".join(_CONTROL.sub(" ", words).split())


def markdown(words: str) -> str:
    """A person's words in the middle of a line of Markdown."""
    escaped = _MARKUP.sub(lambda mark: "\\" + mark.group(), one_line(words))
    return _ENTITY.sub("&amp;", escaped).replace("<", "&lt;")


def markdown_line(words: str) -> str:
    """A person's words at the beginning of a line of Markdown."""
    return _LINE_START.sub(r"\\", markdown(words))


def cell(written: str) -> str:
    """Markdown that stands in a table's cell."""
    return written.replace("|", "\\|")


def link(path: str, target: str, shown: str, block: str | None = None) -> str:
    """A link to a note: a wikilink, or where its name does not allow one a percent-encoded Markdown link."""
    subpath = f"#^{block}" if block else ""
    if _NO_WIKILINK.search(target) or target != one_line(target):
        return f"[{markdown(shown)}]({quote(path)}{subpath})"
    same = shown == target and not block
    safe = re.sub(r"\|", "\u2223", markdown(shown)).replace("\\[", "(").replace("\\]", ")")
    return f"[[{target}{subpath}]]" if same else f"[[{target}{subpath}|{safe}]]"


def terminal(words: str) -> str:
    """Words on a terminal: control characters are shown, not obeyed."""
    return _CONTROL.sub(lambda char: char.group().encode("unicode_escape").decode("ascii"), words)
