"""Words and numbers inside a Mermaid picture.

A picture has a language of its own, and its words become HTML, Markdown, icons and formulas after that. So of
a person's words all but letters, digits and marks that mean nothing anywhere is written by its number,
`#35;`, which Mermaid turns back when everything else is done.
"""

import re
from collections.abc import Iterable
from decimal import Decimal

from vaultgoals.render.escape import one_line

_CODED = re.compile(
    r"""[^\w\s,.!?()'/%+\u0080-\U0010ffff-]|[_\u2060]"""
    r"|(?<=%)%|%(?=%)"  # a directive or a comment
    r"|\A[-+]|(?<=\A\d)[.)]|(?<=\A\d\d)[.)]|(?<=\A\d\d\d)[.)]"  # a list
    r"|(?<=www)\.",  # an address
    re.IGNORECASE,
)
# What Mermaid looks for once the numbers are marks again: formulas, line ends, icons, its signs for & and ;
_PAIRS = re.compile(r"(?<=\$)(?=\$)|(?<=\\)(?=n)|(?:(?<=fa:)|(?<=fa[bklrs]:))(?=fa-)|(?<=ﬂ)(?=°)|(?<=¶)(?=ß)")
_JOINER = "\u2060"  # seen by nobody


def quoted(words: str) -> str:
    """A person's words as a quoted text of a picture: they read as written, and are nothing else."""
    return f'"{_coded(words)}"'


def quoted_lines(texts: Iterable[str]) -> str:
    """The same with a line for each of several texts."""
    return f'"{"<br>".join(map(_coded, filter(None, texts)))}"'


def _coded(words: str) -> str:
    plain = _PAIRS.sub(_JOINER, one_line(words).strip())
    return _CODED.sub(lambda mark: f"#{ord(mark.group())};", plain)


def decimal(number: float) -> str:
    """A number as a picture reads it: `6.4`, never with an exponent."""
    return format(Decimal(repr(number)), "f")
