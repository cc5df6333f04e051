"""One outcome on a page: its verdict and the road ahead, and its row among the figures."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from vaultgoals.core.diagnosis import Diagnosis
from vaultgoals.core.health import Health
from vaultgoals.core.scorecard import Standing
from vaultgoals.core.show import show_day
from vaultgoals.core.vault import Vault
from vaultgoals.core.verdict import DiagnosisKind
from vaultgoals.review.pages import goal_link
from vaultgoals.review.scale import Scale
from vaultgoals.review.text import Mention, Name, Text, text
from vaultgoals.review.words import span_of, verdict_on

NEED = (
    DiagnosisKind.GUARDRAIL_BROKEN,
    DiagnosisKind.ASSUMPTION_TO_REVISIT,
    DiagnosisKind.EXECUTION_GAP,
    DiagnosisKind.NO_PROCESS,
    DiagnosisKind.NOT_MEASURED,
    DiagnosisKind.LOG_FIRST,
    DiagnosisKind.MOVES_WITHOUT_IT,
    DiagnosisKind.EARLY_SIGN,
    DiagnosisKind.TOO_EARLY,
    DiagnosisKind.WORKING,
)
"""The diagnoses in the order in which they need the person."""

CALM = frozenset({DiagnosisKind.EARLY_SIGN, DiagnosisKind.TOO_EARLY, DiagnosisKind.WORKING})
"""The diagnoses after which nothing is asked of the person but to go on."""

_CALLOUTS = {
    DiagnosisKind.GUARDRAIL_BROKEN: "warning",
    DiagnosisKind.ASSUMPTION_TO_REVISIT: "question",
    DiagnosisKind.EXECUTION_GAP: "todo",
    DiagnosisKind.NO_PROCESS: "todo",
    DiagnosisKind.NOT_MEASURED: "info",
    DiagnosisKind.LOG_FIRST: "info",
    DiagnosisKind.MOVES_WITHOUT_IT: "tip",
    DiagnosisKind.EARLY_SIGN: "info",
    DiagnosisKind.TOO_EARLY: "info",
    DiagnosisKind.WORKING: "success",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeSection:
    """An outcome's part of a page. `callout` is its Obsidian type; `lines` stand in it, `road` below it."""

    name: Name
    figure: str
    callout: str
    title: str
    lines: tuple[Text, ...]
    road: Text
    headline: Text
    advice: str
    questions: tuple[str, ...]
    calm: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """An outcome among the figures."""

    goal: Mention
    now: str
    plan: str
    due: str
    health: str


def by_need(outcomes: Iterable[Standing]) -> list[Standing]:
    """Outcomes, those that need the person most first; then by path."""
    return sorted(outcomes, key=lambda s: (_rank(s.diagnosis), s.goal.path))


def _rank(diagnosis: Diagnosis | None) -> int:
    return NEED.index(diagnosis.kind) if diagnosis else len(NEED)


def outcome_section(standing: Standing, asof: date) -> OutcomeSection:
    """What a page says of one outcome."""
    figure = _figure(standing)
    name = Name(standing.goal.title)
    if standing.diagnosis is None:
        resting = _resting(standing, asof)
        return OutcomeSection(
            name=name,
            figure=figure,
            callout="note",
            title=resting,
            lines=(),
            road=(),
            headline=text(name, ": ", resting[0].lower() + resting[1:]),
            advice="",
            questions=(),
            calm=True,
        )
    verdict = verdict_on(standing, standing.diagnosis)
    return OutcomeSection(
        name=name,
        figure=figure,
        callout=_CALLOUTS[standing.diagnosis.kind],
        title=verdict.title,
        lines=tuple(line for line in verdict.lines if line),
        road=_road(standing, standing.diagnosis, asof),
        headline=verdict.headline,
        advice=verdict.advice,
        questions=verdict.questions,
        calm=standing.diagnosis.kind in CALM,
    )


def _figure(standing: Standing) -> str:
    """`6.4 %, plan says 7.3 %`."""
    progress = standing.progress
    if progress is None or progress.current is None:
        return "not measured"
    scale = Scale.of(standing.goal, progress.current)
    now = (
        scale.say(progress.current)
        if progress.measured
        else f"{scale.say(progress.current)}, not measured yet"
    )
    if progress.expected is None or standing.diagnosis is None:
        return now
    return f"{now}, plan says {scale.say(progress.expected)}"


def _resting(standing: Standing, asof: date) -> str:
    """Why there is nothing to diagnose, in a sentence."""
    goal, health = standing.goal, standing.progress.health if standing.progress else None
    match health:
        case Health.PAUSED:
            return "Paused."
        case Health.NOT_STARTED if goal.start:
            return f"Begins on {show_day(goal.start)}."
        case Health.ACHIEVED:
            return "Reached."
        case Health.MISSED if goal.due:
            return f"Its time was up on {show_day(goal.due)}: set a new day, or close it."
    if goal.start and goal.start > asof - timedelta(days=asof.weekday() + 1):
        return f"Began on {show_day(goal.start)}; its first full week is not over yet."
    return "Nothing to judge it by: it needs a target, a baseline and a due date."


def _road(standing: Standing, diagnosis: Diagnosis, asof: date) -> Text:
    """What reaching the target takes from here, against what the last weeks brought."""
    goal, progress, movement = standing.goal, standing.progress, diagnosis.movement
    if progress is None or not progress.required_per_week or goal.target is None or goal.due is None:
        return ()
    scale = Scale.of(goal, progress.current, movement.before, movement.after)
    days = (goal.due - asof).days
    rate = f"{scale.change(progress.required_per_week)} a week" if days > 7 else f"{counted_days(days)} left"
    road = f"To reach {scale.say(goal.target)} by {show_day(goal.due)}: {rate}."
    if movement.before is None or movement.after is None or not movement.read:
        return text(road)
    brought = scale.change(movement.after - movement.before)
    return text(f"{road} The last {span_of(diagnosis.window)} brought {brought} in all.")


def counted_days(days: int) -> str:
    """`1 day`, `3 days`."""
    return f"{days} day" if days == 1 else f"{days} days"


def figures_row(vault: Vault, standing: Standing) -> Row:
    """An outcome's row in the table of figures."""
    goal, progress = standing.goal, standing.progress
    assert progress is not None  # every outcome is measured
    scale = Scale.of(goal, progress.current)
    return Row(
        goal=goal_link(vault, goal),
        now=scale.say(progress.current) if progress.current is not None else "–",
        plan=scale.say(progress.expected) if progress.expected is not None else "–",
        due=show_day(goal.due) if goal.due else "–",
        health=progress.health.replace("-", " ") if progress.health else "–",
    )
