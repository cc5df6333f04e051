"""An output goal leads to no outcome

An output goal counts things that are made: pages, talks, releases. It needs an
`outcome` that says what they are made for: a link to an outcome, or to an
indicator or lever that leads to one.

## Why it matters

What is made can be counted the same day, which is why it so easily takes the
place of what was wanted: everything delivered, nothing changed. Only next to
its outcome does an output show whether it was the right thing to make.

## Bad

```markdown Goals/Write guides.md
---
type: output
target: 6
unit: guides
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

```markdown Goals/Write guides.md
---
type: output
outcome: "[[Keep customers]]"
target: 6
unit: guides
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
    """Output goals whose `outcome` is missing or empty."""
    return without_outcome(
        case,
        Kind.OUTPUT,
        lack="no outcome, so nobody can tell what it is made for",
        hint='add `outcome: "[[…]]"` with the outcome, indicator or lever that it should move',
    )


RULE = Rule(code="VG208", name="output-without-outcome", severity=Severity.ERROR, check=check)
