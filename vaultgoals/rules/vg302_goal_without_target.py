"""A goal has no target

An outcome needs a `target`: the number that would mean you got what you wanted.
An output needs one too: how many are to be made. A guardrail has a limit
instead, `min`, `max` or both.

## Why it matters

Without a number there is no "enough" and no "not yet", only a feeling, and
feelings follow effort rather than results. The first target may be a guess. A
wrong number that is looked at every week gets better; a missing one does not.

## Bad

```markdown Goals/Keep customers.md
---
type: outcome
metric: customers who stay a year
unit: "%"
baseline: 80
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

from vaultgoals.core.finding import Severity
from vaultgoals.core.goal import Goal, Kind
from vaultgoals.rules.lacking import lacking
from vaultgoals.rules.rule import Case, Problem, Rule, misread
from vaultgoals.rules.wording import quoted


def check(case: Case) -> Iterator[Problem]:
    """Outcomes and outputs without `target`, guardrails with neither `min` nor `max`."""
    for goal in case.live(Kind.OUTCOME, Kind.OUTPUT):
        if goal.target is None and not misread(goal, "target"):
            yield _problem(case, goal, "target", "no target, so nobody can tell when it is reached")
    for goal in case.live(Kind.GUARDRAIL):
        if goal.minimum is None and goal.maximum is None and not misread(goal, "min", "max"):
            yield _problem(case, goal, "min", "no limit, so it guards nothing")


_REMEDIES = {
    Kind.OUTCOME: "add `target`: the number at which you would call it done",
    Kind.OUTPUT: "add `target`: how many are to be made",
    Kind.GUARDRAIL: "add `min` or `max`: the number at which you would stop",
}


def _problem(case: Case, goal: Goal, name: str, lack: str) -> Problem:
    message = f"{quoted(goal.title)} has {lack}"
    return lacking(case, goal.note, name, message=message, hint=_REMEDIES[goal.kind])


RULE = Rule(code="VG302", name="goal-without-target", severity=Severity.ERROR, check=check)
