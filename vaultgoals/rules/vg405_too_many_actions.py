"""More actions are open for an outcome than anybody keeps in view

More than fifteen actions are open for one outcome: tasks in its note and in the
notes of the goals that lead to it, and those in other notes that link to them.
`open-actions` below `[limits]` in `vaultgoals.toml` sets another number. Steps
indented below an action belong to it and are not counted.

## Why it matters

A list that is too long to be read is not a plan but a store of good intentions,
and what matters most waits there beside what mattered once. What has been
passed over for a month may go.

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

- [ ] Call the customer in Bremen 📅 2026-12-10
- [ ] Call the customer in Celle 📅 2026-12-11
- [ ] Call the customer in Dresden 📅 2026-12-12
- [ ] Call the customer in Erfurt 📅 2026-12-13
- [ ] Call the customer in Fulda 📅 2026-12-14
- [ ] Call the customer in Gera 📅 2026-12-15
- [ ] Call the customer in Halle 📅 2026-12-16
- [ ] Call the customer in Jena 📅 2026-12-17
- [ ] Call the customer in Kassel 📅 2026-12-18
- [ ] Call the customer in Lübeck 📅 2026-12-19
- [ ] Call the customer in Mainz 📅 2026-12-20
- [ ] Call the customer in Neuss 📅 2026-12-21
- [ ] Call the customer in Offenbach 📅 2026-12-22
- [ ] Call the customer in Passau 📅 2026-12-23
- [ ] Call the customer in Rostock 📅 2026-12-24
- [ ] Call the customer in Stade 📅 2026-12-25
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

- [ ] Call the customer in Bremen 📅 2026-12-10
- [ ] Call the customer in Celle 📅 2026-12-11
- [ ] Call the customer in Dresden 📅 2026-12-12
- [ ] Call the customer in Erfurt 📅 2026-12-13
- [ ] Call the customer in Fulda 📅 2026-12-14
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
from vaultgoals.rules.rule import Case, Problem, Rule, property_span
from vaultgoals.rules.wording import quoted


def check(case: Case) -> Iterator[Problem]:
    """Active and paused outcomes with more open actions than the limit allows, those below them included."""
    limit = case.config.limits.open_actions
    for outcome in case.live(Kind.OUTCOME):
        count = sum(work.action.task.open for work in work_for(case, outcome))
        if count > limit:
            yield Problem(
                path=outcome.path,
                span=property_span(outcome.note),
                message=f"{count} actions are open for {quoted(outcome.title)}, more than {limit}",
                hint="keep what is next; delete the rest, or mark it as cancelled: `- [-]`",
            )


RULE = Rule(
    code="VG405",
    name="too-many-actions",
    severity=Severity.INFO,
    check=check,
    wanted=Wanted("fewer open actions", "fewer open actions for {} outcomes"),
)
