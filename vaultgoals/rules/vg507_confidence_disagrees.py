"""What is felt and what is measured disagree

The confidence that was last stated says on track (0.7 or more) while the number
is off track, or it says off track (below 0.4) while the number is on track.

Asked are active outcomes, indicators and outputs. What was said longer ago than
`confidence-stale-after`, 14 days unless `vaultgoals.toml` says otherwise, is
left alone; so is fear of losing a target that was met only afterwards.

## Why it matters

One of the two knows something that the other does not. Perhaps a contract is
about to be signed that no number shows yet, perhaps hope is speaking. Which one
it is, is worth a sentence in the next check-in.

## Bad

```markdown Goals/Keep customers.md
---
type: outcome
metric: customers who stay a year
unit: "%"
baseline: 80
target: 90
start: 2026-06-01
due: 2026-12-31
---
## Check-ins

| Date | Value | Confidence |
|---|---|---|
| 2026-11-18 | 81 | 0.9 |
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
start: 2026-06-01
due: 2026-12-31
---
## Check-ins

| Date | Value | Confidence |
|---|---|---|
| 2026-11-18 | 81 | 0.3 |
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
from datetime import date

from vaultgoals.core.finding import Severity, Wanted
from vaultgoals.core.goal import CheckIn, History, Kind, Status
from vaultgoals.rules.rule import Case, Problem, Rule
from vaultgoals.rules.wording import quoted


def check(case: Case) -> Iterator[Problem]:
    """Active goals with a plan whose last stated confidence says the opposite of their pace."""
    for goal in case.vault.of_kind(Kind.OUTCOME, Kind.INDICATOR, Kind.OUTPUT):
        history = case.histories[goal.path]
        stated = _last_stated(history, case.today)
        if stated and goal.status is Status.ACTIVE and _is_fresh(case, stated):
            yield from _problem(case, history, stated)


def _last_stated(history: History, today: date) -> CheckIn | None:
    """The check-in that states the confidence last."""
    checkins = reversed(history.checkins)
    return next((c for c in checkins if c.confidence is not None and c.on <= today), None)


def _is_fresh(case: Case, stated: CheckIn) -> bool:
    return (case.today - stated.on).days <= case.config.confidence_stale_after


def _problem(case: Case, history: History, stated: CheckIn) -> Iterator[Problem]:
    """At the check-in that states the confidence."""
    from vaultgoals.rules.felt import felt_against_the_number  # seldom asked, and it brings all figures along

    goal = history.goal
    if found := felt_against_the_number(history, today=case.today, config=case.config):
        felt, health = found
        yield Problem(
            path=stated.path,
            span=stated.span,
            message=f"{quoted(goal.title)} is felt to be {felt}, but its number is {health}",
            hint="write down what you know that the number does not show, or state your confidence anew",
            about=(goal.path,),
        )


RULE = Rule(
    code="VG507",
    name="confidence-disagrees",
    severity=Severity.WARNING,
    check=check,
    wanted=Wanted("a second look at the confidence", "a second look at the confidence in {} goals"),
)
