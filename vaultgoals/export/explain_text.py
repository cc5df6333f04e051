"""An explained goal, for a person: each figure with how it was worked out, then the readings behind it."""

from vaultgoals.core.goal import CheckIn, Goal, Kind
from vaultgoals.export.excerpt import visible
from vaultgoals.export.reading_text import reading_text
from vaultgoals.export.wrapping import wrapped_text
from vaultgoals.review.explain import Explanation, Figure

WIDTH = 80
_INDENT = "    "
_SUM_BEGINS = frozenset("(0123456789−")


def explain_text(explanation: Explanation) -> str:
    """The explanation in lines of at most 80 columns; a line that names a place may be longer."""
    goal = explanation.goal
    lines = [f"{visible(goal.title)} ({goal.kind}, {visible(goal.path)})", ""]
    lines += [line for figure in explanation.figures for line in _figure(figure)]
    if explanation.readings:
        lines += ["", "Readings, oldest first:", *(_reading(goal, c) for c in explanation.readings)]
    elif goal.kind not in (Kind.OBJECTIVE, Kind.LEVER):
        lines += ["", "Nothing is logged yet. Write a line such as `- 2026-11-20: 12` under `## Check-ins`."]
    return "\n".join(lines)


def _figure(figure: Figure) -> list[str]:
    head = f"{visible(figure.name)}: {visible(figure.value)}"
    if len(head) > WIDTH:
        return wrapped_text(head, WIDTH, more=_INDENT)
    if figure.how and len(head) + len(figure.how) + 5 <= WIDTH:
        return [f"{head}  {_how(figure.how)}"]
    return [head, *wrapped_text(_how(figure.how), WIDTH, first=_INDENT, more=_INDENT)]


def _how(how: str) -> str:
    """A sum is set off by `=`, words by parentheses."""
    return f"= {visible(how)}" if how[:1] in _SUM_BEGINS else f"({visible(how)})" if how else ""


def _reading(goal: Goal, checkin: CheckIn) -> str:
    said = visible(reading_text(goal, checkin)) or "a note"
    return f"  {checkin.on}  {said:<14}  {visible(checkin.path)}:{checkin.line}"
