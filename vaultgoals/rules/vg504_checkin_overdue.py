"""A number has not been looked at for a while

An outcome says with `check-in` how often its number is to be read, weekly if it
says nothing. In the last such period that is over, and since, there is no
reading. Indicators are asked the same way; outputs and guardrails only where
they have a `check-in`. Nothing is due before the first whole period after
`start`, during a pause, or once `due` is past. A skip with a reason is an
answer.

## Why it matters

You cannot learn from a number that you do not look at. A lagging measure needs
only one look a week, but it needs that one: two months later nobody can say
which of the things that were done in between made the difference. If a weekly
look is more than the number deserves, say so: `check-in: monthly`.

## Bad

```markdown Goals/Keep customers.md
---
type: outcome
metric: customers who stay a year
unit: "%"
baseline: 80
target: 90
start: 2026-09-28
due: 2027-06-30
---
## Check-ins

- 2026-10-30: 81
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
start: 2026-09-28
due: 2027-06-30
---
## Check-ins

- 2026-10-30: 81
- 2026-11-13: 82
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

from vaultgoals.core.check_in import answered_on, overdue_since
from vaultgoals.core.finding import Severity, Wanted
from vaultgoals.core.goal import Kind
from vaultgoals.rules.rule import Case, Problem, Rule, property_span
from vaultgoals.rules.wording import quoted


def check(case: Case) -> Iterator[Problem]:
    """Active goals with no reading in the last closed period of their `check-in`, nor since."""
    for goal in case.vault.of_kind(Kind.OUTCOME, Kind.INDICATOR, Kind.OUTPUT, Kind.GUARDRAIL):
        history = case.histories[goal.path]
        asked = overdue_since(history, today=case.today, config=case.config)
        if asked and not case.unread(goal, "check-in"):
            answers = answered_on(history, case.today)
            last = f"has no reading since {answers[-1]}" if answers else "has no reading yet"
            yield Problem(
                path=goal.path,
                span=property_span(goal.note, "check-in"),
                message=f"{quoted(goal.title)} {last}; one was due by {asked.last}",
                hint=f"write `- {case.today}: …` under `## Check-ins` in its note, or skip it with a reason",
            )


RULE = Rule(
    code="VG504",
    name="checkin-overdue",
    severity=Severity.WARNING,
    check=check,
    wanted=Wanted("a reading", "readings for {} goals"),
)
