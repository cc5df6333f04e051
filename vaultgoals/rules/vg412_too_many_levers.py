"""More ideas are under way for an outcome than can be tried

More than six active levers lead to one outcome. `levers-per-outcome` below
`[limits]` in `vaultgoals.toml` sets another number. Drafts, paused levers and
those with a `result` do not count.

## Why it matters

Ideas that run at the same time cannot be told apart afterwards, and each gets a
part of the effort that one would have needed. Try the one with the best score;
the others are not lost as drafts.

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

```markdown Goals/Better onboarding.md
---
type: lever
outcome: "[[Keep customers]]"
impact: 3
confidence: 0.5
effort: 2
---
```

```markdown Goals/Fewer clicks.md
---
type: lever
outcome: "[[Keep customers]]"
impact: 3
confidence: 0.5
effort: 2
---
```

```markdown Goals/Gift for a year.md
---
type: lever
outcome: "[[Keep customers]]"
impact: 3
confidence: 0.5
effort: 2
---
```

```markdown Goals/Longer trials.md
---
type: lever
outcome: "[[Keep customers]]"
impact: 3
confidence: 0.5
effort: 2
---
```

```markdown Goals/Monthly letter.md
---
type: lever
outcome: "[[Keep customers]]"
impact: 3
confidence: 0.5
effort: 2
---
```

```markdown Goals/Phone line.md
---
type: lever
outcome: "[[Keep customers]]"
impact: 3
confidence: 0.5
effort: 2
---
```

```markdown Goals/Price per site.md
---
type: lever
outcome: "[[Keep customers]]"
impact: 3
confidence: 0.5
effort: 2
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

```markdown Goals/Better onboarding.md
---
type: lever
outcome: "[[Keep customers]]"
impact: 3
confidence: 0.5
effort: 2
---
```

```markdown Goals/Fewer clicks.md
---
type: lever
outcome: "[[Keep customers]]"
impact: 3
confidence: 0.5
effort: 2
---
```
"""

from collections.abc import Iterator

from vaultgoals.core.finding import Severity, Wanted
from vaultgoals.core.goal import Kind, Status
from vaultgoals.rules.below import below
from vaultgoals.rules.rule import Case, Problem, Rule, property_span
from vaultgoals.rules.wording import quoted


def check(case: Case) -> Iterator[Problem]:
    """Active and paused outcomes that more active, untried levers reach than the limit allows."""
    limit = case.config.limits.levers_per_outcome
    for outcome in case.live(Kind.OUTCOME):
        levers = below(case, outcome, Kind.LEVER)
        count = sum(lever.status is Status.ACTIVE and not lever.result for lever in levers)
        if count > limit:
            yield Problem(
                path=outcome.path,
                span=property_span(outcome.note),
                message=f"{count} active levers lead to {quoted(outcome.title)}, more than {limit}",
                hint="try the best of them first; `status: draft` keeps the others for later",
            )


RULE = Rule(
    code="VG412",
    name="too-many-levers",
    severity=Severity.INFO,
    check=check,
    wanted=Wanted("fewer levers", "fewer levers for {} outcomes"),
)
