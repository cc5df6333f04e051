"""A process goal does not say how often

A process goal is something that you repeat, and `cadence` says how often:
`daily`, `every weekday`, `every Friday`, `3 times a week`, `50 calls per week`,
`at most 2 per day`, `every demo`.

## Why it matters

"More often" cannot be kept and cannot be broken. A cadence makes a promise
small enough to keep this week, and only what was kept or not kept can later be
set against the number it should move. If you do not know how often, begin with
what you managed last week.

## Bad

```markdown Goals/Call customers.md
---
type: process
outcome: "[[Keep customers]]"
because: talking early shows what is missing
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

## Good

```markdown Goals/Call customers.md
---
type: process
outcome: "[[Keep customers]]"
cadence: 10 per week
because: talking early shows what is missing
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
"""

from collections.abc import Iterator

from vaultgoals.core.finding import Severity
from vaultgoals.core.goal import Kind
from vaultgoals.rules.lacking import lacking
from vaultgoals.rules.rule import Case, Problem, Rule, misread
from vaultgoals.rules.wording import quoted


def check(case: Case) -> Iterator[Problem]:
    """Process goals, explorations too, whose `cadence` is missing or empty."""
    for goal in case.live(Kind.PROCESS):
        if goal.cadence is None and not misread(goal, "cadence"):
            yield lacking(
                case,
                goal.note,
                "cadence",
                message=f"{quoted(goal.title)} does not say how often",
                hint="add `cadence`, for example `3 times a week`, `every Friday` or `50 calls per week`",
            )


RULE = Rule(code="VG308", name="process-without-cadence", severity=Severity.ERROR, check=check)
