"""A lever cannot be compared with others

A lever has no score yet: of `impact`, `confidence` and `effort` one or more are
missing. `reach` may be added. A lever with a `result` has been tried and needs
none.

## Why it matters

Most ideas move nothing, also good ones; the question is which to try first.
Three rough numbers, guessed in a minute, beat the loudest voice: much for
little, and how sure one is of it.

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
```

```markdown Goals/Call customers.md
---
type: process
outcome: "[[Keep customers]]"
cadence: 10 per week
because: talking early shows what is missing
---
```

```markdown Goals/Better onboarding.md
---
type: lever
outcome: "[[Keep customers]]"
impact: 3
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

```markdown Goals/Better onboarding.md
---
type: lever
outcome: "[[Keep customers]]"
impact: 3
confidence: 0.5
effort: 2
---
```
"""

from collections.abc import Iterator

from vaultgoals.core.finding import Severity, Wanted
from vaultgoals.core.goal import Goal, Kind
from vaultgoals.rules.rule import Case, Problem, Rule, property_span
from vaultgoals.rules.wording import quoted

_NEEDED = ("impact", "confidence", "effort")


def check(case: Case) -> Iterator[Problem]:
    """Levers, active or paused and not yet tried, without one of the three numbers that make a score."""
    for lever in case.live(Kind.LEVER):
        if _lacks_score(lever) and not lever.result and not case.unread(lever, *_NEEDED):
            missing = " and ".join(f"`{name}`" for name in _missing(lever))
            yield Problem(
                path=lever.path,
                span=property_span(lever.note),
                message=f"{quoted(lever.title)} has no score to compare it by",
                hint=f"add {missing}: guesses will do",
                can_wait=not lever.outcome,
            )


def _lacks_score(lever: Goal) -> bool:
    from vaultgoals.core.rollup import lever_score

    return lever_score(lever) is None


def _missing(lever: Goal) -> Iterator[str]:
    values = (lever.impact, lever.confidence, lever.effort)
    return (name for name, value in zip(_NEEDED, values, strict=True) if value is None)


RULE = Rule(
    code="VG411",
    name="lever-without-score",
    severity=Severity.INFO,
    check=check,
    wanted=Wanted("a score for a lever", "scores for {} levers"),
)
