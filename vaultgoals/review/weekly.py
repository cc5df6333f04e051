"""The weekly page as a value: what a week says, and what to do next, with every number already worked out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from vaultgoals.core.finding import Finding, Severity
from vaultgoals.core.goal import Kind, Status
from vaultgoals.core.health import Health
from vaultgoals.core.keeping import keep_between
from vaultgoals.core.kept import KeptState
from vaultgoals.core.period import Calendar, Period
from vaultgoals.core.progress import measure
from vaultgoals.core.scorecard import Scorecard, Standing
from vaultgoals.core.show import show_range
from vaultgoals.core.vault import Vault
from vaultgoals.review.log import LogLine, log_lines
from vaultgoals.review.outcome import OutcomeSection, Row, by_need, figures_row, outcome_section
from vaultgoals.review.pages import goal_link, page_link, page_path
from vaultgoals.review.promise import Promise, promise_on
from vaultgoals.review.scale import Scale, amount
from vaultgoals.review.steps import Step, next_steps, quotas_left
from vaultgoals.review.strip import Strip, strip_of
from vaultgoals.review.text import Mention, Name, Strong, Text, text

IN_FULL = 3
"""How many outcomes get a section of their own; the others share a table."""

QUESTIONS = 2

_SHOWN = frozenset({Status.ACTIVE, Status.PAUSED})
_WELL = frozenset({Health.ON_TRACK, Health.ACHIEVED})


@dataclass(frozen=True, slots=True, kw_only=True)
class WeeklyReview:
    """All that a weekly page shows, as of the end of `min(today, its last day)`.

    `headline` is its first sentence, `asides` follow it. `steps` and `quotas` are what to do while the
    week is open; `done` and `moved` are what happened once it is closed. `others` are the outcomes
    without a section.
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
    quotas: tuple[Text, ...]
    done: tuple[Text, ...]
    moved: tuple[Text, ...]
    sections: tuple[OutcomeSection, ...]
    others: tuple[OutcomeSection, ...]
    strips: tuple[Strip, ...]
    rows: tuple[Row, ...]
    bounds: tuple[Text, ...]
    log_title: str
    log: tuple[LogLine, ...]
    tidy: tuple[Text, ...]
    questions: tuple[str, ...]
    previous: Mention | None
    following: Mention | None


def build_weekly(
    vault: Vault, week: Period, *, today: date, findings: Sequence[Finding], pages: frozenset[str]
) -> WeeklyReview:
    """The weekly page of a period; `pages` are the paths of all weekly pages once this run is over."""
    asof = min(today, week.last)
    card = Scorecard.of(vault, asof=asof, today=today)
    outcomes = by_need(_shown(card, Kind.OUTCOME))
    processes = _shown(card, Kind.PROCESS)
    sections = tuple(outcome_section(card, standing) for standing in outcomes)
    is_open = today <= week.last
    before, after = _neighbour(vault, week, -1), _neighbour(vault, week, 7)
    logged = log_lines(vault, week, asof)
    log_week = week if logged or not is_open else before
    return WeeklyReview(
        period=week,
        title=f"Week {int(week.label[-2:])} · {show_range(week)}",
        is_open=is_open,
        sealed=(today - week.last).days > vault.config.seal_after,
        on_track=sum(s.progress is not None and s.progress.health in _WELL for s in outcomes),
        outcomes=len(outcomes),
        adherence=_adherence(processes),
        headline=_headline(card, sections),
        asides=tuple(section.headline for section in sections[1:IN_FULL]),
        promise=_promise(vault, before),
        steps=next_steps(card, outcomes, week) if is_open else (),
        quotas=quotas_left(card, processes, week) if is_open else (),
        done=() if is_open else tuple(line for s in processes if (line := _done(card, s, week))),
        moved=() if is_open else tuple(_moved(vault, s, week) for s in outcomes),
        sections=sections[:IN_FULL],
        others=sections[IN_FULL:],
        strips=tuple(strip for s in processes if (strip := strip_of(s))),
        rows=tuple(figures_row(vault, standing) for standing in outcomes),
        bounds=tuple(_bound(s) for s in _shown(card, Kind.GUARDRAIL)),
        log_title=f"Check-ins of week {int(log_week.label[-2:])}",
        log=logged or log_lines(vault, log_week, asof),
        tidy=tuple(_tidy(vault, finding) for finding in findings if finding.severity is not Severity.INFO),
        questions=tuple(section.question for section in sections if section.question)[:QUESTIONS],
        previous=_page(vault, before, pages),
        following=_page(vault, after, pages),
    )


def _shown(card: Scorecard, kind: Kind) -> list[Standing]:
    return [s for s in card.standings.values() if s.goal.kind is kind and s.goal.status in _SHOWN]


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


def _headline(card: Scorecard, sections: Sequence[OutcomeSection]) -> Text:
    if sections:
        first = sections[0]
        return text(first.headline, f" {first.advice}" if first.advice else "")
    if card.vault.goals:
        return text("No outcome is active. What do you want from all this?")
    return text("No goals yet. Write down one thing you want, and one thing you will repeat to get there.")


def _done(card: Scorecard, standing: Standing, week: Period) -> Text:
    """What was done in a closed week: `Calls 8 of 10`."""
    goal = standing.goal
    periods = [
        kept
        for kept in keep_between(
            standing.history,
            week.start,
            week.last,
            asof=card.asof,
            today=card.today,
            config=card.vault.config,
        )
        if kept.state not in (KeptState.PAUSED, KeptState.EVENTLESS)
    ]
    if not periods:
        return ()
    skip = next((kept.skip for kept in periods if kept.state is KeptState.SKIPPED), None)
    if len(periods) == 1 and skip is not None:
        return text(Name(goal.title), " skipped: " if skip else " skipped", Name(skip))
    if all(kept.state is KeptState.UNLOGGED for kept in periods):
        return text(Name(goal.title), " not logged")
    if len(periods) > 1:
        return text(Name(goal.title), f" on {sum(kept.met for kept in periods)} of {len(periods)} days")
    limit = "at most " if goal.cadence and goal.cadence.at_most else ""
    kept = periods[0]
    return text(
        Name(goal.title), f" {amount(goal, kept.done, bare=True)} of {limit}{amount(goal, kept.quota)}"
    )


def _moved(vault: Vault, standing: Standing, week: Period) -> Text:
    """What an outcome's number did in a closed week."""
    goal = standing.goal
    read = [c.value for c in standing.history.checkins if c.on in week and c.value is not None]
    progress = standing.progress
    if not read or progress is None or progress.current is None:
        return text(goal_link(vault, goal), " no reading")
    scale = Scale.of(standing.history)
    earlier = measure(standing.history, asof=week.start - timedelta(days=1), config=vault.config)
    if earlier.current is None:
        return text(goal_link(vault, goal), f" {scale.say(progress.current)}")
    if earlier.current == progress.current:
        return text(goal_link(vault, goal), f" unchanged at {scale.say(progress.current)}")
    return text(goal_link(vault, goal), f" {scale.bare(earlier.current)} → {scale.say(progress.current)}")


def _bound(standing: Standing) -> Text:
    """How a guardrail stands: `Refunds 1.2 %, limit 2 %: holds.`"""
    goal, progress = standing.goal, standing.progress
    if progress is None or progress.current is None:
        return text(Name(goal.title), ": not measured.")
    scale = Scale.of(standing.history)
    bounds = [f"at least {scale.say(goal.minimum)}"] if goal.minimum is not None else []
    bounds += [f"at most {scale.say(goal.maximum)}"] if goal.maximum is not None else []
    holds = Strong("broken") if progress.broken else "holds"
    return text(Name(goal.title), f" {scale.say(progress.current)}, {' and '.join(bounds)}: ", holds, ".")


def _tidy(vault: Vault, finding: Finding) -> Text:
    """A finding as a line with a link to its note."""
    note = vault.notes[finding.path]
    return text(
        Mention(finding.path, vault.names.shortest(finding.path), note.title),
        f", line {note.source.position(finding.span.start).line}: ",
        Name(finding.message),
    )
