"""A guardrail leads to no outcome

A guardrail is a number that must stay within its limits while an outcome is
chased. It needs an `outcome`, a link to that outcome.

## Why it matters

A number that one is judged by gets better by the shortest way, if need be at
the cost of something that nobody measures. A guardrail is the brake on one such
way. A review can only say "this was paid for dearly" if it knows which chase
the guardrail belongs to.

## Bad

```markdown Goals/Few discounts.md
---
type: guardrail
metric: discount on a renewal
unit: "%"
max: 10
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

## Good

```markdown Goals/Few discounts.md
---
type: guardrail
outcome: "[[Keep customers]]"
metric: discount on a renewal
unit: "%"
max: 10
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
from vaultgoals.core.goal import Kind
from vaultgoals.rules.leads import without_outcome
from vaultgoals.rules.rule import Case, Problem, Rule


def check(case: Case) -> Iterator[Problem]:
    """Guardrails whose `outcome` is missing or empty."""
    return without_outcome(
        case,
        Kind.GUARDRAIL,
        lack="no outcome, so nobody can tell what it guards",
        hint='add `outcome: "[[…]]"` with the outcome that is chased while this must hold',
    )


RULE = Rule(code="VG210", name="guardrail-without-outcome", severity=Severity.ERROR, check=check)
