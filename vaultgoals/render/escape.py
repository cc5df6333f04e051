"""Escapers, one for each place that somebody's words land in.

A person's words must read as they wrote them, and must not become structure: no link, tag, field, comment,
marker or code of theirs may come alive in generated text, and none may colour a terminal. Marks that mean
nothing where they stand are left alone, so that ordinary text stays as it is.
"""

import re
from urllib.parse import quote

# What cannot stand in a tag, as Obsidian reads it.
_NO_TAG = r"\s\u2000-\u206f\u2e00-\u2e7f'!\"#$%&()*+,.:;<=>?@^`{|}~\[\]\\"

# What would be markup in the middle of a line of Markdown, as Obsidian, Dataview and GitHub read it.
_MARKUP = re.compile(
    r"[\\`\[]"
    r"|(?<!\s)\*|\*(?!\s)"  # a star between blanks is a star
    r"|(?<!\w)_|_(?!\w)"  # an underscore inside a word is no emphasis
    r"|\$(?![0-9])"  # what could close a formula; what could only open one stays a price
    r"|(?<=\S)~|(?<==)=|(?<=%)%"  # strike, highlight, comment
    r"|(?<=:):"  # a field
    r"|(?:(?<!\S)|(?<=[\\`*_$~=%:|\[])|(?<=\\[^\w\s]))"  # a tag, which has more than digits
    rf"#(?=[0-9]*[^0-9{_NO_TAG}])"
    r"|(?<!\S)\^(?=[A-Za-z0-9-]+\s*$)"  # a block id
)
_HTML = re.compile(r"<(?=[A-Za-z/!?%])")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_LAST_COLON = re.compile(r":\Z")  # it would meet one of ours
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_BLANKS = re.compile(r"\s+")

# What would begin a heading, a list, a quote, a table, a fence or a line under a heading.
_LINE_START = re.compile(r"(?=#{1,6}(?:\s|$)|[-+*](?:\s|$)|[>|<]|~~~|=+\s*$|-+\s*$)|(?<=\d)(?=[.)](?:\s|$))")
_NUMBER = re.compile(r"\d{1,9}(?=[.)](?:\s|$))")

# What a wikilink cannot hold; a Markdown link can, percent-encoded.
_NO_WIKILINK = re.compile(r"[#^|\[\]<>\\`]|%%|\$\$|::")
_RESERVED = "/;?@=+,"  # what an address may hold, and Obsidian does not decode
# A heading that a link can name as it is written.
_PLAIN_HEADING = re.compile(r"[\w'’(),.!? -]*[\w!?)]")
# What code would not hold still.
_NO_CODE = re.compile(r"`|^\$?=|<[!%]|%%|::")
# A field to be filled in. Dataview reads fields in code too: at a line's start, or in brackets.
_TO_FILL_IN = re.compile(r"[^\[\]()`:=<%$]+:: …")
_WIKILINK = re.compile(r"!?\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]")
_LOOKALIKES = str.maketrans({"|": "\u2223", "[": "(", "]": ")"})


def one_line(words: str) -> str:
    """Words on one line, without control characters; a blank at either end stays one."""
    return _BLANKS.sub(" ", _CONTROL.sub(" ", words))


def markdown(words: str) -> str:
    """A person's words in the middle of a line of Markdown, without blanks around them."""
    return phrase(one_line(words).strip())


def phrase(words: str) -> str:
    """Words in the middle of a line of Markdown; a blank at either end stays."""
    escaped = _MARKUP.sub(r"\\\g<0>", one_line(words))
    return _LAST_COLON.sub("&#58;", _HTML.sub("&lt;", _ENTITY.sub("&amp;", escaped)))


def line_start(written: str) -> str:
    """Markdown that stands at the beginning of a line, so that it begins nothing but that line."""
    number = _NUMBER.match(written)
    at = number.end() if number else 0
    return f"{written[:at]}\\{written[at:]}" if _LINE_START.match(written, at) else written


def cell(written: str) -> str:
    """Markdown that stands in a table's cell."""
    return written.replace("|", "\\|")


def code(words: str) -> str:
    """Words to be typed as they stand; as ordinary text where code would not hold them still.

    In code a plugin may run what begins with `=` or `$=` or stands in `<% %>`, and a comment may be a marker.
    It may also read a field there; one to be filled in, `key:: …`, is to stand behind words and a colon.
    """
    plain = one_line(words).strip()
    if plain and (_TO_FILL_IN.fullmatch(plain) or not _NO_CODE.search(plain)):
        return f"`{plain}`"
    return markdown(plain)


def link(path: str, target: str, shown: str, block: str | None = None, heading: str | None = None) -> str:
    """A link to a note: a wikilink, or where its name does not allow one a percent-encoded Markdown link.

    A heading that a link cannot name is left out.
    """
    named = heading is not None and _PLAIN_HEADING.fullmatch(heading) is not None
    subpath = f"#^{block}" if block else f"#{heading}" if named else ""
    if _NO_WIKILINK.search(target) or target != one_line(target).strip():
        return f"[{markdown(_unbracketed(shown))}]({quote(path, safe=_RESERVED)}{quote(subpath, safe='#^')})"
    same = shown == target and not subpath
    return f"[[{target}{subpath}]]" if same else f"[[{target}{subpath}|{markdown(_unbracketed(shown))}]]"


def _unbracketed(shown: str) -> str:
    """What a link shows: links in it by what they show, other brackets and pipes by their like."""
    return _WIKILINK.sub(r"\1", one_line(shown)).translate(_LOOKALIKES).strip()
