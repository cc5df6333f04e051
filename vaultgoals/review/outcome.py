"""One outcome on a page: its verdict and the road ahead."""

from collections.abc import Iterable
from dataclasses import dataclass

from vaultgoals.core.scorecard import Scorecard, Standing, of_goal
from vaultgoals.core.verdict import DiagnosisKind
from vaultgoals.review.chart import Chart
from vaultgoals.review.marks import is_met_unjudged
from vaultgoals.review.pages import goal_link
from vaultgoals.review.phrases import counted
from vaultgoals.review.resting import Resting, resting
from vaultgoals.review.scale import Scale
from vaultgoals.review.sentences import Sentences
from vaultgoals.review.text import Mention, Name, Text, text
from vaultgoals.review.words import verdict_on

IN_FULL = 3
"""How many outcomes get a section of their own on a page; the others share a list."""

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
    """An outcome's part of a page. `callout` is its Obsidian type; `lines` stand in it, `road` and `chart`
    below it.

    `calm` is one that asks for nothing: it is on its way, or resting.
    """

    goal: Mention
    figure: str
    callout: str
    title: str
    headline: Text
    calm: bool
    lines: tuple[Text, ...] = ()
    road: Text = ()
    advice: str = ""
    question: Text = ()
    chart: Chart | None = None


def by_need(card: Scorecard, outcomes: Iterable[Standing]) -> list[Standing]:
    """Outcomes, those that need the person most first; then by path."""
    known = {standing.goal.path: standing for standing in outcomes}
    return [known[path] for path in in_need(card, tuple(known))]


def in_need(card: Scorecard, outcomes: tuple[str, ...]) -> tuple[str, ...]:
    """The same of outcomes by path."""
    ranks = zip(_rank.each(card, outcomes), outcomes, strict=True)
    return tuple([path for _, path in sorted(ranks)])


@of_goal
def _rank(card: Scorecard, standing: Standing) -> int:
    """A broken guardrail goes before a decision that is due, which goes before all other diagnoses.

    Of those that work the ones that are slower than the plan come first.
    """
    diagnosis = standing.diagnosis
    if diagnosis and not is_met_unjudged(standing):
        on_plan = diagnosis.kind is DiagnosisKind.WORKING and not standing.slower
        return NEED.index(diagnosis.kind) * 2 + on_plan
    rest = resting(standing, card.asof)
    return 1 if rest and rest.decide else len(NEED) * 2


@of_goal
def outcome_section(card: Scorecard, standing: Standing) -> OutcomeSection:
    """What a page says of one outcome."""
    goal, figure = goal_link(card.vault, standing.goal), _figure(card, standing)
    verdict, diagnosis = verdict_on(card, standing), standing.diagnosis
    if verdict is None or diagnosis is None:
        return _resting_section(goal, figure, resting(standing, card.asof) or Resting(""))
    trap = text(_TRAP) if diagnosis.activity_trap else ()
    return OutcomeSection(
        goal=goal,
        figure=figure,
        callout=verdict.callout or _CALLOUTS[diagnosis.kind],
        title=verdict.title,
        lines=tuple(line for line in (*verdict.lines, trap) if line),
        road=_road(standing, Sentences(card, standing, diagnosis)),
        headline=verdict.headline,
        advice=verdict.advice,
        question=verdict.question,
        calm=verdict.calm,
    )


_TRAP = "What you make is on plan, and no early sign is: activity is not progress yet."


def _resting_section(goal: Mention, figure: str, rest: Resting) -> OutcomeSection:
    why = rest.why[:1].lower() + rest.why[1:]
    return OutcomeSection(
        goal=goal,
        figure=figure,
        callout="question" if rest.decide else "note",
        title=rest.why,
        lines=(text(f"Decide {rest.decide}."),) if rest.decide else (),
        headline=text(Name(goal.shown), f": {why}"),
        calm=not rest.decide,
    )


def _figure(card: Scorecard, standing: Standing) -> str:
    """`6.4 %, plan says 7.3 %`."""
    progress, goal = standing.progress, standing.goal
    if progress is None or progress.current is None:
        return "not measured yet"
    scale = Scale.of(standing.history, card.asof)
    now = scale.say(progress.current)
    if not progress.measured:
        return f"{now} to begin with, not measured yet"
    if standing.diagnosis and progress.expected is not None:
        return f"{now}, plan says {scale.say(progress.expected)}"
    return f"{now}, target {scale.say(goal.target)}" if goal.target is not None else now


def _road(standing: Standing, say: Sentences) -> Text:
    """What reaching the target takes from here, against what the last weeks brought."""
    goal, progress, movement = standing.goal, standing.progress, say.diagnosis.movement
    if progress is None or not progress.required_per_week or goal.target is None or goal.due is None:
        return ()
    if say.diagnosis.kind is DiagnosisKind.NOT_MEASURED:
        return ()
    days = (goal.due - say.card.asof).days
    rate = (
        f"{say.scale.rate(progress.required_per_week)} a week" if days > 7 else f"{counted(days, 'day')} left"
    )
    road = f"To reach {say.scale.say(goal.target)} by {say.day(goal.due)}: {rate}."
    if movement.before is None or movement.after is None or not movement.read:
        return text(road)
    change = movement.after - movement.before
    brought = f"{say.scale.change(change)} in all" if change else "no change"
    return text(f"{road} The last {say.window} brought {brought}.")
