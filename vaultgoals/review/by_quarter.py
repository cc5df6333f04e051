"""The four quarters of a year side by side: the score of each objective and outcome at the end of each."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from vaultgoals.core.goal import Kind
from vaultgoals.core.memo import remembered
from vaultgoals.core.past import history_as_of
from vaultgoals.core.period import Period
from vaultgoals.core.progress import measure
from vaultgoals.core.scorecard import Scorecard, Standing
from vaultgoals.core.vault import Vault
from vaultgoals.review.pages import goal_link
from vaultgoals.review.scores import AT_ONCE, is_scored, shown
from vaultgoals.review.text import Mention


@dataclass(frozen=True, slots=True, kw_only=True)
class QuarterRow:
    """A goal and its score in each quarter, a dash where it has none."""

    goal: Mention
    scores: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuarterGroup:
    """The outcomes of one objective, by path; `objective` is None for those without one."""

    objective: QuarterRow | None
    outcomes: tuple[QuarterRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ByQuarter:
    """The block `scores` of a year; `heads` are the quarters in which anything has a score.

    `folded` says that only the objectives stand open.
    """

    heads: tuple[str, ...]
    groups: tuple[QuarterGroup, ...]
    count: int
    folded: bool


def scores_by_quarter(card: Scorecard, quarters: Iterable[Period]) -> ByQuarter:
    """The scores in those quarters that have begun, each as of its end or the scorecard's day."""
    past = [(quarter.label[-2:], found) for quarter in quarters if (found := _scores_in(card, quarter))]
    rows = {path: _row(card, path, [found.get(path) for _, found in past]) for path in _paths(past)}
    outcomes: dict[str, list[QuarterRow]] = {}
    for path, row in rows.items():
        goal = card.vault.goals[path]
        if goal.kind is Kind.OUTCOME:
            outcomes.setdefault(card.vault.objective_of(goal) or "", []).append(row)
    groups = (
        QuarterGroup(objective=rows.get(objective), outcomes=tuple(outcomes[objective]))
        for objective in sorted(outcomes, key=lambda path: (not path, path))
    )
    return ByQuarter(
        heads=tuple(head for head, _ in past),
        groups=tuple(groups),
        count=sum(map(len, outcomes.values())),
        folded=len(rows) > AT_ONCE,
    )


def _paths(past: Iterable[tuple[str, Mapping[str, Fraction]]]) -> list[str]:
    return sorted({path for _, found in past for path in found})


def _scores_in(card: Scorecard, quarter: Period) -> Mapping[str, Fraction]:
    """The scores of the outcomes that are scored and measured in a quarter, and of their objectives."""
    if quarter.start > card.asof:
        return {}
    then = Scorecard.of(card.vault, asof=min(quarter.last, card.asof), today=card.today)
    found: dict[str, Fraction] = {}
    for outcome in card.vault.of_kind(Kind.OUTCOME):
        score = _score(card.vault, outcome.path, then.asof, card.today, quarter)
        if score is not None:
            found[outcome.path] = score
    objectives = {card.vault.objective_of(card.vault.goals[path]) for path in found}
    rolled = {path: then.roll_up_of(path).score for path in objectives if path}
    return found | {path: score for path, score in rolled.items() if score is not None}


@remembered
def _score(vault: Vault, path: str, asof: date, today: date, quarter: Period) -> Fraction | None:
    """An outcome's score, None where it is not scored or not measured; nothing else of it is worked out."""
    history = history_as_of(vault, path, asof, today)
    progress = measure(history, asof=asof, config=vault.config)
    standing = Standing(goal=history.goal, history=history, progress=progress)
    return progress.score if progress.measured and is_scored(standing, quarter) else None


def _row(card: Scorecard, path: str, scores: Iterable[Fraction | None]) -> QuarterRow:
    written = ("–" if score is None else shown(score) for score in scores)
    return QuarterRow(goal=goal_link(card.vault, card.vault.goals[path]), scores=tuple(written))
