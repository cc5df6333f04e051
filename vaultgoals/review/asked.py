"""What the verdict on an outcome asks of the person next, in their own words where there are any."""

from collections.abc import Iterator

from vaultgoals.core.diagnosis import Diagnosis
from vaultgoals.core.doing import ProcessPart
from vaultgoals.core.goal import Goal
from vaultgoals.core.health import Health
from vaultgoals.core.period import Period
from vaultgoals.core.plan import shifted
from vaultgoals.core.scorecard import Scorecard, Standing
from vaultgoals.core.show import WEEKDAYS, show_weekday
from vaultgoals.core.verdict import DiagnosisKind
from vaultgoals.review.in_the_way import blocked
from vaultgoals.review.marks import health_of, is_met_unjudged
from vaultgoals.review.pages import goal_link
from vaultgoals.review.resting import resting
from vaultgoals.review.sentences import Sentences
from vaultgoals.review.steps import Step, some_of
from vaultgoals.review.text import Said, text


def asked_by_verdict(card: Scorecard, standing: Standing, period: Period) -> Iterator[Step]:
    """What the diagnosis of an outcome asks for by a period's end; without one, what there is to decide."""
    diagnosis = standing.diagnosis
    if diagnosis is None or is_met_unjudged(standing):
        yield from decision_due(card, standing)
        return
    outcome = goal_link(card.vault, standing.goal)
    match diagnosis.kind:
        case DiagnosisKind.GUARDRAIL_BROKEN:
            guardrails = [text(goal_link(card.vault, broken.goal)) for broken in diagnosis.broken]
            limits = "its limit" if len(guardrails) == 1 else "their limits"
            yield Step("First", text("bring ", some_of(guardrails), f" back within {limits}"))
        case DiagnosisKind.NOT_MEASURED if diagnosis.movement.read:
            yield Step("Write", text("the baseline of ", outcome, ": what was it before you began?"))
        case DiagnosisKind.ASSUMPTION_TO_REVISIT:
            yield Step("Decide", text("whether to change the bet → ", outcome))
        case DiagnosisKind.EXECUTION_GAP:
            yield from _gap(card, Sentences(card, standing, diagnosis).worst, period)
        case DiagnosisKind.NO_PROCESS:
            yield Step("Write", text("one thing you do every week for ", outcome, ", and why it should help"))
        case DiagnosisKind.LOG_FIRST:
            worst = max(diagnosis.processes, key=lambda part: part.unlogged)
            yield Step("Fill in", text("what you remember of ", goal_link(card.vault, worst.goal)))
        case DiagnosisKind.MOVES_WITHOUT_IT:
            yield Step("Find out", text("what moves ", outcome, " before adding effort"))
        case DiagnosisKind.WORKING if standing.slower:
            yield from _slower(card, standing, diagnosis, period)


def _slower(card: Scorecard, standing: Standing, diagnosis: Diagnosis, period: Period) -> Iterator[Step]:
    say = Sentences(card, standing, diagnosis)
    if say.half_done:
        yield from _gap(card, say.worst, period)
    elif health_of(standing) is not Health.ON_TRACK:
        yield Step("Decide", text("on more of it, or a later date → ", goal_link(card.vault, standing.goal)))


def decision_due(card: Scorecard, standing: Standing) -> Iterator[Step]:
    """What there is to decide about an outcome that cannot be judged, where there is anything."""
    rest = resting(standing, card.asof)
    if rest and rest.decide:
        yield Step("Decide", text(f"{rest.decide} → ", goal_link(card.vault, standing.goal)))


def _gap(card: Scorecard, part: ProcessPart | None, period: Period) -> Iterator[Step]:
    """The process goal with the largest gap: what blocks it, or what the person said they would do then."""
    if part is None:
        return
    goal, link = part.goal, goal_link(card.vault, part.goal)
    stuck, when = list(blocked(card, [goal])), _next_day(card, goal, period) or "Close the gap"
    yield from stuck
    if stuck:
        return
    if goal.if_then:
        yield Step(when, text(link, ". You said: ", Said(goal.if_then)))
    elif goal.obstacle:
        yield Step(when, text(link, ". What stands in the way, you wrote: ", Said(goal.obstacle)))
    else:
        yield Step("Write", text("an if-then for ", link, ": when something comes up, what will you do?"))


def _next_day(card: Scorecard, goal: Goal, period: Period) -> str:
    """The next named day of a process goal by a period's end, `Wed 18`; empty where it has none left."""
    keeping, cadence = card.standings[goal.path].keeping, goal.cadence
    if cadence is None or not (keeping and keeping.current and keeping.current.remaining):
        return ""
    days = (shifted(card.asof, ahead) for ahead in range((period.last - card.asof).days + 1))
    return next((show_weekday(on) for on in days if WEEKDAYS[on.weekday()][:3].lower() in cadence.days), "")
