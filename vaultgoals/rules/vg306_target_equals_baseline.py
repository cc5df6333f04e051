"""A goal starts where it should end

The `target` of an outcome, indicator or output is the number that it starts at:
its `baseline`, or 0 where readings are added up or counted and no baseline is
stated. So it has no progress, no pace and no forecast.

## Why it matters

An outcome is a change that somebody wants. Where nothing is to change but
something is to be kept, that is a guardrail: a number with a limit, watched
while something else is chased. "No accidents" is `type: guardrail` with
`max: 0`.

## Bad

```markdown Goals/Keep customers.md
---
type: outcome
metric: customers who stay a year
unit: "%"
baseline: 80
target: 80
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
"""

from collections.abc import Iterator
from fractions import Fraction

from vaultgoals.core.finding import Severity
from vaultgoals.core.goal import Goal, Kind
from vaultgoals.core.show import show_number
from vaultgoals.core.value import stated_baseline
from vaultgoals.rules.rule import Case, Problem, Rule, misread, property_span
from vaultgoals.rules.wording import quoted


def check(case: Case) -> Iterator[Problem]:
    """Outcomes, indicators and outputs, active or paused, whose target is where they start."""
    for goal in case.live(Kind.OUTCOME, Kind.INDICATOR, Kind.OUTPUT):
        target = goal.target
        if (
            target is not None
            and target == stated_baseline(goal)
            and not misread(goal, "baseline", "aggregate")
        ):
            yield _problem(goal, target)


def _problem(goal: Goal, target: Fraction) -> Problem:
    start = f"starts at {show_number(target, goal.unit)}" if goal.baseline is not None else "counts up from 0"
    return Problem(
        path=goal.path,
        span=property_span(goal.note, "target"),
        message=f"{quoted(goal.title)} {start}, and its target is the same, so there is no way to go",
        hint="write as `target` the number that you want, or as `baseline` the one before you began;"
        " what is only to be kept is a guardrail with `min` or `max`",
    )


RULE = Rule(code="VG306", name="target-equals-baseline", severity=Severity.ERROR, check=check)
