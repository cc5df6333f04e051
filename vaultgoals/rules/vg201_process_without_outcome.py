"""A process goal leads to no outcome

A process goal says what you do; an outcome says what you want from it. This one
has an empty `outcome` property or none, so nobody can tell whether doing it
helps.

## Why it matters

What you do is in your hands and shows at once; what you get is not, and comes
later. Only where the two are joined can a review say "you did it and it did not
help" or "you did not do it yet". A process goal without an outcome is a tick
box: it rewards being busy. If you do not know yet what it is for, say so and
set a day to decide: `exploratory: true` with `until`.

## Bad

```markdown Goals/Call customers.md
---
type: process
cadence: 10 per week
because: talking early shows what is missing
---
```

## Good

```markdown Goals/Call customers.md
---
type: process
outcome: "[[Keep customers]]"
cadence: 10 per week
because: talking early shows what is missing
---
```

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
"""

from collections.abc import Iterator

from vaultgoals.core.finding import Severity
from vaultgoals.rules.lacking import lacking
from vaultgoals.rules.meant import only_outcome, without_outcome
from vaultgoals.rules.rule import Case, Problem, Rule
from vaultgoals.rules.wording import linked, quoted


def check(case: Case) -> Iterator[Problem]:
    """Process goals, not exploratory, whose `outcome` is missing or empty."""
    to_add = _what_to_add(case)
    for goal in without_outcome(case):
        yield lacking(
            case,
            goal.note,
            "outcome",
            "exploratory",
            message=f"{quoted(goal.title)} leads to no outcome, so nobody can tell whether it helps",
            hint=f"{to_add}, or `exploratory: true` and `until: YYYY-MM-DD` while you find out",
        )


def _what_to_add(case: Case) -> str:
    outcome = only_outcome(case)
    if outcome:
        return f"add `outcome: {linked(case.vault.names.shortest(outcome.path))}`"
    return 'add `outcome: "[[…]]"` with the outcome it should move'


RULE = Rule(
    code="VG201",
    name="process-without-outcome",
    severity=Severity.ERROR,
    check=check,
)
