"""Any goal in a line: a mark, its link, how it stands, and the figures that say so."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from vaultgoals.core.goal import Goal, Kind
from vaultgoals.core.health import Health
from vaultgoals.core.rollup import lever_score
from vaultgoals.core.scorecard import Scorecard, Standing, of_goal
from vaultgoals.core.show import show_day, show_number
from vaultgoals.review.doing_now import doing
from vaultgoals.review.gist import gist
from vaultgoals.review.marks import health_of, in_words, mark_of
from vaultgoals.review.pages import goal_link
from vaultgoals.review.scale import Scale
from vaultgoals.review.text import Text, text


@of_goal
def standing_line(card: Scorecard, standing: Standing) -> Text:
    """`○ Activation: off track · 42 %, plan 50 %`, `Calls: 7 of 10 this week · ■□■■ 3 of 4 weeks`."""
    goal = goal_link(card.vault, standing.goal)
    said = standing_words(card, standing)
    mark = f"{mark_of(judged(standing))} " if standing.goal.kind not in _UNMARKED else ""
    return text(mark, goal, ": ", said) if said else text(mark, goal)


def standing_words(card: Scorecard, standing: Standing, *, in_full: bool = False) -> Text:
    """How a goal stands, and the figures that say so: `off track, belief in doubt · 6.4 %, plan 7.3 %`.

    `in_full` a metric's target is said too, and what an outcome's figures mean is left to its verdict.
    """
    goal = standing.goal
    match goal.kind:
        case Kind.PROCESS:
            return doing(card, standing).in_words()
        case Kind.OBJECTIVE:
            score = standing.roll_up.score if standing.roll_up else None
            return _joined([in_words(health_of(standing))], [_score(score)])
        case Kind.LEVER:
            return _joined(["lever"], [_score(lever_score(goal))])
        case Kind.GUARDRAIL:
            return _joined([_holds(standing)], [_now(card, standing), limits(goal, _scale(card, standing))])
        case _:
            verdict = [in_words(health_of(standing)), "" if in_full else gist(card, standing)]
            return _joined(verdict, [_now(card, standing), *_wanted(card, standing, target=in_full)])


_ON_THE_WAY = frozenset({Health.ON_TRACK, Health.AT_RISK, Health.OFF_TRACK, Health.NOT_MEASURED})
_UNMARKED = frozenset({Kind.PROCESS, Kind.LEVER})


def judged(standing: Standing) -> Health | None:
    """A goal's health; that of a guardrail by whether it holds."""
    if standing.goal.kind is not Kind.GUARDRAIL or standing.progress is None:
        return health_of(standing)
    if not standing.progress.measured:
        return None
    return Health.OFF_TRACK if standing.progress.broken else Health.ON_TRACK


def limits(goal: Goal, scale: Scale) -> str:
    """A guardrail's bounds: `at least 2 % and at most 9 %`; empty where it has none."""
    bounds = [f"at least {scale.say(goal.minimum)}"] if goal.minimum is not None else []
    bounds += [f"at most {scale.say(goal.maximum)}"] if goal.maximum is not None else []
    return " and ".join(bounds)


def _joined(verdict: Iterable[str], figures: Iterable[str]) -> Text:
    groups = (", ".join(filter(None, group)) for group in (verdict, figures))
    return text(" · ".join(filter(None, groups)))


def _scale(card: Scorecard, standing: Standing) -> Scale:
    return Scale.of(standing.history, card.asof)


def _score(score: Fraction | None) -> str:
    return "" if score is None else f"score {show_number(round(score, 2))}"


def _holds(standing: Standing) -> str:
    health = judged(standing)
    return "not measured" if health is None else "broken" if health is Health.OFF_TRACK else "holds"


def _now(card: Scorecard, standing: Standing) -> str:
    """A metric's value; empty where it was never measured."""
    progress = standing.progress
    if progress is None or not progress.measured or progress.current is None:
        return ""
    return _scale(card, standing).say(progress.current)


def _wanted(card: Scorecard, standing: Standing, *, target: bool) -> Iterator[str]:
    """What the plan says, and by when it is due: `plan 7.3 %`, `due 20 Dec`, or `8 % by 20 Dec`."""
    goal, progress, scale = standing.goal, standing.progress, _scale(card, standing)
    due = show_day(goal.due, card.asof.year) if goal.due else ""
    planned = progress.expected if progress and progress.health in _ON_THE_WAY else None
    if planned is not None:
        yield f"plan {scale.say(planned)}"
    if goal.target is not None and (target or planned is None):
        yield f"target {scale.say(goal.target)}{f' by {due}' if due else ''}"
    elif due and goal.kind is Kind.OUTCOME:
        yield f"due {due}"
