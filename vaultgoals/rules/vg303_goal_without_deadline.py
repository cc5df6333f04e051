"""A goal has no due date

An outcome or output needs `due`: the day on which you will look at the number
and say whether it was reached.

## Why it matters

"Some day" cannot be late, so it is never on track either: without a date there
is no pace, no plan for today, and no moment at which to ask whether the idea
was right. The date is not a threat. It is an appointment with the question.

## Bad

```markdown Goals/Keep customers.md
---
type: outcome
metric: customers who stay a year
unit: "%"
baseline: 80
target: 90
start: 2026-11-16
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
from vaultgoals.core.goal import Kind
from vaultgoals.rules.lacking import lacking
from vaultgoals.rules.rule import Case, Problem, Rule, misread
from vaultgoals.rules.wording import quoted


def check(case: Case) -> Iterator[Problem]:
    """Outcomes and outputs whose `due` is missing or empty."""
    for goal in case.live(Kind.OUTCOME, Kind.OUTPUT):
        if goal.due is None and not misread(goal, "due"):
            yield lacking(
                case,
                goal.note,
                "due",
                message=f"{quoted(goal.title)} has no due date, so it can be neither on track nor late",
                hint="add `due: YYYY-MM-DD`: the day on which you will look and decide",
            )


RULE = Rule(code="VG303", name="goal-without-deadline", severity=Severity.ERROR, check=check)
