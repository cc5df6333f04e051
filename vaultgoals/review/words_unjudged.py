"""The verdicts before any judgement: a limit is broken, nothing leads there, or logs are missing."""

from vaultgoals.core.diagnosis import BrokenGuardrail
from vaultgoals.review.phrases import noun_of, share_of
from vaultgoals.review.sentences import Sentences
from vaultgoals.review.text import Name, Text, join, text
from vaultgoals.review.verdicts import Verdict


def guardrail_broken(say: Sentences) -> Verdict:
    """A guardrail's value is outside its bounds: hold."""
    breaches = [_breach(say, broken) for broken in say.diagnosis.broken]
    before = text("Before more of ", Name(say.best.goal.title)) if say.best else text("First")
    bring = ", bring that back." if len(breaches) == 1 else ", bring these back."
    return Verdict(
        title="Hold.",
        lines=(text(join(breaches, " "), " ", before, bring), say.moved()),
        headline=text(say.title, ": hold. ", breaches[0]),
        question=text("What could be causing it, and what stops until it is back?"),
    )


def _breach(say: Sentences, broken: BrokenGuardrail) -> Text:
    """`Refunds at 3.1 %, above your limit of 2 %.`"""
    goal, scale = broken.goal, say.scale_of(broken.goal)
    low = goal.minimum is not None and broken.value < goal.minimum
    limit, side = (goal.minimum, "below") if low else (goal.maximum, "above")
    assert limit is not None  # a guardrail is broken at a bound that it has
    return text(Name(goal.title), f" at {scale.say(broken.value)}, {side} your limit of {scale.say(limit)}.")


def no_process(say: Sentences) -> Verdict:
    """Nothing that is repeated leads to the outcome: a wish."""
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


def log_first(say: Sentences) -> Verdict:
    """Too many of the periods hold no log: no verdict."""
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
