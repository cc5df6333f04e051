"""What a person promised themselves on the page of the week before."""

import re
from dataclasses import dataclass

from vaultgoals.core.note import Note
from vaultgoals.core.source import Span
from vaultgoals.review.pages import page_link
from vaultgoals.review.text import Mention, Said

PROMPT = "One thing I will do differently this week:"

_ASKED = re.compile(r"^[*_]*One thing I will do differently this week:[*_]*", re.IGNORECASE | re.MULTILINE)
_ENDS = re.compile(r"^(?:#{1,6} |<!-- |---\s*$|Decision:|←)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Promise:
    """The person's own words, and the page that they stand on."""

    words: Said
    page: Mention


def promise_on(page: Note) -> Promise | None:
    """What was written after the prompt, outside the blocks; None where nothing was."""
    own = _own_words(page)
    asked = _ASKED.search(own)
    if asked is None:
        return None
    rest = own[asked.end() :]
    ends = _ENDS.search(rest)
    words = " ".join(rest[: ends.start() if ends else len(rest)].split())
    return Promise(Said(words), page_link(page.path)) if words else None


def _own_words(page: Note) -> str:
    """The body without the generated blocks; a marker stays, so that words do not run over it."""
    pieces, at = [], page.body.start
    for block in sorted(page.blocks, key=lambda block: block.span):
        pieces += [page.source.cut(Span(at, block.span.start)), "<!-- -->"]
        at = block.span.end
    return "".join([*pieces, page.source.cut(Span(at, page.body.end))])
