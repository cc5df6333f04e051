"""Links: `[[target#heading|alias]]`, `![[…]]`, `[alias](target)`, wherever they stand."""

import re
from urllib.parse import unquote

from vaultgoals.core.note import Link
from vaultgoals.core.source import Span

# Ends at the first `]]`; a single bracket may stand inside, a second `[[` may not: the inner link counts.
_WIKILINK = re.compile(r"!?\[\[(?!\[)((?:(?!\[\[|\]\])[^\n])+)\]\]")
_MARKDOWN_LINK = re.compile(
    r"!?\[((?:[^\[\]\\\n]|\\.|!?\[[^\[\]\n]*\])*+)\]"
    r"\([ \t]*(?:<([^<>\n]*)>|((?:[^()\s\\<]|\\.|\([^()\s]*\))(?:[^()\s\\]|\\.|\([^()\s]*\))*+))"
    r"(?:[ \t]+(?:\"[^\"\n]*\"|'[^'\n]*'))?[ \t]*\)"
)
# decodeURI leaves what separates the parts of an address.
_RESERVED = re.compile(r"%(?=3B|2F|3F|3A|40|26|3D|2B|24|2C|23)", re.IGNORECASE)


def link_at(text: str, at: int, offset: int) -> Link | None:
    """The link that begins at `at`, its span counted from `offset`; None for none and for other sites."""
    if match := _WIKILINK.match(text, at):
        return _wikilink(match, None, _span(match, offset))
    if match := _MARKDOWN_LINK.match(text, at):
        return _markdown_link(match, None, _span(match, offset))
    return None


def whole_link(text: str, name: str, span: Span) -> Link | None:
    """The link that a property's value is from end to end; embeds are text there."""
    text = text.strip()
    if text.startswith("!"):
        return None
    if match := _WIKILINK.fullmatch(text):
        return _wikilink(match, name, span)
    if match := _MARKDOWN_LINK.fullmatch(text):
        return _markdown_link(match, name, span)
    return None


def _span(match: re.Match[str], offset: int) -> Span:
    return Span(offset + match.start(), offset + match.end())


def _wikilink(match: re.Match[str], name: str | None, span: Span) -> Link | None:
    inner = match[1]
    if not inner.strip():
        return None
    path, pipe, alias = inner.partition("|")
    if not path:  # `[[|x]]` is a link to a note of that name
        path, pipe, alias = inner, "", ""
    elif pipe:
        path = path.removesuffix("\\")
    target, heading, block = _parts(path)
    return Link(
        target=target,
        heading=heading,
        block=block,
        alias=alias if pipe else None,
        embed=match[0].startswith("!"),
        property=name,
        span=span,
    )


def _markdown_link(match: re.Match[str], name: str | None, span: Span) -> Link | None:
    destination = match[2] if match[2] is not None else match[3]
    outside = ":" in destination and not destination.startswith(("./", "../"))
    if outside or not destination.strip():
        return None
    target, heading, block = _parts(_decoded(destination))
    return Link(
        target=target,
        heading=heading,
        block=block,
        alias=match[1] or None,
        embed=match[0].startswith("!"),
        markdown=True,
        property=name,
        span=span,
    )


def _parts(text: str) -> tuple[str, str | None, str | None]:
    """Path, heading and block of a link's text, split at the first `#`."""
    path, _, subpath = text.partition("#")
    subpath = subpath.strip()
    if subpath.startswith("^"):
        return path.strip(), None, subpath[1:]
    return path.strip(), subpath or None, None


def _decoded(destination: str) -> str:
    try:
        return unquote(_RESERVED.sub("%25", destination), errors="strict")
    except UnicodeDecodeError:
        return destination
