"""What of a text is read and shown: not its hidden comments, nor the emphasis around its beginning."""

import re

_COMMENTS = (("<!--", "-->"), ("%%", "%%"))
# Struck out is not emphasis: whoever strikes a number out takes it back.
_EMPHASIS = re.compile(r"(?P<mark>\*{1,3}|_{1,3}|==)(?=[^\s*_=])(?P<inner>[^\n]*?[^\s\\])(?P=mark)(?![*_=])")


def without_comments(text: str) -> str:
    """The text without `<!-- … -->` and `%% … %%`, which whoever reads the note does not see."""
    for opening, closing in _COMMENTS:
        if opening in text:
            text = _cut(text, opening, closing)
    return text


def without_emphasis(text: str) -> str:
    """The text without the marks of emphasis around what it begins with: `**12** calls` is `12 calls`."""
    match = _EMPHASIS.match(text)
    return match["inner"] + text[match.end() :] if match else text


def _cut(text: str, opening: str, closing: str) -> str:
    pieces, at = [], 0
    while (begin := text.find(opening, at)) >= 0:
        end = text.find(closing, begin + len(opening))
        if end < 0:
            break
        pieces.append(text[at:begin].rstrip(" \t"))
        at = end + len(closing)
    return " ".join([*pieces, text[at:].lstrip(" \t")]).strip() if pieces else text
