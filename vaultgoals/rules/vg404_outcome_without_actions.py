"""Nothing is there to be done for an outcome

No task belongs to the outcome or to a goal that leads to it: none in their
notes, and none in another note that begins or ends with a link to one of them.
Ticked tasks count, also where they log a process goal.

This is said of outcomes that stand otherwise: with a baseline, and a process
goal that says why.

## Why it matters

A goal is left lying where its next step is not clear. Three to five actions,
each with a day, turn "we should keep more customers" into something that can be
done before lunch.

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
- [x] Find out who left last year ✅ 2026-11-18
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
from vaultgoals.core.goal import Kind
from vaultgoals.rules.actions import work_for
from vaultgoals.rules.below import is_founded
from vaultgoals.rules.rule import Case, Problem, Rule, property_span
from vaultgoals.rules.wording import quoted


def check(case: Case) -> Iterator[Problem]:
    """Active and paused outcomes such that neither they nor what leads to them has an action."""
    for outcome in case.live(Kind.OUTCOME):
        if not work_for(case, outcome):
            yield Problem(
                path=outcome.path,
                span=property_span(outcome.note),
                message=f"there is nothing to be done for {quoted(outcome.title)}",
                hint="write three to five tasks into its note: `- [ ] … 📅 YYYY-MM-DD`",
                can_wait=not is_founded(case, outcome),
            )


RULE = Rule(
    code="VG404",
    name="outcome-without-actions",
    severity=Severity.INFO,
    check=check,
    wanted=Wanted("actions", "actions for {} outcomes"),
)
