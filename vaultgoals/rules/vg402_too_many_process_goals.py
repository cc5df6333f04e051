"""An outcome has more process goals than can be kept up

More than three active process goals lead to one outcome, directly or over an
indicator, a lever or an output. `processes-per-outcome` below `[limits]` in
`vaultgoals.toml` sets another number. Paused ones do not count.

## Why it matters

Few lead measures are acted upon; of many, each gets a little attention and none
gets a fair test. With two or three it can be told afterwards which of them
worked.

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

```markdown Goals/Ask new customers.md
---
type: process
outcome: "[[Keep customers]]"
cadence: weekly
because: whoever is asked early says what is missing
---
```

```markdown Goals/Write thank-you notes.md
---
type: process
outcome: "[[Keep customers]]"
cadence: weekly
because: what is thanked for is done again
---
```

```markdown Goals/Read the reasons for leaving.md
---
type: process
outcome: "[[Keep customers]]"
cadence: weekly
because: who leaves says why once
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

```markdown Goals/Ask new customers.md
---
type: process
outcome: "[[Keep customers]]"
cadence: weekly
because: whoever is asked early says what is missing
---
```

```markdown Goals/Write thank-you notes.md
---
type: process
outcome: "[[Keep customers]]"
cadence: weekly
because: what is thanked for is done again
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
    """Active and paused outcomes that more active process goals reach than the limit allows."""
    limit = case.config.limits.processes_per_outcome
    for outcome in case.live(Kind.OUTCOME):
        active = [goal for goal in below(case, outcome, Kind.PROCESS) if goal.status is Status.ACTIVE]
        if len(active) > limit:
            yield Problem(
                path=outcome.path,
                span=property_span(outcome.note),
                message=f"{len(active)} active process goals lead to {quoted(outcome.title)},"
                f" more than {limit}",
                hint="keep the ones that you believe in most, and pause the others: `status: paused`",
            )


RULE = Rule(
    code="VG402",
    name="too-many-process-goals",
    severity=Severity.INFO,
    check=check,
    wanted=Wanted("fewer process goals", "fewer process goals for {} outcomes"),
)
