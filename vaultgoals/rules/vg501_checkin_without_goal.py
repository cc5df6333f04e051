"""A check-in belongs to no goal

A check-in note says in `goal` what it is about. This one has no such property,
or the link leads to no note, or to a note that is no goal. What it says is not
counted.

## Why it matters

You did it, and you wrote it down; it would be a pity if it did not count. It
mostly happens when a goal is renamed outside the editor, which then cannot
change the links to it.

## Bad

```markdown Check-ins/2026-11-18 0915.md
---
type: checkin
date: 2026-11-18
value: 81
---
```

## Good

```markdown Check-ins/2026-11-18 0915 Keep customers.md
---
type: checkin
goal: "[[Keep customers]]"
date: 2026-11-18
value: 81
---
```

```markdown Goals/Keep customers.md
---
type: outcome
metric: customers who stay a year
unit: "%"
baseline: 80
target: 90
start: 2026-11-16
due: 2027-06-30
---
```

```markdown Goals/Call customers.md
---
type: process
outcome: "[[Keep customers]]"
cadence: 10 per week
because: talking early shows what is missing
---
```
"""

from collections.abc import Iterator

from vaultgoals.core.finding import Severity
from vaultgoals.core.goal import Goal, Kind
from vaultgoals.core.links import folded
from vaultgoals.core.note import Malformed
from vaultgoals.rules.lacking import lacking
from vaultgoals.rules.rule import Case, Problem, Rule
from vaultgoals.rules.titles import guesses
from vaultgoals.rules.wording import KIND_NAMES, linked, quoted

_GOALS = frozenset(kind for kind in Kind if kind.is_goal)
_NO_GOAL = "this check-in names no goal, so it does not count"


def check(case: Case) -> Iterator[Problem]:
    """Check-in notes whose `goal` is missing, leads nowhere, or leads to no goal."""
    lost = [*_lost(case)]
    near = guesses(case.vault, ((trouble.text, _GOALS) for _, trouble, to in lost if trouble.text and not to))
    for path, trouble, to in lost:
        if trouble.text:
            meant = None if to else near.get((trouble.text, _GOALS))
            yield Problem(
                path=path,
                span=trouble.span,
                message=f"this check-in {_fault(case, trouble, to)}, so it does not count",
                hint=_remedy(case, to, meant),
                cause=to or folded(trouble.text),
            )
        else:
            hint = 'add `goal: "[[…]]"` with the goal that it is about'
            yield lacking(case, case.vault.notes[path], "goal", message=_NO_GOAL, hint=hint)


def _lost(case: Case) -> Iterator[tuple[str, Malformed, str | None]]:
    """Check-ins without a goal: the note, what is wrong in it, and where its link leads, if anywhere."""
    for path, troubles in case.vault.unread_checkins.items():
        for trouble in troubles:
            if trouble.what == "checkin-goal":
                to = case.vault.names.resolve(trouble.text, path).path if trouble.text else None
                if to is None or not case.explained(to):
                    yield path, trouble, to


def _fault(case: Case, trouble: Malformed, to: str | None) -> str:
    if to is None:
        return f"is about {quoted(trouble.text)}, and there is no such note"
    kind = case.vault.kinds.get(to)
    return f"is about {quoted(trouble.text)}, which is {KIND_NAMES[kind] if kind else 'a note, but no goal'}"


def _remedy(case: Case, to: str | None, meant: Goal | None) -> str:
    if meant:
        return f"did you mean {linked(case.vault.names.shortest(meant.path))}?"
    return "link to the goal that it is about" if to else "link to a goal that is there, or write that note"


RULE = Rule(code="VG501", name="checkin-without-goal", severity=Severity.ERROR, check=check)
