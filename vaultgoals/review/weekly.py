"""The weekly page as a value: what a week says, and what to do next, with every number already worked out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from vaultgoals.core.finding import Finding, Severity
from vaultgoals.core.goal import Kind, Status
from vaultgoals.core.health import Health
from vaultgoals.core.period import Calendar, Period
from vaultgoals.core.scorecard import Scorecard, Standing
from vaultgoals.core.show import WEEKDAYS, show_range
from vaultgoals.core.vault import Vault
from vaultgoals.review.figures import Figures, figures_of
from vaultgoals.review.happened import what_happened, what_moved
from vaultgoals.review.headline import asides, headline, questions
from vaultgoals.review.log import LogLine, log_lines
from vaultgoals.review.outcome import IN_FULL, OutcomeSection, by_need, outcome_section
from vaultgoals.review.pages import is_past, page_link, page_path
from vaultgoals.review.promise import Promise, promise_on
from vaultgoals.review.quotas import quotas_left
from vaultgoals.review.steps import Step, next_steps
from vaultgoals.review.strip import Strip, strip_of
from vaultgoals.review.text import Mention, Name, Text, text

IN_A_LINE = 8
"""How many process goals or outcomes are named in one line; the others are folded."""

_SHOWN = frozenset({Status.ACTIVE, Status.PAUSED})
_WELL = frozenset({Health.ON_TRACK, Health.ACHIEVED})

# What the page says in its own words: an outcome without a process goal, a reading that is overdue.
_SAID = frozenset({"VG401", "VG504"})


@dataclass(frozen=True, slots=True)
class Listing:
    """Things in a line, and those that are too many for it."""

    shown: tuple[Text, ...] = ()
    folded: tuple[Text, ...] = ()

    @classmethod
    def of(cls, items: Sequence[Text]) -> "Listing":
        """A listing of what is not empty."""
        told = tuple(item for item in items if item)
        return cls(told[:IN_A_LINE], told[IN_A_LINE:])


@dataclass(frozen=True, slots=True, kw_only=True)
class WeeklyReview:
    """All that a weekly page shows, as of the end of `min(today, its last day)`.

    `headline` is its first sentence, `asides` follow it. `steps` and `quotas` are what to do while the
    week is open, `ends_on` its last weekday; `done` and `moved` are what happened once it is closed. `others`
    are the outcomes without a section; `strips` belong to the sections.
    """

    period: Period
    title: str
    is_open: bool
    sealed: bool
    on_track: int
    outcomes: int
    adherence: Fraction | None
    headline: Text
    asides: tuple[Text, ...]
    promise: Promise | None
    steps: tuple[Step, ...]
    ends_on: str
    quotas: Listing
    done: Listing
    moved: Listing
    sections: tuple[OutcomeSection, ...]
    others: tuple[OutcomeSection, ...]
    strips: tuple[Strip, ...]
    figures: Figures
    log_title: str
    log: tuple[LogLine, ...]
    tidy: tuple[Text, ...]
    questions: tuple[Text, ...]
    previous: Mention | None
    following: Mention | None


def build_weekly(
    vault: Vault, week: Period, *, today: date, findings: Sequence[Finding], pages: frozenset[str]
) -> WeeklyReview:
    """The weekly page of a period; `pages` are the paths of all weekly pages once this run is over."""
    asof = min(today, week.last)
    card = Scorecard.of(vault, asof=asof, today=today)
    outcomes = by_need(card, _shown(card, Kind.OUTCOME))
    active = _active(outcomes)
    processes = _by_outcome(_shown(card, Kind.PROCESS), outcomes)
    sections = tuple(outcome_section(card, standing) for standing in outcomes)
    is_open = today <= week.last
    before, after = _neighbour(vault, week, -1), _neighbour(vault, week, 7)
    logged = log_lines(vault, week, asof)
    log_week = week if logged or not is_open else before
    pressing = {section.goal.path for section in sections[:IN_FULL] if not section.calm}
    strips = [(strip, pressing.isdisjoint(s.outcomes)) for s in processes if (strip := strip_of(s))]
    return WeeklyReview(
        period=week,
        title=f"Week {int(week.label[-2:])} · {show_range(week)}",
        is_open=is_open,
        sealed=is_past(vault.config, week, today),
        on_track=sum(health in _WELL for health in active),
        outcomes=len(active),
        adherence=_adherence(processes),
        headline=headline(vault, sections),
        asides=asides(vault, sections[:IN_FULL]),
        promise=_promise(vault, before),
        steps=next_steps(card, outcomes, week) if is_open else (),
        ends_on=WEEKDAYS[week.last.weekday()],
        quotas=Listing.of(quotas_left(card, processes, week)) if is_open else Listing(),
        done=Listing() if is_open else Listing.of([what_happened(card, s, week) for s in processes]),
        moved=Listing() if is_open else Listing.of([what_moved(card, s, week) for s in outcomes]),
        sections=sections[:IN_FULL],
        others=sections[IN_FULL:],
        strips=tuple(strip for strip, folded in strips if not folded),
        figures=figures_of(card, outcomes, tuple(strip for strip, folded in strips if folded)),
        log_title=f"Check-ins of week {int(log_week.label[-2:])}",
        log=logged or log_lines(vault, log_week, asof),
        tidy=tuple(_tidy(vault, finding) for finding in findings if _is_to_tidy(finding)),
        questions=questions(sections),
        previous=_page(vault, before, pages),
        following=_page(vault, after, pages),
    )


def _shown(card: Scorecard, kind: Kind) -> list[Standing]:
    return [s for s in card.standings.values() if s.goal.kind is kind and s.goal.status in _SHOWN]


def _active(outcomes: Sequence[Standing]) -> list[Health | None]:
    """How the outcomes do that are not paused, by their status or for these days."""
    active = [standing for standing in outcomes if standing.goal.status is Status.ACTIVE]
    healths = [standing.progress.health if standing.progress else None for standing in active]
    return [health for health in healths if health is not Health.PAUSED]


def _by_outcome(processes: Sequence[Standing], outcomes: Sequence[Standing]) -> list[Standing]:
    """Process goals in the order of the outcomes that they lead to; those that lead to none come last."""
    rank = {standing.goal.path: place for place, standing in enumerate(outcomes)}
    last = len(rank)
    return sorted(processes, key=lambda s: min((rank.get(path, last) for path in s.outcomes), default=last))


def _neighbour(vault: Vault, week: Period, days: int) -> Period:
    return Calendar(week=vault.config.week).week_of(week.start + timedelta(days=days))


def _page(vault: Vault, week: Period, pages: frozenset[str]) -> Mention | None:
    path = page_path(vault.config, week)
    return page_link(path) if path and path in pages else None


def _promise(vault: Vault, before: Period) -> Promise | None:
    page = vault.notes.get(page_path(vault.config, before) or "")
    return promise_on(page) if page and vault.kinds.get(page.path) is Kind.REVIEW else None


def _adherence(processes: Sequence[Standing]) -> Fraction | None:
    """The mean attainment of the process goals over the last closed periods of each."""
    shares = [s.keeping.adherence.attainment for s in processes if s.keeping]
    known = [share for share in shares if share is not None]
    return sum(known, Fraction(0)) / len(known) if known else None


def _is_to_tidy(finding: Finding) -> bool:
    return finding.severity is not Severity.INFO and finding.code not in _SAID


def _tidy(vault: Vault, finding: Finding) -> Text:
    """A finding as a line with a link to its note; its code marks would only be in the way here."""
    note = vault.notes[finding.path]
    return text(
        Mention(finding.path, vault.names.shortest(finding.path), note.title),
        f", line {note.source.position(finding.span.start).line}: ",
        Name(finding.message.replace("`", "")),
    )
