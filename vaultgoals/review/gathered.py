"""What the person wrote on review pages: decisions and reflections, as quotes for the pages above them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from vaultgoals.core.goal import Goal
from vaultgoals.core.links import folded
from vaultgoals.core.memo import remembered
from vaultgoals.core.note import Note
from vaultgoals.core.period import YEARS, Calendar, Period
from vaultgoals.core.source import Span
from vaultgoals.core.vault import Vault
from vaultgoals.review.pages import review_pages
from vaultgoals.review.promise import in_a_line, is_prompt, promise_on, promise_span
from vaultgoals.review.text import Mention, Said, unlinked

QUOTED = 2
"""How many reflections a page quotes, unless it asks for more."""

LONGEST = 280
"""How many characters of a reflection are quoted."""

_HIDDEN = re.compile(
    r"^ {0,3}(`{3,}|~{3,}).*?(?:^ {0,3}\1|\Z)|<!--.*?(?:-->|\Z)|%%.*?%%", re.DOTALL | re.MULTILINE
)
_DECISION = re.compile(
    r"^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)?[*_]*decision[*_]*::?[*_]*(?P<words>[^\r\n]*)",
    re.IGNORECASE | re.MULTILINE,
)
_HEADING = re.compile(r"^#{1,6} .*$", re.MULTILINE)
_APART = re.compile(r"\n\s*\n|\n(?=[ \t>]*(?:[-*+]|\d+[.)])[ \t])")
_STRESS = re.compile(r"\*\*|__|==")
_WORD = re.compile(r"\w")
_NOWHERE = Span(0, 0)
_DARK = re.compile(r"[^\r\n]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words of the person, the note that they stand in, and the period that it is about, None for a goal's.

    `goals` are the paths of the goals that the words link to.
    """

    words: Said
    page: Mention
    period: Period | None = None
    goals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """What was decided and what was thought about on the pages below one, oldest first."""

    decisions: tuple[Quote, ...] = ()
    reflections: tuple[Quote, ...] = ()


def gathered(vault: Vault, period: Period, *, quoted: int = QUOTED) -> Gathered:
    """What the review pages of shorter periods say whose last day lies in a period.

    Decisions are lines that begin with “Decision:”, all of them. Of each page at most one reflection is
    quoted: the paragraph under “Reflection” with the most words, or else what was promised there. Of these
    the `quoted` ones that look back furthest, of equals the latest.
    """
    below = [(page, of) for page, of in _pages(vault) if of.last in period and of.days < period.days]
    decisions = (quote for page, of in below for quote in _decisions_on(vault, page, of))
    thoughts = [quote for page, of in below if (quote := _reflection_on(vault, page, of))]
    furthest = sorted(dict.fromkeys(thoughts), key=_reach, reverse=True)[:quoted]
    return Gathered(
        decisions=tuple(dict.fromkeys(decisions)), reflections=tuple(sorted(furthest, key=_last_day))
    )


def decisions_about(vault: Vault, goal: Goal) -> tuple[Quote, ...]:
    """The decisions on review pages that link to a goal or name it, oldest first; then those in its note."""
    told = (quote for page, of in _pages(vault) for quote in _decisions_on(vault, page, of))
    about = (quote for quote in told if goal.path in quote.goals or _names(quote, goal))
    return tuple(dict.fromkeys((*about, *_decisions(vault, goal.note, None))))


@remembered
def _pages(vault: Vault) -> tuple[tuple[str, Period], ...]:
    """The review pages and the periods that they are about, in the order in which these end."""
    found = [(page, of) for page in review_pages(vault) if (of := _period_on(vault, page))]
    return tuple(sorted(found, key=lambda one: (one[1].last, one[1].days, one[0])))


@remembered
def _period_on(vault: Vault, page: str) -> Period | None:
    prop = vault.notes[page].property("period")
    period = Calendar(week=vault.config.week).read(str(prop.value.plain)) if prop else None
    return period if period and period.start.year in YEARS else None


def _last_day(quote: Quote) -> tuple[date, int]:
    assert quote.period  # what is gathered stands on pages about periods
    return quote.period.last, quote.period.days


def _reach(quote: Quote) -> tuple[int, date]:
    last, days = _last_day(quote)
    return days, last


@remembered
def _decisions_on(vault: Vault, path: str, period: Period) -> tuple[Quote, ...]:
    return tuple(_decisions(vault, vault.notes[path], period))


@remembered
def _reflection_on(vault: Vault, path: str, period: Period) -> Quote | None:
    return _reflection(vault, vault.notes[path], period)


def _decisions(vault: Vault, note: Note, period: Period | None) -> Iterator[Quote]:
    """The lines of a note that begin with “Decision:”, outside of blocks, code and comments."""
    for line in _DECISION.finditer(_open_text(note)):
        words = _plain(line["words"])
        if words:
            yield _quote(vault, note, period, words, Span(*line.span()))


def _reflection(vault: Vault, page: Note, period: Period) -> Quote | None:
    """The paragraph under “Reflection” that has the most words, or else what was promised on the page."""
    paragraphs = [words for span in _rooms(page) for words in _paragraphs(page, span)]
    promise = promise_on(page)
    if not paragraphs and promise:
        paragraphs = [_plain(promise.words.words)]
    longest = max(paragraphs, key=lambda words: len(words.split()), default="")
    return _quote(vault, page, period, _shortened(longest)) if longest else None


def _rooms(page: Note) -> Iterator[Span]:
    """The sections under “Reflection”, each up to the next heading of its level."""
    for place, heading in enumerate(page.headings):
        if folded(heading.text.strip(" *_:")) == "reflection":
            following = (h.span.start for h in page.headings[place + 1 :] if h.level <= heading.level)
            yield Span(heading.span.end, next(following, len(page.source.text)))


def _paragraphs(page: Note, room: Span) -> Iterator[str]:
    """What the person wrote in a section but for decisions and the promise: paragraphs and list items."""
    promised = promise_span(page)
    open_text = _blanked(_open_text(page), [promised] if promised else [])
    written = _DECISION.sub("", open_text[room.start : room.end].replace("\r\n", "\n"))
    for paragraph in _APART.split(_HEADING.sub("\n\n", written)):
        words = _plain(in_a_line(paragraph))
        if _WORD.search(words) and not is_prompt(words):
            yield words


def _open_text(note: Note) -> str:
    """A note's text, each character in its place, with all that is not the person's open word blanked out."""
    before = [Span(0, note.body.start), *note.generated]
    text = _blanked(note.source.text, before)
    return _blanked(text, [Span(*hidden.span()) for hidden in _HIDDEN.finditer(text)])


def _blanked(text: str, spans: Iterable[Span]) -> str:
    """A text with blanks in the place of some spans, which are in order and apart; newlines stay."""
    pieces, at = [], 0
    for span in spans:
        pieces += [text[at : span.start], _DARK.sub(_blank, text[span.start : span.end])]
        at = span.end
    return "".join([*pieces, text[at:]])


def _blank(words: re.Match[str]) -> str:
    return " " * len(words[0])


def _plain(words: str) -> str:
    """Words as they are read: links by what they show, nothing stressed."""
    return " ".join(_STRESS.sub("", unlinked(words)).split()).strip("*_ ")


def _shortened(words: str) -> str:
    """The first so many characters, up to the end of a word where there is one."""
    first = words[:LONGEST]
    return words if words == first else (first.rpartition(" ")[0] or first).rstrip(" ,;:") + " …"


def _quote(vault: Vault, note: Note, period: Period | None, words: str, place: Span = _NOWHERE) -> Quote:
    links = (link for link in note.links if place.start <= link.span.start < place.end)
    goals = (goal.path for link in links if (goal := vault.goal_at(link, note.path)))
    page = Mention(note.path, vault.names.shortest(note.path), note.title)
    return Quote(words=Said(words), page=page, period=period, goals=tuple(dict.fromkeys(goals)))


def _names(quote: Quote, goal: Goal) -> bool:
    """Whether a goal's title or one of its aliases stands among the words."""
    said = folded(quote.words.words)
    names = (re.escape(folded(name)) for name in (goal.title, *goal.aliases) if name.strip())
    return any(re.search(rf"(?<!\w){name}(?!\w)", said) for name in names)
