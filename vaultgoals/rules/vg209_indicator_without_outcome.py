"""An indicator leads to no outcome

An indicator is a number that should move before its outcome does. It needs an
`outcome`, a link to that outcome.

## Why it matters

An outcome lags: when it moves, the weeks that moved it are over. A leading
indicator gives early word, but of what? Without its outcome it is a number that
may look good for years while nothing that is wanted follows from it.

## Bad

```markdown Goals/Second user.md
---
type: indicator
metric: customers with a second user
unit: "%"
baseline: 30
target: 60
start: 2026-11-16
due: 2027-03-31
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

```markdown Goals/Second user.md
---
type: indicator
outcome: "[[Keep customers]]"
metric: customers with a second user
unit: "%"
baseline: 30
target: 60
start: 2026-11-16
due: 2027-03-31
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
    """Indicators whose `outcome` is missing or empty."""
    return without_outcome(
        case,
        Kind.INDICATOR,
        lack="no outcome, so nobody can tell what it is early word of",
        hint='add `outcome: "[[…]]"` with the outcome that should move after it',
    )


RULE = Rule(code="VG209", name="indicator-without-outcome", severity=Severity.ERROR, check=check)
