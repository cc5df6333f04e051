"""The sentences that several verdicts share: what was done, what moved, and what the person believes."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from vaultgoals.core.diagnosis import Diagnosis
from vaultgoals.core.doing import ProcessPart
from vaultgoals.core.goal import Goal
from vaultgoals.core.movement import Movement
from vaultgoals.core.scorecard import Scorecard, Standing
from vaultgoals.core.show import show_day
from vaultgoals.review.outlook import lies_ahead
from vaultgoals.review.phrases import count, stretch, what_is_short, what_was_done
from vaultgoals.review.scale import Scale
from vaultgoals.review.text import Name, Said, Text, join, text


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
        return Scale.of(self.standing.history, self.card.asof)

    def scale_of(self, goal: Goal) -> Scale:
        """How another goal's numbers are written."""
        return Scale.of(self.card.histories[goal.path], self.card.asof)

    def day(self, day: date) -> str:
        """A day, with its year where that is another."""
        return show_day(day, self.card.asof.year)

    @property
    def best(self) -> ProcessPart | None:
        """The best-kept process goal; of equals, and where nothing has closed yet, the first by path."""
        return max(self._judged(), key=_share, default=next(iter(self.diagnosis.processes), None))

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
        """What was done: `Calls 40 of 40, met in 3 of 4 weeks; Mails on 18 of 20 weekdays.`

        Where the outcome has a lag, up to which day: not the same weeks as its number's.
        """
        parts = [done for part in self.diagnosis.processes if (done := what_was_done(part))]
        if not parts:
            return ()
        last, lag = self.diagnosis.process_window.last, self.diagnosis.lag
        until = f" That is up to {self.day(last)}, as it may take {stretch(lag)} to show." if lag else ""
        return text(join(parts, "; "), f".{until}")

    @property
    def half_done(self) -> bool:
        """Whether the work was done partly: half of it or more, and not all."""
        share, thresholds = self.diagnosis.attainment, self.card.vault.config.thresholds
        return share is not None and thresholds.partly <= share < thresholds.did

    def largest_gap(self) -> Text:
        """What the largest gap is, as a sentence: ` The largest gap: Calls 6 of 40, 34 short.`"""
        return text(" The largest gap: ", what_is_short(self.worst), ".") if self.worst else ()

    def moved(self) -> Text:
        """What the number did, against what the plan asked for."""
        went = self._went()
        return text(f"It {went} in these {self.window}.") if went else ()

    def moved_until(self) -> Text:
        """The same where it stands beside other weeks: `In the four weeks to 15 Nov it stayed at 6.4 %.`"""
        went, last = self._went(), self.day(self.diagnosis.window.last)
        return text(f"In the {self.window} to {last} it {went}.") if went else ()

    def _went(self) -> str:
        """`went from 6.3 to 6.4 %; the plan asked for +0.6 points`; empty where that is unknown."""
        movement, scale = self.diagnosis.movement, self.scale
        if movement.before is None or movement.after is None:
            return ""
        begin = "" if movement.before_on else "its baseline of "
        if movement.after == movement.before:
            went = f"stayed at {begin}{scale.say(movement.after)}"
        else:
            went = f"went from {begin}{scale.bare(movement.before)} to {scale.say(movement.after)}"
        asked = _asked(movement)
        if asked is None:
            return went
        return f"{went}; {f'the plan asked for {scale.change(asked)}' if asked else 'the plan stood still'}"

    def judged(self) -> Text:
        """The same where a verdict rests on it: that it is thin where there is only one reading."""
        progress, window = self.standing.progress, self.diagnosis.window
        days = {checkin.on for checkin in progress.counted if checkin.on in window} if progress else ()
        return text(self.moved(), " That rests on one reading." if len(days) == 1 else "")

    def at_this_rate(self) -> Text:
        """Where the number is heading: ` At this rate 50:40 on 13 Dec.`; nothing where that is unknown."""
        forecast = self.standing.progress.forecast if self.standing.progress else None
        known = forecast is not None and lies_ahead(self.goal, self.card.asof)
        if not known or forecast is None or forecast.at_due is None or self.goal.due is None:
            return ()
        return text(f" At this rate {self.scale.say(forecast.at_due)} on {self.day(self.goal.due)}.")

    def way(self, goal: Goal, movement: Movement) -> str:
        """What another metric did: `41 → 42 %`; empty where that is unknown."""
        if movement.before is None or movement.after is None:
            return ""
        scale = self.scale_of(goal)
        return f"{scale.bare(movement.before)} → {scale.say(movement.after)}"

    def belief(self, part: ProcessPart | None, end: str = "") -> Text:
        """The person's own `because`, or that there is none yet; `end` is the sentence after it."""
        if part is None:
            return ()
        because = part.goal.because
        if because:
            stop = "" if because.rstrip().endswith(_STOPS) else "."
            return text("You wrote: ", Said(because), stop, f" {end}" if end else "")
        why = text("You have not written why ", Name(part.goal.title), " should move ", self.title)
        return text(why, ". One sentence is enough.")

    def believed(self, part: ProcessPart | None) -> Text:
        """The belief inside a sentence, without a full stop of its own."""
        if part is None:
            return text("the idea behind it")
        because = part.goal.because
        if because:
            ends = because.endswith(".") and not because.endswith("..")
            return text(Said(because[:-1] if ends else because))
        return text("the idea behind ", Name(part.goal.title))


_STOPS = (".", "!", "?", "…", ".”", "!”", "?”")


def _share(part: ProcessPart) -> Fraction:
    return part.attainment if part.attainment is not None else Fraction(0)


def _asked(movement: Movement) -> Fraction | None:
    """What the plan asked of the number in the window."""
    if movement.plan_before is None or movement.plan_after is None:
        return None
    return movement.plan_after - movement.plan_before
