"""One outcome on a page: its verdict and the road ahead, and its row among the figures."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from vaultgoals.core.diagnosis import Diagnosis
from vaultgoals.core.health import Health
from vaultgoals.core.scorecard import Scorecard, Standing
from vaultgoals.core.show import show_day
from vaultgoals.core.vault import Vault
from vaultgoals.core.verdict import DiagnosisKind
from vaultgoals.review.pages import goal_link
from vaultgoals.review.scale import Scale
from vaultgoals.review.sentences import Sentences, counted
from vaultgoals.review.text import Mention, Name, Text, text
from vaultgoals.review.words import verdict_on

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
    headline: Text
    lines: tuple[Text, ...] = ()
    road: Text = ()
    advice: str = ""
    question: str = ""


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


def outcome_section(card: Scorecard, standing: Standing) -> OutcomeSection:
    """What a page says of one outcome."""
    name, figure = Name(standing.goal.title), _figure(standing)
    verdict = verdict_on(card, standing)
    if verdict is None or standing.diagnosis is None:
        resting = _resting(standing, card.asof)
        headline = text(name, ": ", resting[0].lower() + resting[1:])
        return OutcomeSection(name=name, figure=figure, callout="note", title=resting, headline=headline)
    return OutcomeSection(
        name=name,
        figure=figure,
        callout=_CALLOUTS[standing.diagnosis.kind],
        title=verdict.title,
        lines=tuple(line for line in verdict.lines if line),
        road=_road(standing, Sentences(card, standing, standing.diagnosis)),
        headline=verdict.headline,
        advice=verdict.advice,
        question=verdict.question,
    )


def _figure(standing: Standing) -> str:
    """`6.4 %, plan says 7.3 %`."""
    progress = standing.progress
    if progress is None or progress.current is None:
        return "not measured"
    scale = Scale.of(standing.history)
    now = scale.say(progress.current)
    if not progress.measured:
        return f"{now}, not measured yet"
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
            return f"Its time was up on {show_day(goal.due)}: give it a new day, or close it."
    if goal.due and goal.due < asof:
        return f"Its time was up on {show_day(goal.due)}, and it was never measured."
    if goal.start and goal.target is not None and goal.due:
        return f"Began on {show_day(goal.start)}; its first week is not over yet."
    return "Nothing to judge it by: it needs a baseline, a target and a due date."


def _road(standing: Standing, say: Sentences) -> Text:
    """What reaching the target takes from here, against what the last weeks brought."""
    goal, progress, movement = standing.goal, standing.progress, say.diagnosis.movement
    if progress is None or not progress.required_per_week or goal.target is None or goal.due is None:
        return ()
    days = (goal.due - say.card.asof).days
    rate = (
        f"{say.scale.rate(progress.required_per_week)} a week" if days > 7 else f"{counted(days, 'day')} left"
    )
    road = f"To reach {say.scale.say(goal.target)} by {show_day(goal.due)}: {rate}."
    if movement.before is None or movement.after is None or not movement.read:
        return text(road)
    brought = say.scale.change(movement.after - movement.before)
    return text(f"{road} The last {say.window} brought {brought} in all.")


def figures_row(vault: Vault, standing: Standing) -> Row:
    """An outcome's row in the table of figures."""
    goal, progress, scale = standing.goal, standing.progress, Scale.of(standing.history)
    assert progress is not None  # every outcome has figures
    return Row(
        goal=goal_link(vault, goal),
        now=scale.say(progress.current) if progress.current is not None else "–",
        plan=scale.say(progress.expected) if progress.expected is not None else "–",
        due=show_day(goal.due) if goal.due else "–",
        health=progress.health.replace("-", " ") if progress.health else "–",
    )
