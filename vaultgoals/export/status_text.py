"""The scorecard as tables: outcomes by objective, what is measured beside them, and what is done for them."""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from vaultgoals.core.diagnosis import Diagnosis
from vaultgoals.core.goal import Kind, Status
from vaultgoals.core.health import Health
from vaultgoals.core.progress import Progress
from vaultgoals.core.rollup import lever_score
from vaultgoals.core.scorecard import Scorecard, Standing
from vaultgoals.core.show import show_day, show_number
from vaultgoals.core.value import course_of
from vaultgoals.export.excerpt import visible
from vaultgoals.export.sparkline import sparkline
from vaultgoals.export.table import Group, Row, Table
from vaultgoals.review.marks import health_of, mark_of
from vaultgoals.review.outcome import by_need
from vaultgoals.review.phrases import counted
from vaultgoals.review.resting import resting
from vaultgoals.review.scale import Scale, amount
from vaultgoals.review.standing_line import judged, limits, standing_line
from vaultgoals.review.strip import strip_of
from vaultgoals.review.text import plain
from vaultgoals.review.words import verdict_on

_LIVE = frozenset({Status.ACTIVE, Status.PAUSED})
_METRICS = (Kind.INDICATOR, Kind.OUTPUT, Kind.GUARDRAIL)

BARS = 8
"""How many of the last days with a reading are drawn."""

NONE = "–"


def status_tables(card: Scorecard) -> list[Table]:
    """The goals that are active or paused, by what is shown of their kind."""
    live = [standing for standing in card.standings.values() if standing.goal.status in _LIVE]
    tables = (_outcomes(card, live), _metrics(card, live), _processes(live), _levers(live))
    return [table for table in tables if any(group.title or group.rows for group in table.groups)]


def _outcomes(card: Scorecard, live: Iterable[Standing]) -> Table:
    outcomes = by_need(card, (s for s in live if s.goal.kind is Kind.OUTCOME))
    return Table(
        title="Outcomes",
        columns=("", "Outcome", "Now", "Lately", _window(outcomes), "Plan", "Target", "Due"),
        groups=tuple(_by_objective(card, outcomes, live)),
        spare=("Due", _window(outcomes), "Lately", "Plan"),
    )


def _window(outcomes: Iterable[Standing]) -> str:
    """How long the time is that a change is shown of, where that is the same for all."""
    weeks = {standing.diagnosis.window.days // 7 for standing in outcomes if standing.diagnosis}
    return f"{counted(weeks.pop(), 'week')}" if len(weeks) == 1 else "Change"


def _by_objective(card: Scorecard, outcomes: Iterable[Standing], live: Iterable[Standing]) -> Iterator[Group]:
    """The outcomes of each objective, that which needs the person most first; the others come last."""
    grouped: dict[str, list[Row]] = {}
    for standing in outcomes:
        path = card.vault.objective_of(standing.goal) or ""
        grouped.setdefault(path, []).append(_outcome_row(card, standing))
    alone = grouped.pop("", [])
    bare = (s.goal.path for s in live if s.goal.kind is Kind.OBJECTIVE and s.goal.path not in grouped)
    for path, rows in (grouped | {path: [] for path in bare}).items():
        yield Group(title=visible(plain(standing_line(card, card.standings[path]))), rows=tuple(rows))
    if alone:
        yield Group(title="Other outcomes" if grouped else "", rows=tuple(alone))


def _outcome_row(card: Scorecard, standing: Standing) -> Row:
    goal, progress, scale = standing.goal, standing.progress, Scale.of(standing.history)
    health = health_of(standing)
    cells = (
        _now(scale, progress),
        bars_of(card, standing),
        _change(standing.diagnosis, scale),
        _bare(scale, progress.expected if progress else None),
        _bare(scale, goal.target),
        show_day(goal.due, card.asof.year) if goal.due else NONE,
    )
    unread = "Not measured yet." if health is Health.NOT_MEASURED else ""
    note = " ".join(filter(None, (unread, _meaning(card, standing), confidence_of(card, standing))))
    return _row(mark_of(health), goal.title, *cells, health=health, note=note)


def _row(*cells: str, health: Health | None, note: str = "") -> Row:
    """A row in which nothing acts on a terminal: units are a person's words too."""
    return Row(cells=tuple(map(visible, cells)), health=health, note=visible(note))


def _meaning(card: Scorecard, standing: Standing) -> str:
    """The verdict and what follows; of an outcome that has none why, and what there is to decide."""
    rest, verdict = resting(standing, card.asof), verdict_on(card, standing)
    if rest:
        return f"{rest.why} Decide {rest.decide}." if rest.decide else rest.why
    return f"{verdict.title} {verdict.advice}".rstrip() if verdict else ""


def _now(scale: Scale, progress: Progress | None) -> str:
    """A metric's value; a baseline that nobody has measured anything against is none."""
    return _said(scale, progress.current if progress and progress.measured else None)


def _said(scale: Scale, value: Fraction | None) -> str:
    return NONE if value is None else scale.say(value)


def _bare(scale: Scale, value: Fraction | None) -> str:
    return NONE if value is None else scale.bare(value)


def _change(diagnosis: Diagnosis | None, scale: Scale) -> str:
    """What the last weeks brought, without its unit: `+0.1`; nothing where nothing was read."""
    movement = diagnosis.movement if diagnosis else None
    if movement is None or not movement.read or movement.before is None or movement.after is None:
        return NONE
    return scale.change(movement.after - movement.before).partition(" ")[0]


def confidence_of(card: Scorecard, standing: Standing) -> str:
    """How sure somebody was at last: `Confidence 4 of 10, said on 18 Nov.`; empty where nobody said."""
    progress = standing.progress
    if progress is None or progress.confidence is None or progress.confidence_on is None:
        return ""
    day = show_day(progress.confidence_on, card.asof.year)
    return f"Confidence {show_number(progress.confidence * 10)} of 10, said on {day}."


def bars_of(card: Scorecard, standing: Standing) -> str:
    """The values of the last days with a reading, drawn between those and where a metric begins and is to
    be.
    """
    goal, course = standing.goal, course_of(standing.history, card.asof)
    values = course.values[-BARS:]
    if len(values) < 2:
        return NONE
    ends = [course.baseline, goal.target, goal.minimum, goal.maximum]
    known = [*values, *(end for end in ends if end is not None)]
    return sparkline(values, low=min(known), high=max(known))


def _metrics(card: Scorecard, live: Iterable[Standing]) -> Table:
    metrics = [s for s in live if s.goal.kind in _METRICS and s.progress]
    return Table(
        title="Indicators, outputs, guardrails",
        columns=("", "Metric", "Kind", "Now", "Lately", "Plan or limit"),
        groups=(Group(title="", rows=tuple(_metric_row(card, standing) for standing in metrics)),),
        spare=("Lately", "Kind"),
    )


def _metric_row(card: Scorecard, standing: Standing) -> Row:
    goal, progress, scale = standing.goal, standing.progress, Scale.of(standing.history)
    bounds = limits(goal, scale) or _said(scale, progress.expected if progress else None)
    cells = (goal.kind.value, _now(scale, progress), bars_of(card, standing), bounds)
    health = judged(standing)
    return _row(mark_of(health), goal.title, *cells, health=health)


def _processes(live: Iterable[Standing]) -> Table:
    processes = tuple(_process_row(s) for s in live if s.goal.kind is Kind.PROCESS)
    return Table(
        title="Process goals",
        columns=("", "Process goal", "This period", "In a row", "Lately"),
        groups=(Group(title="", rows=processes),),
        spare=("In a row", "Lately"),
    )


def _process_row(standing: Standing) -> Row:
    goal, keeping, strip = standing.goal, standing.keeping, strip_of(standing)
    current, health = keeping.current if keeping else None, health_of(standing)
    limit = "at most " if goal.cadence and goal.cadence.at_most else ""
    done = (
        f"{amount(goal, current.done, bare=True)} of {limit}{amount(goal, current.quota)}"
        if current
        else NONE
    )
    cells = (
        done,
        str(keeping.streak) if keeping and keeping.streak else NONE,
        strip.marks if strip else NONE,
    )
    return _row(mark_of(health), goal.title, *cells, health=health)


def _levers(live: Sequence[Standing]) -> Table:
    return Table(
        title="Levers",
        columns=("", "Lever", "Score", "Due"),
        groups=(Group(title="", rows=tuple(_lever_row(s) for s in live if s.goal.kind is Kind.LEVER)),),
    )


def _lever_row(standing: Standing) -> Row:
    goal, score = standing.goal, lever_score(standing.goal)
    cells = (
        NONE if score is None else show_number(round(score, 2)),
        show_day(goal.due) if goal.due else NONE,
    )
    return _row(mark_of(None), goal.title, *cells, health=None)
