"""One person has more active outcomes than can be looked after

More than five active outcomes name the same `owner`. `goals-per-owner` below
`[limits]` in `vaultgoals.toml` sets another number. It is said once for each
person, at the first outcome that is too many, by path.

## Why it matters

Of two or three goals most are reached, of ten hardly any: attention is what is
short, not ambition. What waits as a draft or is paused is not lost; what is
active and never looked at is.

## Bad

```markdown Goals/Fewer refunds.md
---
type: outcome
metric: refunds in a month
baseline: 0
target: 10
start: 2026-11-16
due: 2027-06-30
owner: Ana
---
```

```markdown Goals/Keep customers.md
---
type: outcome
metric: customers who stay a year
baseline: 0
target: 10
start: 2026-11-16
due: 2027-06-30
owner: Ana
---
```

```markdown Goals/Referrals.md
---
type: outcome
metric: customers sent by others
baseline: 0
target: 10
start: 2026-11-16
due: 2027-06-30
owner: Ana
---
```

```markdown Goals/Reviews.md
---
type: outcome
metric: reviews written by customers
baseline: 0
target: 10
start: 2026-11-16
due: 2027-06-30
owner: Ana
---
```

```markdown Goals/Shorter waits.md
---
type: outcome
metric: minutes until an answer
baseline: 0
target: 10
start: 2026-11-16
due: 2027-06-30
owner: Ana
---
```

```markdown Goals/Trials.md
---
type: outcome
metric: trials begun in a month
baseline: 0
target: 10
start: 2026-11-16
due: 2027-06-30
owner: Ana
---
```

```markdown Goals/Call customers.md
---
type: process
outcome:
  - "[[Fewer refunds]]"
  - "[[Keep customers]]"
  - "[[Referrals]]"
  - "[[Reviews]]"
  - "[[Shorter waits]]"
  - "[[Trials]]"
cadence: 10 per week
because: talking early shows what is missing
owner: Ana
---
```

## Good

```markdown Goals/Fewer refunds.md
---
type: outcome
metric: refunds in a month
baseline: 0
target: 10
start: 2026-11-16
due: 2027-06-30
owner: Ana
---
```

```markdown Goals/Keep customers.md
---
type: outcome
metric: customers who stay a year
baseline: 0
target: 10
start: 2026-11-16
due: 2027-06-30
owner: Ana
---
```

```markdown Goals/Referrals.md
---
type: outcome
metric: customers sent by others
baseline: 0
target: 10
start: 2026-11-16
due: 2027-06-30
owner: Ana
---
```

```markdown Goals/Reviews.md
---
type: outcome
metric: reviews written by customers
baseline: 0
target: 10
start: 2026-11-16
due: 2027-06-30
owner: Ana
---
```

```markdown Goals/Shorter waits.md
---
type: outcome
metric: minutes until an answer
baseline: 0
target: 10
start: 2026-11-16
due: 2027-06-30
owner: Ana
---
```

```markdown Goals/Trials.md
---
type: outcome
metric: trials begun in a month
baseline: 0
target: 10
start: 2026-11-16
due: 2027-06-30
owner: Ben
---
```

```markdown Goals/Call customers.md
---
type: process
outcome:
  - "[[Fewer refunds]]"
  - "[[Keep customers]]"
  - "[[Referrals]]"
  - "[[Reviews]]"
  - "[[Shorter waits]]"
  - "[[Trials]]"
cadence: 10 per week
because: talking early shows what is missing
owner: Ana
---
```
"""

from collections.abc import Iterator

from vaultgoals.core.finding import Severity, Wanted
from vaultgoals.core.goal import Goal, Kind, Status
from vaultgoals.core.links import folded
from vaultgoals.rules.rule import Case, Problem, Rule, property_span
from vaultgoals.rules.wording import quoted


def check(case: Case) -> Iterator[Problem]:
    """Owners of more active outcomes than the limit allows, each at the first one above it."""
    limit = case.config.limits.goals_per_owner
    owned: dict[str, list[Goal]] = {}
    for outcome in case.live(Kind.OUTCOME):
        if outcome.status is Status.ACTIVE:
            for person in dict.fromkeys(map(folded, outcome.owners)):
                owned.setdefault(person, []).append(outcome)
    for person, outcomes in owned.items():
        if len(outcomes) > limit:
            yield _problem(person, outcomes, limit)


def _problem(person: str, outcomes: list[Goal], limit: int) -> Problem:
    first = outcomes[limit]
    name = next(name for name in first.owners if folded(name) == person)
    return Problem(
        path=first.path,
        span=property_span(first.note, "owner"),
        message=f"{quoted(name)} owns {len(outcomes)} active outcomes, more than {limit}",
        hint="keep the few that matter most now; `status: paused` or `draft` keeps the others for later",
    )


RULE = Rule(
    code="VG403",
    name="too-many-active-goals",
    severity=Severity.WARNING,
    check=check,
    wanted=Wanted("fewer active outcomes for its owner", "fewer active outcomes for {} owners"),
)
