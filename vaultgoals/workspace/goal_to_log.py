"""Which goal somebody means who wants to log, by whatever they call it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from vaultgoals.core.goal import Goal, Kind
from vaultgoals.core.goals_named import goals_named
from vaultgoals.core.links import folded
from vaultgoals.core.log_names import LOGGED
from vaultgoals.errors import UsageError
from vaultgoals.workspace.folder import Workspace

_MOST = 5


@dataclass(frozen=True, slots=True)
class Meant:
    """The goal that is meant; `in_part` where only a part of its title was written."""

    goal: Goal
    in_part: bool = False


def goal_to_log(name: str, workspace: Workspace, start: Path) -> Meant:
    """The goal that is meant by a path, as seen from `start` too, or by a name as `goals_named` takes it.

    Raises UsageError where that is none or several, and says which are near; also for a goal of a kind that
    has no readings.
    """
    goals = workspace.vault.goals
    path = workspace.find(name, start) if "/" in name or name.endswith(".md") else None
    if path and path in goals:
        return Meant(_logged(goals[path]))
    named = goals_named(_with_readings(goals.values()), name)
    named = named if named.goals else goals_named(goals.values(), name)
    if len(named.goals) == 1:
        return Meant(_logged(named.goals[0]), named.in_part)
    if named.goals:
        raise UsageError(f"“{name}” may be {len(named.goals)} goals.", _which(named.goals))
    raise UsageError(f"“{name}” is no goal in this vault.", _nearest([*_with_readings(goals.values())], name))


def _with_readings(goals: Iterable[Goal]) -> Iterable[Goal]:
    return (goal for goal in goals if goal.kind in LOGGED)


def _logged(goal: Goal) -> Goal:
    if goal.kind in LOGGED:
        return goal
    kind = "an objective" if goal.kind is Kind.OBJECTIVE else f"a {goal.kind}"
    raise UsageError(
        f"“{goal.title}” is {kind}, and has no readings of its own.", "Log a goal that belongs to it."
    )


def _which(goals: Sequence[Goal]) -> str:
    """How each of several goals can be told from the others: by its title, else by its path."""
    titles = [folded(goal.title) for goal in goals]
    names = [goal.path if titles.count(folded(goal.title)) > 1 else goal.title for goal in goals]
    more = f" and {len(names) - _MOST} more" if len(names) > _MOST else ""
    return f"Name one of them: {', '.join(sorted(names)[:_MOST])}{more}."


def _nearest(goals: Sequence[Goal], name: str) -> str:
    titles = {folded(word): goal.title for goal in goals for word in (goal.title, *goal.aliases)}
    near = dict.fromkeys(titles[key] for key in get_close_matches(folded(name), titles, n=3))
    if near:
        return f"Did you mean {' or '.join(f'“{title}”' for title in near)}?"
    return "`vaultgoals status` lists them all." if goals else "No goal here has readings yet."
