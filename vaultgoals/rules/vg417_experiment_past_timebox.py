"""An experiment is over, and nobody said what came of it

The `timebox` of an experiment has passed, or where it has none its `due`, and
there is no `result`. The day itself is still in time.

## Why it matters

An experiment that showed nothing is worth as much as one that worked, as long
as somebody writes it down; otherwise it is tried again in a year. `did-not` is
a good answer.

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

```markdown Goals/Phone line.md
---
type: lever
outcome: "[[Keep customers]]"
impact: 3
confidence: 0.5
effort: 2
experiment: true
timebox: 2026-11-18
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

```markdown Goals/Phone line.md
---
type: lever
outcome: "[[Keep customers]]"
impact: 3
confidence: 0.5
effort: 2
experiment: true
timebox: 2026-11-18
result: did-not, nobody called twice
---
```
"""

from collections.abc import Iterator

from vaultgoals.core.finding import Severity, Wanted
from vaultgoals.rules.experiments import running_experiments
from vaultgoals.rules.rule import Case, Problem, Rule, property_span
from vaultgoals.rules.wording import quoted


def check(case: Case) -> Iterator[Problem]:
    """Experiments without result whose last day lies before today."""
    for lever in running_experiments(case):
        end = lever.tried_until
        if end and end < case.today:
            yield Problem(
                path=lever.path,
                span=property_span(lever.note, "timebox", "due"),
                message=f"the experiment {quoted(lever.title)} was to end on {end}, and has no result",
                hint="add `result: worked`, `did-not` or `unclear`, and why; or give it a later `timebox`",
            )


RULE = Rule(
    code="VG417",
    name="experiment-past-timebox",
    severity=Severity.WARNING,
    check=check,
    wanted=Wanted("the result of an experiment", "the results of {} experiments"),
)
