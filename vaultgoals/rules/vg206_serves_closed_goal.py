"""An active goal serves one that is closed

Everything that the goal's `outcome` leads to, or the `objective` of an outcome,
is `done` or `dropped`, while the goal itself is still active.

A goal that also serves one that is not closed is left alone: its other links
are its history. So is one with a link that VG202, VG203 or VG205 finds. Only
the next step is looked at: where an output is active below a closed outcome,
the output is named, and not the process goals below it.

## Why it matters

What is done for a goal that is closed moves nothing that is wanted any more.
Habits outlive their reasons easily, and each that is kept up without one takes
the week from a goal that needs it.

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
status: done
closed: 2026-11-18
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
status: done
closed: 2026-11-18
---
```

```markdown Goals/Call customers.md
---
type: process
status: done
outcome: "[[Keep customers]]"
cadence: 10 per week
because: talking early shows what is missing
---
```
"""

from collections.abc import Iterator, Sequence

from vaultgoals.core.finding import Severity
from vaultgoals.core.goal import Goal, Status
from vaultgoals.core.note import Link
from vaultgoals.core.vault import CLOSED
from vaultgoals.rules.links import goal_links, may_lead_to
from vaultgoals.rules.rule import Case, Problem, Rule
from vaultgoals.rules.wording import quoted


def check(case: Case) -> Iterator[Problem]:
    """Active goals all of whose links of one property lead to goals that are closed."""
    for goal in case.vault.goals.values():
        if goal.status is Status.ACTIVE:
            for name in ("outcome", "objective"):
                links = [link for named, link in goal_links(goal) if named == name]
                closed = [above for link in links if (above := _closed(case, goal, name, link))]
                if links and len(closed) == len(links):
                    yield _problem(goal, name, links[0], closed)


def _closed(case: Case, goal: Goal, name: str, link: Link) -> Goal | None:
    """The closed goal that a link leads to; what is amiss with other links is said elsewhere.

    That is VG203 for a wrong kind, and VG205 where another goal of that name may be meant.
    """
    goals, found = case.vault.goals, case.vault.resolve(link, goal.path)
    above = goals.get(found.path or "")
    if above is None or above.status not in CLOSED or above.kind not in may_lead_to(goal.kind, name):
        return None
    return above if goals.keys().isdisjoint(found.rivals) else None


def _problem(goal: Goal, name: str, link: Link, closed: Sequence[Goal]) -> Problem:
    above = closed[0]
    more = f", and so is all else that its `{name}` leads to" if len(closed) > 1 else ""
    return Problem(
        path=goal.path,
        span=link.span,
        message=f"{quoted(goal.title)} is active, but {quoted(above.title)} is {above.status}{more}",
        hint=f"lead `{name}` on to a goal that is still open, or close this one as well: `status: done`"
        " or `status: dropped`",
        cause=above.path,
    )


RULE = Rule(code="VG206", name="serves-closed-goal", severity=Severity.WARNING, check=check)
