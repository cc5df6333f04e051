"""An action may be done at any time

An open action has neither a day on which it is due, `📅 2026-11-27` or
`[due:: 2026-11-27]`, nor one on which it is planned, `⏳ 2026-11-27` or
`[scheduled:: 2026-11-27]`. What stands in a periodic note has that note's time,
and a step indented below an action has that action's.

## Why it matters

"Some time this month" loses against whatever rings today. To say in advance
when something will be done is the cheapest way known to get it done; the other
is to be reminded by somebody who waits for it.

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

- [ ] Write down the ten questions to ask
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

- [ ] Write down the ten questions to ask 📅 2026-11-27
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
from vaultgoals.core.note import Task
from vaultgoals.rules.actions import open_work
from vaultgoals.rules.rule import Case, Problem, Rule


def check(case: Case) -> Iterator[Problem]:
    """Open actions without a day, that stand in no periodic note and are no steps of another action."""
    for work in open_work(case):
        planned = work.is_step or work.action.path in case.vault.periods
        if not planned and not _has_a_day(work.action.task):
            yield work.problem(
                f"{work.called} has no day by which it is to be done",
                "add one: `📅 YYYY-MM-DD` or `[due:: YYYY-MM-DD]`",
            )


def _has_a_day(task: Task) -> bool:
    """Whether it is due or planned on a day, be it on one that cannot be read."""
    return bool(task.due or task.scheduled or task.misdated)


RULE = Rule(
    code="VG407",
    name="action-without-deadline",
    severity=Severity.INFO,
    check=check,
    wanted=Wanted("a date for an action", "dates for {} actions"),
)
