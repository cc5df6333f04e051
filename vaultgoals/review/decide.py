"""What there is to decide at the end of a month: to stop, to try next, to set another target."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from vaultgoals.core.goal import Goal
from vaultgoals.core.health import Health
from vaultgoals.core.progress import Progress, share_of_way
from vaultgoals.core.scorecard import Scorecard, Standing
from vaultgoals.core.show import show_day
from vaultgoals.core.verdict import DiagnosisKind
from vaultgoals.review.asked import decision_due
from vaultgoals.review.bets import Bet, Worth, done_and_moved
from vaultgoals.review.lever_ranking import ranking, untried_levers
from vaultgoals.review.overview import Overview
from vaultgoals.review.pages import goal_link
from vaultgoals.review.scale import Scale
from vaultgoals.review.steps import UNTRIED, Step
from vaultgoals.review.text import Text, text
from vaultgoals.review.trends import has_ended
from vaultgoals.review.trials import trials_ending

STOPS = 2
TARGETS = 2
IN_ALL = 5
"""How many decisions of a sort, and in all, are asked for at once."""

_TELLING = frozenset(
    {DiagnosisKind.WORKING, DiagnosisKind.ASSUMPTION_TO_REVISIT, DiagnosisKind.MOVES_WITHOUT_IT}
)
"""The diagnoses in which the readings say something about the target."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decisions:
    """The block `decide`: what to decide, and the levers not yet tried, the most promising first."""

    steps: tuple[Step, ...]
    levers: Text


def decisions_of(overview: Overview, bets: Sequence[Bet]) -> Decisions:
    """What there is to decide about the goals that are under way, the most pressing first."""
    card = overview.card
    untried = untried_levers(card)
    stops = [_stop(card, bet) for bet in bets if bet.worth is Worth.STOP]
    running = (standing for standing in overview.active if not has_ended(card, standing.goal))
    targets = [step for standing in running for step in _target(card, standing)]
    steps = [
        *_pressing(card, overview.outcomes),
        *stops[:STOPS],
        *_try(card, untried[:1]),
        *targets[:TARGETS],
        *trials_ending(card),
    ]
    return Decisions(steps=tuple(steps[:IN_ALL]), levers=ranking(card, untried))


def _pressing(card: Scorecard, outcomes: Iterable[Standing]) -> Iterator[Step]:
    """Broken guardrails, each once, and the outcomes whose time is up or that are reached."""
    broken: dict[str, Step] = {}
    decided: list[Step] = []
    for standing in outcomes:
        diagnosis = standing.diagnosis
        if diagnosis and diagnosis.kind is DiagnosisKind.GUARDRAIL_BROKEN:
            goal = diagnosis.broken[0].goal
            what = text("bring ", goal_link(card.vault, goal), " back within its limit")
            broken.setdefault(goal.path, Step("First", what))
        decided += decision_due(card, standing)
    yield from broken.values()
    yield from decided


def _stop(card: Scorecard, bet: Bet) -> Step:
    undone = bet.diagnosis.kind is DiagnosisKind.EXECUTION_GAP
    return Step("Make smaller, or stop" if undone else "Stop or change", done_and_moved(card, bet))


def _try(card: Scorecard, levers: Iterable[Goal]) -> Iterator[Step]:
    for lever in levers:
        outcome = card.standings[card.vault.outcomes_of(lever.path)[0]].goal
        link = goal_link(card.vault, lever)
        yield Step("Try next", text(link, UNTRIED, " → ", goal_link(card.vault, outcome)))


def _target(card: Scorecard, standing: Standing) -> Iterator[Step]:
    """A target that is met before its day, or lies beyond all that the forecast holds possible.

    What was not done, or has not had its time yet, says nothing about a target.
    """
    goal, progress, scale = standing.goal, standing.progress, Scale.of(standing.history, card.asof)
    if progress is None or goal.target is None or goal.due is None:
        return
    link, due = goal_link(card.vault, goal), show_day(goal.due, card.asof.year)
    telling = standing.diagnosis is not None and standing.diagnosis.kind in _TELLING
    best = _best(progress) if telling else None
    if progress.health is Health.ACHIEVED:
        yield Step("Change the target", text(link, f": it is met before {due}. A new one, or close it?"))
    elif best is not None and scale.say(best) != scale.say(goal.target):
        what = f": {scale.say(goal.target)} by {due} lies beyond what the readings lead to, "
        yield Step("Change the target", text(link, what, f"{scale.say(best)} at best. Or a later day?"))


def _best(progress: Progress) -> Fraction | None:
    """The end of the forecast's range that comes closest to the target, where even that falls short of it."""
    ahead = progress.forecast
    ends = (ahead.at_due_low, ahead.at_due_high) if ahead else ()
    shares = [
        (share, end)
        for end in ends
        if (share := share_of_way(end, baseline=progress.baseline, target=progress.target)) is not None
    ]
    share, best = max(shares, default=(Fraction(1), None))
    return best if share < 1 else None
