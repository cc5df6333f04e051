"""What each diagnosis says: the verdict, what it was made from, what follows from it, and a question.

The words carry the figures that they come from. Cause is never claimed: a belief fits, or was not tested.
What was not logged is called not logged. Nobody is praised or blamed.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from vaultgoals.core.movement import Grade
from vaultgoals.core.scorecard import Scorecard, Standing
from vaultgoals.core.show import show_day
from vaultgoals.core.verdict import DiagnosisKind
from vaultgoals.review.sentences import Sentences, counted
from vaultgoals.review.text import Name, Text, text


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """A diagnosis in words. `title` is the verdict itself, `lines` what it was made from and what follows.

    `headline` says it in one sentence at the top of a page, `advice` is the sentence that follows it there;
    `question` is for the person's reflection.
    """

    title: str
    lines: tuple[Text, ...]
    headline: Text
    advice: str
    question: str


def verdict_on(card: Scorecard, standing: Standing) -> Verdict | None:
    """The words of an outcome's diagnosis, None where there is nothing to diagnose."""
    if standing.diagnosis is None:
        return None
    say = Sentences(card, standing, standing.diagnosis)
    return _VERDICTS[standing.diagnosis.kind](say)


def _guardrail_broken(say: Sentences) -> Verdict:
    broken = say.diagnosis.broken[0]
    goal, scale = broken.goal, say.scale_of(broken.goal)
    low = goal.minimum is not None and broken.value < goal.minimum
    limit, side = (goal.minimum, "below") if low else (goal.maximum, "above")
    assert limit is not None  # a guardrail is broken at a bound that it has
    breach = text(
        Name(goal.title), f" is at {scale.say(broken.value)}, {side} your limit of {scale.say(limit)}."
    )
    before = text(" Before more of ", Name(say.best.goal.title), ", bring that back.") if say.best else ()
    return Verdict(
        title="Hold.",
        lines=(text(breach, before), say.moved()),
        headline=text(say.title, ": hold. ", breach),
        advice="Bring that back first.",
        question="What could be causing it, and what stops until it is back?",
    )


def _not_measured(say: Sentences) -> Verdict:
    progress = say.standing.progress
    last = progress.last_reading if progress else None
    since = f"No reading since {show_day(last)}" if last else "No reading yet"
    part = say.best or next(iter(say.diagnosis.processes), None)
    open_belief = text(", so ", say.believed(part), " is neither right nor wrong") if part else ()
    return Verdict(
        title="Nobody can tell yet.",
        lines=(text(since, open_belief, ". One number settles it."), say.done()),
        headline=text(say.title, f": nobody can tell yet. {since}."),
        advice="One number settles it.",
        question="Where does this number live, and when will you look?",
    )


def _no_process(say: Sentences) -> Verdict:
    assert say.goal.target is not None  # else there is no diagnosis
    assert say.goal.due is not None
    wish = (
        f"{say.scale.say(say.goal.target)} by {show_day(say.goal.due)}, and nothing you repeat leads there."
    )
    return Verdict(
        title="A wish so far.",
        lines=(text(wish, " Write one weekly thing, and finish the sentence “because …”."), say.moved()),
        headline=text(say.title, " is a wish so far: nothing you repeat leads there."),
        advice="Write one weekly thing.",
        question="Which two or three things, done weekly, would move this?",
    )


def _log_first(say: Sentences) -> Verdict:
    unlogged = sum(part.unlogged for part in say.diagnosis.processes)
    closed = sum(part.closed for part in say.diagnosis.processes)
    worst = max(say.diagnosis.processes, key=lambda part: part.unlogged)
    gap = f"{unlogged} of {counted(closed, 'period')} hold{'s' if unlogged == 1 else ''} no log"
    fill_in = text(" Fill in what you remember, then ", say.believed(worst), " can be judged.")
    return Verdict(
        title="No verdict.",
        lines=(text(f"{gap}, which is not the same as not done.", fill_in), say.done(), say.moved()),
        headline=text(say.title, f": no verdict, {gap}."),
        advice="Fill in what you remember.",
        question="Did the doing lapse, or the writing down?",
    )


def _too_early(say: Sentences) -> Verdict:
    begun, verdict_from, lag = say.diagnosis.begun_on, say.diagnosis.verdict_from, say.diagnosis.lag
    when = f"from {show_day(verdict_from)}" if verdict_from else "later"
    allowed = f" and allowed {counted(lag, 'day')} for it to show" if lag else ""
    began = f"You began on {show_day(begun)}{allowed}, so " if begun else "Nothing has been due yet, so "
    return Verdict(
        title="Keep going, don't judge.",
        lines=(say.done(), say.moved(), text(began, say.believed(say.best), f" gets its verdict {when}.")),
        headline=text(say.title, f": keep going. It gets its verdict {when}."),
        advice="",
        question="What first small sign would you expect, and where?",
    )


def _early_sign(say: Sentences) -> Verdict:
    sign = next(sign for sign in say.diagnosis.signs if sign.movement.moves)
    way = say.way(sign.goal, sign.movement)
    moves = text(Name(sign.goal.title), " has begun to move", f", {way}" if way else "", ". ")
    return Verdict(
        title="Keep going. The early sign moves.",
        lines=(say.done(), say.moved(), text(moves, say.believed(say.best), " may need more time.")),
        headline=text(say.title, ": keep going. It has not moved, but ", Name(sign.goal.title), " has."),
        advice="",
        question="By when should the outcome follow, if the sign is real?",
    )


def _working(say: Sentences) -> Verdict:
    slower = say.diagnosis.movement.grade is Grade.SLOWER
    fits = text(say.believed(say.best), " fits what happened so far.") if say.best else ()
    return Verdict(
        title="It moves, slower than the plan." if slower else "Keep going.",
        lines=(say.done(), say.moved(), fits),
        headline=text(say.title, " moves, slower than the plan." if slower else " moves with what you do."),
        advice="More of it, or a later date?" if slower else "Keep going.",
        question="What made this possible, and what could break it next week?",
    )


def _moves_without_it(say: Sentences) -> Verdict:
    untested = text(say.believed(say.worst), " was not tested. Find out what moves it before adding effort.")
    return Verdict(
        title="Good news, but not from this.",
        lines=(say.done(), say.moved(), untested),
        headline=text(say.title, " moves, though little was done of what you planned for it."),
        advice="Find out what moves it.",
        question="What else changed? If you dropped this for four weeks, what would happen?",
    )


def _assumption_to_revisit(say: Sentences) -> Verdict:
    fell = say.diagnosis.movement.grade is Grade.FELL_BACK
    answer = "fell back" if fell else "barely answered"
    return Verdict(
        title="You did it. The number fell back." if fell else "You did it. The number hardly moved.",
        lines=(say.done(), say.moved(), say.belief(say.best), _flat_sign(say)),
        headline=text(say.title, f": you did the work and the number {answer}."),
        advice="This week, test the belief, not your diligence.",
        question="What should you see by now if it were true, and what is the cheapest test?",
    )


def _flat_sign(say: Sentences) -> Text:
    """An indicator that was read and does not move: waiting is unlikely to help."""
    sign = next((sign for sign in say.diagnosis.signs if sign.movement.measured), None)
    if sign is None:
        return ()
    way = say.way(sign.goal, sign.movement)
    return text("Early sign: ", Name(sign.goal.title), f" {way}. Flat too, so waiting is unlikely to help.")


def _execution_gap(say: Sentences) -> Verdict:
    attainment = say.diagnosis.attainment
    partly = attainment is not None and attainment >= say.card.vault.config.thresholds.partly
    so_far = "Half tested so far." if partly else "It cannot be judged until it is done."
    gap = text("the largest gap is ", Name(say.worst.goal.title), ".") if say.worst else ()
    return Verdict(
        title="Half tried so far." if partly else "Not really tried yet.",
        lines=(say.done(), say.moved(), say.belief(say.worst, so_far)),
        headline=text(say.title, " was half done: " if partly else " was hardly done: ", gap),
        advice="",
        question="What stood in the way: make it smaller, move it to another day, or write an if-then?",
    )


_VERDICTS: Mapping[DiagnosisKind, Callable[[Sentences], Verdict]] = MappingProxyType(
    {
        DiagnosisKind.GUARDRAIL_BROKEN: _guardrail_broken,
        DiagnosisKind.NOT_MEASURED: _not_measured,
        DiagnosisKind.NO_PROCESS: _no_process,
        DiagnosisKind.LOG_FIRST: _log_first,
        DiagnosisKind.TOO_EARLY: _too_early,
        DiagnosisKind.EARLY_SIGN: _early_sign,
        DiagnosisKind.WORKING: _working,
        DiagnosisKind.MOVES_WITHOUT_IT: _moves_without_it,
        DiagnosisKind.ASSUMPTION_TO_REVISIT: _assumption_to_revisit,
        DiagnosisKind.EXECUTION_GAP: _execution_gap,
    }
)
