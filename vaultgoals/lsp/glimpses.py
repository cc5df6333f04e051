"""What an editor shows of a goal without being asked: a line above its note, a word behind its cadence."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from vaultgoals.core.goal import Kind, Status
from vaultgoals.core.property_finder import PropertyFinder
from vaultgoals.core.scorecard import Scorecard
from vaultgoals.core.source import Span
from vaultgoals.core.vault import Vault
from vaultgoals.lsp.meant import title_span
from vaultgoals.review.marks import mark_of
from vaultgoals.review.quotas import asked_on
from vaultgoals.review.standing_line import judged, standing_words
from vaultgoals.review.text import plain

_UNMARKED = frozenset({Kind.PROCESS, Kind.LEVER})


@dataclass(frozen=True, slots=True, kw_only=True)
class Glimpse:
    """A few words about what stands at `span`; `more` is what they mean."""

    span: Span
    words: str
    more: str = ""


def lens(vault: Vault, path: str, *, today: date) -> Glimpse | None:
    """How the goal that a note is stands today; None for other notes, and for drafts."""
    goal = vault.goals.get(path)
    if goal is None or goal.status is Status.DRAFT:
        return None
    card = Scorecard.of(vault, asof=today, today=today)
    standing = card.standings[path]
    words = plain(standing_words(card, standing, in_full=True))
    mark = "" if goal.kind in _UNMARKED else f"{mark_of(judged(standing))} "
    return Glimpse(span=title_span(goal.note, vault.config), words=f"{mark}{words}") if words else None


def hints(vault: Vault, path: str, *, today: date) -> Iterator[Glimpse]:
    """Behind a process goal's `cadence` what is left of its quota: `4 today, 10 by Sunday`."""
    goal = vault.goals.get(path)
    if goal is None or goal.cadence is None:
        return
    prop = PropertyFinder(goal.note, goal.kind, vault.config).find("cadence")
    card = Scorecard.of(vault, asof=today, today=today)
    words = plain(asked_on(card, card.standings[path], today))
    if prop and words:
        yield Glimpse(span=prop.value.span, words=words, more="What this period still asks for")
