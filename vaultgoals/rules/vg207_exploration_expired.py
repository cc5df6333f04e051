"""The time to explore is over

A process goal with `exploratory: true` needs no outcome until the day in
`until`. That day has passed, and still there is no `outcome`. The day itself is
still in time.

## Why it matters

Trying something without knowing what it is good for is how good ideas begin, so
it is allowed, for a while. The date is what tells an experiment from a habit
that nobody questions: on it you decide what this moves, or stop.

## Bad

```markdown Goals/Call customers.md
---
type: process
exploratory: true
until: 2026-11-15
cadence: 10 per week
---
```

## Good

```markdown Goals/Call customers.md
---
type: process
exploratory: true
until: 2026-12-15
cadence: 10 per week
---
```
"""

from collections.abc import Iterator

from vaultgoals.core.finding import Severity
from vaultgoals.core.goal import Kind
from vaultgoals.rules.leads import is_exploration
from vaultgoals.rules.rule import Case, Problem, Rule, property_span
from vaultgoals.rules.wording import quoted


def check(case: Case) -> Iterator[Problem]:
    """Explorations, active or paused, whose `until` lies before today."""
    for goal in case.live(Kind.PROCESS):
        if is_exploration(goal) and goal.until and goal.until < case.today:
            yield Problem(
                path=goal.path,
                span=property_span(goal.note, "until"),
                message=f"{quoted(goal.title)} was to be explored until {goal.until}, and that is over",
                hint='write what it moves, `outcome: "[[…]]"`, and delete `exploratory`;'
                " or drop it: `status: dropped`",
            )


RULE = Rule(code="VG207", name="exploration-expired", severity=Severity.ERROR, check=check)
