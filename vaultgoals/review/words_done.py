"""The verdicts where the work was done, or half of it: it works, it is early, or it does not move."""

from vaultgoals.core.health import Health
from vaultgoals.core.movement import Grade
from vaultgoals.review.phrases import stretch
from vaultgoals.review.sentences import Sentences
from vaultgoals.review.steps import some_of
from vaultgoals.review.tested import told, what_came
from vaultgoals.review.text import Code, Name, Text, text
from vaultgoals.review.verdicts import Verdict


def too_early(say: Sentences) -> Verdict:
    """It was done, and the number has not had its time yet; or nothing was begun."""
    if say.diagnosis.begun_on is None:
        return _not_begun(say)
    begun, verdict_from, lag = say.diagnosis.begun_on, say.diagnosis.verdict_from, say.diagnosis.lag
    when = f"from {say.day(verdict_from)}" if verdict_from else "later"
    allowed = f" and allowed {stretch(lag)}" if lag else ""
    began = f"You began on {say.day(begun)}{allowed}, so "
    return Verdict(
        title="Keep going, don't judge.",
        lines=(say.done(), say.moved(), text(began, say.believed(say.best), f" gets its verdict {when}.")),
        headline=text(say.title, f": keep going. The verdict comes {when}."),
        question=text("What first small sign would you expect, and where?"),
    )


def _not_begun(say: Sentences) -> Verdict:
    """No process goal has a log or a `start`, so nothing was due."""
    names = some_of([text(Name(part.goal.title)) for part in say.diagnosis.processes])
    several = len(say.diagnosis.processes) > 1
    no_log = text(names, f" {'have' if several else 'has'} no log yet")
    write = f". Log one, or write {'their' if several else 'its'} "
    return Verdict(
        title="Not begun.",
        lines=(text(no_log, write, Code("start"), "."), say.moved()),
        headline=text(say.title, ": not begun, ", no_log, "."),
        question=text("When will you begin, and with what?"),
        callout="todo",
    )


def early_sign(say: Sentences) -> Verdict:
    """It was done, the number does not move yet, and an indicator does."""
    sign = next(sign for sign in say.diagnosis.signs if sign.movement.moves)
    way = say.way(sign.goal, sign.movement)
    moved = text("Early sign: ", Name(sign.goal.title), f" {way}. " if way else ". ")
    return Verdict(
        title="Keep going. The early sign moves.",
        lines=(say.done(), say.judged(), text(moved, say.believed(say.best), " may need more time.")),
        headline=text(say.title, ": keep going. It has not moved yet, but ", Name(sign.goal.title), " did."),
        question=text("By when should the outcome follow, if the sign is real?"),
    )


def working(say: Sentences) -> Verdict:
    """It was done, or half of it, and the number moves: as planned, or slower."""
    progress = say.standing.progress
    if progress and progress.health is Health.ACHIEVED:
        return _working(say, "The target is met.", text(": the target is met."), calm=True)
    if not say.standing.slower:
        if progress and progress.health is Health.OFF_TRACK:
            headline = text(": keep going. Off track overall, it moves lately.")
            return _working(say, "Keep going. Off track overall, it moves lately.", headline, calm=True)
        return _working(say, "Keep going.", text(": keep going, it moves with what you do."), calm=True)
    if say.half_done:
        headline = text(": it moves as far as you do it.", say.largest_gap())
        return _working(say, "It moves as far as you do it.", headline, callout="todo")
    if progress and progress.health is Health.ON_TRACK:
        headline = text(": on track overall, slower lately.")
        return _working(say, "On track overall, slower lately.", headline, callout="question")
    headline = text(": it moves, slower than the plan.")
    advice = "More of it, or a later date?"
    return _working(say, "It moves, slower than the plan.", headline, advice, callout="question")


def target_met(say: Sentences) -> Verdict:
    """The target is met, and what that came from cannot be told."""
    return Verdict(
        title="The target is met.",
        lines=(say.done(),),
        headline=text(say.title, ": the target is met."),
        calm=True,
        callout="success",
    )


def _working(
    say: Sentences, title: str, headline: Text, advice: str = "", *, calm: bool = False, callout: str = ""
) -> Verdict:
    fits = text(say.believed(say.best), " fits what happened so far.") if say.best else ()
    belief = say.belief(told(say), what_came(say)) if say.half_done else fits
    return Verdict(
        title=title,
        lines=(say.done(), text(say.judged(), "" if calm else say.at_this_rate()), belief),
        headline=text(say.title, headline),
        advice=advice,
        question=text("What made this possible, and what could break it next week?"),
        calm=calm,
        callout=callout,
    )


def assumption_to_revisit(say: Sentences) -> Verdict:
    """It was done, and the number does not move: it is the belief that is in doubt."""
    fell = say.diagnosis.movement.grade is Grade.FELL_BACK
    answer = "fell back" if fell else "barely answered"
    belief = say.belief(say.best, "Change that sentence, or what you do.")
    advice, question = _test_it(say)
    return Verdict(
        title="You did it. The number fell back." if fell else "You did it. The number hardly moved.",
        lines=(say.done(), say.judged(), belief, _flat_sign(say)),
        headline=text(say.title, f": you did the work and the number {answer}."),
        advice=advice,
        question=question,
    )


def _test_it(say: Sentences) -> tuple[str, Text]:
    """What the belief in doubt asks for, and the question about it; where none is written, the sentence."""
    if say.best and not say.best.goal.because:
        return "Write down why it should.", text("Why should ", Name(say.best.goal.title), " move it?")
    seen = "What should you see by now if your “because” were true? What is the cheapest test?"
    return "Test the belief, not your diligence.", text(seen)


def _flat_sign(say: Sentences) -> Text:
    """An indicator that was read and does not move: waiting is unlikely to help."""
    sign = next((sign for sign in say.diagnosis.signs if sign.movement.measured), None)
    if sign is None:
        return ()
    way = say.way(sign.goal, sign.movement)
    return text("Early sign: ", Name(sign.goal.title), f" {way}. Flat too, so waiting is unlikely to help.")
