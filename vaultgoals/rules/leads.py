"""Where a goal's properties lead, where they may, and what to say of a goal that leads nowhere."""

from collections.abc import Iterator

from vaultgoals.core.goal import Goal, Kind
from vaultgoals.core.kinds import MAY_SERVE
from vaultgoals.core.note import Link
from vaultgoals.rules.rule import Case, Problem, misread, property_span
from vaultgoals.rules.wording import quoted


def goal_links(goal: Goal) -> Iterator[tuple[str, Link]]:
    """The links by which a goal is joined to others, each with its property's name."""
    yield from (("outcome", link) for link in goal.outcome)
    if goal.objective:
        yield "objective", goal.objective


def may_lead_to(kind: Kind, name: str) -> frozenset[Kind]:
    """The kinds that the property `name` of a goal may lead to."""
    return frozenset({Kind.OBJECTIVE}) if name == "objective" else MAY_SERVE.get(kind, frozenset())


def without_outcome(case: Case, kind: Kind, *, lack: str, hint: str) -> Iterator[Problem]:
    """A problem for each active or paused goal of a kind whose `outcome` is missing or empty."""
    for goal in case.live(kind):
        if not goal.outcome and not misread(goal, "outcome"):
            yield Problem(
                path=goal.path,
                span=property_span(goal.note, "outcome"),
                message=f"{quoted(goal.title)} leads to {lack}",
                hint=hint,
            )


def is_exploration(goal: Goal) -> bool:
    """Whether a process goal is still looking for its outcome; where it names one, it has found it."""
    return goal.exploratory and not goal.outcome and not misread(goal, "outcome")
