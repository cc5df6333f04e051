"""Who owns a goal also confirms its number

All whom an outcome or a lever names as `validator` are among its owners.
Another validator beside them is enough; who names none is not asked for one.

## Why it matters

Nobody means to deceive, and everybody hopes: of two ways to count, the owner
finds the better one more reasonable. A second pair of eyes costs a minute and
makes the number believed.

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
owner: Ana
validator: Ana
---
```

```markdown Goals/Call customers.md
---
type: process
outcome: "[[Keep customers]]"
cadence: 10 per week
because: talking early shows what is missing
owner: Ana
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
owner: Ana
validator: Ben
---
```

```markdown Goals/Call customers.md
---
type: process
outcome: "[[Keep customers]]"
cadence: 10 per week
because: talking early shows what is missing
owner: Ana
---
```
"""

from collections.abc import Iterator

from vaultgoals.core.finding import Severity, Wanted
from vaultgoals.core.goal import Kind
from vaultgoals.rules.owners import people
from vaultgoals.rules.rule import Case, Problem, Rule, property_span
from vaultgoals.rules.wording import quoted


def check(case: Case) -> Iterator[Problem]:
    """Active and paused outcomes and levers with validators of whom each is also an owner."""
    for goal in case.live(Kind.OUTCOME, Kind.LEVER):
        if goal.validator and people(goal.validator) <= people(goal.owners):
            yield Problem(
                path=goal.path,
                span=property_span(goal.note, "validator"),
                message=f"{quoted(goal.validator[0])} owns {quoted(goal.title)} and also confirms its number",
                hint="name as `validator` somebody to whom it makes no difference",
            )


RULE = Rule(
    code="VG415",
    name="owner-validates-own-metric",
    severity=Severity.INFO,
    check=check,
    wanted=Wanted("somebody else to confirm its number", "somebody else to confirm {} numbers"),
)
