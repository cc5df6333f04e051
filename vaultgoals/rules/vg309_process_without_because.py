"""A process goal does not say why it should work

A process goal rests on an assumption: doing this moves that. `because` holds it
in one sentence. An exploration does not need one; its point is to find out.

## Why it matters

When you did the work and the number did not move, this sentence is what has to
change, and a review quotes it. An assumption that is written down can turn out
wrong, which is how one learns. One that is not written down is never wrong, and
the same work goes on for years.

## Bad

```markdown Goals/Call customers.md
---
type: process
outcome: "[[Keep customers]]"
cadence: 10 per week
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
    """Process goals, explorations apart, whose `because` is missing or empty."""
    for goal in case.live(Kind.PROCESS):
        if not goal.because and not goal.exploratory and not misread(goal, "because"):
            yield lacking(
                case,
                goal.note,
                "because",
                message=f"{quoted(goal.title)} does not say why it should work",
                hint="add `because` and one sentence: how does doing this move its outcome?",
            )


RULE = Rule(code="VG309", name="process-without-because", severity=Severity.WARNING, check=check)
