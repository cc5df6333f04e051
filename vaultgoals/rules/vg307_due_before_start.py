"""A goal ends before it begins

The day in `due` lies before the day in `start`. Both on one day is fine: that
is a goal of one day.

## Why it matters

Pace is how far a goal is, set against how much of its time is over. Of a time
that ends before it begins nothing can be over, so the goal is never on track
and never late. Mostly a year was not changed when a goal was taken over from
the last.

## Bad

```markdown Goals/Keep customers.md
---
type: outcome
metric: customers who stay a year
unit: "%"
baseline: 80
target: 90
start: 2026-11-16
due: 2026-06-30
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

## Good

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
from vaultgoals.rules.rule import Case, Problem, Rule, property_span
from vaultgoals.rules.wording import quoted


def check(case: Case) -> Iterator[Problem]:
    """Goals of any kind, active or paused, that are due before they start."""
    for goal in case.live():
        if goal.start and goal.due and goal.due < goal.start:
            yield Problem(
                path=goal.path,
                span=property_span(goal.note, "due"),
                message=f"{quoted(goal.title)} is due on {goal.due}, before it starts on {goal.start}",
                hint="write the last day as `due` and the first as `start`",
            )


RULE = Rule(code="VG307", name="due-before-start", severity=Severity.ERROR, check=check)
