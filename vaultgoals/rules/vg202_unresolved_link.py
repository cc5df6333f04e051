"""A goal links to a note that is not there

The property `outcome` or `objective` holds a link that leads to no note: the
note was renamed or deleted, never written, or its name is misspelt.

Links lead where Obsidian lets them lead: to a file's name or path, whatever the
case. A heading, a title property or an alias is not a name.

## Why it matters

What you do and what you want from it are joined by nothing but this link. When
it breaks, the goal still looks well kept, but it counts towards nothing. Every
broken link is named where it stands, and only there: goals further down the
chain are not blamed for it.

## Bad

```markdown Goals/Call customers.md
---
type: process
outcome: "[[Keep customers]]"
cadence: 10 per week
because: talking early shows what is missing
---
```

## Good

```markdown Goals/Call customers.md
---
type: process
outcome: "[[Keep customers]]"
cadence: 10 per week
because: talking early shows what is missing
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
from vaultgoals.core.links import folded
from vaultgoals.core.note import Link
from vaultgoals.rules.leads import goal_links, may_lead_to
from vaultgoals.rules.relinking import relinked
from vaultgoals.rules.rule import Case, Problem, Rule
from vaultgoals.rules.titles import guesses
from vaultgoals.rules.wording import linked, quoted

_REMEDY = "write that note, or link to one that is there"


def check(case: Case) -> Iterator[Problem]:
    """Links in the properties of goals, drafts and closed ones too, that lead to no file."""
    broken = [*_broken(case)]
    wanted = [(link.target, may_lead_to(goal.kind, name)) for goal, name, link in broken]
    near = guesses(case.vault, wanted)
    for (goal, name, link), meant in zip(broken, wanted, strict=True):
        yield Problem(
            path=goal.path,
            span=link.span,
            message=f"`{name}` leads to {quoted(link.target)}, and there is no such note",
            hint=f"did you mean {linked(near[meant])}?" if meant in near else _REMEDY,
            cause=folded(link.target),
            fix=relinked(goal.note, link, near[meant], safe=False) if meant in near else None,
        )


def _broken(case: Case) -> Iterator[tuple[Goal, str, Link]]:
    for goal in case.vault.goals.values():
        for name, link in goal_links(goal):
            if case.vault.resolve(link, goal.path).path is None:
                yield goal, name, link


RULE = Rule(code="VG202", name="unresolved-link", severity=Severity.ERROR, check=check)
