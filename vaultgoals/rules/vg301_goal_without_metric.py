"""A goal does not say what is measured

An outcome, an indicator or a guardrail has no `metric`: what its number counts,
of whom, and over what time. Until it is there, the title stands for it.

Of an outcome without a `baseline` that is said first, and this later.

## Why it matters

"Retention" is a word; "customers of last quarter who still pay" is a number
that two people find alike. Goals are argued about at the end, when it is too
late to agree on what was counted.

## Bad

```markdown Goals/Keep customers.md
---
type: outcome
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
from vaultgoals.core.value import stated_baseline
from vaultgoals.rules.lacking import lacking
from vaultgoals.rules.rule import Case, Problem, Rule, misread
from vaultgoals.rules.wording import quoted


def check(case: Case) -> Iterator[Problem]:
    """Outcomes, indicators and guardrails, active or paused, whose `metric` is missing or empty."""
    for goal in case.live(Kind.OUTCOME, Kind.INDICATOR, Kind.GUARDRAIL):
        if not goal.metric and not misread(goal, "metric"):
            yield lacking(
                case,
                goal.note,
                "metric",
                message=f"{quoted(goal.title)} does not say what is measured",
                hint="add `metric`: what is counted, of whom, and over what time",
                can_wait=_lacks_more(goal),
            )


def _lacks_more(goal: Goal) -> bool:
    """Whether something more basic has to be written first."""
    if goal.kind is Kind.OUTCOME:
        return stated_baseline(goal) in (None, goal.target)
    unbound = goal.kind is Kind.GUARDRAIL and goal.minimum is None and goal.maximum is None
    return unbound or not goal.outcome


RULE = Rule(
    code="VG301",
    name="goal-without-metric",
    severity=Severity.INFO,
    check=check,
    wanted=Wanted("a metric", "metrics for {} goals"),
)
