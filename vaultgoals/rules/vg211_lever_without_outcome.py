"""A lever leads to no outcome

A lever is something that one could do and that should move an outcome. It needs
an `outcome`: a link to the outcome, or to an indicator that leads to it.

## Why it matters

Ideas are many and weeks are few, so they are compared: how much would each
move, how sure is that, what does it take? All of that is asked about one
outcome. An idea that belongs to none wins by being liked.

## Bad

```markdown Goals/Better onboarding.md
---
type: lever
impact: 3
confidence: 0.5
effort: 2
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

```markdown Goals/Better onboarding.md
---
type: lever
outcome: "[[Keep customers]]"
impact: 3
confidence: 0.5
effort: 2
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
    """Levers whose `outcome` is missing or empty."""
    return without_outcome(
        case,
        Kind.LEVER,
        lack="no outcome, so nobody can tell what it should move",
        hint='add `outcome: "[[…]]"` with the outcome or indicator that it should move',
    )


RULE = Rule(code="VG211", name="lever-without-outcome", severity=Severity.ERROR, check=check)
