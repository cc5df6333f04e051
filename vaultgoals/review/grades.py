"""The first sentence of a page that scores: how many outcomes were reached, and how far all of them came."""

from collections.abc import Sequence

from vaultgoals.core.period import Period
from vaultgoals.core.scorecard import Standing
from vaultgoals.review.phrases import share_of
from vaultgoals.review.scores import is_measured, is_reached, mean_score, shown
from vaultgoals.review.spoken import named, sentence
from vaultgoals.review.text import Name, Text, text


def grade(
    period: Period, scored: Sequence[Standing], ended: Sequence[Standing], *, so_far: bool = False
) -> Text:
    """`2 of 3 outcomes due in Q3 2026 were reached; the mean score of all 4 is 0.62.`

    `ended` are the outcomes that are due or were closed in the period, `scored` all that have a score in it;
    `so_far` while it is open.
    """
    if not (scored or ended):
        return text(f"No outcome is scored in {named(period)}.")
    said = _reached(period, ended, so_far=so_far)
    return text(sentence(f"so far {said}" if so_far else said), _mean(scored, ended), ".")


def _reached(period: Period, ended: Sequence[Standing], *, so_far: bool) -> str:
    """`2 of 3 outcomes due in Q3 2026 were reached, 1 was not measured`."""
    early = any(s.goal.due is None or s.goal.due not in period for s in ended)
    when = f"{'due or closed' if early else 'due'} in {named(period)}"
    one, several = ("is", "are") if so_far else ("was", "were")
    reached, unmeasured = sum(map(is_reached, ended)), sum(not is_measured(s) for s in ended)
    if not ended:
        return f"no outcome {one} {when}"
    if len(ended) == 1:
        fate = "not measured" if unmeasured else "reached" if reached else "not reached"
        return f"the one outcome {when} {one} {fate}"
    who = share_of(reached, len(ended), "outcome")
    told = f"{who} {when} {several if reached > 1 else one} reached"
    return f"{told}, {unmeasured} {several if unmeasured > 1 else one} not measured" if unmeasured else told


def _mean(scored: Sequence[Standing], ended: Sequence[Standing]) -> Text:
    """`; the mean score of all 4 is 0.62`; nothing where nothing was measured."""
    mean = mean_score(scored)
    if mean is None or not any(map(is_measured, scored)):
        return ()
    same = {s.goal.path for s in scored} == {s.goal.path for s in ended}
    if len(scored) == 1:
        who = text("its score is ") if same else text("the score of ", Name(scored[0].goal.title), " is ")
        return text("; ", who, shown(mean))
    which = "" if same else " of both" if len(scored) == 2 else f" of all {len(scored)}"
    return text(f"; the mean score{which} is {shown(mean)}")
