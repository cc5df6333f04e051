"""What a diagnosis says, in words: a verdict, what it was made from, what follows, and a question.

The words carry the figures they come from. Cause is never claimed: a belief fits, or was not tested. What
was not logged is called not logged, never missed.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType

from vaultgoals.core.diagnosis import Diagnosis
from vaultgoals.core.doing import ProcessPart
from vaultgoals.core.movement import Grade, Movement
from vaultgoals.core.period import Period
from vaultgoals.core.scorecard import Standing
from vaultgoals.core.show import show_day, show_number
from vaultgoals.core.verdict import DiagnosisKind
from vaultgoals.review.scale import Scale
from vaultgoals.review.text import Name, Said, Text, join, text

_COUNTS = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)

PERIOD_NOUNS: Mapping[tuple[str, int], str] = MappingProxyType(
    {
        ("day", 1): "day",
        ("weekday", 1): "weekday",
        ("week", 1): "week",
        ("week", 2): "fortnight",
        ("month", 1): "month",
        ("quarter", 1): "quarter",
        ("year", 1): "year",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """A diagnosis in words. `title` is the verdict itself, `lines` what it was made from and what follows.

    `headline` says it in one sentence at the top of a page, `advice` is the sentence that goes with it there;
    `questions` are for the person's reflection.
    """

    title: str
    lines: tuple[Text, ...]
    headline: Text
    advice: str
    questions: tuple[str, ...]


def count(number: int) -> str:
    """A small number as a word."""
    return _COUNTS[number] if 0 <= number < len(_COUNTS) else str(number)


def counted(number: int, noun: str) -> str:
    """A number of things: `1 day`, `3 days`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def verdict_on(standing: Standing, diagnosis: Diagnosis) -> Verdict:
    """The words of a diagnosis."""
    return _VERDICTS[diagnosis.kind](_Case(standing, diagnosis))


@dataclass(frozen=True, slots=True)
class _Case:
    """A diagnosis and the sentences that several verdicts share."""

    standing: Standing
    diagnosis: Diagnosis

    @property
    def title(self) -> Name:
        return Name(self.standing.goal.title)

    @property
    def scale(self) -> Scale:
        movement = self.diagnosis.movement
        return Scale.of(self.standing.goal, movement.before, movement.after)

    @property
    def best(self) -> ProcessPart | None:
        """The best-kept process goal."""
        return max(self._judged, key=_share, default=None)

    @property
    def worst(self) -> ProcessPart | None:
        """The process goal with the largest gap."""
        return min(self._judged, key=_share, default=None)

    @property
    def _judged(self) -> list[ProcessPart]:
        return [part for part in self.diagnosis.processes if part.attainment is not None]

    def done(self) -> Text:
        """What was done: `Calls 40 of 40, met in 3 of 4 weeks; mails on 18 of 20 weekdays.`"""
        parts = [_done(part) for part in self.diagnosis.processes if part.closed]
        return text(join(parts, "; "), ".") if parts else ()

    def moved(self) -> Text:
        """What the number did, against what the plan asked for."""
        return _moved(self.diagnosis.movement, self.scale, self.diagnosis.window)

    def belief(self, part: ProcessPart | None, end: str = "") -> Text:
        """The person's own `because`, or that there is none."""
        if part is None:
            return ()
        if part.goal.because:
            return text("You wrote: ", Said(part.goal.because), f" {end}" if end else "")
        return text(
            "You have not written why ",
            Name(part.goal.title),
            " should move ",
            self.title,
            ". One sentence is enough.",
        )

    def quoted(self, part: ProcessPart | None) -> Text:
        """The belief inside a sentence."""
        if part and part.goal.because:
            return text(Said(part.goal.because))
        return text("what you believe about ", Name(part.goal.title)) if part else text("your idea")


def _share(part: ProcessPart) -> Fraction:
    return part.attainment if part.attainment is not None else Fraction(0)


def _done(part: ProcessPart) -> Text:
    goal, cadence = part.goal, part.goal.cadence
    if cadence is None:
        return ()
    noun = PERIOD_NOUNS.get((cadence.period, cadence.every), cadence.period) + "s"
    periods = f"{part.met} of {part.closed} {noun}" if part.closed > 1 else f"the last {noun[:-1]}"
    if cadence.at_most:
        kept = "kept to its limit" if part.met or part.closed > 1 else "not kept to its limit"
        return text(Name(goal.title), f" {kept} in {periods}")
    amount = f"{show_number(part.done)} of {show_number(part.quota, goal.unit)}"
    if cadence.event:
        return text(Name(goal.title), f" {amount}")
    if cadence.period in ("day", "weekday"):
        return text(Name(goal.title), f" on {periods}")
    if part.closed > 1:
        return text(Name(goal.title), f" {amount}, met in {periods}")
    return text(Name(goal.title), f" {amount} in {periods}")


def span_of(window: Period) -> str:
    """The length of a window: `four weeks`."""
    return f"{count(window.days // 7)} weeks"


def _moved(movement: Movement, scale: Scale, window: Period) -> Text:
    if movement.before is None or movement.after is None:
        return ()
    if movement.after == movement.before:
        went = f"It stayed at {scale.say(movement.after)}"
    else:
        went = f"It went from {scale.bare(movement.before)} to {scale.say(movement.after)}"
    asked = plan_change(movement)
    if asked is None:
        return text(f"{went} in these {span_of(window)}.")
    return text(f"{went}; the plan asked for {scale.change(asked)} in these {span_of(window)}.")


def plan_change(movement: Movement) -> Fraction | None:
    """What the plan asked of the number in the window."""
    if movement.plan_before is None or movement.plan_after is None:
        return None
    return movement.plan_after - movement.plan_before


# One function a diagnosis.


def _guardrail_broken(case: _Case) -> Verdict:
    broken = case.diagnosis.broken[0]
    goal, scale = broken.goal, Scale.of(broken.goal, broken.value)
    low = goal.minimum is not None and broken.value < goal.minimum
    limit = goal.minimum if low else goal.maximum
    assert limit is not None  # a guardrail is broken at a bound that it has
    side = "below your limit of" if low else "above your limit of"
    before = text("Before more of ", Name(case.best.goal.title), ", bring that back.") if case.best else ()
    return Verdict(
        title="Hold.",
        lines=(
            text(
                Name(goal.title),
                f" is at {scale.say(broken.value)}, {side} {scale.say(limit)}.",
                " " if before else "",
                before,
            ),
            case.moved(),
        ),
        headline=text(
            case.title,
            ": hold. ",
            Name(goal.title),
            f" is at {scale.say(broken.value)}, {side} {scale.say(limit)}.",
        ),
        advice="Bring that back first.",
        questions=("What could be causing it, and what stops until it is back?",),
    )


def _not_measured(case: _Case) -> Verdict:
    progress = case.standing.progress
    last = progress.last_reading if progress else None
    since = f"No reading since {show_day(last)}" if last else "No reading yet"
    part = case.best or next(iter(case.diagnosis.processes), None)
    belief = text(", so ", case.quoted(part), " is neither right nor wrong") if part else ()
    return Verdict(
        title="Nobody can tell yet.",
        lines=(text(since, belief, ". One number settles it."), case.done()),
        headline=text(case.title, ": nobody can tell yet. ", since, "."),
        advice="One number settles it.",
        questions=("Where does this number live, and when will you look?",),
    )


def _no_process(case: _Case) -> Verdict:
    goal = case.standing.goal
    assert goal.target is not None  # else there is no diagnosis
    assert goal.due is not None
    wish = f"{case.scale.say(goal.target)} by {show_day(goal.due)}, and nothing you repeat leads there."
    return Verdict(
        title="A wish so far.",
        lines=(text(wish, " Write one weekly thing, and finish the sentence “because …”."), case.moved()),
        headline=text(case.title, " is a wish so far: nothing you repeat leads there."),
        advice="Write one weekly thing.",
        questions=("Which two or three things, done weekly, would move this?",),
    )


def _log_first(case: _Case) -> Verdict:
    unlogged = sum(part.unlogged for part in case.diagnosis.processes)
    closed = sum(part.closed for part in case.diagnosis.processes)
    part = max(case.diagnosis.processes, key=lambda part: part.unlogged)
    hold = "holds" if unlogged == 1 else "hold"
    gap = f"{unlogged} of {closed} periods {hold} no log, which is not the same as not done."
    return Verdict(
        title="No verdict.",
        lines=(
            text(gap, " Fill in what you remember, then ", case.quoted(part), " can be judged."),
            case.done(),
            case.moved(),
        ),
        headline=text(case.title, f": no verdict, {unlogged} of {closed} periods {hold} no log."),
        advice="Fill in what you remember.",
        questions=("Did the doing lapse, or the writing down?",),
    )


def _too_early(case: _Case) -> Verdict:
    begun, verdict = case.diagnosis.begun_on, case.diagnosis.verdict_from
    when = f" from {show_day(verdict)}" if verdict else " later"
    allowed = (
        f" and allowed {counted(case.diagnosis.lag, 'day')} for it to show" if case.diagnosis.lag else ""
    )
    began = f"You began on {show_day(begun)}{allowed}, so " if begun else "Nothing has been due yet, so "
    return Verdict(
        title="Keep going, don't judge.",
        lines=(case.done(), case.moved(), text(began, case.quoted(case.best), f" gets its verdict{when}.")),
        headline=text(case.title, f": keep going. It gets its verdict{when}."),
        advice="Do not judge it yet.",
        questions=("What first small sign would you expect, and where?",),
    )


def _early_sign(case: _Case) -> Verdict:
    sign = next(sign for sign in case.diagnosis.signs if sign.movement.moves)
    scale = Scale.of(sign.goal, sign.movement.before, sign.movement.after)
    before, after = sign.movement.before, sign.movement.after
    way = f", {scale.bare(before)} → {scale.say(after)}" if before is not None and after is not None else ""
    return Verdict(
        title="Keep going. The early sign moves.",
        lines=(
            case.done(),
            case.moved(),
            text(
                Name(sign.goal.title),
                f" has begun to move{way}. ",
                case.quoted(case.best),
                " may need more time.",
            ),
        ),
        headline=text(
            case.title, ": keep going. The number has not moved, but ", Name(sign.goal.title), " has."
        ),
        advice="Give it time.",
        questions=("By when should the outcome follow, if the sign is real?",),
    )


def _working(case: _Case) -> Verdict:
    slower = case.diagnosis.movement.grade is Grade.SLOWER
    fits = text(case.quoted(case.best), " fits what happened so far.") if case.best else ()
    return Verdict(
        title="Keep going, it moves; slower than the plan." if slower else "Keep going.",
        lines=(case.done(), case.moved(), fits),
        headline=text(case.title, " moves, slower than the plan." if slower else " moves with what you do."),
        advice="More of it, or a later date?" if slower else "Keep going.",
        questions=("What made this possible, and what could break it next week?",),
    )


def _moves_without_it(case: _Case) -> Verdict:
    return Verdict(
        title="Good news, but not from this.",
        lines=(
            case.done(),
            case.moved(),
            text(case.quoted(case.worst), " was not tested. Find out what moves it before adding effort."),
        ),
        headline=text(case.title, " moves, though you hardly did what you planned for it."),
        advice="Find out what moves it.",
        questions=("What else changed? If you dropped this for four weeks, what would happen?",),
    )


def _assumption_to_revisit(case: _Case) -> Verdict:
    fell = case.diagnosis.movement.grade is Grade.FELL_BACK
    return Verdict(
        title="You did it. The number fell back." if fell else "You did it. The number hardly moved.",
        lines=(case.done(), case.moved(), case.belief(case.best), *_flat_signs(case)),
        headline=text(
            case.title,
            ": you did the work and the number fell back."
            if fell
            else ": you did the work and the number barely answered.",
        ),
        advice="This week, test the belief, not your diligence.",
        questions=("What should you see by now if it were true, and what is the cheapest test?",),
    )


def _flat_signs(case: _Case) -> tuple[Text, ...]:
    """The indicators that were read and do not move: waiting is unlikely to help."""
    flat = [sign for sign in case.diagnosis.signs if sign.movement.measured]
    if not flat or any(sign.movement.moves for sign in flat):
        return ()
    movement = flat[0].movement
    if movement.before is None or movement.after is None:
        return ()
    scale = Scale.of(flat[0].goal, movement.before, movement.after)
    way = f"{scale.bare(movement.before)} → {scale.say(movement.after)}"
    return (
        text("Early sign: ", Name(flat[0].goal.title), f" {way}. Flat too, so waiting is unlikely to help."),
    )


def _execution_gap(case: _Case) -> Verdict:
    partly = case.diagnosis.attainment is not None and case.diagnosis.attainment >= Fraction(1, 2)
    gap: Text = ()
    if case.worst:
        gap = text("the largest gap is ", Name(case.worst.goal.title))
    return Verdict(
        title="Half tried so far." if partly else "Not really tried yet.",
        lines=(
            case.done(),
            case.moved(),
            text(
                case.belief(
                    case.worst, "Half tested so far." if partly else "It cannot be judged until it is done."
                )
            ),
        ),
        headline=text(case.title, " was half done: " if partly else " was hardly done: ", gap, "."),
        advice="Do that one thing.",
        questions=("What stood in the way: make it smaller, move it to another day, or write an if-then?",),
    )


_VERDICTS: Mapping[DiagnosisKind, Callable[[_Case], Verdict]] = MappingProxyType(
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
