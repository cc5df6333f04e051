"""An outcome seems to have been made to fit the work

Every action of the outcome and of what leads to it is older than the outcome's
`start`: each was written (`➕`), or where that is not said done (`✅`), before
the day on which the outcome begins. Where one action has neither date, or the
outcome is still to begin, nothing can be said.

## Why it matters

First comes what is wanted, then what is done for it. Where it was the other way
round, the outcome describes the work and cannot prove it wrong: the number was
chosen to be moved by what was being done anyway.

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

- [x] Find out who left last year ➕ 2026-10-19 ✅ 2026-10-30
- [x] Write to all customers ✅ 2026-11-06
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

- [x] Find out who left last year ➕ 2026-10-19 ✅ 2026-10-30
- [ ] Write to the ten largest customers ➕ 2026-11-18 📅 2026-11-27
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

from collections.abc import Iterator, Sequence
from datetime import date

from vaultgoals.core.finding import Severity, Wanted
from vaultgoals.core.goal import Goal, Kind
from vaultgoals.rules.actions import Work, work_for
from vaultgoals.rules.rule import Case, Problem, Rule, property_span
from vaultgoals.rules.wording import quoted


def check(case: Case) -> Iterator[Problem]:
    """Active and paused outcomes that have begun, all of whose actions are older than their `start`."""
    for outcome in case.live(Kind.OUTCOME):
        start = outcome.start
        if start and start <= case.today and _all_older(work_for(case, outcome), start):
            yield _problem(outcome, start)


def _all_older(works: Sequence[Work], start: date) -> bool:
    days = [work.action.task.created or work.action.task.done for work in works]
    return bool(days) and all(day is not None and day < start for day in days)


def _problem(outcome: Goal, start: date) -> Problem:
    return Problem(
        path=outcome.path,
        span=property_span(outcome.note, "start"),
        message=f"every action for {quoted(outcome.title)} is older than its start, {start}",
        hint="ask what you would do if the number alone counted, and write that down;"
        " or let `start` be the day on which it began",
    )


RULE = Rule(
    code="VG414",
    name="outcome-after-its-actions",
    severity=Severity.INFO,
    check=check,
    wanted=Wanted("an action that is newer than it", "newer actions for {} outcomes"),
)
