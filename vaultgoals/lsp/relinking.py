"""One link with another name of its note: the folder that it names, its heading and its words stay."""

import re
from urllib.parse import quote

from vaultgoals.core.header import scalar
from vaultgoals.core.note import Link, Note
from vaultgoals.core.source import Span
from vaultgoals.lsp.mending import Replacement

_WIKILINK = re.compile(r"(!?\[\[[ \t]*)(?P<path>[^\[\]|#\\]+?)([ \t]*(?:[|#\\].*)?\]\])", re.DOTALL)
_MARKDOWN_LINK = re.compile(
    r"(!?\[.*\]\([ \t]*<?)(?P<path>[^<>#\s]+|(?<=<)[^<>#]+)((?:#[^<>]*?)?>?(?:[ \t]+[\"'].*)?[ \t]*\))",
    re.DOTALL,
)
_ENDING = ".md"
# Obsidian leaves these in an address as they are, also where they are encoded.
_LEFT_ALONE = ";@&=+$,"


def relinked(note: Note, link: Link, title: str) -> Replacement | None:
    """The link to a note that is to have another title; None where it is not written plainly enough."""
    written = note.source.cut(link.span)
    if link.bare:
        name = _renamed(link.target, title)
        return Replacement(path=note.path, span=link.span, text=_as_value(name))
    match = (_MARKDOWN_LINK if link.markdown else _WIKILINK).fullmatch(written)
    if match is None:
        return None
    start = link.span.start + match.start("path")
    return Replacement(
        path=note.path,
        span=Span(start, start + len(match["path"])),
        text=_renamed(match["path"], _encoded(note, link, title, written)),
    )


def _renamed(path: str, name: str) -> str:
    """A written path with another name at its end."""
    folder, slash, old = path.rpartition("/")
    return f"{folder}{slash}{name}{_ENDING if old.lower().endswith(_ENDING) else ''}"


def _encoded(note: Note, link: Link, title: str, written: str) -> str:
    """A title as it stands in a link: in an address percent-encoded, in single quotes with these doubled."""
    if link.markdown:
        title = title.replace("%", "%25") if "](<" in written else quote(title, safe=_LEFT_ALONE)
    quoted = link.property is not None and note.source.text[link.span.start - 1] == "'"
    return title.replace("'", "''") if quoted else title


def _as_value(name: str) -> str:
    """A bare name as a property's value; one with a comma may be an item of a list in brackets."""
    return f'"{name}"' if "," in name else scalar(name)
