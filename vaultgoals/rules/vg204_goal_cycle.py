"""Goals lead to each other in a circle

Following `outcome` from note to note leads back to where one began, so none of
these goals leads to an outcome. The circle is reported once, at the first of
its notes by path, and names all of them.

## Why it matters

"I do this for that, and that for this" sounds like a reason and is none. An
outcome is where the chain ends: something that is wanted for itself and can be
measured. One link of the circle points the wrong way; turning it round, or
leading it on to an outcome, mends all.

## Bad

```markdown Goals/Call customers.md
---
type: process
outcome: "[[Better onboarding]]"
cadence: 10 per week
because: talking early shows what is missing
---
```

```markdown Goals/Better onboarding.md
---
type: lever
outcome: "[[Call customers]]"
---
```

## Good

```markdown Goals/Call customers.md
---
type: process
outcome: "[[Better onboarding]]"
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
"""

from collections.abc import Iterator

from vaultgoals.core.finding import Severity
from vaultgoals.core.goal import Goal
from vaultgoals.core.source import Span
from vaultgoals.core.vault import Vault
from vaultgoals.rules.knots import circle
from vaultgoals.rules.rule import Case, Problem, Rule, property_span
from vaultgoals.rules.wording import quoted


def check(case: Case) -> Iterator[Problem]:
    """Circles of active and paused goals, once each, at the first of their notes by path."""
    for knot in case.knots:
        way = [case.vault.goals[path] for path in circle(case.live_links, knot)]
        first, *others = (quoted(goal.title) for goal in way)
        yield Problem(
            path=way[0].path,
            span=_link_span(case.vault, way[0], way[1 % len(way)]),
            message="these goals lead in a circle: " + " → ".join([first, *others, first])
            if others
            else f"{first} leads to itself",
            hint="change one of these links so that it leads on to an outcome",
        )


def _link_span(vault: Vault, goal: Goal, to: Goal) -> Span:
    """The place of the link by which one goal leads to another."""
    places = (link.span for link in goal.outcome if vault.resolve(link, goal.path).path == to.path)
    return next(places, property_span(goal.note, "outcome"))


RULE = Rule(code="VG204", name="goal-cycle", severity=Severity.ERROR, check=check)
