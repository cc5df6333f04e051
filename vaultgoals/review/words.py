"""What each diagnosis says: the verdict, what it was made from, what follows from it, and a question.

The words carry the figures that they come from. Cause is never claimed: a belief fits, or was not tested.
What was not logged is called not logged. Nobody is praised or blamed.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from vaultgoals.core.health import Health
from vaultgoals.core.log_names import log_key, meant_on
from vaultgoals.core.movement import Grade
from vaultgoals.core.scorecard import Scorecard, Standing
from vaultgoals.core.verdict import DiagnosisKind
from vaultgoals.review.phrases import noun_of, share_of, stretch, what_was_done
from vaultgoals.review.sentences import Sentences
from vaultgoals.review.text import Code, Name, Text, text


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """A diagnosis in words. `title` is the verdict itself, `lines` what it was made from and what follows.

    `headline` says it in one sentence at the top of a page, `advice` is the sentence that follows it there;
    `question` is for the person's reflection.
    """

    title: str
    lines: tuple[Text, ...]
    headline: Text
    advice: str = ""
    question: Text


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
    breach = f" at {scale.say(broken.value)}, {side} your limit of {scale.say(limit)}."
    before = text("Before more of ", Name(say.best.goal.title), ", bring that back.") if say.best else ()
    return Verdict(
        title="Hold.",
        lines=(text(Name(goal.title), breach, " ", before or "Bring that back first."), say.moved()),
        headline=text(say.title, ": hold. ", Name(goal.title), breach),
        question=text("What could be causing it, and what stops until it is back?"),
    )


def _not_measured(say: Sentences) -> Verdict:
    if say.diagnosis.movement.read:
        return _nothing_before(say)
    progress = say.standing.progress
    last = progress.last_reading if progress else None
    if last and last > say.diagnosis.window.last:
        return _read_too_late(say, last)
    since = f"No reading since {say.day(last)}" if last else "No reading yet"
    part = say.best
    belief = text(", so ", say.believed(part), " is neither right nor wrong") if part else ()
    return Verdict(
        title="Nobody can tell yet.",
        lines=(text(since, belief, ". One number settles it", _line_to_write(say)), say.done()),
        headline=text(say.title, f": nobody can tell yet. {since}."),
        advice="One number settles it.",
        question=text("Where does this number live, and when will you look?"),
    )


def _line_to_write(say: Sentences) -> Text:
    """The field that logs the outcome in a periodic note, where there are such notes and it would be read."""
    vault, name = say.card.vault, say.goal.field or say.goal.title
    meant = meant_on(vault.log_names.fields.get(log_key(name), ()), say.card.today)
    read = bool(vault.periods) and meant is not None and meant.path == say.goal.path
    return text(": ", Code(f"{name}:: …")) if read else text(".")


def _read_too_late(say: Sentences, last: date) -> Verdict:
    """There is a reading, but of the week that is not over: it is judged with that week."""
    progress, day, end = say.standing.progress, say.day(last), say.day(say.diagnosis.window.last)
    value = say.scale.say(progress.current) if progress and progress.current is not None else "A reading"
    gap = f"{value} on {day}, and no reading in the {say.window} to {end} that are judged."
    return Verdict(
        title="Nobody can tell yet.",
        lines=(text(gap, " This one counts once its week is over."), say.done()),
        headline=text(
            say.title, f": nobody can tell yet. The reading of {day} is judged once its week is over."
        ),
        question=text("Where does this number live, and when will you look?"),
    )


def _nothing_before(say: Sentences) -> Verdict:
    """There are readings, and nothing older to hold them against."""
    now = say.standing.progress.current if say.standing.progress else None
    value = f"{say.scale.say(now)} now" if now is not None else "It was read"
    compared = f"{value}, and nothing from before these {say.window} to hold it against."
    return Verdict(
        title="Nobody can tell yet.",
        lines=(text(compared, " Its baseline settles it, or the weeks to come."), say.done()),
        headline=text(say.title, ": nobody can tell yet. There is nothing to hold its readings against."),
        advice="Write down its baseline.",
        question=text("What was this number before you began?"),
    )


def _no_process(say: Sentences) -> Verdict:
    assert say.goal.target is not None  # else there is no diagnosis
    assert say.goal.due is not None
    wish = f"{say.scale.say(say.goal.target)} by {say.day(say.goal.due)}, and nothing you repeat leads there."
    return Verdict(
        title="A wish so far.",
        lines=(text(wish, " Write one weekly thing, and finish the sentence “because …”."), say.moved()),
        headline=text(say.title, ": a wish so far, nothing you repeat leads there."),
        advice="Write one weekly thing.",
        question=text("Which two or three things, done weekly, would move this?"),
    )


def _log_first(say: Sentences) -> Verdict:
    worst = max(say.diagnosis.processes, key=lambda part: part.unlogged)
    noun = noun_of(worst.goal.cadence) if worst.goal.cadence else "period"
    hold = "holds" if worst.unlogged == 1 else "hold"
    gap = text(
        share_of(worst.unlogged, worst.closed, noun), " of ", Name(worst.goal.title), f" {hold} no log"
    )
    fill_in = text("Fill in what you remember, then ", say.believed(worst), " can be judged.")
    return Verdict(
        title="No verdict.",
        lines=(say.done(), say.moved(), text("Not logged is not the same as not done. ", fill_in)),
        headline=text(say.title, ": no verdict, ", gap, "."),
        advice="Fill in what you remember.",
        question=text("Did the doing lapse, or the writing down?"),
    )


def _too_early(say: Sentences) -> Verdict:
    begun, verdict_from, lag = say.diagnosis.begun_on, say.diagnosis.verdict_from, say.diagnosis.lag
    when = f"from {say.day(verdict_from)}" if verdict_from else "later"
    allowed = f" and allowed {stretch(lag)}" if lag else ""
    began = f"You began on {say.day(begun)}{allowed}, so " if begun else "Nothing has been due yet, so "
    return Verdict(
        title="Keep going, don't judge.",
        lines=(say.done(), say.moved(), text(began, say.believed(say.best), f" gets its verdict {when}.")),
        headline=text(say.title, f": keep going. The verdict comes {when}."),
        question=text("What first small sign would you expect, and where?"),
    )


def _early_sign(say: Sentences) -> Verdict:
    sign = next(sign for sign in say.diagnosis.signs if sign.movement.moves)
    way = say.way(sign.goal, sign.movement)
    moved = text("Early sign: ", Name(sign.goal.title), f" {way}. " if way else ". ")
    return Verdict(
        title="Keep going. The early sign moves.",
        lines=(say.done(), say.moved(), text(moved, say.believed(say.best), " may need more time.")),
        headline=text(say.title, ": keep going. It has not moved yet, but ", Name(sign.goal.title), " did."),
        question=text("By when should the outcome follow, if the sign is real?"),
    )


def _working(say: Sentences) -> Verdict:
    slower = say.diagnosis.movement.grade is Grade.SLOWER
    title, headline, advice = "Keep going.", ": keep going, it moves with what you do.", ""
    if say.standing.progress and say.standing.progress.health is Health.ACHIEVED:
        title, headline = "The target is met.", ": the target is met."
    elif slower:
        title, headline = "It moves, slower than the plan.", ": it moves, slower than the plan."
        advice = "More of it, or a later date?"
    fits = text(say.believed(say.best), " fits what happened so far.") if say.best else ()
    return Verdict(
        title=title,
        lines=(say.done(), say.moved(), fits),
        headline=text(say.title, headline),
        advice=advice,
        question=text("What made this possible, and what could break it next week?"),
    )


def _moves_without_it(say: Sentences) -> Verdict:
    untested = text(say.believed(say.worst), " was not tested. Find out what moves it before adding effort.")
    return Verdict(
        title="Good news, but not from this.",
        lines=(say.done(), say.moved(), untested),
        headline=text(say.title, ": it moves, though little was done of what you planned for it."),
        advice="Find out what moves it.",
        question=text("What else changed? If you dropped this for four weeks, what would happen?"),
    )


def _assumption_to_revisit(say: Sentences) -> Verdict:
    fell = say.diagnosis.movement.grade is Grade.FELL_BACK
    answer = "fell back" if fell else "barely answered"
    return Verdict(
        title="You did it. The number fell back." if fell else "You did it. The number hardly moved.",
        lines=(say.done(), say.moved(), say.belief(say.best), _flat_sign(say)),
        headline=text(say.title, f": you did the work and the number {answer}."),
        advice="Test the belief, not your diligence.",
        question=text("What should you see by now if your “because” were true? What is the cheapest test?"),
    )


def _flat_sign(say: Sentences) -> Text:
    """An indicator that was read and does not move: waiting is unlikely to help."""
    sign = next((sign for sign in say.diagnosis.signs if sign.movement.measured), None)
    if sign is None:
        return ()
    way = say.way(sign.goal, sign.movement)
    return text("Early sign: ", Name(sign.goal.title), f" {way}. Flat too, so waiting is unlikely to help.")


def _execution_gap(say: Sentences) -> Verdict:
    attainment, worst = say.diagnosis.attainment, say.worst
    partly = attainment is not None and attainment >= say.card.vault.config.thresholds.partly
    gap = text(" The largest gap: ", what_was_done(worst), ".") if worst else ()
    of = text(" of ", Name(worst.goal.title)) if worst else ()
    return Verdict(
        title="Half tried so far." if partly else "Not really tried yet.",
        lines=(say.done(), say.moved(), say.belief(worst, "It cannot be judged until it is done.")),
        headline=text(say.title, ": half tried so far." if partly else ": not really tried yet.", gap),
        question=text("What stood in the way", of, ": should it be smaller, or on another day?"),
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
