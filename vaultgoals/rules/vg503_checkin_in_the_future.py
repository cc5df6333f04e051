"""A check-in says what happened on a day that is still to come

The day of this check-in is later than today. It counts in no figure before that
day, and then it will count without anybody having looked. Mostly it is a slip:
last month's number written with next month's date.

What stands in the note of a week or month that is not over yet is today's. A
skip may be written ahead: a holiday is known before it begins.

## Why it matters

A reading says what was, not what ought to be. What you hope for is the goal's
`target`, and what you expect on the way are its `milestones`.

## Bad

```markdown Goals/Call customers.md
---
type: process
outcome: "[[Keep customers]]"
cadence: 10 per week
because: talking early shows what is missing
---
## Check-ins

- 2026-12-18: 4
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

## Good

```markdown Goals/Call customers.md
---
type: process
outcome: "[[Keep customers]]"
cadence: 10 per week
because: talking early shows what is missing
---
## Check-ins

- 2026-11-18: 4
- 2026-12-24: skip: closed until January
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
from datetime import date
from itertools import chain

from vaultgoals.core.finding import Severity
from vaultgoals.core.goal import CheckIn
from vaultgoals.core.memo import remembered
from vaultgoals.core.order import dated
from vaultgoals.core.vault import Vault
from vaultgoals.rules.rule import Case, Problem, Rule


def check(case: Case) -> Iterator[Problem]:
    """Whatever was logged, but for skips, of a day after today; a check-in of several goals once."""
    found = (_ahead(case.vault, path, case.today) for path in case.vault.goals)
    ahead = {(c.path, c.span): c.on for c in chain.from_iterable(found)}
    for (path, span), on in ahead.items():
        yield Problem(
            path=path,
            span=span,
            message=f"this check-in is of {on}, which is still to come; it does not count before",
            hint="write the day on which it was done or read",
        )


@remembered
def _ahead(vault: Vault, goal: str, today: date) -> tuple[CheckIn, ...]:
    """What was logged about a goal of a later day."""
    seen = (dated(checkin, today) for checkin in vault.checkins_of(goal))
    return tuple(checkin for checkin in seen if checkin.on > today and checkin.skip is None)


RULE = Rule(code="VG503", name="checkin-in-the-future", severity=Severity.WARNING, check=check)
