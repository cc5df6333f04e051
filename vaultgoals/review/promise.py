"""What a person promised themselves on the page of the period before."""

import re
from dataclasses import dataclass

from vaultgoals.core.goal import Kind
from vaultgoals.core.memo import remembered
from vaultgoals.core.note import Note
from vaultgoals.core.period import Period
from vaultgoals.core.source import Span
from vaultgoals.core.vault import Vault
from vaultgoals.review.pages import page_link, page_path
from vaultgoals.review.text import Mention, Said

PROMPT = "One thing I will do differently this week:"
PROMPTS = (
    PROMPT,
    "One thing I will stop this month:",
    "One thing I will do differently next quarter:",
    "One thing I will do differently next year:",
)
"""The lines that the person's room on a weekly, monthly, quarterly and yearly page begins with."""

_ASKED = re.compile(rf"^[*_]*(?:{'|'.join(map(re.escape, PROMPTS))})[*_]*", re.IGNORECASE | re.MULTILINE)
_ENDS = re.compile(r"^(?:#{1,6} |<!--|---\s*$|(?:[-*+] +)?[*_]*Decision:|←|[ \t]*\r?$)", re.MULTILINE)
_BULLET = re.compile(r"^[ \t]*(?:>[ \t]*)*(?:[-*+]|\d+[.)])[ \t]+(?:\[.\][ \t]+)?", re.MULTILINE)

_STOPS = (".", "!", "?", "…", ":", ";", ",")


@dataclass(frozen=True, slots=True)
class Promise:
    """The person's own words, and the page that they stand on."""

    words: Said
    page: Mention


def promise_on(page: Note) -> Promise | None:
    """What was written after the prompt, outside the blocks; None where nothing was."""
    span = promise_span(page)
    words = in_a_line(page.source.cut(span)) if span else ""
    return Promise(Said(words), page_link(page.path)) if words else None


@remembered
def promise_for(vault: Vault, period: Period) -> Promise | None:
    """What was promised on the page about a period, None where there is no such page or no promise."""
    page = vault.notes.get(page_path(vault, period) or "")
    return promise_on(page) if page and vault.kinds.get(page.path) is Kind.REVIEW else None


def promise_span(page: Note) -> Span | None:
    """Where the person's answer to the prompt stands; None where the prompt is gone or stands in a block.

    That is the paragraph that begins on the prompt's line, or else the next one.
    """
    place = promise_place(page)
    if place is None:
        return None
    block = min((b.span.start for b in page.blocks if b.span.start >= place), default=page.body.end)
    room = page.source.cut(Span(place, block))
    ends = _ENDS.search(room, len(room) - len(room.lstrip()))
    return Span(place, place + ends.start() if ends else block)


def in_a_line(answer: str) -> str:
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


def is_prompt(words: str) -> bool:
    """Whether words are one of the prompts, with nothing after it."""
    return _ASKED.fullmatch(words) is not None
