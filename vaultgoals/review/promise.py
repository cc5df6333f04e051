"""What a person promised themselves on the page of the week before."""

import re
from dataclasses import dataclass

from vaultgoals.core.note import Note
from vaultgoals.core.source import Span
from vaultgoals.review.pages import page_link
from vaultgoals.review.text import Mention, Said

PROMPT = "One thing I will do differently this week:"

_ASKED = re.compile(r"^[*_]*One thing I will do differently this week:[*_]*", re.IGNORECASE | re.MULTILINE)
_ENDS = re.compile(r"^(?:#{1,6} |<!--|---\s*$|[*_]*Decision:|←)", re.MULTILINE)
_BULLET = re.compile(r"^[ \t]*(?:>[ \t]*)*(?:[-*+]|\d+[.)])[ \t]+(?:\[.\][ \t]+)?", re.MULTILINE)

_STOPS = (".", "!", "?", "…", ":", ";", ",")


@dataclass(frozen=True, slots=True)
class Promise:
    """The person's own words, and the page that they stand on."""

    words: Said
    page: Mention


def promise_on(page: Note) -> Promise | None:
    """What was written after the prompt, outside the blocks; None where nothing was."""
    place = promise_place(page)
    if place is None:
        return None
    block = min((b.span.start for b in page.blocks if b.span.start >= place), default=page.body.end)
    rest = page.source.cut(Span(place, block))
    ends = _ENDS.search(rest)
    words = _in_a_line(rest[: ends.start() if ends else len(rest)])
    return Promise(Said(words), page_link(page.path)) if words else None


def _in_a_line(answer: str) -> str:
    """An answer without its line breaks; of a list, the items one after the other."""
    items = [words for item in _BULLET.split(answer) if (words := " ".join(item.split()))]
    ended = [item if item.endswith(_STOPS) else f"{item};" for item in items[:-1]]
    return " ".join([*ended, *items[-1:]])


def promise_place(page: Note) -> int | None:
    """Where the person's answer to the prompt begins; None where the prompt is gone or stands in a block."""
    for asked in _ASKED.finditer(page.source.text, page.body.start):
        if not any(block.span.start <= asked.start() < block.span.end for block in page.blocks):
            return asked.end()
    return None
