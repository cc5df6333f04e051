"""Diagnosis of an outcome: what its process goals did, what its number did, and what the two mean."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from vaultgoals.core.config import Config
from vaultgoals.core.doing import ProcessPart, doing_in, joint_attainment, unlogged_share
from vaultgoals.core.goal import Goal, History, Status
from vaultgoals.core.health import Health
from vaultgoals.core.movement import Movement, movement_in
from vaultgoals.core.period import Calendar, Period
from vaultgoals.core.plan import shifted
from vaultgoals.core.progress import Progress, measure
from vaultgoals.core.value import course_of
from vaultgoals.core.verdict import GRACE, DiagnosisKind, Evidence, decide

_WEEKS = {"month": 9, "quarter": 27, "year": 105}
"""Weeks of the window by how often a reading is due, so that two of them fit; else 4."""

_ON_PLAN = frozenset({Health.ON_TRACK, Health.ACHIEVED})
_OFF_PLAN = frozenset({Health.AT_RISK, Health.OFF_TRACK, Health.MISSED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """What an indicator did in the window."""

    goal: Goal
    movement: Movement


@dataclass(frozen=True, slots=True, kw_only=True)
class BrokenGuardrail:
    """A guardrail outside its bounds, with its value."""

    goal: Goal
    value: Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnosis:
    """What an outcome's number and its process goals mean together, with all that it was made from.

    `window` is the outcome's, `process_window` the same moved back by `lag` days. `attainment` is the mean
    over the process goals, `unlogged` the share of all their periods without a log. `signs` are the active
    indicators with a plan. From `verdict_from` on it is no longer too early; None where nothing has begun.
    """

    kind: DiagnosisKind
    window: Period
    process_window: Period
    attainment: Fraction | None
    movement: Movement
    processes: tuple[ProcessPart, ...]
    unlogged: Fraction
    broken: tuple[BrokenGuardrail, ...]
    signs: tuple[Sign, ...]
    begun_on: date | None
    lag: int
    verdict_from: date | None
    activity_trap: bool


def diagnose(
    outcome: History,
    *,
    processes: Sequence[History],
    indicators: Sequence[History],
    outputs: Sequence[History],
    guardrails: Sequence[History],
    asof: date,
    today: date,
    config: Config,
) -> Diagnosis | None:
    """The diagnosis of an outcome as of a day, from the goals that reach it.

    None for an outcome that is not active, paused, not begun by the window's end, past due, or has no way to
    go. Of the other goals only active ones are looked at, of process goals those that have begun.
    """
    goal, week = outcome.goal, Calendar(week=config.week)
    window = _window(goal, asof, week)
    if not _diagnosable(outcome, window, asof):
        return None
    moved = _moved_back(window, goal.lag)
    parts = doing_in(moved, processes, asof=asof, today=today, config=config)
    movement = movement_in(window, outcome, asof=asof, thresholds=config.thresholds)
    broken = tuple(_broken(guardrails, asof=asof, config=config))
    signs = tuple(_signs(indicators, window, asof=asof, config=config))
    begun_on = min((part.begun_on for part in parts if part.begun_on), default=None)
    evidence = Evidence(
        guardrail_broken=bool(broken),
        measured=movement.measured,
        processes=len(parts),
        unlogged=unlogged_share(parts),
        attainment=joint_attainment(parts),
        moves=movement.moves,
        since_begin=(asof - begun_on).days if begun_on else None,
        lag=goal.lag,
        early_sign=any(sign.movement.moves for sign in signs),
    )
    return Diagnosis(
        kind=decide(evidence, config.thresholds),
        window=window,
        process_window=moved,
        attainment=evidence.attainment,
        movement=movement,
        processes=parts,
        unlogged=evidence.unlogged,
        broken=broken,
        signs=signs,
        begun_on=begun_on,
        lag=goal.lag,
        verdict_from=shifted(begun_on, goal.lag + GRACE) if begun_on else None,
        activity_trap=_activity_trap(outputs, indicators, asof=asof, config=config),
    )


def _window(goal: Goal, asof: date, calendar: Calendar) -> Period:
    """The weeks that end on the last week-end up to and including as-of."""
    weeks = _WEEKS.get(goal.check_in.period if goal.check_in else "", 4)
    week = calendar.week_of(asof)
    stop = week.stop if week.last == asof else week.start
    first, last = calendar.week_of(shifted(stop, -7 * weeks)), calendar.week_of(shifted(stop, -1))
    return Period(first.start, last.stop, f"{first.label}..{last.label}")


def _moved_back(window: Period, days: int) -> Period:
    """The same window so many days earlier, no earlier than the calendar begins."""
    back = timedelta(days=min(days, (window.start - date.min).days))
    return Period(window.start - back, window.stop - back)


def _diagnosable(outcome: History, window: Period, asof: date) -> bool:
    goal = outcome.goal
    if not _active(outcome) or any(asof in pause for pause in goal.pauses):
        return False
    if goal.target is None or goal.due is None or goal.due < asof:
        return False
    if goal.start is not None and goal.start > window.last:
        return False
    return course_of(outcome, asof).baseline != goal.target


def _broken(guardrails: Sequence[History], *, asof: date, config: Config) -> Iterator[BrokenGuardrail]:
    for history in guardrails:
        progress = measure(history, asof=asof, config=config)
        if _active(history) and progress.broken and progress.current is not None:
            yield BrokenGuardrail(goal=history.goal, value=progress.current)


def _signs(indicators: Sequence[History], window: Period, *, asof: date, config: Config) -> Iterator[Sign]:
    """The movements, in the outcome's window, of active indicators with a target and a due date."""
    for history in indicators:
        if _active(history) and history.goal.target is not None and history.goal.due is not None:
            movement = movement_in(window, history, asof=asof, thresholds=config.thresholds)
            yield Sign(goal=history.goal, movement=movement)


def _activity_trap(
    outputs: Sequence[History], indicators: Sequence[History], *, asof: date, config: Config
) -> bool:
    """Whether the outputs are on or ahead of plan while every indicator is off its own."""
    made, led = (
        [measure(history, asof=asof, config=config) for history in histories if _active(history)]
        for histories in (outputs, indicators)
    )
    return _all_measured(made, _ON_PLAN) and _all_measured(led, _OFF_PLAN)


def _active(history: History) -> bool:
    return history.goal.status is Status.ACTIVE


def _all_measured(figures: Sequence[Progress], healths: frozenset[Health]) -> bool:
    """Whether something is measured, and all that is measured is in one of these states."""
    measured = [progress for progress in figures if progress.measured]
    return bool(measured) and all(progress.health in healths for progress in measured)
