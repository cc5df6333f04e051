"""An outcome may be reached at any price

No guardrail belongs to the outcome: a metric with a `min` or a `max` that must
hold while the number is chased.

This is said of outcomes that stand otherwise: with a baseline, and a process
goal that says why.

## Why it matters

When a measure becomes a target, it stops being a good measure: customers can be
kept by discounts, calls be made shorter. A second number that must not suffer
says at which price the first one is not wanted.

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

```markdown Goals/Discounts.md
---
type: guardrail
outcome: "[[Keep customers]]"
metric: discount given on average
unit: "%"
max: 10
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
    """Active and paused outcomes that no active or paused guardrail belongs to."""
    waiting = awaiting(case, Kind.GUARDRAIL)
    for outcome in case.live(Kind.OUTCOME):
        if not any(below(case, outcome, Kind.GUARDRAIL)):
            yield Problem(
                path=outcome.path,
                span=property_span(outcome.note),
                message=f"nothing says at which price {quoted(outcome.title)} is not wanted",
                hint="write a note of type `guardrail`: what must not get worse, and its `min` or `max`",
                can_wait=not is_founded(case, outcome) or outcome.path in waiting,
            )


RULE = Rule(
    code="VG409",
    name="outcome-without-guardrail",
    severity=Severity.INFO,
    check=check,
    wanted=Wanted("a guardrail", "guardrails for {} outcomes"),
)
