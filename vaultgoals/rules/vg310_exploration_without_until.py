"""An exploration has no end

A process goal with `exploratory: true` needs no outcome for a while, and
`until` says for how long.

## Why it matters

Exploring without an end is a hobby, which is a fine thing, but no goal. The day
in `until` is set while one still knows what one hopes to find; set later, it
always lies a little ahead.

## Bad

```markdown Goals/Call customers.md
---
type: process
exploratory: true
cadence: 10 per week
---
```

## Good

```markdown Goals/Call customers.md
---
type: process
exploratory: true
until: 2026-12-15
cadence: 10 per week
---
```
"""

from collections.abc import Iterator

from vaultgoals.core.finding import Severity
from vaultgoals.core.goal import Kind
from vaultgoals.rules.lacking import lacking
from vaultgoals.rules.leads import is_exploration
from vaultgoals.rules.rule import Case, Problem, Rule, misread
from vaultgoals.rules.wording import quoted


def check(case: Case) -> Iterator[Problem]:
    """Explorations, active or paused, whose `until` is missing or empty."""
    for goal in case.live(Kind.PROCESS):
        if is_exploration(goal) and goal.until is None and not misread(goal, "until"):
            yield lacking(
                case,
                goal.note,
                "until",
                message=f"{quoted(goal.title)} is explored without an end",
                hint="add `until: YYYY-MM-DD`: the day on which you decide what it moves, or stop",
            )


RULE = Rule(code="VG310", name="exploration-without-until", severity=Severity.ERROR, check=check)
