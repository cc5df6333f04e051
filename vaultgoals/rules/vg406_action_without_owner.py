"""Nobody in particular is to do an action

An open action names nobody, in a vault whose goals have owners: neither with
`@ana`, nor with `[owner:: Ana]`, nor with a link to somebody who owns a goal.
Who owns the goal is not taken for it: they answer for the whole, and need not
do everything. Steps indented below an action are done by whoever does that.

## Why it matters

An action that a meeting agreed on and nobody took is done by nobody, and each
thinks that another is at it. A name takes two seconds to write.

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

- [ ] Write down the ten questions to ask 📅 2026-11-27
```

```markdown Goals/Call customers.md
---
type: process
outcome: "[[Keep customers]]"
cadence: 10 per week
because: talking early shows what is missing
owner: Ana
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

- [ ] Write down the ten questions to ask @ben 📅 2026-11-27
```

```markdown Goals/Call customers.md
---
type: process
outcome: "[[Keep customers]]"
cadence: 10 per week
because: talking early shows what is missing
owner: Ana
---
```
"""

from collections.abc import Iterator

from vaultgoals.core.finding import Severity, Wanted
from vaultgoals.rules.actions import open_work
from vaultgoals.rules.owners import names_owners
from vaultgoals.rules.rule import Case, Problem, Rule


def check(case: Case) -> Iterator[Problem]:
    """Open actions without an owner, in a vault that names owners; not the steps of another action."""
    if not names_owners(case):
        return
    for work in open_work(case):
        if work.action.owner is None and not work.is_step:
            yield work.problem(
                f"nobody in particular is to do {work.called}",
                "write who does it, `@ana` or `[owner:: Ana]`",
            )


RULE = Rule(
    code="VG406",
    name="action-without-owner",
    severity=Severity.INFO,
    check=check,
    wanted=Wanted("an owner for an action", "owners for {} actions"),
)
