"""The scores of a quarter or a year: which outcomes are scored in it, and how each of them came out."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from vaultgoals.core.goal import Kind, Status
from vaultgoals.core.health import Health, band_of
from vaultgoals.core.period import Period
from vaultgoals.core.rollup import Share, roll_up
from vaultgoals.core.scorecard import Scorecard, Standing, of_goal
from vaultgoals.core.show import show_day, show_number
from vaultgoals.core.vault import CLOSED
from vaultgoals.review.pages import goal_link
from vaultgoals.review.scale import Scale
from vaultgoals.review.text import Mention, Text, text

AT_ONCE = 12
"""How many rows of scores a page shows; where there are more, the outcomes are folded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreRow:
    """A goal among the scores; all but its link may be empty."""

    goal: Mention
    score: str
    now: str = ""
    target: str = ""
    due: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreGroup:
    """The outcomes of one objective, best score first; `objective` is None for those without one."""

    objective: ScoreRow | None
    outcomes: tuple[ScoreRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """The block `scores`. `folded` says that only the objectives stand open."""

    groups: tuple[ScoreGroup, ...]
    count: int
    folded: bool


def scored_in(card: Scorecard, period: Period) -> tuple[Standing, ...]:
    """The outcomes that are scored in a period, by path."""
    outcomes = (s for s in card.standings.values() if s.goal.kind is Kind.OUTCOME)
    return tuple(standing for standing in outcomes if is_scored(standing, period))


def is_scored(standing: Standing, period: Period) -> bool:
    """Whether an outcome has a score at the end of a period, and belongs to it.

    One that was dropped, has not begun, or was over or closed before the period does not.
    """
    goal, progress = standing.goal, standing.progress
    if goal.status in (Status.DRAFT, Status.DROPPED) or progress is None or progress.score is None:
        return False
    if progress.health is Health.NOT_STARTED:
        return False
    ended = goal.closed or goal.due if goal.status in CLOSED else goal.due
    return ended >= period.start if ended else goal.status not in CLOSED


def _share(standing: Standing) -> Share:
    assert standing.progress  # an outcome has figures
    return Share.of(standing.goal, standing.progress)


def mean_score(scored: Iterable[Standing]) -> Fraction | None:
    """The weighted mean of some outcomes' scores, 0..1, as an objective's is reckoned; None of none."""
    return roll_up(map(_share, scored)).score


def is_measured(standing: Standing) -> bool:
    """Whether a metric has a reading that counts."""
    return standing.progress is not None and standing.progress.measured


def is_reached(standing: Standing) -> bool:
    """Whether a metric has come to its target."""
    progress = standing.progress
    return progress is not None and progress.measured and progress.score == 1


def scores_of(card: Scorecard, scored: Sequence[Standing], *, told: Collection[Standing] = ()) -> Scores:
    """Some outcomes below their objectives, the best score first; nothing where all is `told` already."""
    ranked = sorted(scored, key=lambda standing: (-(_share(standing).score or 0), standing.goal.path))
    by_objective: dict[str, list[Standing]] = {}
    for standing in ranked:
        by_objective.setdefault(card.vault.objective_of(standing.goal) or "", []).append(standing)
    if not any(by_objective) and all(standing in told for standing in scored):
        return Scores(groups=(), count=0, folded=False)
    groups = [_group(card, path, by_objective[path]) for path in sorted(by_objective, key=_alone_last)]
    rows = len(scored) + sum(group.objective is not None for group in groups)
    return Scores(groups=tuple(groups), count=len(scored), folded=rows > AT_ONCE)


def _alone_last(path: str) -> tuple[bool, str]:
    return not path, path


def _group(card: Scorecard, path: str, outcomes: Iterable[Standing]) -> ScoreGroup:
    objective = _objective_row(card, card.standings[path]) if path else None
    return ScoreGroup(objective=objective, outcomes=tuple(_row(card, one) for one in outcomes))


def _objective_row(card: Scorecard, standing: Standing) -> ScoreRow:
    score = standing.roll_up.score if standing.roll_up else None
    return ScoreRow(goal=goal_link(card.vault, standing.goal), score=graded(score))


@of_goal
def _row(card: Scorecard, standing: Standing) -> ScoreRow:
    goal, progress, scale = standing.goal, standing.progress, Scale.of(standing.history, card.asof)
    assert progress is not None  # an outcome has figures,
    assert progress.current is not None  # and without these two it has no score
    assert goal.target is not None
    return ScoreRow(
        goal=goal_link(card.vault, goal),
        score=graded(progress.score, committed=goal.committed),
        now=scale.say(progress.current) if progress.measured else "not measured",
        target=scale.say(goal.target),
        due=show_day(goal.due, card.asof.year) if goal.due else "",
    )


def graded(score: Fraction | None, *, committed: bool = False) -> str:
    """A score, two decimals at most, and its colour: `0.62 (amber)`, `1 (green)`; a dash where there is none.

    A committed goal is green only at 1, and says so below it.
    """
    band = band_of(score, committed=committed)
    if score is None or band is None:
        return "–"
    return f"{shown(score)} ({band}{', committed' if committed and score < 1 else ''})"


def shown(score: Fraction) -> str:
    """A score as it is written, two decimals at most; 1 only where the target was met."""
    rounded = round(score, 2)
    return show_number(rounded if rounded < 1 or score == 1 else Fraction(99, 100))


def figures_said(card: Scorecard, standing: Standing) -> Text:
    """What an outcome came to: `6.4 %, target 8 % by 20 Dec · score 0.2 (red)`."""
    goal, progress, scale = standing.goal, standing.progress, Scale.of(standing.history, card.asof)
    if progress is None or goal.target is None:
        return ()
    now = f"{scale.say(progress.current)}, " if progress.measured and progress.current is not None else ""
    due = f" by {show_day(goal.due, card.asof.year)}" if goal.due else ""
    score = (
        f" · score {graded(progress.score, committed=goal.committed)}" if progress.score is not None else ""
    )
    return text(f"{now}target {scale.say(goal.target)}{due}{score}")
