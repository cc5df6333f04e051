"""No early sign tells whether an outcome will move

No indicator leads to the outcome: a metric that should move before it does.

This is said of outcomes that stand otherwise: with a baseline, and a process
goal that says why.

## Why it matters

An outcome lags. Whether a year's customers stay is known after a year, but
whether they use the product in their first week is known in a week. An early
sign tells patience from waiting in vain.

## Bad

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

```markdown Goals/Active in week one.md
---
type: indicator
outcome: "[[Keep customers]]"
metric: new customers who log in on three days of their first week
unit: "%"
---
```
"""

from collections.abc import Iterator

from vaultgoals.core.finding import Severity, Wanted
from vaultgoals.core.goal import Kind
from vaultgoals.rules.below import below, is_founded
from vaultgoals.rules.meant import awaiting
from vaultgoals.rules.rule import Case, Problem, Rule, property_span
from vaultgoals.rules.wording import quoted


def check(case: Case) -> Iterator[Problem]:
    """Active and paused outcomes that no active or paused indicator leads to."""
    waiting = awaiting(case, Kind.INDICATOR)
    for outcome in case.live(Kind.OUTCOME):
        if not any(below(case, outcome, Kind.INDICATOR)):
            yield Problem(
                path=outcome.path,
                span=property_span(outcome.note),
                message=f"no early sign tells whether {quoted(outcome.title)} will move",
                hint="write a note of type `indicator`: which number should move first?",
                can_wait=not is_founded(case, outcome) or outcome.path in waiting,
            )


RULE = Rule(
    code="VG410",
    name="outcome-without-indicator",
    severity=Severity.INFO,
    check=check,
    wanted=Wanted("an early indicator", "early indicators for {} outcomes"),
)
