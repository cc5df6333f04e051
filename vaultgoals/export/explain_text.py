"""An explained goal, for a person: each figure with how it was worked out, then the readings behind it."""

from textwrap import wrap

from vaultgoals.core.goal import CheckIn, Goal, Kind
from vaultgoals.core.show import show_number
from vaultgoals.export.excerpt import visible
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
        return wrap(head, WIDTH, subsequent_indent=_INDENT)
    if figure.how and len(head) + len(figure.how) + 5 <= WIDTH:
        return [f"{head}  {_how(figure.how)}"]
    return [head, *wrap(_how(figure.how), WIDTH, initial_indent=_INDENT, subsequent_indent=_INDENT)]


def _how(how: str) -> str:
    """A sum is set off by `=`, words by parentheses."""
    return f"= {visible(how)}" if how[:1] in _SUM_BEGINS else f"({visible(how)})" if how else ""


def _reading(goal: Goal, checkin: CheckIn) -> str:
    return f"  {checkin.on}  {_said(goal, checkin):<14}  {visible(checkin.path)}:{checkin.line}"


def _said(goal: Goal, checkin: CheckIn) -> str:
    if checkin.skip is not None:
        return visible(f"skip {checkin.skip}".strip())
    if checkin.value is None:
        return "a note"
    if checkin.of is not None:
        return f"{show_number(checkin.value)} of {show_number(checkin.of)}"
    return show_number(checkin.value, goal.unit)
