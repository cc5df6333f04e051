"""An experiment has no end

A lever is an experiment (`experiment: true`) and has no `timebox`: the day on
which you look at what came of it. A `due` does as well, and so does a `result`.

## Why it matters

An experiment asks a question; without a day for the answer it becomes a habit
that nobody decided on. The day is also what makes a bold idea affordable: at
worst it costs that long.

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
timebox: 2026-12-15
---
```
"""

from collections.abc import Iterator

from vaultgoals.core.finding import Severity, Wanted
from vaultgoals.rules.experiments import running_experiments
from vaultgoals.rules.lacking import lacking
from vaultgoals.rules.rule import Case, Problem, Rule, misread
from vaultgoals.rules.wording import quoted


def check(case: Case) -> Iterator[Problem]:
    """Experiments without result that have neither `timebox` nor `due`."""
    for lever in running_experiments(case):
        if lever.tried_until is None and not misread(lever, "timebox", "due"):
            yield lacking(
                case,
                lever.note,
                "timebox",
                "due",
                message=f"the experiment {quoted(lever.title)} has no end",
                hint="add `timebox: YYYY-MM-DD`: the day on which you look at what came of it",
            )


RULE = Rule(
    code="VG413",
    name="experiment-without-timebox",
    severity=Severity.WARNING,
    check=check,
    wanted=Wanted("an end for an experiment", "ends for {} experiments"),
)
