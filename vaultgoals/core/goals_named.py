"""Which goals a word may mean that somebody types: their names, or a part of their titles."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from vaultgoals.core.goal import Goal, Status
from vaultgoals.core.naming import folded, log_key

_LAST = (Status.DRAFT, Status.DONE, Status.DROPPED)


@dataclass(frozen=True, slots=True)
class Named:
    """The goals that a word may mean; `in_part` where it is only a part of their titles."""

    goals: tuple[Goal, ...] = ()
    in_part: bool = False


def goals_named(goals: Iterable[Goal], word: str) -> Named:
    """The goals that bear a word as title, alias or `field`; where none does, as a part of the title.

    A title goes before an alias, that before a `field`, its beginning before that of one of its words, and
    that before any other part. Among these the goals that are neither drafts nor closed, if there are any.
    """
    wanted, key, there = folded(" ".join(word.split())), log_key(word), list(goals)
    if not wanted:
        return Named()
    for in_part, fits in _steps(wanted, key):
        found = [goal for goal in there if fits(goal)]
        if found:
            return Named(tuple(_first_in_line(found)), in_part)
    return Named()


def _steps(wanted: str, key: str) -> Iterable[tuple[bool, Callable[[Goal], bool]]]:
    """The ways in which a goal may be meant, the surest first."""
    return (
        (False, lambda goal: folded(goal.title) == wanted),
        (False, lambda goal: wanted in map(folded, goal.aliases)),
        (False, lambda goal: bool(goal.field) and log_key(goal.field or "") == key),
        (False, lambda goal: key in map(log_key, (goal.title, *goal.aliases))),
        (True, lambda goal: folded(goal.title).startswith(wanted)),
        (True, lambda goal: f" {wanted}" in folded(goal.title)),
        (True, lambda goal: wanted in folded(goal.title)),
    )


def _first_in_line(goals: Sequence[Goal]) -> Sequence[Goal]:
    return [goal for goal in goals if goal.status not in _LAST] or goals
