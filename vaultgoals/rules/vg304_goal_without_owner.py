"""Nobody in particular answers for a goal

An outcome, an output, a lever or a process goal has no `owner`, while other
goals of this vault have one. Where no goal names an owner, none is asked for:
these are the goals of one person.

## Why it matters

What everybody answers for, each leaves to the others. One name does not mean
that one does all the work: it says who notices first that it is not being done.

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
owner: Ana
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
owner: Ana
---
```

```markdown Goals/Call customers.md
---
type: process
outcome: "[[Keep customers]]"
cadence: 10 per week
because: talking early shows what is missing
owner: Ben
---
```
"""

from collections.abc import Iterator

from vaultgoals.core.finding import Severity, Wanted
from vaultgoals.core.goal import Kind
from vaultgoals.rules.lacking import lacking
from vaultgoals.rules.owners import names_owners
from vaultgoals.rules.rule import Case, Problem, Rule, misread
from vaultgoals.rules.wording import quoted


def check(case: Case) -> Iterator[Problem]:
    """Outcomes, outputs, levers and process goals without `owner`, in a vault that names owners."""
    if not names_owners(case):
        return
    for goal in case.live(Kind.OUTCOME, Kind.OUTPUT, Kind.LEVER, Kind.PROCESS):
        if not goal.owners and not misread(goal, "owner"):
            yield lacking(
                case,
                goal.note,
                "owner",
                message=f"{quoted(goal.title)} has no owner, as other goals here have",
                hint="add `owner`: who notices first when it does not move",
            )


RULE = Rule(
    code="VG304",
    name="goal-without-owner",
    severity=Severity.WARNING,
    check=check,
    wanted=Wanted("an owner", "owners for {} goals"),
)
