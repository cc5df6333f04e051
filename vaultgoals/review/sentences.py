"""The sentences that several verdicts share: what was done, what moved, and what the person believes."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from vaultgoals.core.diagnosis import Diagnosis
from vaultgoals.core.doing import ProcessPart
from vaultgoals.core.goal import Goal
from vaultgoals.core.movement import Movement
from vaultgoals.core.scorecard import Scorecard, Standing
from vaultgoals.review.scale import Scale, amount
from vaultgoals.review.text import Name, Said, Text, join, text

_COUNTS = (
    *("no", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
_PERIODS = {("week", 2): "fortnight"}
_DAYS = frozenset({"day", "weekday"})


def count(number: int) -> str:
    """A small number as a word."""
    return _COUNTS[number] if 0 <= number < len(_COUNTS) else str(number)


def counted(number: int, noun: str) -> str:
    """A number of things: `1 day`, `3 days`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


@dataclass(frozen=True, slots=True)
class Sentences:
    """What can be said of one outcome's diagnosis."""

    card: Scorecard
    standing: Standing
    diagnosis: Diagnosis

    @property
    def goal(self) -> Goal:
        """The outcome."""
        return self.standing.goal

    @property
    def title(self) -> Name:
        """The outcome's name."""
        return Name(self.goal.title)

    @property
    def scale(self) -> Scale:
        """How the outcome's numbers are written."""
        return Scale.of(self.standing.history)

    def scale_of(self, goal: Goal) -> Scale:
        """How another goal's numbers are written."""
        return Scale.of(self.card.histories[goal.path])

    @property
    def best(self) -> ProcessPart | None:
        """The best-kept process goal; of equals the first by path."""
        return max(self._judged(), key=_share, default=None)

    @property
    def worst(self) -> ProcessPart | None:
        """The process goal with the largest gap; of equals the first by path."""
        return min(self._judged(), key=_share, default=None)

    def _judged(self) -> Iterator[ProcessPart]:
        return (part for part in self.diagnosis.processes if part.attainment is not None)

    @property
    def window(self) -> str:
        """The length of the window: `four weeks`."""
        return f"{count(self.diagnosis.window.days // 7)} weeks"

    def done(self) -> Text:
        """What was done: `Calls 40 of 40, met in 3 of 4 weeks; Mails on 18 of 20 weekdays.`"""
        parts = [_done(part) for part in self.diagnosis.processes if part.closed]
        return text(join(parts, "; "), ".") if parts else ()

    def moved(self) -> Text:
        """What the number did, against what the plan asked for."""
        movement, scale = self.diagnosis.movement, self.scale
        if movement.before is None or movement.after is None:
            return ()
        if movement.after == movement.before:
            went = f"It stayed at {scale.say(movement.after)}"
        else:
            went = f"It went from {scale.bare(movement.before)} to {scale.say(movement.after)}"
        asked = _asked(movement)
        if asked is None:
            return text(f"{went} in these {self.window}.")
        return text(f"{went}; the plan asked for {scale.change(asked)} in these {self.window}.")

    def way(self, goal: Goal, movement: Movement) -> str:
        """What another metric did: `41 → 42 %`; empty where that is unknown."""
        if movement.before is None or movement.after is None:
            return ""
        scale = self.scale_of(goal)
        return f"{scale.bare(movement.before)} → {scale.say(movement.after)}"

    def belief(self, part: ProcessPart | None, end: str = "") -> Text:
        """The person's own `because`, or that there is none yet."""
        if part is None:
            return ()
        if part.goal.because:
            return text("You wrote: ", Said(part.goal.because), f" {end}" if end else "")
        why = text("You have not written why ", Name(part.goal.title), " should move ", self.title)
        return text(why, ". One sentence is enough.")

    def believed(self, part: ProcessPart | None) -> Text:
        """The belief inside a sentence."""
        if part is None:
            return text("the idea behind it")
        if part.goal.because:
            return text(Said(part.goal.because))
        return text("the idea behind ", Name(part.goal.title))


def _share(part: ProcessPart) -> Fraction:
    return part.attainment if part.attainment is not None else Fraction(0)


def _asked(movement: Movement) -> Fraction | None:
    """What the plan asked of the number in the window."""
    if movement.plan_before is None or movement.plan_after is None:
        return None
    return movement.plan_after - movement.plan_before


def _done(part: ProcessPart) -> Text:
    goal, cadence = part.goal, part.goal.cadence
    if cadence is None:
        return ()
    noun = _PERIODS.get((cadence.period, cadence.every), cadence.period)
    periods = f"{part.met} of {part.closed} {noun}s" if part.closed > 1 else f"the last {noun}"
    if cadence.at_most:
        kept = "kept" if part.met or part.closed > 1 else "not kept"
        return text(Name(goal.title), f" {kept} to its limit in {periods}")
    if cadence.period in _DAYS:
        return text(Name(goal.title), f" on {part.met} of {counted(part.closed, noun)}")
    done = f"{amount(goal, part.done, bare=True)} of {amount(goal, part.quota)}"
    if cadence.event:
        return text(Name(goal.title), f" {done}")
    met = f", met in {periods}" if part.closed > 1 else f" in {periods}"
    return text(Name(goal.title), f" {done}{met}")
