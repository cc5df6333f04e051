"""Each process goal as a bet on its outcome: whether to keep it, or to stop or change it."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from vaultgoals.core.config import Thresholds
from vaultgoals.core.contrast import Contrast, with_and_without
from vaultgoals.core.diagnosis import Diagnosis
from vaultgoals.core.doing import ProcessPart
from vaultgoals.core.goal import Goal
from vaultgoals.core.scorecard import Scorecard, Standing, of_goal
from vaultgoals.core.verdict import DiagnosisKind
from vaultgoals.review.overview import Overview, under_way
from vaultgoals.review.pages import goal_link
from vaultgoals.review.phrases import what_was_done
from vaultgoals.review.sentences import Sentences
from vaultgoals.review.text import Name, Text, text


class Worth(StrEnum):
    """What is to become of a process goal, as far as its figures tell."""

    KEEP = "keep"
    STOP = "stop"
    OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bet:
    """One process goal and the outcome that decides about it.

    `part` is what was done of it in the weeks of the outcome's `diagnosis`. `contrast` holds the weeks with
    it against those without, None where there are too few of either.
    """

    goal: Goal
    outcome: Standing
    diagnosis: Diagnosis
    part: ProcessPart
    contrast: Contrast | None
    worth: Worth


def bets_of(overview: Overview) -> tuple[Bet, ...]:
    """The process goals that are under way and lead to an outcome that is judged, in the order of need."""
    processes = (standing for standing in overview.processes if under_way(standing))
    found = (_strongest(overview.card, process) for process in processes)
    return tuple(bet for bet in found if bet)


@of_goal
def _strongest(card: Scorecard, process: Standing) -> Bet | None:
    """Of several outcomes the one that decides: one reason to keep is enough, and to stop it takes all."""
    order = (Worth.KEEP, Worth.OPEN, Worth.STOP)
    return min(_bets(card, process), key=lambda bet: order.index(bet.worth), default=None)


def _bets(card: Scorecard, process: Standing) -> Iterator[Bet]:
    """A process goal as a bet on each of its outcomes that is judged."""
    for outcome in (card.standings[path] for path in process.outcomes):
        parts = outcome.diagnosis.processes if outcome.diagnosis else ()
        part = next((part for part in parts if part.goal.path == process.goal.path), None)
        if outcome.diagnosis and part:
            yield _bet(card, process, outcome, outcome.diagnosis, part)


def _bet(
    card: Scorecard, process: Standing, outcome: Standing, diagnosis: Diagnosis, part: ProcessPart
) -> Bet:
    config = card.vault.config
    contrast = with_and_without(
        outcome.history, process.history, asof=card.asof, today=card.today, config=config
    )
    worth = _worth(diagnosis.kind, part, config.thresholds)
    if contrast and worth is not (Worth.KEEP if helps(outcome, contrast) else Worth.STOP):
        worth = Worth.OPEN  # the weeks with it do not say so
    return Bet(
        goal=process.goal,
        outcome=outcome,
        diagnosis=diagnosis,
        part=part,
        contrast=contrast,
        worth=worth,
    )


def helps(outcome: Standing, contrast: Contrast) -> bool:
    """Whether an outcome came further towards its target in the weeks with a process goal."""
    progress, target = outcome.progress, outcome.goal.target
    if progress is None or progress.baseline is None or target is None:
        return False
    return (contrast.change_with - contrast.change_without) * (target - progress.baseline) > 0


def _worth(kind: DiagnosisKind, part: ProcessPart, limits: Thresholds) -> Worth:
    """What one outcome's diagnosis says of one of its process goals; of no logs it says nothing."""
    share = part.attainment
    if share is None or part.unlogged > limits.unlogged * part.closed:
        return Worth.OPEN
    match kind:
        case DiagnosisKind.WORKING | DiagnosisKind.EARLY_SIGN:
            return Worth.KEEP if share >= limits.partly else Worth.OPEN
        case DiagnosisKind.ASSUMPTION_TO_REVISIT:
            return Worth.STOP if share >= limits.did else Worth.OPEN
        case DiagnosisKind.MOVES_WITHOUT_IT | DiagnosisKind.EXECUTION_GAP:
            return Worth.STOP if share < limits.partly else Worth.OPEN
        case _:
            return Worth.OPEN


def done_and_moved(card: Scorecard, bet: Bet) -> Text:
    """What was done and what the number did: `[[Calls]] 40 of 40, met in 4 weeks; [[Trials]] 6.3 → 6.4 %.`"""
    link, outcome = goal_link(card.vault, bet.goal), goal_link(card.vault, bet.outcome.goal)
    done = tuple(link if part == Name(bet.goal.title) else part for part in what_was_done(bet.part))
    say, movement = Sentences(card, bet.outcome, bet.diagnosis), bet.diagnosis.movement
    went = say.way(say.goal, movement)
    if movement.after is not None and movement.before == movement.after:
        went = f"stayed at {say.scale.say(movement.after)}"
    return text(done or link, "; ", outcome, f" {went}", _early_sign(card, bet, say), ".")


def _early_sign(card: Scorecard, bet: Bet, say: Sentences) -> Text:
    """What moves instead of an outcome that does not yet: `, early sign [[Activation]] 41 → 47 %`."""
    sign = next((sign for sign in bet.diagnosis.signs if sign.movement.moves), None)
    if sign is None or bet.diagnosis.kind is not DiagnosisKind.EARLY_SIGN:
        return ()
    return text(", early sign ", goal_link(card.vault, sign.goal), f" {say.way(sign.goal, sign.movement)}")
