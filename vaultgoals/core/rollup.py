"""Figures over several goals: an objective's score and health, net confidence, and a lever's score."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from vaultgoals.core.goal import Goal, Status
from vaultgoals.core.health import Health
from vaultgoals.core.progress import Progress

_WEAKEST_FIRST = (
    Health.MISSED,
    Health.OFF_TRACK,
    Health.AT_RISK,
    Health.NOT_MEASURED,
    Health.NOT_STARTED,
    Health.ON_TRACK,
    Health.ACHIEVED,
)

_ON_TRACK, _OFF_TRACK = Fraction(7, 10), Fraction(4, 10)


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """What one outcome gives to its objective."""

    status: Status
    weight: Fraction
    score: Fraction | None
    health: Health | None

    @classmethod
    def of(cls, goal: Goal, progress: Progress) -> "Share":
        """An outcome's share."""
        return cls(status=goal.status, weight=goal.weight, score=progress.score, health=progress.health)


@dataclass(frozen=True, slots=True, kw_only=True)
class RollUp:
    """An objective's `score`, 0..1 or None without any, and its `health`."""

    score: Fraction | None
    health: Health


def roll_up(outcomes: Iterable[Share]) -> RollUp:
    """An objective's figures from its outcomes, drafts and dropped ones left out.

    The score is the weighted mean of theirs, without those that have not started or have none. The health is
    the weakest of those that are neither paused nor done, `not-measured` without any.
    """
    shares = [share for share in outcomes if share.status not in (Status.DRAFT, Status.DROPPED)]
    healths = {share.health for share in shares}
    return RollUp(
        score=_weighted_mean(
            [
                (share.score, share.weight)
                for share in shares
                if share.score is not None and share.health is not Health.NOT_STARTED
            ]
        ),
        health=next((health for health in _WEAKEST_FIRST if health in healths), Health.NOT_MEASURED),
    )


def _weighted_mean(weighed: Sequence[tuple[Fraction, Fraction]]) -> Fraction | None:
    weights = sum((weight for _, weight in weighed), Fraction(0))
    return sum((score * weight for score, weight in weighed), Fraction(0)) / weights if weights > 0 else None


@dataclass(frozen=True, slots=True, kw_only=True)
class NetConfidence:
    """`percent` −100..100, None when nobody said; `without` counts the outcomes that nobody spoke about."""

    percent: Fraction | None
    without: int


def says_on_track(confidence: Fraction) -> bool:
    """Whether a stated confidence says that the goal will be reached."""
    return confidence >= _ON_TRACK


def says_off_track(confidence: Fraction) -> bool:
    """Whether a stated confidence says that the goal will not be reached."""
    return confidence < _OFF_TRACK


def net_confidence(stated: Iterable[Fraction | None]) -> NetConfidence:
    """Percent on track less percent off track, of the last stated confidence of each active outcome.

    Reckoned as the Net Promoter Score is (Reichheld 2003).
    """
    all_stated = list(stated)
    said = [confidence for confidence in all_stated if confidence is not None]
    net = sum(map(says_on_track, said)) - sum(map(says_off_track, said))
    return NetConfidence(
        percent=Fraction(100 * net, len(said)) if said else None,
        without=len(all_stated) - len(said),
    )


def lever_score(lever: Goal) -> Fraction | None:
    """How promising a lever is, None while impact, confidence or a positive effort is missing.

    RICE, reach × impact × confidence / effort (Intercom, 2016); without reach impact × confidence / effort,
    after ICE.
    """
    if lever.impact is None or lever.confidence is None or lever.effort is None or lever.effort <= 0:
        return None
    reach = lever.reach if lever.reach is not None else Fraction(1)
    return reach * lever.impact * lever.confidence / lever.effort
