"""Gathered words of the person as lines of a page, each with a link to where it was written."""

from collections.abc import Iterable
from dataclasses import dataclass

from vaultgoals.review.gathered import Gathered, Quote
from vaultgoals.review.listing import Listing
from vaultgoals.review.text import Text, text


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotes:
    """The block `gathered`: decisions, those that are too many folded, and what was thought about."""

    decisions: Listing
    reflections: tuple[Text, ...]


def quotes_of(found: Gathered) -> Quotes:
    """What was gathered from the pages below one, oldest first."""
    return Quotes(decisions=Listing.of(_lines(found.decisions)), reflections=_lines(found.reflections))


def _lines(quotes: Iterable[Quote]) -> tuple[Text, ...]:
    return tuple(text(quote.words, " (", quote.page, ")") for quote in quotes)
