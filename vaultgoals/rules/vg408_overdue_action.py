"""An action is overdue

The day on which an open action was due has passed. The day itself is still in
time, and a day on which it was only planned (`⏳`) is no deadline.

## Why it matters

A date that has passed says nothing any more, and a list with twenty of them is
read by nobody. Each wants one of three answers: it is done, it gets a new day,
or it is not going to be done.

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

- [ ] Write down the ten questions to ask 📅 2026-11-18
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

- [ ] Write down the ten questions to ask 📅 2026-11-20
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

from vaultgoals.core.finding import Severity, Wanted
from vaultgoals.rules.actions import open_work
from vaultgoals.rules.rule import Case, Problem, Rule


def check(case: Case) -> Iterator[Problem]:
    """Open actions of active and paused goals that were due before today."""
    for work in open_work(case):
        due = work.action.task.due
        if due and due < case.today:
            yield work.problem(
                f"{work.called} was due on {due}",
                "tick it, give it a new day, or mark it as cancelled: `- [-]`",
            )


RULE = Rule(
    code="VG408",
    name="overdue-action",
    severity=Severity.WARNING,
    check=check,
    wanted=Wanted("an answer to an overdue action", "answers to {} overdue actions"),
)
