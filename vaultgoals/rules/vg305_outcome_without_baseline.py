"""An outcome does not say where it starts

An outcome's `baseline` is the number before anything was done about it.
Progress is the way from there to the target.

Until it is written, the first reading stands for it. Outcomes whose readings
are added up or counted (`aggregate: sum` or `count`) start at 0 and need none.
Where the target is missing too, that one is asked for first.

## Why it matters

Progress is a way, and a way has two ends: 84 % is far from 90 for who began at
83, and near for who began at 60. Whoever takes the number before starting also
learns whether it can be had at all, week after week.

## Bad

```markdown Goals/Keep customers.md
---
type: outcome
metric: customers who stay a year
unit: "%"
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

from vaultgoals.core.finding import Severity, Wanted
from vaultgoals.core.goal import Goal, Kind
from vaultgoals.core.show import show_number
from vaultgoals.core.value import course_of, stated_baseline
from vaultgoals.rules.lacking import lacking
from vaultgoals.rules.rule import Case, Problem, Rule, misread
from vaultgoals.rules.wording import quoted


def check(case: Case) -> Iterator[Problem]:
    """Outcomes, active or paused, that begin at no stated number; sums and counts begin at 0."""
    for goal in case.live(Kind.OUTCOME):
        if stated_baseline(goal) is None and not misread(goal, "baseline", "aggregate"):
            yield lacking(
                case,
                goal.note,
                "baseline",
                message=f"{quoted(goal.title)} does not say where it starts",
                hint=f"add `baseline`: the number before anything was done about it{_until_then(case, goal)}",
                can_wait=goal.target is None,
            )


def _until_then(case: Case, goal: Goal) -> str:
    first = course_of(case.vault.history(goal), case.today).baseline
    if first is None:
        return ""
    return f"; until then its first reading, {show_number(first, goal.unit)}, stands for it"


RULE = Rule(
    code="VG305",
    name="outcome-without-baseline",
    severity=Severity.INFO,
    check=check,
    wanted=Wanted("a baseline", "baselines for {} outcomes"),
)
