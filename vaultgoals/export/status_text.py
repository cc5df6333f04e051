"""The scorecard as tables: outcomes with what they mean, process goals with this period's work."""

from collections.abc import Iterable
from dataclasses import dataclass

from vaultgoals.core.goal import Kind, Status
from vaultgoals.core.health import Health
from vaultgoals.core.rollup import lever_score
from vaultgoals.core.scorecard import Scorecard, Standing
from vaultgoals.core.show import show_day, show_number
from vaultgoals.review.marks import mark_of
from vaultgoals.review.outcome import by_need
from vaultgoals.review.scale import Scale, amount
from vaultgoals.review.strip import strip_of
from vaultgoals.review.words import verdict_on

_LIVE = frozenset({Status.ACTIVE, Status.PAUSED})
_METRICS = {Kind.INDICATOR: "indicator", Kind.OUTPUT: "output", Kind.GUARDRAIL: "guardrail"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table: its title, its columns, and rows of as many cells. `health` colours a row."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    healths: tuple[Health | None, ...]


def status_tables(card: Scorecard, paths: tuple[str, ...] = ()) -> list[Table]:
    """Goals that are active or paused, by what is shown of their kind; or only the goals at `paths`."""
    shown = [s for path, s in card.standings.items() if (path in paths if paths else s.goal.status in _LIVE)]
    tables = (_outcomes(card, shown), _metrics(shown), _processes(shown), _others(shown))
    return [table for table in tables if table.rows]


def _outcomes(card: Scorecard, standings: Iterable[Standing]) -> Table:
    outcomes = by_need(card, (s for s in standings if s.goal.kind is Kind.OUTCOME))
    return Table(
        title="Outcomes",
        columns=("", "Outcome", "Now", "Plan", "Target", "Due", "What it means"),
        rows=tuple(_outcome_row(card, standing) for standing in outcomes),
        healths=tuple(s.progress.health if s.progress else None for s in outcomes),
    )


def _outcome_row(card: Scorecard, standing: Standing) -> tuple[str, ...]:
    goal, progress, scale = standing.goal, standing.progress, Scale.of(standing.history)
    verdict = verdict_on(card, standing)
    known = (progress.current, progress.expected, goal.target) if progress else (None, None, goal.target)
    health = progress.health if progress else None
    return (
        mark_of(health),
        goal.title,
        *("–" if value is None else scale.say(value) for value in known),
        show_day(goal.due) if goal.due else "–",
        verdict.title if verdict else _resting(health),
    )


def _resting(health: Health | None) -> str:
    return health.replace("-", " ").capitalize() if health else "–"


def _metrics(standings: Iterable[Standing]) -> Table:
    metrics = [s for s in standings if s.goal.kind in _METRICS and s.progress]
    return Table(
        title="Indicators, outputs, guardrails",
        columns=("", "Metric", "Kind", "Now", "Plan or limit"),
        rows=tuple(_metric_row(standing) for standing in metrics),
        healths=tuple(_metric_health(s) for s in metrics),
    )


def _metric_health(standing: Standing) -> Health | None:
    progress = standing.progress
    if progress is None or standing.goal.kind is not Kind.GUARDRAIL:
        return progress.health if progress else None
    return Health.OFF_TRACK if progress.broken else Health.ON_TRACK if progress.measured else None


def _metric_row(standing: Standing) -> tuple[str, ...]:
    goal, progress, scale = standing.goal, standing.progress, Scale.of(standing.history)
    health = _metric_health(standing)
    bounds = [f"at least {scale.say(goal.minimum)}"] if goal.minimum is not None else []
    bounds += [f"at most {scale.say(goal.maximum)}"] if goal.maximum is not None else []
    plan = scale.say(progress.expected) if progress and progress.expected is not None else "–"
    return (
        mark_of(health),
        goal.title,
        _METRICS[goal.kind],
        scale.say(progress.current) if progress and progress.current is not None else "–",
        ", ".join(bounds) or plan,
    )


def _processes(standings: Iterable[Standing]) -> Table:
    processes = [s for s in standings if s.goal.kind is Kind.PROCESS]
    return Table(
        title="Process goals",
        columns=("", "Process goal", "This period", "Streak", "Lately"),
        rows=tuple(_process_row(standing) for standing in processes),
        healths=tuple(s.keeping.health if s.keeping else None for s in processes),
    )


def _process_row(standing: Standing) -> tuple[str, ...]:
    goal, keeping, strip = standing.goal, standing.keeping, strip_of(standing)
    current = keeping.current if keeping else None
    health = keeping.health if keeping else None
    limit = "at most " if goal.cadence and goal.cadence.at_most else ""
    done = (
        f"{amount(goal, current.done, bare=True)} of {limit}{amount(goal, current.quota)}" if current else "–"
    )
    return (
        mark_of(health),
        goal.title,
        done,
        str(keeping.streak) if keeping and keeping.streak else "–",
        strip.marks if strip else "–",
    )


def _others(standings: Iterable[Standing]) -> Table:
    others = [s for s in standings if s.goal.kind in (Kind.OBJECTIVE, Kind.LEVER)]
    return Table(
        title="Objectives and levers",
        columns=("", "Goal", "Kind", "Score", "Due"),
        rows=tuple(_other_row(standing) for standing in others),
        healths=tuple(s.roll_up.health if s.roll_up else None for s in others),
    )


def _other_row(standing: Standing) -> tuple[str, ...]:
    goal, roll_up = standing.goal, standing.roll_up
    score = roll_up.score if roll_up else lever_score(goal)
    return (
        mark_of(roll_up.health if roll_up else None),
        goal.title,
        goal.kind.value,
        "–" if score is None else show_number(round(score, 2)),
        show_day(goal.due) if goal.due else "–",
    )
