"""What a person means by a word: which goal, and which period."""

from datetime import date, timedelta
from difflib import get_close_matches
from pathlib import Path

from vaultgoals.core.config import Config
from vaultgoals.core.goals_named import goals_named
from vaultgoals.core.links import folded
from vaultgoals.core.period import YEARS, Calendar, Period
from vaultgoals.errors import UsageError
from vaultgoals.review.pages import PERIOD_OF, PageKind, page_kind
from vaultgoals.workspace.folder import Workspace

_MOST = 3
_SPANS = {
    "week": PageKind.WEEKLY,
    "month": PageKind.MONTHLY,
    "quarter": PageKind.QUARTERLY,
    "year": PageKind.YEARLY,
}


def goal_meant(name: str, workspace: Workspace, start: Path) -> str:
    """The path of the goal that is meant by a path (in the vault, or from `start`), a title or an alias.

    Raises UsageError, with the nearest title.
    """
    goals = workspace.vault.goals
    namesakes = [goal.path for goal in goals.values() if folded(goal.title) == folded(name)]
    if len({folded(path) for path in namesakes}) < len(namesakes):
        raise UsageError(
            f"“{name}” is the title of {len(namesakes)} goals at what looks like one path.",
            "They differ in how letters such as é are stored: rename or delete one of the notes.",
        )
    if len(namesakes) > 1:
        raise UsageError(
            f"“{name}” is the title of {len(namesakes)} goals.", f"Name a path: {', '.join(namesakes)}."
        )
    path = workspace.find(name, start)
    if path and path in goals:
        return path
    names = {folded(word): goal.path for goal in goals.values() for word in (goal.title, *goal.aliases)}
    if folded(name) in names:
        return names[folded(name)]
    near = [names[word] for word in get_close_matches(folded(name), names, n=1)]
    near = near or [goal.path for goal in goals_named(goals.values(), name).goals[:_MOST]]
    meant = " or ".join(f"“{goals[path].title}”" for path in near)
    hint = f"Did you mean {meant}?" if near else "`vaultgoals status` lists them all."
    raise UsageError(f"“{name}” is no goal in this vault." if name else "No goal is named.", hint)


def period_meant(text: str, config: Config, today: date) -> Period:
    """The period that is meant by a label (`2026-W47`), or by words (`last week`); UsageError for others.

    It is one that there can be a page about.
    """
    calendar = Calendar(week=config.week)
    period: Period | None
    match text.lower().split():
        case ["this" | "last" as which, span] if span in _SPANS:
            of = PERIOD_OF[_SPANS[span]]
            period = of(calendar, today)
            if which == "last":
                period = of(calendar, period.start - timedelta(days=1))
        case _:
            period = calendar.read(text.strip().upper())
    kind = page_kind(config, period) if period and period.start.year in YEARS else None
    if period is None or kind is None:
        raise UsageError(
            f"“{text}” is no period that can be reviewed.",
            "Write it as 2026-W47, 2026-11, 2026-Q4 or 2026, or as “last week”.",
        )
    return period
