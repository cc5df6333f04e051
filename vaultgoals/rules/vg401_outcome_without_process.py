"""Nothing that you do leads to an outcome

No active process goal reaches this outcome, directly or over an indicator, a
lever or an output. Paused, closed and draft process goals do not count; for an
outcome that is paused itself, paused ones do. An outcome whose `due` has passed
is not looked at.

Where another finding says already why something does not lead here, although it
was meant to, this one waits: a link or a property's name that is misspelt, a
note that does not count, a closed goal on the way, a process goal that leads
nowhere in a vault with this outcome alone.

## Why it matters

An outcome is a lagging measure: by the time it moves, the weeks that moved it
are over. What can be steered is what is done before, week by week. An outcome
to which nothing leads is a wish, and looking at its number more often will not
change it.

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

from collections.abc import Iterator, Sequence

from vaultgoals.core.finding import Severity
from vaultgoals.core.goal import Goal, Kind, Status
from vaultgoals.rules.meant import meant
from vaultgoals.rules.rule import LIVE, Case, Problem, Rule, property_span
from vaultgoals.rules.wording import linked, quoted


def check(case: Case) -> Iterator[Problem]:
    """Outcomes under way, and not past due, that no process goal reaches, nor was evidently meant to."""
    running = (goal for goal in case.live(Kind.OUTCOME) if goal.due is None or goal.due >= case.today)
    wishes = [outcome for outcome in running if not _is_led_to(case, outcome)]
    waiting = meant(case) if wishes else frozenset()
    for outcome in wishes:
        if waiting.isdisjoint((outcome.path, *(goal.path for goal in _reaching(case, outcome)))):
            name = case.vault.names.shortest(outcome.path)
            yield Problem(
                path=outcome.path,
                span=property_span(outcome.note),
                message=f"nothing that you do leads to {quoted(outcome.title)}, so it is a wish so far",
                hint=f"write one process goal with `outcome: {linked(name)}`: what could you do every week?",
            )


def _is_led_to(case: Case, outcome: Goal) -> bool:
    under_way = LIVE if outcome.status is Status.PAUSED else {Status.ACTIVE}
    return any(goal.kind is Kind.PROCESS and goal.status in under_way for goal in _reaching(case, outcome))


def _reaching(case: Case, outcome: Goal) -> Sequence[Goal]:
    return case.vault.reaching.get(outcome.path, ())


RULE = Rule(code="VG401", name="outcome-without-process", severity=Severity.WARNING, check=check)
